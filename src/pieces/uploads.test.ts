import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { enrolmentStream } from '../enrolment/index.ts';
import { LARGEST_SENT } from '../keptFiles/index.ts';
import { readStream } from '../platform/journal.ts';
import { takePhoto } from '../testing/documents/jpegFile.ts';
import { ORDINARY_DAY } from '../testing/enrolments.ts';
import { type PieceOwner, pieceRoom, signInAs } from '../testing/pieceSite.ts';
import { stage } from '../testing/stage.ts';
import { wordsIn } from '../testing/words.ts';
import { dueUploads } from './actions/dropUpload.ts';
import { MOST_UPLOADS, PART } from './piece.ts';
import { depositLedger } from './store/ledger.ts';
import { readUsage } from './store/usage.ts';

/** Files that arrive in parts, by the requests that a browser makes. */
const CLOSING = Temporal.Instant.from('2023-12-01T16:00:00Z');
const pieces = await stage(pieceRoom());
const photo = await takePhoto({ width: 2000, height: 1500 });
beforeEach(() => pieces.setClock(ORDINARY_DAY));

const sha = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
const uploadsAt = (person: PieceOwner, code = 'DOMICIL'): string => `${person.at(code)}/envois`;
const said = (page: { readonly body: string }): Record<string, unknown> => JSON.parse(page.body);
const usageOf = ({ candidate }: PieceOwner) =>
  pieces.db.transaction().execute((tx) => readUsage(tx, candidate.accountId));

async function begin(person: PieceOwner, content: Buffer, name = 'photo.jpg', code = 'DOMICIL') {
  await person.browser.get(person.at(code));
  const fields = { nom: name, taille: String(content.length), empreinte: sha(content) };
  return person.browser.post(uploadsAt(person, code), fields);
}
async function begun(person: PieceOwner, content: Buffer, name?: string, code = 'DOMICIL'): Promise<string> {
  const answer = await begin(person, content, name, code);
  expect(answer.status, answer.body).toBe(200);
  return `${uploadsAt(person, code)}/${said(answer).id}`;
}
const add = (person: PieceOwner, at: string, content: Buffer, start: number, size: number = PART.least) =>
  person.browser.upload(at, { debut: String(start) }, content.subarray(start, start + size), 'morceau');
async function addAll(person: PieceOwner, at: string, content: Buffer, from = 0): Promise<void> {
  for (let start = from; start < content.length; start += PART.most)
    expect(said(await add(person, at, content, start, PART.most)).received).toBe(
      Math.min(content.length, start + PART.most),
    );
}
const finish = (person: PieceOwner, at: string, fields: Readonly<Record<string, string | readonly string[]>> = {}) =>
  person.browser.post(`${at}/terminer`, fields);

