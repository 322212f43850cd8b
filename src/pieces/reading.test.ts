import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { enrolmentStream, lockEnrolment } from '../enrolment/index.ts';
import { openFileReader, whyNotOpened } from '../keptFiles/index.ts';
import { readStream, SYSTEM } from '../platform/journal.ts';
import { createLog } from '../platform/log.ts';
import { listTroubles } from '../platform/trouble.ts';
import { takePhoto } from '../testing/documents/jpegFile.ts';
import { onePage } from '../testing/documents/pdfFile.ts';
import { MACON_WITH_HANDICAP, ORDINARY_DAY, setClock } from '../testing/enrolments.ts';
import { type PieceOwner, pieceRoom } from '../testing/pieceSite.ts';
import { inspector } from '../testing/shared.ts';
import { stage } from '../testing/stage.ts';
import { plainSpaces, wordsIn } from '../testing/words.ts';
import { handOverGroup } from './actions/handOverGroup.ts';
import { unreadDeposits } from './actions/readDeposit.ts';
import { reviewPiece } from './actions/reviewPiece.ts';
import { sessionOf } from './deps.ts';
import { openDues } from './due.ts';
import type { PieceWithFiles } from './piece.ts';
import { remainingInWords, saidOf, unreadableInWords } from './remainingTexts.ts';
import { type Remaining, todosOf } from './rules/remaining.ts';
import { listFiles } from './store/deposits.ts';
import { depositLedger } from './store/ledger.ts';
import { listPieces } from './store/pieces.ts';
import { listSheets } from './store/sheets.ts';

/** Files that are received while others are read: through the real forms, read when their turn comes. */
const PDF = onePage();
/** Its first bytes are a PDF's, and nothing else of it is. */
const BROKEN = Buffer.concat([PDF.subarray(0, 60), Buffer.alloc(400, 'x')]);
const pieces = await stage(pieceRoom());
const photo = await takePhoto({ width: 2000, height: 1500 });
beforeEach(async () => {
  await pieces.setClock(ORDINARY_DAY);
  await sql`delete from unread_file`.execute(pieces.db);
  pieces.busy(true);
});

const give = (person: PieceOwner, content: Buffer, code = 'DOMICIL', name = 'domicile.pdf') =>
  person.browser.upload(person.at(code), {}, content, name);
const takeBack = async (person: PieceOwner) => {
  const [file] = (await person.piece('DOMICIL')).files;
  await person.browser.get(person.at());
  await person.browser.post(`${person.at('DOMICIL')}/fichiers/${file?.id}/supprimer`, {});
};
const names = async ({ enrolment }: PieceOwner) =>
  (await readStream(pieces.db, enrolmentStream(enrolment.id), 50)).map(({ name }) => name);
const signatureOf = async ({ enrolment }: PieceOwner) =>
  (await pieces.db.transaction().execute((tx) => lockEnrolment(tx, enrolment.id)))?.signature;
const waiting = async () =>
  (await sql<{ id: string }>`select id from unread_file where kept_until is null`.execute(pieces.db)).rows.length;
const keysWaiting = async () =>
  (
    await sql<{ key: string }>`select p ->> 'key' as key from unread_file, jsonb_array_elements(parts) p`.execute(
      pieces.db,
    )
  ).rows.map(({ key }) => key);

