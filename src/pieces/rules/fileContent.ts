/** What a file is, by its bytes: the name and the browser's word decide nothing. */
export type FileKind = 'application/pdf' | 'image/jpeg';

export type ContentFault = 'empty' | 'cut' | 'encrypted' | 'heic' | 'png' | 'office' | 'other';

const starts = (bytes: Uint8Array, ...head: number[]): boolean => head.every((byte, index) => bytes[index] === byte);
const latin = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1', Math.max(0, from), to);

/**
 * The kind of a whole file, or what is wrong with it. A PDF or JPEG that stops in the middle is `cut`; the formats that
 * phones and offices often give are named, so that the refusal can say what to do.
 */
export function inspectFile(bytes: Uint8Array): { readonly kind: FileKind } | { readonly fault: ContentFault } {
  if (bytes.length === 0) return { fault: 'empty' };
  // The header may stand after some bytes of rubbish (ISO 32000-1, annex H: within the first 1,024).
  if (latin(bytes, 0, 1024).includes('%PDF-')) return inspectPdf(bytes);
  if (starts(bytes, 0xff, 0xd8, 0xff)) return jpegIsWhole(bytes) ? { kind: 'image/jpeg' } : { fault: 'cut' };
  if (latin(bytes, 4, 8) === 'ftyp' && /^(heic|heix|hevc|heim|heis|mif1|msf1)/.test(latin(bytes, 8, 12)))
    return { fault: 'heic' };
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47)) return { fault: 'png' };
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04) || starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return { fault: 'office' };
  return { fault: 'other' };
}

function inspectPdf(bytes: Uint8Array): { readonly kind: FileKind } | { readonly fault: ContentFault } {
  const tail = latin(bytes, bytes.length - 2048, bytes.length);
  if (!tail.includes('%%EOF')) return { fault: 'cut' };
  // The encryption dictionary is named or written in the trailer, or in the dictionary of the last cross-reference stream.
  return /\/Encrypt\s*(?:<<|\d+\s+\d+\s+R)/.test(latin(bytes, 0, bytes.length))
    ? { fault: 'encrypted' }
    : { kind: 'application/pdf' };
}

/**
 * Walks the segments to the image itself, then looks for its end marker. Thumbnails inside a segment have an end marker of
 * their own and don't count; phones may write more after the end.
 */
function jpegIsWhole(bytes: Uint8Array): boolean {
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return false;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    if (length < 2) return false;
    at += 2 + length;
    if (marker === 0xda)
      return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from([0xff, 0xd9]), at);
  }
  return false;
}
