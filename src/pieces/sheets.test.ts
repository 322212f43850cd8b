import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { heicPhoto } from '../testing/documents/heicFile.ts';
import { takePhoto } from '../testing/documents/jpegFile.ts';
import { onePage } from '../testing/documents/pdfFile.ts';
import { seenByReader } from '../testing/documents/seenByReader.ts';
import { ORDINARY_DAY } from '../testing/enrolments.ts';
import { misplacedFaults } from '../testing/misplacedFaults.ts';
import { type PieceOwner, pieceRoom } from '../testing/pieceSite.ts';
import { stage } from '../testing/stage.ts';
import { fieldOn, wordsIn } from '../testing/words.ts';
import { dueSheets } from './actions/eraseSheets.ts';
import { MOST_SHEETS } from './piece.ts';
import { depositLedger } from './store/ledger.ts';
import { listSheets } from './store/sheets.ts';

/** Several files that become one document, through the real forms. */
const PDF = onePage();
const JPEG = await takePhoto();
const HEIC = heicPhoto();
const CLOSING = '2023-12-01T16:00:00Z';
const pieces = await stage(pieceRoom());
beforeEach(() => pieces.setClock(ORDINARY_DAY));

type Person = Omit<PieceOwner, 'at'> & { readonly at: string; readonly sheets: string };
async function someone(): Promise<Person> {
  const made = await pieces.owner();
  const at = made.at('DOMICIL');
  return { ...made, at, sheets: `${at}/feuilles` };
}
const pieceOf = (person: Person) => person.piece('DOMICIL');
const sheetsOf = async (person: Person) => listSheets(pieces.db, (await pieceOf(person)).id);
const sha = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
async function prepare(person: Person, ...given: readonly (readonly [Buffer, string])[]): Promise<void> {
  await person.browser.get(person.sheets);
  for (const [content, name] of given)
    expect((await person.browser.upload(person.sheets, {}, content, name)).status).toBe(303);
}
async function deposit(person: Person) {
  const cle = fieldOn((await person.browser.get(person.sheets)).body, 'cle');
  return person.browser.post(`${person.sheets}/deposer`, { cle });
}