describe('A file that comes while others are read', () => {
  it('is received at once, at its second, counts from then on, and is opened by nobody before it is read', async () => {
    const person = await pieces.owner();
    const answer = await give(person, photo, 'DOMICIL', 'photo.jpg');
    expect([answer.status, answer.location]).toEqual([303, expect.stringMatching(/recu=D-/)]);
    const found = await person.piece('DOMICIL');
    const [file] = found.files;
    expect([file?.kept.unread, file?.pages, file?.sent?.size]).toEqual([true, null, photo.length]);
    const page = wordsIn((await person.browser.get(String(answer.location))).body);
    expect(page).toMatch(/Fichier reçu le 15 novembre 2023 à \d+ h \d\d min \d\d s/);
    expect(page).toContain('1 fichier reçu, en cours de lecture');
    const opened = await person.browser.get(`${person.at('DOMICIL')}/fichiers/${file?.id}`);
    expect([opened.status, wordsIn(opened.body)]).toEqual([409, expect.stringContaining('en cours de lecture')]);
    expect(file && whyNotOpened(file.kept, { is: 'staff', scans: false })).toEqual({ code: 'being-read' });
    // On the disk there is nothing of the photo.
    const [key = ''] = await keysWaiting();
    const kept = await pieces.files.read(key);
    expect(kept.includes(photo.subarray(200, 232))).toBe(false);
    expect([...(await depositLedger(pieces.db).named([key]))]).toEqual([key]);

    expect(await pieces.reader.readAll()).toBe(1);
    const [read] = (await person.piece('DOMICIL')).files;
    expect([read?.kept.unread, read?.pages, read?.receipt, read?.begunAt]).toEqual([
      false,
      1,
      file?.receipt,
      file?.begunAt,
    ]);
    expect((await person.browser.get(`${person.at('DOMICIL')}/fichiers/${file?.id}`)).status).toBe(200);
    await expect(pieces.files.read(key)).rejects.toThrow();
    expect(await names(person)).toEqual(expect.arrayContaining(['piece.deposited', 'piece.fileRead']));
  });

  it('says to its page how many wait, and whoever looks is read first', async () => {
    const [first, second] = [await pieces.owner(), await pieces.owner()];
    await give(first, PDF);
    await give(second, PDF);
    const state = await second.browser.get(`${second.at()}/lecture`);
    expect(JSON.parse(state.body)).toEqual({ state: '1' });
    const order: string[] = [];
    pieces.events.subscribe('piece.fileRead', 'tell', async (_, { payload }) => void order.push(payload.enrolmentId));
    await pieces.reader.readAll();
    expect(order).toEqual([second.enrolment.id, first.enrolment.id]);
    expect(JSON.parse((await second.browser.get(`${second.at()}/lecture`)).body)).toEqual({ state: '0' });
  });

  it('says on the page of one piece what its address answers, whatever waits for another', async () => {
    const person = await pieces.owner();
    await give(person, PDF, 'DOMICIL');
    await give(person, PDF, 'DCSTID01');
    const { state } = JSON.parse((await person.browser.get(`${person.at()}/lecture`)).body) as { state: string };
    const { body } = await person.browser.get(person.at('DOMICIL'));
    expect([/data-state="(\d+)"/.exec(body)?.[1], wordsIn(body)]).toEqual([
      state,
      expect.stringContaining('1 fichier reçu, en cours de lecture'),
    ]);
  });

  it('that is none that may be sent is refused at once, by its first bytes', async () => {
    const person = await pieces.owner();
    const answer = await give(person, Buffer.from('<html>'));
    expect([answer.status, await waiting()]).toEqual([415, 0]);
  });

  it('twice by a double click is one; again once it is read, it is the same', async () => {
    const person = await pieces.owner();
    await person.browser.get(person.at('DOMICIL'));
    const cle = '3f0c6f0e-55ab-4d2e-9d43-1e4f0d1c2b3a';
    const send = () => person.browser.upload(person.at('DOMICIL'), { cle }, PDF, 'a.pdf');
    const both = await Promise.all([send(), send()]);
    expect(new Set(both.map(({ location }) => location)).size).toBe(1);
    await pieces.reader.readAll();
    expect((await send()).location).toBe(both[0]?.location);
    expect((await person.piece('DOMICIL')).files).toHaveLength(1);
  });

  it('is taken back like another, and then read by nobody: its bytes go at once, and nothing says that it was read', async () => {
    const person = await pieces.owner();
    await give(person, PDF);
    const [key = ''] = await keysWaiting();
    await takeBack(person);
    expect([await waiting(), (await person.piece('DOMICIL')).files]).toEqual([0, []]);
    await expect(pieces.files.read(key)).rejects.toThrow();
    await pieces.reader.readAll();
    expect(await names(person)).not.toContain('piece.fileRead');
  });

  it('whose place another has taken is read, and nobody is told', async () => {
    const person = await withOneFile();
    await give(person, PDF, 'SNATJDC');
    pieces.busy(false);
    await give(person, photo, 'SNATJDC', 'photo.jpg');
    await pieces.reader.readAll();
    expect([await waiting(), await names(person)]).toEqual([0, expect.not.arrayContaining(['piece.fileRead'])]);
  });

  it('taken back while it is read leaves nothing', async () => {
    const person = await pieces.owner();
    await give(person, PDF);
    const [file] = (await person.piece('DOMICIL')).files;
    const { db, events, files, catalogue } = pieces;
    const inspect: typeof inspector.inspect = async (given) => {
      const seen = await inspector.inspect(given);
      await takeBack(person);
      return seen;
    };
    const node = { db: db, name: 'there', log: createLog('silent') };
    const reader = openFileReader({ node, files, inspector: { ...inspector, inspect }, atOnce: 1 });
    reader.follow(unreadDeposits({ db: db, events, catalogue: () => catalogue }));
    await reader.readAll();
    expect([await waiting(), (await person.piece('DOMICIL')).files]).toEqual([0, []]);
    const kept = await sql<{ unread: boolean; gone: boolean }>`select unread, erased_at is not null as gone from deposit
      where id = ${file?.id}`.execute(pieces.db);
    expect(kept.rows).toEqual([{ unread: false, gone: true }]);
    expect(await names(person)).not.toContain('piece.fileRead');
  });

  it('of an enrolment that ended meanwhile is promised nothing: what it holds is told to nobody, and asks for no other', async () => {
    const person = await pieces.owner();
    await give(person, BROKEN);
    await sql`update enrolment set status = 'withdrawn', ended_at = business_now() where id = ${person.enrolment.id}`.execute(
      pieces.db,
    );
    const page = wordsIn((await person.browser.get(person.at())).body);
    expect(page).toContain('aucune pièce ne vous est plus demandée');
    expect(page).not.toContain('vous auriez du temps');
    await pieces.reader.readAll();
    expect(await waiting()).toBe(0);
    expect((await person.piece('DOMICIL')).correctableUntil).toBeNull();
    expect(await names(person)).not.toContain('piece.fileRefused');
  });

  it('taken back unread, and larger than what is kept, is no work for ever where it can not be read', async () => {
    const person = await pieces.owner();
    await give(person, Buffer.concat([BROKEN, Buffer.alloc(6 * 1024 * 1024, 'x')]));
    await takeBack(person);
    await pieces.reader.readAll();
    expect([await waiting(), (await person.piece('DOMICIL')).files]).toEqual([0, []]);
  });

  it('given for two pieces is read for each', async () => {
    const person = await pieces.owner();
    await person.browser.upload(person.at('DCSTID01'), { aussi: '1NATID01' }, PDF, 'carte.pdf');
    expect(await waiting()).toBe(2);
    await pieces.reader.readAll();
    for (const code of ['DCSTID01', '1NATID01'])
      expect((await person.piece(code)).files.map(({ kept, pages }) => [kept.unread, pages])).toEqual([[false, 1]]);
  });
});

