import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspectFile } from './fileContent.ts';

const bytes = (...parts: readonly (string | number)[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from([part]))));
const segment = (marker: number, content: string): string =>
  String.fromCharCode(0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 255) + content;
const THUMBNAIL = 'Exif\0\0\xff\xd8 small \xff\xd9';
const jpeg = (end: string): Uint8Array =>
  bytes('\xff\xd8', segment(0xe1, THUMBNAIL), segment(0xdb, 'table'), segment(0xda, 'scan'), 'pixels\xff\x00more', end);
const pdf = (...more: string[]): Uint8Array =>
  bytes('%PDF-1.7\n1 0 obj << >> endobj\n', ...more, 'trailer << /Root 1 0 R >>\n%%EOF\n');

describe('Le fichier déposé', () => {
  it('is a PDF or a JPEG by its content, whatever its name', () => {
    expect(inspectFile(pdf())).toEqual({ kind: 'application/pdf' });
    expect(inspectFile(jpeg('\xff\xd9'))).toEqual({ kind: 'image/jpeg' });
    expect(inspectFile(bytes('rubbish before\n', '%PDF-1.4\n', '%%EOF'))).toEqual({ kind: 'application/pdf' });
  });
  it('may carry more after the image, as telephones do', () => {
    expect(inspectFile(jpeg(`\xff\xd9${'film'.repeat(100)}`))).toEqual({ kind: 'image/jpeg' });
  });
  it('is refused when it is cut off, even if the thumbnail inside is whole', () => {
    expect(inspectFile(jpeg(''))).toEqual({ fault: 'cut' });
    expect(inspectFile(bytes('%PDF-1.7\n1 0 obj'))).toEqual({ fault: 'cut' });
    for (let length = 4; length < jpeg('').length; length++)
      expect(inspectFile(jpeg('\xff\xd9').subarray(0, length)), String(length)).toEqual({ fault: 'cut' });
  });
  it('is refused when it is empty, protected by a password, or of another kind, each with its own reason', () => {
    expect(inspectFile(bytes())).toEqual({ fault: 'empty' });
    expect(inspectFile(pdf('/Encrypt 5 0 R\n'))).toEqual({ fault: 'encrypted' });
    expect(inspectFile(pdf('/Encrypt<< /Filter /Standard >>\n'))).toEqual({ fault: 'encrypted' });
    expect(inspectFile(bytes('\0\0\0\x18ftypheic'))).toEqual({ fault: 'heic' });
    expect(inspectFile(bytes('\x89PNG\r\n\x1a\n'))).toEqual({ fault: 'png' });
    expect(inspectFile(bytes('PK\x03\x04word/document.xml'))).toEqual({ fault: 'office' });
    expect(inspectFile(bytes('<html><script>'))).toEqual({ fault: 'other' });
  });
  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('', '%PDF-', '\xff\xd8\xff', '\0\0\0\x18ftyp'),
        fc.uint8Array({ maxLength: 400 }),
        (start, rest) => {
          const found = inspectFile(Buffer.concat([Buffer.from(start, 'latin1'), rest]));
          expect('kind' in found || 'fault' in found).toBe(true);
        },
      ),
    );
  });
});
