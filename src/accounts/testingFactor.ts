import { base32 } from '@better-auth/utils/base32';
import { createOTP } from '@better-auth/utils/otp';

/** What an application shows for a key as our page gives it, `steps` of thirty seconds from now. */
export function codeOf(key: string, steps = 0): Promise<string> {
  const now = Math.floor(Temporal.Now.instant().epochMilliseconds / 30_000);
  return createOTP(base32.decode(key.replaceAll(' ', ''))).hotp(now + steps);
}

/** The key that the page of the set-up shows. */
export function keyIn(html: string): string {
  return /<span class="code">([A-Z2-7 ]+)<\/span>/.exec(html)?.[1] ?? '';
}

export function codesIn(html: string): readonly string[] {
  return [...html.matchAll(/\b\d{5}-\d{5}\b/g)].map(([code]) => code);
}