/** Of whom a piece is asked that has one file alone. */
async function withOneFile(): Promise<PieceOwner> {
  const person = await pieces.owner();
  await sql`update piece set code = 'SNATJDC' where enrolment_id = ${person.enrolment.id} and code = 'DOMICIL'`.execute(
    pieces.db,
  );
  return person;
}

async function refuseIt({ id: pieceId, academy, rowVersion }: PieceWithFiles, person: PieceOwner): Promise<void> {
  const deps = { db: pieces.db, events: pieces.events, catalogue: () => pieces.catalogue };
  const order = { academy, pieceId, rowVersion, mayDecide: () => true, officerId: person.candidate.accountId };
  const done = await reviewPiece(deps, SYSTEM, {
    ...order,
    decision: 'non-compliant',
    comment: 'Floue.',
    receivedOn: null,
    mayUnvalidate: false,
    onPaper: false,
  });
  expect(done.ok).toBe(true);
}

describe('Another file for the same piece', () => {
  it('takes the place of the first once it is read, not before', async () => {
    const person = await withOneFile();
    pieces.busy(false);
    await give(person, PDF, 'SNATJDC');
    pieces.busy(true);
    await give(person, photo, 'SNATJDC', 'photo.jpg');
    expect((await person.piece('SNATJDC')).files).toHaveLength(2);
    await pieces.reader.readAll();
    expect((await person.piece('SNATJDC')).files.map(({ type }) => type)).toEqual(['image/jpeg']);
  });

  it("that can't be read leaves the first", async () => {
    const person = await withOneFile();
    pieces.busy(false);
    await give(person, PDF, 'SNATJDC');
    pieces.busy(true);
    await give(person, BROKEN, 'SNATJDC');
    await pieces.reader.readAll();
    const found = await person.piece('SNATJDC');
    expect(found.files.map(({ pages }) => pages)).toEqual([1]);
    expect(found.refused).toMatchObject([{ refusal: expect.stringMatching(/^file-/) }]);
  });

  it("that can't be read leaves what was handed over with the office, and another may be given beside it", async () => {
    const person = await pieces.owner();
    pieces.busy(false);
    await give(person, PDF);
    pieces.busy(true);
    await give(person, BROKEN);
    await sql`update piece set handed_over_at = business_now() where enrolment_id = ${person.enrolment.id} and code = 'DOMICIL'`.execute(
      pieces.db,
    );
    expect((await give(person, photo, 'DOMICIL', 'photo.jpg')).status).toBe(409);
    await pieces.reader.readAll();
    expect((await person.piece('DOMICIL')).handedOverAt).not.toBeNull();
    expect((await give(person, photo, 'DOMICIL', 'photo.jpg')).status).toBe(303);
  });
});