describe('Several files', () => {
  it('put in order and turned become one PDF, whose receipt names each of them', async () => {
    const person = await someone();
    await prepare(person, [JPEG, 'recto.jpg'], [PDF, 'verso.pdf'], [HEIC, 'IMG_1.HEIC']);
    const [first, , third] = await sheetsOf(person);
    await person.browser.post(`${person.sheets}/${third?.id}`, { acte: 'up' });
    await person.browser.post(`${person.sheets}/${first?.id}`, { acte: 'turn' });
    const page = wordsIn((await person.browser.get(person.sheets)).body);
    expect(page).toContain('Déposer ces 3 pages');
    expect((await pieceOf(person)).files).toEqual([]);
    expect(wordsIn((await person.browser.get(person.at)).body)).toContain('3 pages prêtes, à déposer');

    const answer = await deposit(person);
    expect(answer.location).toMatch(/\?recu=D-/);
    const [kept] = (await pieceOf(person)).files;
    expect(kept).toMatchObject({ type: 'application/pdf', pages: 3, name: 'recto.pdf' });
    const list = [JPEG, HEIC, PDF].map(
      (one, index) => `${sha(one)} ${one.length} ${['image/jpeg', 'image/heic', 'application/pdf'][index]}\n`,
    );
    expect(kept?.sent).toEqual({
      sha256: sha(Buffer.from(list.join(''))),
      size: JPEG.length + HEIC.length + PDF.length,
      type: 'multipart/mixed',
    });
    const { bytes } = await person.browser.get(`${person.at}/fichiers/${kept?.id}`);
    const made = await PDFDocument.load(bytes);
    expect(made.getPages().map((one) => [one.getRotation().angle, one.getWidth() > one.getHeight()])).toEqual([
      [90, true],
      [0, true],
      [0, false],
    ]);
    expect((await seenByReader(bytes)).active).toEqual([]);
    expect((await seenByReader(bytes)).text).toContain('Facture');
    const proof = wordsIn((await person.browser.get(person.at)).body);
    for (const one of [JPEG, HEIC, PDF]) expect(proof).toContain(sha(one));
    // Nothing is left of what they were made from.
    expect(await sheetsOf(person)).toEqual([]);
    expect(readdirSync(path.join(pieces.folder, person.enrolment.id))).toHaveLength(1);
  }, 120_000);

  it('prepared alone, and not turned, are deposited as they are', async () => {
    const person = await someone();
    await prepare(person, [JPEG, 'recto.jpg']);
    expect((await deposit(person)).location).toMatch(/\?recu=D-/);
    const [kept] = (await pieceOf(person)).files;
    expect(kept).toMatchObject({
      type: 'image/jpeg',
      name: 'recto.jpg',
      sent: { sha256: sha(JPEG), type: 'image/jpeg' },
    });
    expect((await person.browser.get(`${person.at}/fichiers/${kept?.id}`)).bytes.length).toBe(kept?.size);
  }, 120_000);

  it('are deposited once by a double click', async () => {
    const person = await someone();
    await prepare(person, [JPEG, 'a.jpg'], [PDF, 'b.pdf']);
    const cle = fieldOn((await person.browser.get(person.sheets)).body, 'cle');
    const click = () => person.browser.post(`${person.sheets}/deposer`, { cle });
    const answers = await Promise.all([click(), click()]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect((await pieceOf(person)).files).toHaveLength(1);
    expect((await click()).location).toBe(person.at);
    expect((await pieceOf(person)).files).toHaveLength(1);
  }, 120_000);

  it('can be taken away, shown, and end at twelve; a refused one leaves the others and names itself', async () => {
    const person = await someone();
    await prepare(person, [JPEG, 'a.jpg'], [PDF, 'b.pdf']);
    const [first, second] = await sheetsOf(person);
    const picture = await person.browser.get(`${person.sheets}/${second?.id}/image`);
    expect([picture.status, picture.header('content-type')]).toEqual([200, 'image/jpeg']);
    const before = pieces.filesOnDisk();
    await person.browser.post(`${person.sheets}/${first?.id}`, { acte: 'remove' });
    await person.browser.post(`${person.sheets}/${first?.id}`, { acte: 'remove' });
    expect(pieces.filesOnDisk()).toBe(before - 1);
    expect((await person.browser.get(`${person.sheets}/${first?.id}/image`)).status).toBe(404);
    expect((await person.browser.post(`${person.sheets}/${second?.id}`, { acte: 'x' })).status).toBe(303);
    expect(await sheetsOf(person)).toHaveLength(1);
    const refused = await person.browser.upload(person.sheets, {}, Buffer.from('Bonjour'), 'lettre.doc');
    expect([refused.status, wordsIn(refused.body).includes("« lettre.doc » : Ce fichier n'est ni")]).toEqual([
      415,
      true,
    ]);
    expect(misplacedFaults(refused.body)).toEqual([]);
    expect(await sheetsOf(person)).toHaveLength(1);
    await sql`insert into deposit_sheet select gen_random_uuid(), academy, session, enrolment_id, piece_id, 10 + n, 0, name, type, size, sha256,
      pages, sent_sha256, sent_size, sent_type, file_key || n, begun_at, finished_at from deposit_sheet, generate_series(2, ${MOST_SHEETS}) n
      where id = ${second?.id}`.execute(pieces.db);
    const full = await person.browser.upload(person.sheets, {}, PDF, 'c.pdf');
    expect([full.status, misplacedFaults(full.body)]).toEqual([409, []]);
    expect(pieces.filesOnDisk()).toBe(before - 1);
  }, 120_000);

  it("are nobody else's", async () => {
    const [person, other] = [await someone(), await someone()];
    await prepare(person, [JPEG, 'a.jpg']);
    const [sheet] = await sheetsOf(person);
    await other.browser.get(other.sheets);
    for (const address of [person.sheets, `${person.sheets}/${sheet?.id}/image`])
      expect((await other.browser.get(address)).status).toBe(404);
    for (const address of [`${person.sheets}/${sheet?.id}`, `${person.sheets}/deposer`])
      expect((await other.browser.post(address, { acte: 'remove' })).status).toBe(404);
    // Under an address of one's own neither.
    await other.browser.post(`${other.sheets}/${sheet?.id}`, { acte: 'remove' });
    expect((await other.browser.get(`${other.sheets}/${sheet?.id}/image`)).status).toBe(404);
    expect(await sheetsOf(person)).toHaveLength(1);
  }, 120_000);

  /** The page of the pages, the piece's own, the list. */
  const pagesThatSay = async ({ browser, sheets }: Person): Promise<readonly string[]> => {
    const addresses = [sheets, sheets.replace(/\/feuilles$/, ''), sheets.replace(/\/\w+\/feuilles$/, '')];
    const shown = await Promise.all(addresses.map((one) => browser.get(one)));
    const row =
      new RegExp(`<li id="piece-${sheets.split('/').at(-2)}".*?</li>`, 's').exec(shown[2]?.body ?? '')?.[0] ?? '';
    return [wordsIn(shown[0]?.body ?? ''), wordsIn(shown[1]?.body ?? ''), wordsIn(row)];
  };

  it('count from the last that began, and may be deposited within half an hour after the closing', async () => {
    const person = await someone();
    await pieces.setClock('2023-12-01T15:59:00Z');
    await prepare(person, [JPEG, 'a.jpg']);
    await pieces.setClock('2023-12-01T16:10:00Z');
    expect((await person.browser.upload(person.sheets, {}, PDF, 'b.pdf')).status).toBe(403);
    expect(await sheetsOf(person)).toHaveLength(1);
    await pieces.setClock('2023-12-01T16:29:00Z');
    expect((await person.browser.get(person.sheets)).body).not.toContain('type="file"');
    for (const page of await pagesThatSay(person)) {
      expect(page).toContain("a commencé à temps : déposez-le jusqu'au vendredi 1er décembre 2023 à 17 h 30");
      expect(page).not.toContain('lui seul peut encore la prendre');
    }
    expect((await deposit(person)).location).toMatch(/recu=/);
    const [kept] = (await pieceOf(person)).files;
    expect(kept?.begunAt.epochMilliseconds).toBeLessThan(Temporal.Instant.from(CLOSING).epochMilliseconds);
    expect(kept?.finishedAt.epochMilliseconds).toBeGreaterThan(Temporal.Instant.from(CLOSING).epochMilliseconds);
  }, 120_000);

  it('one of which can’t be read is taken away then, since none can be added; of none that can be, nothing is to be deposited', async () => {
    const person = await someone();
    await prepare(person, [JPEG, 'a.jpg'], [PDF, 'b.pdf']);
    const { id } = await pieceOf(person);
    const unreadable = (name: string) =>
      sql`update deposit_sheet set refusal = 'file-cut' where name = ${name} and piece_id = ${id}`.execute(pieces.db);
    await unreadable('b.pdf');
    expect((await pagesThatSay(person))[0]).toContain('puis ajoutez-la de nouveau');
    await pieces.setClock('2023-12-01T16:10:00Z');
    const [page] = await pagesThatSay(person);
    expect(page).toContain('Retirez cette page pour pouvoir déposer les autres');
    expect(page).not.toMatch(/ajoutez-la|Enregistrez-le/);
    await unreadable('a.jpg');
    for (const one of await pagesThatSay(person)) expect(one).toContain('lui seul peut encore la prendre');
  }, 120_000);

  it('deposited half an hour after the closing are too late, and stay where they are', async () => {
    const person = await someone();
    await pieces.setClock('2023-12-01T15:59:00Z');
    await prepare(person, [JPEG, 'a.jpg']);
    await pieces.setClock('2023-12-01T16:30:00Z');
    const answer = await person.browser.post(`${person.sheets}/deposer`, { cle: crypto.randomUUID() });
    expect([answer.status, wordsIn(answer.body).includes('une demi-heure après la clôture')]).toEqual([403, true]);
    for (const page of await pagesThatSay(person)) {
      expect(page).toContain('lui seul peut encore la prendre');
      expect(page).not.toMatch(/à temps|Continuer et déposer/);
    }
    const [sheet] = await sheetsOf(person);
    expect((await pieces.files.read(sheet?.fileKey ?? '')).length).toBe(sheet?.size);
  }, 120_000);

  it("that nobody deposits are forgotten after two days, and are nobody's to sweep until then", async () => {
    const person = await someone();
    await prepare(person, [JPEG, 'a.jpg']);
    const [sheet] = await sheetsOf(person);
    const key = sheet?.fileKey ?? '';
    expect(await depositLedger(pieces.db).named([key])).toEqual(new Set([key]));
    const later = async (hours: number): Promise<void> => {
      await sql`update deposit_sheet set finished_at = business_now() - make_interval(hours => ${hours}::int) where id = ${sheet?.id}`.execute(
        pieces.db,
      );
      await dueSheets({ db: pieces.db, files: pieces.files, catalogue: () => pieces.catalogue }).erase();
    };
    await later(47);
    expect(await sheetsOf(person)).toHaveLength(1);
    await later(49);
    expect(await sheetsOf(person)).toEqual([]);
    await expect(pieces.files.read(key)).rejects.toThrow();
  }, 120_000);
});

describe('Several files chosen at once', () => {
  it('on the page of the piece are prepared, not deposited', async () => {
    const person = await someone();
    await person.browser.get(person.at);
    const answer = await person.browser.uploadAll(person.at, {}, [
      [JPEG, 'a.jpg'],
      [PDF, 'b.pdf'],
    ]);
    expect([answer.status, answer.location]).toEqual([303, person.sheets]);
    expect((await sheetsOf(person)).map(({ name }) => name)).toEqual(['a.jpg', 'b.pdf']);
    expect((await pieceOf(person)).files).toEqual([]);
  }, 120_000);
  it('with a broken one among them keep those before it, and say which', async () => {
    const person = await someone();
    await person.browser.get(person.at);
    const answer = await person.browser.uploadAll(person.at, {}, [
      [JPEG, 'a.jpg'],
      [Buffer.from('x'), 'b.txt'],
      [PDF, 'c.pdf'],
    ]);
    expect([answer.status, wordsIn(answer.body).includes('« b.txt »')]).toEqual([415, true]);
    expect((await sheetsOf(person)).map(({ name }) => name)).toEqual(['a.jpg']);
  }, 120_000);
  it('by a form that is cut are deposited in no part, and are told so', async () => {
    const person = await someone();
    await person.browser.get(person.at);
    const before = pieces.filesOnDisk();
    const both = [
      [JPEG, 'a.jpg'],
      [PDF, 'b.pdf'],
    ] as const;
    // Cut within the second file, then within what stands before it.
    for (const cut of [PDF.length - 20, PDF.length + 90]) {
      const answer = await person.browser.uploadAll(person.at, {}, both, cut);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
    }
    // What came whole is prepared, never deposited.
    expect(pieces.filesOnDisk()).toBeLessThanOrEqual(before + (await sheetsOf(person)).length);
    expect((await pieceOf(person)).files).toEqual([]);
  }, 120_000);
  it('of more than twelve are refused without a failure', async () => {
    const person = await someone();
    await person.browser.get(person.at);
    const answer = await person.browser.uploadAll(
      person.at,
      {},
      Array.from({ length: MOST_SHEETS + 1 }, (_, index) => [JPEG, `${index}.jpg`] as const),
    );
    expect(answer.status).toBeLessThan(500);
    expect((await sheetsOf(person)).length).toBeLessThanOrEqual(MOST_SHEETS);
    expect((await pieceOf(person)).files).toEqual([]);
  }, 240_000);
});