describe('A file that arrives in parts', () => {
  it('is deposited as a file that came in one go is, and its parts are gone', async () => {
    const person = await pieces.owner();
    const before = pieces.filesOnDisk();
    const at = await begun(person, photo);
    await addAll(person, at, photo);
    const answer = await finish(person, at);
    expect(String(said(answer).to)).toMatch(/justificatifs\?recu=D-.*#piece-DOMICIL$/);
    const [kept] = (await person.piece('DOMICIL')).files;
    expect(kept?.sent).toEqual({ sha256: sha(photo), size: photo.length, type: 'image/jpeg' });
    await person.browser.upload(person.at('DCSTID01'), {}, photo, 'photo.jpg');
    const [plain] = (await person.piece('DCSTID01')).files;
    expect(plain?.sha256).toBe(kept?.sha256);
    expect(pieces.filesOnDisk()).toBe(before + 2);
    expect((await usageOf(person)).files).toBe(2);
  });

  it('answers its end again where the first answer was lost, and deposits once', async () => {
    const person = await pieces.owner();
    const at = await begun(person, photo);
    await addAll(person, at, photo);
    const both = await Promise.all([finish(person, at), finish(person, at)]);
    const again = await finish(person, at);
    expect(new Set([...both, again].map((answer) => said(answer).to)).size).toBe(1);
    expect((await person.piece('DOMICIL')).files).toHaveLength(1);
  });

  it('given for two pieces says both receipts, however often its end is asked', async () => {
    const person = await pieces.owner();
    const at = await begun(person, photo, 'carte.jpg', 'DCSTID01');
    await addAll(person, at, photo);
    const answers = [1, 2].map(() => finish(person, at, { aussi: '1NATID01' }));
    const told = [...(await Promise.all(answers)), await finish(person, at, { aussi: '1NATID01' })].map(said);
    const [own] = (await person.piece('DCSTID01')).files;
    const [also] = (await person.piece('1NATID01')).files;
    expect(told[0]?.to).toContain(`recu=${own?.receipt}&aussi=${also?.receipt}`);
    expect(told).toEqual([told[0], told[0], told[0]]);
    for (const code of ['DCSTID01', '1NATID01']) expect((await person.piece(code)).files).toHaveLength(1);
  });

  it('that another request ends while this one reads it is answered what that one was: nobody reads that it is empty', async () => {
    const person = await pieces.owner();
    const at = await begun(person, photo);
    await addAll(person, at, photo);
    const { db } = pieces;
    const waits = async () =>
      (await sql`select from pg_locks where not granted and relation = 'deposit_upload_part'::regclass`.execute(db))
        .rows;
    let late = Promise.resolve<Awaited<ReturnType<typeof finish>> | null>(null);
    await db.transaction().execute(async (tx) => {
      await sql`lock table deposit_upload_part in access exclusive mode`.execute(tx);
      late = finish(person, at);
      await expect.poll(waits).toHaveLength(1);
      const id = at.split('/').at(-1);
      await sql`update deposit_upload set ended_at = business_now(), receipt = 'D-7K3M-9QX2' where id = ${id}`.execute(
        tx,
      );
      await sql`delete from deposit_upload_part where upload_id = ${id}`.execute(tx);
    });
    const answer = await late;
    expect([answer?.status, answer?.body]).toEqual([200, expect.stringContaining('recu=D-7K3M-9QX2')]);
  });

  it('given for several others at once is refused in words, by parts and by a form: no tick is passed over', async () => {
    const person = await pieces.owner();
    const at = await begun(person, photo, 'carte.jpg', 'DCSTID01');
    await addAll(person, at, photo);
    const several = { aussi: ['DOMICIL', '1NATID01'] };
    expect((await finish(person, at, several)).status).toBe(409);
    expect((await person.browser.upload(person.at('DCSTID01'), several, photo, 'carte.jpg')).status).toBe(409);
    for (const code of ['DCSTID01', '1NATID01', 'DOMICIL']) expect((await person.piece(code)).files).toEqual([]);
  });

  it('goes on after a cut, a sign-out and another browser, from what was acknowledged', async () => {
    const person = await pieces.owner();
    const at = await begun(person, photo);
    await add(person, at, photo, 0);
    const page = wordsIn((await person.browser.get(person.at('DOMICIL'))).body);
    expect(page).toContain('Un envoi de « photo.jpg » a été interrompu');
    expect(page).toContain('choisissez de nouveau le même fichier pour le reprendre');
    expect(wordsIn((await person.browser.get(person.at())).body)).toContain('a été interrompu');
    await person.browser.post('/deconnexion', {});
    expect((await person.browser.get(at)).status).toBe(303);
    const other = { ...person, browser: pieces.site.browser() };
    await signInAs(other.browser, person);
    const found = said(await begin(other, photo));
    expect(`${uploadsAt(other)}/${found.id}`).toBe(at);
    expect(found.received).toBe(PART.least);
    await addAll(other, at, photo, PART.least);
    expect((await finish(other, at)).status).toBe(200);
    expect((await person.piece('DOMICIL')).files).toMatchObject([{ sent: { sha256: sha(photo) } }]);
  });

  it('goes on at another node, or after a restart: nothing of it is in the memory of one', async () => {
    const person = await pieces.owner();
    const at = await begun(person, photo);
    await add(person, at, photo, 0);
    const other = await pieces.anotherNode();
    const there = { ...person, browser: other.browser() };
    await signInAs(there.browser, person);
    await there.browser.get(there.at('DOMICIL'));
    await addAll(there, at, photo, PART.least);
    expect((await finish(person, at)).status).toBe(200);
    expect((await person.piece('DOMICIL')).files).toMatchObject([{ sent: { sha256: sha(photo) } }]);
    await other.server.close();
  });

  it('in two tabs is one file: what comes twice is told where to go on', async () => {
    const person = await pieces.owner();
    const at = await begun(person, photo);
    const both = await Promise.all([add(person, at, photo, 0), add(person, at, photo, 0)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(both.map((answer) => said(answer).received)).toEqual([PART.least, PART.least]);
    expect(said(await add(person, at, photo, 2 * PART.least))).toEqual({ received: PART.least });
    expect(said(await person.browser.get(at))).toEqual({ received: PART.least, size: photo.length });
  });

  it('that is one of several is prepared with them, turned and joined as ever', async () => {
    const person = await pieces.owner();
    for (const name of ['recto.jpg', 'verso.jpg']) {
      const at = await begun(person, photo, name);
      await addAll(person, at, photo);
      expect(said(await finish(person, at, { preparer: 'oui' })).to).toBe(`${person.at('DOMICIL')}/feuilles`);
    }
    expect((await person.piece('DOMICIL')).files).toEqual([]);
    const { body } = await person.browser.get(`${person.at('DOMICIL')}/feuilles`);
    expect(wordsIn(body)).toContain('Déposer ces 2 pages');
    await person.browser.post(`${person.at('DOMICIL')}/feuilles/deposer`, {});
    expect((await person.piece('DOMICIL')).files).toMatchObject([{ pages: 2, type: 'application/pdf' }]);
  });

  it('may be given up, from any page and without a script, with its room', async () => {
    const person = await pieces.owner();
    const before = pieces.filesOnDisk();
    const at = await begun(person, photo);
    await add(person, at, photo, 0);
    expect((await usageOf(person)).bytes).toBe(PART.least);
    const page = await person.browser.get(person.at('DOMICIL'));
    expect(page.body).toContain(`action="${at}/abandonner"`);
    expect((await person.browser.post(`${at}/abandonner`, {})).location).toBe(person.at('DOMICIL'));
    expect((await add(person, at, photo, PART.least)).status).toBe(404);
    expect((await finish(person, at)).status).toBe(404);
    expect(pieces.filesOnDisk()).toBe(before);
    expect((await usageOf(person)).bytes).toBe(0);
  });
});

describe('The closing', () => {
  const late = (minutes: number): Promise<void> => pieces.setClock(CLOSING.add({ seconds: Math.round(minutes * 60) }));

  it('counts from the creation of the upload: finished within half an hour, both instants stand on the receipt', async () => {
    const person = await pieces.owner();
    // Some seconds past the minute: a beginning is counted back from the answer of the database, which a busy machine keeps waiting.
    await late(-0.9);
    const at = await begun(person, photo);
    await add(person, at, photo, 0);
    await late(29.1);
    expect(said(await begin(person, photo)).received).toBe(PART.least);
    await addAll(person, at, photo, PART.least);
    expect((await finish(person, at)).status).toBe(200);
    const [kept] = (await person.piece('DOMICIL')).files;
    if (kept === undefined) throw new Error('nothing kept');
    expect(Temporal.Instant.compare(kept.begunAt, CLOSING)).toBe(-1);
    expect(wordsIn((await person.browser.get(person.at('DOMICIL'))).body)).toMatch(
      /commencé le .* 16 h 59 .*terminé le .* 17 h 29 /,
    );
  });

  it('refuses a file begun after it, and parts and end after the half hour', async () => {
    const person = await pieces.owner();
    await late(-1);
    const at = await begun(person, photo);
    await addAll(person, at, photo);
    // A process knows the hour to some milliseconds: a second after.
    await late(1 / 60);
    const other = Buffer.concat([photo, Buffer.alloc(1)]);
    expect((await begin(person, other)).status).toBe(403);
    await late(30);
    const refused = await finish(person, at);
    expect(refused.status).toBe(403);
    expect(String(said(refused).title)).toContain("plus d'une demi-heure après la clôture");
    expect((await person.piece('DOMICIL')).files).toEqual([]);
  });

  it('of what was handed over meanwhile refuses the part and the end', async () => {
    const person = await pieces.owner();
    const at = await begun(person, photo);
    await add(person, at, photo, 0);
    await sql`update piece set handed_over_at = business_now() where enrolment_id = ${person.enrolment.id}`.execute(
      pieces.db,
    );
    const before = pieces.filesOnDisk();
    const refused = await add(person, at, photo, PART.least);
    expect([refused.status, String(said(refused).title)]).toEqual([409, expect.stringContaining('toutes ces pièces')]);
    expect(pieces.filesOnDisk()).toBe(before);
    expect((await begin(person, photo)).status).toBe(409);
  });
});

describe('Budgets', () => {
  it('six at a time, none larger than a file may be, parts of a size that is worth their line', async () => {
    const person = await pieces.owner();
    for (let one = 0; one < MOST_UPLOADS; one++) await begun(person, Buffer.concat([photo, Buffer.from([one])]));
    const refused = await begin(person, photo);
    expect([refused.status, String(said(refused).title)]).toEqual([
      409,
      expect.stringContaining('ne sont pas terminés'),
    ]);
    const large = { nom: 'gros.pdf', taille: String(LARGEST_SENT + 1) };
    expect((await person.browser.post(uploadsAt(person), large)).status).toBe(413);
    expect((await person.browser.post(uploadsAt(person), { nom: 'vide.pdf', taille: '0' })).status).toBe(422);
    for (const fields of [
      {},
      { nom: 'a.pdf' },
      { nom: 'a.pdf', taille: '-1' },
      { nom: '', taille: '10' },
      { nom: 'a', taille: '1e9' },
    ])
      expect((await person.browser.post(uploadsAt(person), fields as Record<string, string>)).status).toBe(422);
  });

  it('of bytes: a part too small, too large or beyond what was announced leaves nothing', async () => {
    const person = await pieces.owner();
    const at = await begun(person, photo);
    const before = pieces.filesOnDisk();
    const many = Buffer.concat([photo, photo, photo]);
    expect((await add(person, at, many, 0, PART.least - 1)).status).toBe(413);
    expect((await add(person, at, Buffer.concat([many, Buffer.alloc(PART.most)]), 0, PART.most + 1)).status).toBe(413);
    expect((await person.browser.upload(at, { debut: 'x' }, photo, 'm')).status).toBe(409);
    expect((await person.browser.upload(at, {}, photo, 'm')).status).toBe(409);
    expect(pieces.filesOnDisk()).toBe(before);
    const small = await begun(person, photo.subarray(0, 10), 'petit.jpg');
    expect((await add(person, small, photo, 0, 11)).status).toBe(413);
    expect((await finish(person, at)).status).toBe(409);
  });

  it('of pace: who sends without end waits, and loses nothing', async () => {
    const person = await pieces.owner();
    const at = await begun(person, photo);
    const asked = await Promise.all(Array.from({ length: 90 }, () => person.browser.get(at)));
    const slow = asked.filter(({ status }) => status === 429);
    expect(slow.length).toBeGreaterThan(0);
    expect(Number(slow[0]?.header('retry-after'))).toBeGreaterThan(0);
  });

  it('of time: two days after their last part the night erases them, and frees their room', async () => {
    const person = await pieces.owner();
    const before = pieces.filesOnDisk();
    const at = await begun(person, photo);
    await add(person, at, photo, 0);
    const keys = await sql<{ file_key: string }>`select file_key from deposit_upload_part`.execute(pieces.db);
    const named = await depositLedger(pieces.db).named(keys.rows.map(({ file_key }) => file_key));
    expect(named.size).toBe(keys.rows.length);
    await pieces.setClock(ORDINARY_DAY.add({ hours: 47 }));
    await add(person, at, photo, PART.least);
    await pieces.setClock(ORDINARY_DAY.add({ hours: 94 }));
    await dueUploads({ db: pieces.db, files: pieces.files, catalogue: () => pieces.catalogue }).erase();
    expect(said(await person.browser.get(at)).received).toBe(2 * PART.least);
    await pieces.setClock(ORDINARY_DAY.add({ hours: 96 }));
    expect(
      await dueUploads({ db: pieces.db, files: pieces.files, catalogue: () => pieces.catalogue }).erase(),
    ).toBeGreaterThan(0);
    expect((await person.browser.get(at)).status).toBe(404);
    expect((await usageOf(person)).bytes).toBe(0);
    expect(pieces.filesOnDisk()).toBeLessThanOrEqual(before);
  });
});

describe('What is not the announced file', () => {
  it('is refused and forgotten: bytes of two files mixed', async () => {
    const person = await pieces.owner();
    const at = await begun(person, photo);
    const other = Buffer.from(photo);
    other.writeUInt8(other.readUInt8(photo.length - 400) ^ 1, photo.length - 400);
    await addAll(person, at, other);
    const refused = await finish(person, at);
    expect([refused.status, String(said(refused).title)]).toEqual([422, expect.stringContaining("Rien n'a été gardé")]);
    expect((await person.browser.get(at)).status).toBe(404);
  });

  it('and of others neither read, continued, finished nor given up', async () => {
    const owner = await pieces.owner();
    const at = await begun(owner, photo);
    await addAll(owner, at, photo);
    const other = await pieces.owner();
    await other.browser.get(other.at('DOMICIL'));
    const theirs = at.replace(owner.enrolment.id, other.enrolment.id);
    const elsewhere = at.replace('DOMICIL', 'DCSTID01');
    for (const [who, address] of [
      [other, at],
      [other, theirs],
      [owner, elsewhere],
    ] as const) {
      expect((await who.browser.get(address)).status).toBe(404);
      expect((await add(who, address, photo, 0)).status).toBe(404);
      expect((await finish(who, address)).status).toBe(404);
      await who.browser.post(`${address}/abandonner`, {});
    }
    expect(said(await owner.browser.get(at)).received).toBe(photo.length);
    const stranger = pieces.site.browser();
    expect((await stranger.get(at)).status).toBe(303);
    const forged = await owner.browser.post(`${at}/terminer`, { jeton: 'x' });
    expect(forged.status).toBe(403);
    expect((await finish(owner, at)).status).toBe(200);
    const names = (await readStream(pieces.db, enrolmentStream(owner.enrolment.id), 50)).map(({ name }) => name);
    expect(names.filter((name) => name === 'piece.deposited')).toHaveLength(1);
  });
});