describe('Two files that wait together', () => {
  const toldOf = async (person: PieceOwner) => {
    const told: (string | undefined)[] = [];
    pieces.events.subscribe('piece.fileRefused', 'tell', async (_, { payload }) => {
      if (payload.enrolmentId === person.enrolment.id) told.push(payload.replacedBy);
    });
    await pieces.reader.readAll();
    return told;
  };

  it('of a piece that has one: the first can be unreadable, and nobody is asked for another', async () => {
    const person = await withOneFile();
    await give(person, BROKEN, 'SNATJDC');
    await give(person, photo, 'SNATJDC', 'photo.jpg');
    const [, good] = (await person.piece('SNATJDC')).files;
    expect(await toldOf(person)).toEqual([good?.receipt]);
    const found = await person.piece('SNATJDC');
    expect([found.files.map(({ id }) => id), found.refused, found.givenAgainAt, found.correctableUntil]).toEqual([
      [good?.id],
      [],
      null,
      null,
    ]);
    const { academy, id } = found;
    expect((await listFiles(pieces.db, academy, id)).map((file) => file.id)).toEqual([good?.id]);
  });

  it('and can neither be read: the last asks for another, and what was refused before them is refused again', async () => {
    const person = await withOneFile();
    pieces.busy(false);
    await give(person, PDF, 'SNATJDC');
    await refuseIt(await person.piece('SNATJDC'), person);
    pieces.busy(true);
    await give(person, BROKEN, 'SNATJDC');
    await give(person, BROKEN, 'SNATJDC', 'encore.pdf');
    const [, last] = (await person.piece('SNATJDC')).files;
    expect(await toldOf(person)).toEqual([last?.receipt, undefined]);
    const found = await person.piece('SNATJDC');
    expect([found.status, found.comment, found.refused.map(({ id }) => id), found.files]).toEqual([
      'non-compliant',
      'Floue.',
      [last?.id],
      [],
    ]);
  });

  it('of a piece that has several: the unreadable one is said beside the good one until another is given or its time is over', async () => {
    const person = await pieces.owner();
    await give(person, BROKEN, 'DOMICIL', 'mauvais.pdf');
    await give(person, PDF, 'DOMICIL', 'bon.pdf');
    const [bad] = (await person.piece('DOMICIL')).files;
    expect(await toldOf(person)).toEqual([undefined]);
    const said = `Votre fichier « mauvais.pdf » (reçu ${bad?.receipt}) n'a pas pu être lu`;
    const list = async () => wordsIn((await person.browser.get(person.at())).body);
    const page = async () => wordsIn((await person.browser.get(person.at('DOMICIL'))).body);
    expect([await list(), await page()]).toEqual([expect.stringContaining(said), expect.stringContaining(said)]);
    const { db } = pieces;
    const { enrolment } = person;
    const session = sessionOf(pieces.catalogue, enrolment.session);
    const file = { enrolment, session, pieces: await listPieces(db, enrolment.id) };
    const due = await openDues([])(db, file, ORDINARY_DAY, 'candidate');
    expect(todosOf(due).flatMap((todo) => (todo.act === 'give' ? todo.codes : []))).toContain('DOMICIL');
    expect(saidOf(await person.piece('DOMICIL'), ORDINARY_DAY)?.replaceAll('\u00a0', ' ')).toContain(said);
    await setClock(db, Temporal.Instant.from('2024-03-01T10:00:00Z'));
    for (const words of [await list(), await page()]) expect(words).not.toContain(said);
    await setClock(db, ORDINARY_DAY.add({ hours: 1 }));
    await give(person, photo, 'DOMICIL', 'photo.jpg');
    expect((await person.piece('DOMICIL')).refused).toEqual([]);
  });

  it("and can't be read, of a piece that has several: each is named, to its candidate and to the office", async () => {
    const person = await pieces.owner();
    await give(person, BROKEN, 'DOMICIL', 'recto.pdf');
    await give(person, BROKEN, 'DOMICIL', 'verso.pdf');
    const { files } = await person.piece('DOMICIL');
    await pieces.reader.readAll();
    const piece = await person.piece('DOMICIL');
    const said = [
      wordsIn((await person.browser.get(person.at())).body),
      wordsIn((await person.browser.get(person.at('DOMICIL'))).body),
      plainSpaces(saidOf(piece, ORDINARY_DAY) ?? ''),
    ];
    for (const words of said)
      for (const { name, receipt } of files)
        expect(words).toContain(`Votre fichier « ${name} » (reçu ${receipt}) n'a pas pu être lu`);
    for (const page of said.slice(0, 2)) expect(page).toContain("Donnez-en d'autres");
    const [first, second] = files;
    expect(unreadableInWords(piece)).toMatch(
      new RegExp(`^2 fichiers, reçus .*${first?.receipt}.* et .*${second?.receipt}\\), n'ont pas pu être lus$`),
    );
    // What the office says of it takes nothing away.
    expect(saidOf({ ...piece, comment: 'Trop ancien.' }, ORDINARY_DAY)).toMatch(/^Trop ancien\. Votre fichier/);
  });

  it('are no « rien à faire » of a mail before they are read', () => {
    const said = (lines: Remaining['lines']) =>
      plainSpaces(remainingInWords(pieces.catalogue, 'bp-2024-clermont', { lines }).join(' '));
    expect(said([])).toContain("Vous n'avez rien à faire");
    expect(said([{ who: 'nobody', act: 'read', codes: ['DOMICIL'], files: 2 }])).toBe(
      '2 fichiers reçus, en cours de lecture. Si un fichier ne pouvait pas être lu, vous en seriez averti.',
    );
  });
});

