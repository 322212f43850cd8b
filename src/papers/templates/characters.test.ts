import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../testing/properties.ts';
import { pdf } from '../../testing/shared.ts';
import { givenNames, personName, printedLine } from '../../ui/index.ts';
import type { PaperContent } from '../content.ts';
import { pagesOf, readPdf } from '../testingPdf.ts';

const TEMPLATE = path.join(import.meta.dirname, 'paper.typ');

/** A sheet that holds these texts and nothing else of interest, as an answer, a unit, a paragraph and a label. */
function sheetOf(texts: readonly string[]): PaperContent {
  return {
    title: 'Essai',
    letterhead: ['Rectorat', 'Académie'],
    contact: { title: 'Contact', lines: ['G1'] },
    subject: 'Essai',
    marks: [{ label: 'Numéro', value: 'BP24-00001-A' }],
    parts: [
      [
        { type: 'facts', title: 'Faits', lines: [{ label: 'Noms', values: texts }] },
        {
          type: 'units',
          title: 'Unités',
          head: ['Unité', 'Épreuve', 'Choix'],
          coded: true,
          rows: texts.slice(0, 1).map((text) => ({ code: 'U10', title: text, choice: text })),
        },
        { type: 'text', title: 'Texte', paragraphs: texts.slice(0, 1) },
      ],
    ],
    footer: 'Essai',
    paging: { page: 'page', of: 'sur' },
    day: { year: 2023, month: 11, day: 15 },
    pages: null,
  };
}

/** Rows of the height that they have in a real request. */
function piecesOf(count: number): PaperContent['parts'][number][number] {
  const line = 'Un document de moins de trois mois, à votre nom et à votre adresse. '.repeat(2);
  return {
    type: 'pieces',
    title: 'À déposer',
    head: ['Code', 'Pièce', 'Pourquoi'],
    rows: Array.from({ length: count }, (_, rank) => ({
      code: `PIECE${rank + 1}`,
      label: 'Justificatif',
      about: [line, line],
      why: [line],
    })),
    after: [],
  };
}

const print = (texts: readonly string[]): Promise<Buffer> => pdf.render({ template: TEMPLATE, data: sheetOf(texts) });

const accepted = (check: ReturnType<typeof personName>, text: string): string | null => {
  const read = check.safeParse(text);
  return read.success ? read.data : null;
};
const everyCharacter = Array.from({ length: 0x3000 }, (_, code) => String.fromCodePoint(code)).filter(
  (character) => !/\p{Cc}|\p{Cs}/u.test(character),
);

/** Strings of what the check may accept, and of what it should refuse: letters of every kind, accents, signs. */
const anyText = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzéèçœŒñüøłğışđơưáấặợữ') },
      { weight: 2, arbitrary: fc.constantFrom(' ', '-', "'", '’', '.', ', ', '«\u00a0', '€', '…') },
      { weight: 2, arbitrary: fc.integer({ min: 0xc0, max: 0x24f }).map((code) => String.fromCodePoint(code)) },
      { weight: 1, arbitrary: fc.integer({ min: 0x250, max: 0x36f }).map((code) => String.fromCodePoint(code)) },
      { weight: 1, arbitrary: fc.integer({ min: 0x1e00, max: 0x1eff }).map((code) => String.fromCodePoint(code)) },
    ),
    { minLength: 1, maxLength: 80 },
  )
  .map((characters) => characters.join(''));

describe('What the forms accept, papers print', () => {
  it.each([
    ['Vietnamese', 'Nguyễn Thị Phương Ất'],
    ['Polish', 'Wałęsa-Brzęczyszczykiewicz Łukasz Źdźbło'],
    ['Turkish', 'Çağlayan Işıl İnönü Şükrü'],
    ['French', "D'Œuvre-Lacœur Ÿsaÿe"],
    ['with a typographic apostrophe', 'O\u2019Brien L\u2019Hôpital'],
    ['Hausa', 'Ƙaɗo Ƴaro Ɓala'],
    ['Venda', 'Ḓivhu Ṱshilidzi Ḽiṅa Ṋ'],
    ['Croatian, in single characters', 'Ǆemal Ljubica ǆ'],
    ['Azerbaijani and Romanian', 'Əliyev Țuțea Ștefănescu'],
    ['with an accent of its own', 'X\u0301imena J\u030aan'],
  ])('a name: %s', async (_, name) => {
    const kept = accepted(personName(), name);
    expect(kept).not.toBeNull();
    const read = await readPdf(await print([kept ?? '']));
    if (!/[\u0300-\u036f\u01c4-\u01cc]/.test(kept ?? '')) expect(read.text).toContain(kept);
  });

  it.each([
    ['personName', personName()],
    ['givenNames', givenNames()],
    ['printedLine', printedLine()],
  ])('each single character that %s lets through', async (_, check) => {
    const kept = everyCharacter
      .flatMap((character) => [accepted(check, `a${character}b`) ?? [], accepted(check, character) ?? []])
      .flat();
    expect(kept.length).toBeGreaterThan(600);
    await expect(print(kept)).resolves.toBeInstanceOf(Buffer);
  });

  it('any name and any line of free text', async () => {
    let tried = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { minLength: 20, maxLength: 40 }), async (texts) => {
        const checks = [personName(), givenNames(), printedLine(120)];
        const kept = texts.flatMap((text) =>
          checks.map((check) => accepted(check, text)).filter((one) => one !== null),
        );
        tried += kept.length;
        await print(kept);
      }),
      runs(40),
    );
    expect(tried).toBeGreaterThan(500);
  });

  it('while what no font has is refused by the compiler, so that nobody prints a blank', async () => {
    await expect(print(['山田'])).rejects.toThrow('could not be displayed');
  });

  it('a word of 254 letters stays on the sheet', async () => {
    const address = `${'a'.repeat(64)}@${'b'.repeat(180)}.fr`;
    const { text } = await readPdf(await print([address]));
    expect(text.replaceAll(' ', '')).toContain(address);
  });

  it('a word that may be cut holds no sign that nobody typed', async () => {
    const address = `${'prenom'.repeat(5)}.${'nom'.repeat(5)}@domaine.fr`;
    const { text } = await readPdf(await print([address]));
    expect(text).toContain(` ${address} `);
  });

  it.each([3, 4, 5, 6, 7, 8, 9, 10, 11, 12])('no row of %i pieces stands alone on a page', async (count) => {
    const bytes = await pdf.render({ template: TEMPLATE, data: { ...sheetOf([]), parts: [[piecesOf(count)]] } });
    const pages = await pagesOf(bytes);
    expect(pages.length).toBeGreaterThanOrEqual(1);
    const rows = pages.map((page) => page.match(/PIECE\d+/g)?.length ?? 0).filter((rows) => rows > 0);
    expect(rows.reduce((sum, rows) => sum + rows, 0)).toBe(count);
    expect(rows.at(-1)).toBeGreaterThanOrEqual(2);
  });
});
