import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { page, type Reply, type Visit } from './visit.ts';

/** A page that many ask for: its bytes, compressed once for each way that browsers accept, and their tag. */
export type Packed = { readonly plain: Buffer; readonly tag: string; br: Buffer | null; gzip: Buffer | null };

export function pack(html: string): Packed {
  return { plain: Buffer.from(html), tag: tagOf(html), br: null, gzip: null };
}

/** Weak: whatever compresses it, it says the same (RFC 9110, 8.8.1). */
export function tagOf(content: string): string {
  return `W/"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
}

/** Nothing, where the browser says that it holds what stands under that tag. */
export function notModified(visit: Visit, tag: string, headers: Readonly<Record<string, string>>): Reply | null {
  const held = (visit.header('if-none-match') ?? '').split(',').map((one) => one.trim());
  return held.includes(tag) || held.includes('*')
    ? { status: 304, headers: { ...headers, etag: tag, vary: 'accept-encoding' }, cookies: [], body: '' }
    : null;
}

/** The page as this browser takes it; what it doesn't name plainly goes uncompressed to the server's own negotiation. */
export function packedPage(packed: Packed, visit: Visit, headers: Readonly<Record<string, string>>): Reply {
  const held = notModified(visit, packed.tag, headers);
  if (held !== null) return held;
  const accepted = (visit.header('accept-encoding') ?? '').split(',').map((name) => name.trim());
  const encoding = (['br', 'gzip'] as const).find((name) => accepted.includes(name));
  const body = encoding === undefined ? packed.plain : compressed(packed, encoding);
  const answer = page('', 200, {
    ...headers,
    etag: packed.tag,
    vary: 'accept-encoding',
    ...(encoding && { 'content-encoding': encoding }),
  });
  return { ...answer, body };
}

function compressed(packed: Packed, encoding: 'br' | 'gzip'): Buffer {
  packed[encoding] ??=
    encoding === 'gzip'
      ? gzipSync(packed.plain)
      : brotliCompressSync(packed.plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
  return packed[encoding];
}