describe('A file that is read with a doubt', () => {
  it('is given like another; what was sent stays beside it as long as it could be corrected', async () => {
    const person = await pieces.owner();
    const faint = await takePhoto({ width: 700, height: 525 });
    await give(person, faint, 'DOMICIL', 'petite.jpg');
    const [key = ''] = await keysWaiting();
    await pieces.reader.readAll();
    const [file] = (await person.piece('DOMICIL')).files;
    expect([file?.kept.unread, await waiting()]).toEqual([false, 0]);
    await pieces.reader.originals.erase();
    expect((await pieces.files.read(key)).length).toBeGreaterThan(0);
    await pieces.setClock('2024-03-01T10:00:00Z');
    await pieces.reader.originals.erase();
    await expect(pieces.files.read(key)).rejects.toThrow();
  });
});

describe("A file that can't be read", () => {
  it('is refused kindly, with a time of its own even after the closing: once, and what was sent stays until then', async () => {
    const person = await pieces.owner();
    await pieces.setClock('2023-12-01T15:59:58Z');
    expect((await give(person, BROKEN)).status).toBe(303);
    const [key = ''] = await keysWaiting();
    await pieces.setClock('2023-12-01T16:02:00Z');
    const told: (string | null)[] = [];
    pieces.events.subscribe('piece.fileRefused', 'tell', async (_, { payload }) => void told.push(payload.until));
    await pieces.reader.readAll();
    const found = await person.piece('DOMICIL');
    const until = found.correctableUntil;
    expect([found.files.length, found.refused.map(({ state }) => state), until?.toString()]).toEqual([
      0,
      ['refused'],
      expect.stringMatching(/^2023-12-/),
    ]);
    expect(told).toEqual([until?.toString()]);
    const page = wordsIn((await person.browser.get(person.at('DOMICIL'))).body);
    expect(page).toMatch(/n'a pas pu être lu.*Donnez-en un autre (avant|jusqu'au)/s);
    expect((await pieces.files.read(key)).length).toBeGreaterThan(0);

    // Another that can't be read either gains no second time.
    await give(person, BROKEN);
    await pieces.reader.readAll();
    expect((await person.piece('DOMICIL')).correctableUntil?.toString()).toBe(until?.toString());
    expect(await names(person)).toEqual(expect.arrayContaining(['piece.fileRefused']));
    // A good one is taken, after the closing.
    pieces.busy(false);
    expect((await give(person, PDF)).status).toBe(303);
    expect((await person.piece('DOMICIL')).refused).toEqual([]);
    await pieces.setClock('2024-03-01T10:00:00Z');
    await pieces.reader.originals.erase();
    await expect(pieces.files.read(key)).rejects.toThrow();
  });

  it('once no other may be given, is said with why and whom to reach, never how to make a better one', async () => {
    const person = await pieces.owner();
    await give(person, BROKEN);
    await pieces.reader.readAll();
    const said = async () => [
      wordsIn((await person.browser.get(person.at())).body),
      wordsIn((await person.browser.get(person.at('DOMICIL'))).body),
    ];
    for (const page of await said()) expect(page).toContain('au milieu. Enregistrez-le de nouveau');
    await pieces.setClock('2024-03-01T10:00:00Z');
    for (const page of await said()) {
      expect(page).toContain("il s'arrête au milieu");
      expect(page).toMatch(/[ée]crivez (tout de suite )?à votre gestionnaire/i);
      expect(page).not.toContain('Enregistrez-le');
    }
  });

  it('of health, once no other may be given, leads to who reads it and to no officer; the hub says it while one may be', async () => {
    const person = await pieces.owner(MACON_WITH_HANDICAP);
    await give(person, BROKEN, 'R408DISP');
    await pieces.reader.readAll();
    const piece = await person.piece('R408DISP');
    const { db, catalogue } = pieces;
    const { enrolment } = person;
    const file = {
      enrolment,
      session: sessionOf(catalogue, enrolment.session),
      pieces: [piece, await person.piece('R408A3')],
    };
    const due = (reader: 'candidate' | 'office') => openDues([])(db, file, ORDINARY_DAY, reader);
    const asked = async (reader: 'candidate' | 'office') =>
      todosOf(await due(reader)).flatMap((todo) => (todo.act === 'correct' ? todo.code : []));
    expect([await asked('candidate'), await asked('office')]).toEqual([['R408DISP'], []]);
    await setClock(db, Temporal.Instant.from('2024-07-10T10:00:00Z'));
    const own = wordsIn((await person.browser.get(person.at('R408DISP'))).body);
    const row = /<li id="piece-R408DISP"[\s\S]*?<\/li>/.exec((await person.browser.get(person.at())).body)?.[0] ?? '';
    for (const page of [own, wordsIn(row)]) {
      expect(page).toMatch(/crivez (tout de suite )?au service qui seul lit ce document, « Service des aménagements/);
      expect(page).not.toContain('gestionnaire');
    }
  });

  it('is refused at once while there is time, and as what is read later is in the last hour', async () => {
    const person = await pieces.owner();
    pieces.busy(false);
    expect((await give(person, BROKEN)).status).toBe(422);
    expect((await person.piece('DOMICIL')).givenAgainAt).toBeNull();
    await pieces.setClock('2023-12-01T15:59:50Z');
    expect((await give(person, BROKEN)).location).toContain('recu=D-');
    await pieces.reader.readAll();
    const found = await person.piece('DOMICIL');
    expect([found.refused.map(({ refusal }) => refusal), found.givenAgainAt]).toEqual([
      [expect.stringMatching(/^file-/)],
      expect.anything(),
    ]);
    // Once no other may be given, nothing says how to make a better one, and its page leads to whom it says to write to.
    const over = Temporal.Instant.from('2024-03-01T10:00:00Z');
    expect([saidOf(found, ORDINARY_DAY), saidOf(found, over)]).toEqual([
      expect.stringMatching(/n'a pas pu être lu.*déposez/s),
      expect.not.stringContaining('déposez'),
    ]);
    await pieces.setClock(over);
    expect((await person.browser.get(person.at('DOMICIL'))).body).toMatch(
      /Le dépôt de cette pièce est clos.*href="[^"]*"[^>]*>Poser une question au service/s,
    );
    await pieces.setClock('2023-12-01T15:59:50Z');
    // One of several as well, by whichever way it came.
    expect((await person.browser.upload(`${person.at('DCSTID01')}/feuilles`, {}, BROKEN, 'p.pdf')).status).toBe(303);
  });

  it("that was to correct a refusal leaves it refused, in the office's words", async () => {
    const person = await pieces.owner();
    pieces.busy(false);
    await give(person, PDF);
    await refuseIt(await person.piece('DOMICIL'), person);
    pieces.busy(true);
    await give(person, BROKEN);
    expect((await person.piece('DOMICIL')).status).toBe('none');
    await pieces.reader.readAll();
    const found = await person.piece('DOMICIL');
    expect([found.status, found.comment, found.files.length]).toEqual(['non-compliant', 'Floue.', 1]);
    // The two were handed over: what stands beside the unreadable one is what was refused, so neither is with the office.
    await give(person, BROKEN);
    await handOverGroup(
      { db: pieces.db, events: pieces.events, catalogue: () => pieces.catalogue },
      SYSTEM,
      person.enrolment.id,
      person.candidate.accountId,
      found.group,
    );
    await pieces.reader.readAll();
    const back = await person.piece('DOMICIL');
    expect([back.status, back.comment, back.handedOverAt]).toEqual(['non-compliant', 'Floue.', null]);
  });

  it('and was the signed confirmation signs nothing any more', async () => {
    const person = await pieces.owner();
    await give(person, BROKEN, 'CINSIG01');
    expect(await signatureOf(person)).not.toBeNull();
    await pieces.reader.readAll();
    expect(await signatureOf(person)).toBeNull();
  });
});

