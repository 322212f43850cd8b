import { strFromU8, strToU8, zipSync } from 'fflate';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { csvOf } from '../platform/tables/csv.ts';
import { readTable } from '../platform/tables/readTable.ts';
import { xlsxOf } from '../platform/tables/xlsx.ts';
import type { Browser } from '../testing/enrolments.ts';
import { aStaffMember, signedIn } from '../testing/staff.ts';
import { stage } from '../testing/stage.ts';
import { fieldOn, words } from '../testing/words.ts';
import { readEntrants } from './entrants.ts';
import { COIFFURE, manyEntrants, markedIn, marksRoom, openSpace, SESSION } from './testing.ts';

const space = await stage(marksRoom, { staff: { ada: 'jury', bob: 'jury', head: 'head' } });
const {
  db,
  catalogue,
  staff: { ada, bob, head },
  entrants,
  setClock,
} = space;
await manyEntrants(db, space, catalogue, 3);
await setClock('2024-06-20T10:00:00+02:00');
await head.get('/gestion/notes');
await head.post('/gestion/notes/lots', { session: SESSION });
const { rows } = await sql<{ id: string }>`select id from mark_batch`.execute(db);
const id = rows[0]?.id ?? '';
const at = `/gestion/notes/${id}`;
await head.post('/gestion/notes/personnes', { lots: id, premiere: ada.id, seconde: bob.id });
const read = await readTable((await ada.get(`${at}/modele.xlsx`)).bytes);
const table = read.ok ? read.value : [];

const marked = (...marks: readonly string[]) =>
  table.map((cells, line) => (line === 0 ? cells : cells.with(4, marks[line - 1] ?? '')));
async function bytesOf(lines: readonly (readonly string[])[], format: 'csv' | 'xlsx' = 'csv'): Promise<Buffer> {
  const all = (async function* () {
    yield* lines;
  })();
  return Buffer.concat(await Array.fromAsync<Uint8Array>(format === 'csv' ? csvOf(all) : xlsxOf('Notes', all)));
}
async function send(browser: Browser, content: Buffer, name = 'notes.csv') {
  await browser.get(`${at}/fichier`);
  return browser.upload(`${at}/fichier`, {}, content, name);
}
/** One sheet, with what a cell of a day looks like (`s="1"`). */
function aWorkbook(rows: string): Buffer {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packed = 'http://schemas.openxmlformats.org/package/2006';
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${packed}/content-types"/>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packed}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
  };
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]))));
}
const entries = async (): Promise<number> => (await sql`select 1 from mark_entry`.execute(db)).rows.length;

