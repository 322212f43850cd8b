import type { DocumentFault, SentKind } from './documents.ts';

const starts = (bytes: Uint8Array, ...head: number[]): boolean => head.every((byte, index) => bytes[index] === byte);
const latin = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1', Math.max(0, from), to);

/**
 * Blanks, the mark of UTF-8 and a printer's language may stand before a PDF (ISO 32000-1, annex H: within the first 1,024
 * bytes). Anything else is another kind of file that holds a PDF.
 */
const PDF_BEGINS = /^(?:\xef\xbb\xbf|[\0\t\n\f\r ]|[^ -~]%-12345X|@PJL[^\r\n]*[\r\n]+)*%PDF-/;

/** Which reader a file is for, by its first bytes, or what it is instead. The reader then judges the whole of it. */
export function sniff(bytes: Uint8Array): { readonly kind: SentKind } | { readonly fault: DocumentFault } {
  if (bytes.length === 0) return { fault: 'empty' };
  if (PDF_BEGINS.test(latin(bytes, 0, 1024))) return { kind: 'application/pdf' };
  if (starts(bytes, 0xff, 0xd8, 0xff)) return { kind: 'image/jpeg' };
  if (latin(bytes, 4, 8) === 'ftyp' && /^(heic|heix|hevc|heim|heis|mif1|msf1)/.test(latin(bytes, 8, 12)))
    return { kind: 'image/heic' };
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47)) return { kind: 'image/png' };
  if (latin(bytes, 0, 4) === 'RIFF' && latin(bytes, 8, 12) === 'WEBP') return { kind: 'image/webp' };
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04) || starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return { fault: 'office' };
  return { fault: 'other' };
}
