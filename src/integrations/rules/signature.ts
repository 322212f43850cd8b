import { createHmac, hkdfSync } from 'node:crypto';

/**
 * Signed as Standard Webhooks 1.0.0 says (github.com/standard-webhooks/standard-webhooks): HMAC-SHA256 of `id.timestamp.body` in base64. What is
 * sent again bears the same id and a signature of its own second.
 */

/** The key of one hook, out of the secret of the installation: no copy of the database holds it. `rank`: how often it was changed. */
export function keyOfHook(secret: string, hookId: string, rank: number): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, hookId, `webhook ${rank}`, 32));
}

/** As receivers' libraries take it. */
export function secretInWords(key: Buffer): string {
  return `whsec_${key.toString('base64')}`;
}

export function signedHeaders(
  key: Buffer,
  id: string,
  body: string,
  now: Temporal.Instant,
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(now.epochMilliseconds / 1000));
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}
