import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openArchive, packArchive } from './archive.ts';

const files = [
  { file: 'sessions/bp-2024.yaml', text: 'code: été\n' },
  { file: 'texts/mails.yaml', text: '[]\n' },
];
const zip = (entries: Record<string, string | Uint8Array>) =>
  Buffer.from(
    zipSync(
      Object.fromEntries(
        Object.entries(entries).map(([name, text]) => [name, typeof text === 'string' ? strToU8(text) : text]),
      ),
    ),
  );

describe('An archive of rules', () => {
  it('gives back what was put in, wherever its folder stands, without what else is there', async () => {
    expect(packArchive(files)).toEqual(packArchive(files));
    expect(await openArchive(packArchive(files))).toEqual({ ok: true, value: files });
    const other = zip({
      'copie/catalogue/texts/mails.yaml': '\ufeff[]\r\n',
      'copie/lisez-moi.txt': 'x',
      '__MACOSX/._a': 'x',
    });
    expect(await openArchive(other)).toEqual({ ok: true, value: [{ file: 'texts/mails.yaml', text: '[]\n' }] });
  });

  it('never leads outside its folder', async () => {
    expect(
      await openArchive(zip({ '../../etc/passwd.yaml': 'x', 'catalogue/../x.yaml': 'y', '/x y.yaml': 'z' })),
    ).toEqual({
      ok: false,
      error: 'no-rules',
    });
  });

  it('is refused when it is none, empty, too big or not in UTF-8', async () => {
    expect(await openArchive(Buffer.from('PK not really'))).toEqual({ ok: false, error: 'not-an-archive' });
    expect(await openArchive(zip({}))).toEqual({ ok: false, error: 'no-rules' });
    expect(await openArchive(zip({ 'a.yaml': 'x'.repeat(6_000_000) }))).toEqual({ ok: false, error: 'too-big' });
    expect(await openArchive(zip({ 'a.yaml': new Uint8Array([0xe9, 0x74]) }))).toEqual({
      ok: false,
      error: 'not-utf8',
    });
  });

  it('is weighed by what comes out of it, whatever sizes it declares', async () => {
    const bomb = zip({ 'catalogue/a.yaml': 'x'.repeat(40_000_000) });
    // The sizes in the local header and in the central directory, both said to be ten bytes.
    for (let at = 0; at < bomb.length - 4; at++) {
      if (bomb.readUInt32LE(at) === 0x04034b50) bomb.writeUInt32LE(10, at + 22);
      if (bomb.readUInt32LE(at) === 0x02014b50) bomb.writeUInt32LE(10, at + 24);
    }
    expect(bomb.length).toBeLessThan(50_000);
    expect(await openArchive(bomb)).toEqual({ ok: false, error: 'not-an-archive' });
    const many = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`a${index}.yaml`, 'x'.repeat(190_000)]));
    expect(await openArchive(zip(many))).toEqual({ ok: false, error: 'too-big' });
    const entries = Object.fromEntries(Array.from({ length: 2_500 }, (_, index) => [`a${index}.txt`, '']));
    expect(await openArchive(zip(entries))).toEqual({ ok: false, error: 'too-many' });
  });
});
