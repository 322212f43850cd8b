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
  it.each<[string, Uint8Array, ReturnType<typeof inspectFile>]>([
    ['a header at the end of the first 1,024', bytes(' '.repeat(1019), '%PDF-', '%%EOF'), { kind: 'application/pdf' }],
    ['a header after them', bytes(' '.repeat(1020), '%PDF-', '%%EOF'), { fault: 'other' }],
    ['an end in the last 2,048', bytes('%PDF-', '%%EOF', ' '.repeat(2043)), { kind: 'application/pdf' }],
    ['an end before them', bytes('%PDF-', '%%EOF', ' '.repeat(2044)), { fault: 'cut' }],
    ['metadata that bear the word', pdf('/EncryptMetadata false\n'), { kind: 'application/pdf' }],
    ['a dictionary far off', pdf('/Encrypt  12\n10   R\n'), { fault: 'encrypted' }],
    ['a number that refers to nothing', pdf('/Encrypt 12 10\n'), { kind: 'application/pdf' }],
    ['a film', bytes('\0\0\0\x18ftypmp42'), { fault: 'other' }],
    ['a brand after another word', bytes('\0\0\0\x18ftyphmif1'), { fault: 'other' }],
    ['a brand without its box', bytes('\0\0\0\x18fxyzheic'), { fault: 'other' }],
    ['a box at the very beginning', bytes('ftypheicftyp'), { fault: 'other' }],
    ['an old document', bytes('\xd0\xcf\x11\xe0 Word'), { fault: 'office' }],
    ['half of its signature', bytes('\xd0\xcf\x11\0 Word'), { fault: 'other' }],
    ['half of the signature of an archive', bytes('PK\x05\x06 end'), { fault: 'other' }],
    ['half of that of a PNG', bytes('\x89PNX'), { fault: 'other' }],
    ['half of that of a JPEG', bytes('\xff\xd8\xfe\xff\xd9'), { fault: 'other' }],
  ])('is told by %s', (_, file, expected) => {
    expect(inspectFile(file)).toEqual(expected);
  });
  it.each(['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1'])(
    'of a telephone is told by its brand %s',
    (brand) => {
      expect(inspectFile(bytes(`\0\0\0\x18ftyp${brand}\0\0`))).toEqual({ fault: 'heic' });
    },
  );
  it.each<[string, string, ReturnType<typeof inspectFile>]>([
    ['without a segment before the image', '', { kind: 'image/jpeg' }],
    ['with bytes that fill', '\xff\xff', { kind: 'image/jpeg' }],
    ['with an empty segment', segment(0xe2, ''), { kind: 'image/jpeg' }],
    ['with a long segment', segment(0xe2, 'x'.repeat(700)), { kind: 'image/jpeg' }],
    ['with an end inside a segment alone', segment(0xe2, '\xff\xd9'), { kind: 'image/jpeg' }],
    ['with a segment of impossible length', '\xff\xe2\0\x01', { fault: 'cut' }],
    ['with rubbish between its segments', `${segment(0xe2, 'x')}rubbish`, { fault: 'cut' }],
  ])('that is a JPEG %s', (_, before, expected) => {
    expect(inspectFile(bytes('\xff\xd8', before, segment(0xda, 'scan'), 'pixels\xff\xd9'))).toEqual(expected);
  });
  it('that is a JPEG whose image never begins is cut off', () => {
    expect(inspectFile(bytes('\xff\xd8', segment(0xe1, THUMBNAIL), segment(0xdb, 'table\xff\xd9')))).toEqual({
      fault: 'cut',
    });
    expect(inspectFile(bytes('\xff\xd8', segment(0xda, 'scan\xff\xd9'), 'pixels'))).toEqual({ fault: 'cut' });
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
