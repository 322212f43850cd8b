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
  it('is protected whatever the numbers of the object that protects it', () => {
    for (const reference of [
      '/Encrypt 12 0 R',
      '/Encrypt 1 10 R',
      '/Encrypt  1  0  R',
      '/Encrypt\n123 45 R',
      '/Encrypt <<',
    ])
      expect(inspectFile(pdf(`${reference}\n`)), reference).toEqual({ fault: 'encrypted' });
    expect(inspectFile(pdf('/Encryption 1 0 R\n'))).toEqual({ kind: 'application/pdf' });
  });
  it('is known by the whole of its first signs', () => {
    for (const near of [
      '\x89PNX',
      '\x89ANG',
      'PK\x05\x06',
      '\xff\xd8\x00\xff',
      '\0\0\0\x18ftypisom',
      '\0\0\0\x18boxyheic',
      '\0\0\0\x18ftypxheic',
    ])
      expect(inspectFile(bytes(`${near}and more of it`)), JSON.stringify(near)).toEqual({ fault: 'other' });
    for (const brand of ['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1'])
      expect(inspectFile(bytes(`\0\0\0\x18ftyp${brand}`))).toEqual({ fault: 'heic' });
    expect(inspectFile(bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'))).toEqual({ fault: 'office' });
  });
  it('is an image whose segments are walked one by one, fill bytes too', () => {
    const image = (...parts: readonly string[]) => inspectFile(bytes('\xff\xd8', ...parts));
    const scan = `${segment(0xda, 'scan')}pixels\xff\xd9`;
    const whole = { kind: 'image/jpeg' };
    expect(image(segment(0xdb, 'table'), scan)).toEqual(whole);
    expect(image('\xff\xff', segment(0xdb, 'table').slice(1), '\xff\xff', scan)).toEqual(whole);
    expect(image(segment(0xdb, ''), scan)).toEqual(whole);
    expect(image(segment(0xdb, 'x'.repeat(300)), scan)).toEqual(whole);
    expect(image(segment(0xda, ''), '\xff\xd9')).toEqual(whole);
    expect(image(segment(0xdb, 'table'), 'no marker here\xff\xd9')).toEqual({ fault: 'cut' });
    expect(image('\xff\xdb\x00\x01', scan), 'a length that holds not even itself').toEqual({ fault: 'cut' });
    expect(image(segment(0xdb, 'table'), '\xff\xd9'), 'an end without an image').toEqual({ fault: 'cut' });
    expect(image(segment(0xda, '\xff\xd9')), 'an end inside the header of the image').toEqual({ fault: 'cut' });
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
