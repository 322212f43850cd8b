import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sniff } from './sniff.ts';
import { endOfPdf } from './wholePdf.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');

describe('Le fichier déposé', () => {
  it('is for the reader that its first bytes name, whatever its name', () => {
    expect(sniff(bytes('%PDF-1.7\n'))).toEqual({ kind: 'application/pdf' });
    expect(sniff(bytes('\xff\xd8\xff\xe0'))).toEqual({ kind: 'image/jpeg' });
    expect(sniff(bytes('\x89PNG\r\n\x1a\n'))).toEqual({ kind: 'image/png' });
    expect(sniff(bytes('RIFF\x24\0\0\0WEBPVP8 '))).toEqual({ kind: 'image/webp' });
    for (const brand of ['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1'])
      expect(sniff(bytes(`\0\0\0\x18ftyp${brand}`))).toEqual({ kind: 'image/heic' });
  });
  it('may begin with what printers and mails put before a PDF', () => {
    for (const before of ['\n', '\r\n \0\t\f', '\xef\xbb\xbf', '\x1b%-12345X@PJL JOB\r\n@PJL ENTER LANGUAGE=PDF\r\n'])
      expect(sniff(bytes(`${before}%PDF-1.4`)), JSON.stringify(before)).toEqual({ kind: 'application/pdf' });
  });
  it('is no PDF because it holds one', () => {
    for (const before of ['<html>', '<?xml version="1.0"?>', 'MZ\x90', '#!/bin/sh\n', 'GIF89a', '%!PS\n', 'x', '@PJL'])
      expect(sniff(bytes(`${before}%PDF-1.4`)), before).toEqual({ fault: 'other' });
    expect(sniff(bytes(`${' '.repeat(1020)}%PDF-1.4`)), 'too far').toEqual({ fault: 'other' });
    expect(sniff(bytes(`${' '.repeat(1019)}%PDF-1.4`))).toEqual({ kind: 'application/pdf' });
  });
  it('is refused when it is empty or of another kind, each with its own reason', () => {
    expect(sniff(bytes(''))).toEqual({ fault: 'empty' });
    expect(sniff(bytes('PK\x03\x04word/document.xml'))).toEqual({ fault: 'office' });
    expect(sniff(bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'))).toEqual({ fault: 'office' });
    expect(sniff(bytes('<html><script>'))).toEqual({ fault: 'other' });
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
      '%PDF',
      'RIFF\x24\0\0\0WAVEfmt ',
      'RIFX\x24\0\0\0WEBPVP8 ',
    ])
      expect(sniff(bytes(`${near}and more of it`)), JSON.stringify(near)).toEqual({ fault: 'other' });
  });
  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('', '%PDF-', '\xff\xd8\xff', '\0\0\0\x18ftyp', '\x1b%-12345X@PJL'),
        fc.uint8Array({ maxLength: 400 }),
        (start, rest) => {
          const found = sniff(Buffer.concat([Buffer.from(start, 'latin1'), rest]));
          expect('kind' in found || 'fault' in found).toBe(true);
        },
      ),
    );
  });
});

describe('A PDF', () => {
  it('ends at its last end mark, whatever is glued behind', () => {
    expect(endOfPdf(bytes('%PDF-1.4 %%EOF and %%EOF\nPK\x03\x04'))).toBe('%PDF-1.4 %%EOF and %%EOF'.length);
    expect(endOfPdf(bytes('%%EOF'))).toBe(5);
  });
  it('is cut without an end mark, and when objects go on behind the last one', () => {
    expect(endOfPdf(bytes('%PDF-1.4\n1 0 obj'))).toBeNull();
    expect(endOfPdf(bytes('%PDF-1.4 %%EOF\n12 0 obj\n<<'))).toBeNull();
    expect(endOfPdf(bytes('%PDF-1.4 %%EOF\n12 0 objects'))).not.toBeNull();
  });
});
