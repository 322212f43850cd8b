import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { page, type Reply, type Visit } from './visit.ts';

/** A page that many ask for: its bytes, compressed once for each way that browsers accept. */
export type Packed = { readonly plain: Buffer; br: Buffer | null; gzip: Buffer | null };

export function pack(html: string): Packed {
  return { plain: Buffer.from(html), br: null, gzip: null };
}

/** The page as this browser takes it; what it doesn't name plainly goes uncompressed to the server's own negotiation. */
export function packedPage(packed: Packed, visit: Visit, headers: Readonly<Record<string, string>>): Reply {
  const accepted = (visit.header('accept-encoding') ?? '').split(',').map((name) => name.trim());
  const encoding = (['br', 'gzip'] as const).find((name) => accepted.includes(name));
  const body = encoding === undefined ? packed.plain : compressed(packed, encoding);
  const answer = page('', 200, {
    ...headers,
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