describe('Whoever decides', () => {
  it('decides nothing on a file that waits, and it may be handed over meanwhile', async () => {
    const person = await pieces.owner();
    await give(person, PDF, 'CINSIG01');
    const deps = { db: pieces.db, events: pieces.events, catalogue: () => pieces.catalogue };
    const { id: pieceId, academy, rowVersion, group } = await person.piece('CINSIG01');
    const order = { academy, pieceId, rowVersion, mayDecide: () => true, officerId: person.candidate.accountId };
    const done = await reviewPiece(deps, SYSTEM, {
      ...order,
      decision: 'compliant',
      comment: null,
      receivedOn: null,
      mayUnvalidate: false,
      onPaper: false,
    });
    expect(done).toEqual({ ok: false, error: { code: 'file-being-read' } });
    const handed = await handOverGroup(deps, SYSTEM, person.enrolment.id, person.candidate.accountId, group);
    expect([handed.ok, (await person.piece('CINSIG01')).handedOverAt !== null]).toEqual([true, true]);
  });
});

describe('Several files that become one', () => {
  const at = (person: PieceOwner) => `${person.at('DOMICIL')}/feuilles`;
  it('may be prepared and deposited unread: each is read, then they are joined', async () => {
    const person = await pieces.owner();
    for (const [content, name] of [
      [PDF, 'a.pdf'],
      [photo, 'b.jpg'],
    ] as const)
      expect((await person.browser.upload(at(person), {}, content, name)).status).toBe(303);
    expect(wordsIn((await person.browser.get(at(person))).body)).toContain('Reçue, en lecture');
    expect((await person.browser.post(`${at(person)}/deposer`, {})).location).toMatch(/recu=D-/);
    expect(await waiting()).toBe(1);
    await pieces.reader.readAll();
    const [file] = (await person.piece('DOMICIL')).files;
    expect([file?.kept.unread, file?.pages, file?.type]).toEqual([false, 2, 'application/pdf']);
  });

  it('say to their page how many wait, and whoever looks is read first; another piece keeps its own page still', async () => {
    const [first, second] = [await pieces.owner(), await pieces.owner()];
    await give(first, PDF);
    await second.browser.upload(at(second), {}, PDF, 'a.pdf');
    await give(second, PDF, 'DCSTID01');
    const asks = `data-reading="${at(second)}/lecture" data-state="1"`;
    expect((await second.browser.get(at(second))).body).toContain(asks);
    expect(wordsIn((await second.browser.get(at(second))).body)).toContain('1 page reçue, en cours de lecture');
    const watched = sql<{ room: string }>`select room from unread_file where watched_at is not null`;
    expect((await watched.execute(pieces.db)).rows).toEqual([{ room: 'sheet' }]);
    const refused = await second.browser.upload(at(second), {}, Buffer.from('Bonjour'), 'lettre.doc');
    expect([refused.status, refused.body.includes('data-reading')]).toEqual([415, false]);
    await pieces.reader.readAll();
    expect(JSON.parse((await second.browser.get(`${at(second)}/lecture`)).body)).toEqual({ state: '0' });
    expect((await second.browser.get(at(second))).body).not.toContain('data-reading');
    expect(JSON.parse((await second.browser.get(`${second.at('INCONNUE')}/feuilles/lecture`)).body)).toEqual({
      state: '0',
    });
  });

  it("deposited unread, one of which can't be read: it is named, and the others are prepared again", async () => {
    const person = await pieces.owner();
    await person.browser.upload(at(person), {}, photo, 'p1.jpg');
    await pieces.reader.readAll();
    await person.browser.upload(at(person), {}, BROKEN, 'p2.pdf');
    await person.browser.upload(at(person), {}, PDF, 'p3.pdf');
    await person.browser.post(`${at(person)}/deposer`, {});
    const told: unknown[] = [];
    pieces.events.subscribe('piece.fileRefused', 'tell', async (_, { payload }) => void told.push(payload.page));
    await pieces.reader.readAll();
    expect(told).toEqual([2]);
    const { id, refused } = await person.piece('DOMICIL');
    expect(refused).toMatchObject([{ name: 'p2.pdf' }]);
    const sheets = await listSheets(pieces.db, id);
    expect(sheets.map(({ name, unread, refusal }) => [name, unread, refusal])).toEqual([
      ['p1.jpg', false, null],
      ['p2.pdf', true, 'file-cut'],
      ['p3.pdf', false, null],
    ]);
    await person.browser.post(`${at(person)}/${sheets[1]?.id}`, { acte: 'remove' });
    pieces.busy(false);
    expect((await person.browser.post(`${at(person)}/deposer`, {})).location).toMatch(/recu=D-/);
    expect((await person.piece('DOMICIL')).files.map(({ pages }) => pages)).toEqual([2]);
  });

  it("are read where they are prepared; one that can't be is said, and taken away", async () => {
    const person = await pieces.owner();
    await person.browser.upload(at(person), {}, PDF, 'a.pdf');
    await person.browser.upload(at(person), {}, BROKEN, 'b.pdf');
    await pieces.reader.readAll();
    const page = await person.browser.get(at(person));
    expect(wordsIn(page.body)).toContain('Retirez cette page');
    expect([wordsIn(page.body), page.body]).toEqual([
      expect.not.stringContaining('Reçue, en lecture'),
      expect.not.stringContaining('/feuilles/deposer'),
    ]);
    for (const seen of [person.at(), person.at('DOMICIL')]) {
      const said = wordsIn((await person.browser.get(seen)).body);
      expect(said).toContain('1 page prête, 1 à remplacer');
      expect(said).not.toContain('Continuer et déposer');
    }
    expect((await person.browser.post(`${at(person)}/deposer`, {})).status).toBe(422);
    const [broken] = (
      await sql<{ id: string }>`select id from deposit_sheet where refusal is not null`.execute(pieces.db)
    ).rows;
    await person.browser.post(`${at(person)}/${broken?.id}`, { acte: 'remove' });
    pieces.busy(false);
    expect((await person.browser.post(`${at(person)}/deposer`, {})).location).toMatch(/recu=D-/);
  });
});