describe('A round by a file', () => {
  it('begins with a template, as CSV or XLSX, that has a line a script', async () => {
    expect(table[0]).toEqual(['Session', 'Spécialité', 'Unité', 'Numéro', 'Note']);
    expect(table.slice(1).map((cells) => cells.slice(0, 3))).toEqual([1, 2, 3].map(() => [SESSION, COIFFURE, 'U10']));
    const csv = await ada.get(`${at}/modele.csv`);
    expect(strFromU8(csv.bytes)).toContain('Session;Spécialité;Unité;Numéro;Note');
  });

  it('is refused whole with every fault and its line, and nothing is written', async () => {
    const lines = marked('10.25', '21', '12');
    const [, , , again = []] = lines;
    const seen = await send(
      ada,
      await bytesOf([...lines, again, again.with(0, 'bp-2023-clermont'), again.with(3, '1')]),
    );
    expect(seen.status).toBe(422);
    expect(words(seen.body)).toMatch(
      /6 défauts.* 2 Écrivez la note au demi-point.* 3 La note va de 0 à 20.* 5 Le numéro .* déjà à la ligne 4.* 6 .*bp-2023-clermont.*/,
    );
    for (const [content, says] of [
      [await bytesOf(table.map((cells) => cells.slice(0, 4))), 'Il manque la colonne « Note »'],
      [Buffer.from(''), 'Ce fichier est vide'],
      [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), "n'est pas un tableau"],
      [Buffer.from('PK nothing'), 'ne se lit pas'],
      [await bytesOf(marked()), 'ne change rien'],
    ] as const) {
      const refused = await send(ada, content);
      expect([refused.status, words(refused.body)]).toEqual([422, expect.stringContaining(says)]);
    }
    const big = await send(ada, Buffer.alloc(5 * 1024 ** 2 + 1, 'a'));
    expect([big.status, words(big.body)]).toEqual([413, expect.stringContaining('dépasse 5 Mo')]);
    const none = await ada.upload(`${at}/fichier`, {}, Buffer.from(''), '');
    expect([none.status, words(none.body)]).toEqual([422, expect.stringContaining('Choisissez le fichier')]);
    expect(await entries()).toBe(0);
  });

  it('of a hundred thousand lines, or of another session, is refused whole while others are served', async () => {
    const [head = [], one = []] = table;
    const lines = [head, ...Array.from({ length: 100_000 }, () => one.with(4, '10.25'))];
    const [csv, xlsx] = [await bytesOf(lines), await bytesOf(lines, 'xlsx')];
    expect(csv.length).toBeGreaterThan(4_000_000);
    const answers = await Promise.all([
      send(ada, csv),
      ada.get(`${at}/fichier`),
      send(ada, xlsx, 'notes.xlsx'),
      ada.get(`${at}/fichier`),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([422, 200, 422, 200]);
    for (const refused of [answers[0], answers[2]])
      expect(words(refused.body)).toMatch(/5 000 lignes.*Rien n'a été enregistré : envoyez un lot à la fois/);
    const wrong = one.with(0, 'bp-2023-clermont').with(3, '12').with(4, '10.25');
    const most = await send(ada, await bytesOf([head, ...Array.from({ length: 4_999 }, () => wrong)]));
    expect([most.status, words(most.body)]).toEqual([422, expect.stringContaining('14 997 défauts')]);
    expect(words(most.body)).toContain('14 797 autres');
    expect(await entries()).toBe(0);
  });

  it('keeps what a spreadsheet made of marks from passing for marks: a day, a fault, a fraction', async () => {
    const [, one = [], two = [], three = []] = table;
    const cells = (line: readonly string[], row: number, mark: string): string =>
      `<row r="${row}">${line
        .slice(0, 4)
        .map((text, index) => `<c r="${'ABCD'[index]}${row}" t="inlineStr"><is><t>${text}</t></is></c>`)
        .join('')}${mark}</row>`;
    const sheet = (...marks: readonly string[]): Buffer =>
      aWorkbook(
        [
          cells(table[0] ?? [], 1, '<c r="E1" t="inlineStr"><is><t>Note</t></is></c>'),
          ...[one, two, three].map((line, index) => cells(line, index + 2, marks[index] ?? '')),
        ].join(''),
      );
    const wrong = await send(
      ada,
      sheet(
        '<c r="E2" s="1"><v>45424</v></c>',
        '<c r="E3" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
        '<c r="E4"><f>1/3</f><v>12.333333333333334</v></c>',
      ),
    );
    expect([wrong.status, words(wrong.body)]).toEqual([422, expect.stringMatching(/3 défauts.* 2 .* 3 .* 4 /)]);
    const uncomputed = await send(ada, sheet('<c r="E2"><f>A1</f></c>', '', '<c r="E4"><v>12</v></c>'));
    expect([uncomputed.status, words(uncomputed.body)]).toEqual([422, expect.stringContaining('1 défaut')]);
    const computed = await send(ada, sheet('<c r="E2"><f>10+2.5</f><v>12.5</v></c>', '', ''));
    const preview = words((await ada.get(computed.location)).body);
    expect(preview).toMatch(/1 note sera écrite, 2 .*\(vide\) 12,5/);
    expect(await entries()).toBe(0);
  });

  it('shows what it changes, and writes exactly that, once, for its round alone', async () => {
    const sent = await send(ada, await bytesOf(marked('12,5', 'A', ''), 'xlsx'), 'notes.xlsx');
    expect(sent.location).toMatch(/\/fichier\/[\w-]+$/);
    expect(await entries()).toBe(0);
    const preview = words((await ada.get(sent.location)).body);
    expect(preview).toMatch(/2 notes seront écrites, 1 est déjà la même.*\(vide\) 12,5.*\(vide\) absent/);
    expect((await bob.get(sent.location)).status).toBe(404);
    expect((await bob.post(sent.location, {})).status).toBe(404);
    expect((await ada.post(sent.location, {})).location).toBe(`${at}/saisie?message=importees`);
    expect((await ada.post(sent.location, {})).status).toBe(303);
    expect(await entries()).toBe(2);
    expect((await ada.get(sent.location)).location).toBe(`${at}/saisie`);
    const grid = (await ada.get(`${at}/saisie`)).body;
    expect(grid).toContain('value="12,5"');
    expect((await bob.get(`${at}/saisie`)).body).not.toContain('value="12,5"');
    const { rows } = await sql<{ data: string }>`select data from journal where name = 'marks.imported'`.execute(db);
    expect(rows).toHaveLength(1);
  });

  it('previewed before something else was typed is refused; the last file sent is the one that counts', async () => {
    const first = await send(ada, await bytesOf(marked('8', '', '')));
    const second = await send(ada, await bytesOf(marked('9', '', '')));
    const gone = await ada.post(first.location, {});
    expect([gone.status, words(gone.body)]).toEqual([404, expect.stringContaining("Cet aperçu n'est plus là")]);
    expect((await ada.get(first.location)).status).toBe(404);
    const grid = (await ada.get(`${at}/saisie`)).body;
    const version = fieldOn(grid, 'version');
    const field = /name="(n-\w+)"/.exec(grid)?.[1] ?? '';
    await ada.post(`${at}/saisie`, { version, [field]: '11' });
    const before = await entries();
    const stale = await ada.post(second.location, {});
    expect([stale.status, words(stale.body)]).toEqual([409, expect.stringContaining("depuis l'aperçu")]);
    expect(await entries()).toBe(before);
  });

  it('is not taken once the round has ended', async () => {
    await ada.post((await send(ada, await bytesOf(marked('12', '13', '14')))).location, {});
    expect((await ada.post(`${at}/saisie/terminee`, {})).status).toBe(303);
    expect((await ada.get(`${at}/fichier`)).location).toBe(`${at}/saisie`);
    const late = await ada.upload(`${at}/fichier`, {}, await bytesOf(marked('1', '1', '1')), 'notes.csv');
    expect([late.status, words(late.body)]).toEqual([409, expect.stringContaining('Cette saisie est terminée')]);
  });
});

describe('Who sits what', () => {
  it('is read of registered files: a unit that is kept is not sat', async () => {
    const found = await readEntrants(db, catalogue, 'clermont', SESSION);
    const [someone] = found;
    expect(new Set(found.map(({ enrolmentId }) => enrolmentId)).size).toBe(3);
    expect(someone?.speciality).toBe(COIFFURE);
    const regulation = catalogue.regulation(COIFFURE, 2024);
    for (const { unit } of found) expect(regulation?.units.map(({ id }) => id)).toContain(unit);
    // Remembered, and the same.
    expect(await readEntrants(db, catalogue, 'clermont', SESSION)).toEqual(found);
    expect(await readEntrants(db, catalogue, 'lyon', SESSION)).toEqual([]);
    await sql`update enrolment set reserve = 'pending' where id = ${someone?.enrolmentId}`.execute(db);
    const left = await readEntrants(db, catalogue, 'clermont', SESSION);
    expect(left.some(({ enrolmentId }) => enrolmentId === someone?.enrolmentId)).toBe(false);
  });
});

describe('How a unit is marked', () => {
  it('is data of the exam: without it no batch opens, in whole points a half is refused', async () => {
    const other = await openSpace(db, markedIn(catalogue, null));
    const chief = await signedIn(other.site, (await aStaffMember(db, other.site.accounts, 'head')).address);
    other.entrants.push(...entrants.map((one) => ({ ...one, unit: 'U77' })));
    await chief.get('/gestion/notes');
    const refused = await chief.post('/gestion/notes/lots', { session: SESSION });
    expect([refused.status, words(refused.body)]).toEqual([409, expect.stringContaining('demi-points')]);
    await other.end();
    const whole = await openSpace(db, markedIn(catalogue, 'point'));
    const member = await aStaffMember(db, whole.site.accounts, 'jury');
    whole.entrants.push(...entrants.map((one) => ({ ...one, unit: 'U78' })));
    const again = await signedIn(whole.site, (await aStaffMember(db, whole.site.accounts, 'head')).address);
    await again.get('/gestion/notes');
    expect((await again.post('/gestion/notes/lots', { session: SESSION })).status).toBe(303);
    const { rows } = await sql<{ id: string }>`select id from mark_batch where unit = 'U78'`.execute(db);
    const lot = rows[0]?.id ?? '';
    await again.post('/gestion/notes/personnes', { lots: lot, premiere: member.id });
    const clerk = await signedIn(whole.site, member.address);
    const grid = (await clerk.get(`/gestion/notes/${lot}/saisie`)).body;
    expect(words(grid)).toContain('En points entiers');
    const field = /name="(n-\w+)"/.exec(grid)?.[1] ?? '';
    const half = await clerk.post(`/gestion/notes/${lot}/saisie`, { version: '1', [field]: '12,5' });
    expect([half.status, words(half.body)]).toEqual([422, expect.stringContaining('points entiers')]);
    await whole.end();
  });
});
