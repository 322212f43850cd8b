import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openArchive, packArchive } from './archive.ts';

const files = [
  { file: 'sessions/bp-2024.yaml', text: 'code: été\n' },
  { file: 'texts/mails.yaml', text: '[]\n' },
];
const zip = (entries: Record<string, string | Uint8Array>) =>
  zipSync(
    Object.fromEntries(
      Object.entries(entries).map(([name, text]) => [name, typeof text === 'string' ? strToU8(text) : text]),
    ),
  );

describe('An archive of rules', () => {
  it('gives back what was put in, wherever its folder stands, without what else is there', () => {
    expect(packArchive(files)).toEqual(packArchive(files));
    expect(openArchive(packArchive(files))).toEqual({ ok: true, value: files });
    const other = zip({
      'copie/catalogue/texts/mails.yaml': '\ufeff[]\r\n',
      'copie/lisez-moi.txt': 'x',
      '__MACOSX/._a': 'x',
    });
    expect(openArchive(other)).toEqual({ ok: true, value: [{ file: 'texts/mails.yaml', text: '[]\n' }] });
  });

  it('never leads outside its folder', () => {
    expect(openArchive(zip({ '../../etc/passwd.yaml': 'x', 'catalogue/../x.yaml': 'y', '/x y.yaml': 'z' }))).toEqual({
      ok: false,
      error: 'no-rules',
    });
  });

  it('is refused when it is none, empty, too big or not in UTF-8', () => {
    expect(openArchive(Buffer.from('PK not really'))).toEqual({ ok: false, error: 'not-an-archive' });
    expect(openArchive(zip({}))).toEqual({ ok: false, error: 'no-rules' });
    expect(openArchive(zip({ 'a.yaml': 'x'.repeat(6_000_000) }))).toEqual({ ok: false, error: 'too-big' });
    expect(openArchive(zip({ 'a.yaml': new Uint8Array([0xe9, 0x74]) }))).toEqual({ ok: false, error: 'not-utf8' });
  });
});