describe('A reader', () => {
  it('that ends in the middle leaves what it was at to the others', async () => {
    const person = await pieces.owner();
    await give(person, PDF);
    await sql`update unread_file set taken_until = now() + interval '1 minute'`.execute(pieces.db);
    expect(await pieces.reader.readAll()).toBe(0);
    await sql`update unread_file set taken_until = now() - interval '1 second'`.execute(pieces.db);
    expect(await pieces.reader.readAll()).toBe(1);
  });

  it("that can't reach the bytes now keeps them waiting, and loses nothing", async () => {
    const person = await pieces.owner();
    await give(person, PDF);
    const [key = ''] = await keysWaiting();
    const bytes = await pieces.files.read(key);
    await pieces.files.remove(key);
    await pieces.reader.readAll();
    expect([(await person.piece('DOMICIL')).files.length, await waiting()]).toEqual([1, 1]);
    await pieces.files.write(key, bytes);
    await sql`update unread_file set taken_until = null`.execute(pieces.db);
    await pieces.reader.readAll();
    expect((await person.piece('DOMICIL')).files.map(({ kept }) => kept.unread)).toEqual([false]);
  });

  it('that leaves one for an hour is a trouble that the office reads of', async () => {
    const person = await pieces.owner();
    await give(person, PDF);
    await pieces.reader.look();
    expect(await listTroubles(pieces.db)).toEqual([]);
    await sql`update unread_file set received_at = now() - interval '61 minutes'`.execute(pieces.db);
    await pieces.reader.look();
    expect((await listTroubles(pieces.db)).map(({ sort }) => sort)).toEqual(['files-unread']);
  });
});
