import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { enrolmentStream } from '../../enrolment/index.ts';
import { pieceMigrations, pieceRoutes } from '../../pieces/index.ts';
import { readStream } from '../../platform/journal.ts';
import { keysOf } from '../../platform/keys.ts';
import { deskRoom, STRANGERS } from '../../testing/desk.ts';
import { fileRefusalIn, nastySlice } from '../../testing/documents/nastySlice.ts';
import { onePage } from '../../testing/documents/pdfFile.ts';
import { seenByReader } from '../../testing/documents/seenByReader.ts';
import {
  MACON_WITH_HANDICAP,
  ORDINARY_DAY,
  PASSWORD,
  registeredEnrolment,
  reread,
  type TestEnrolment,
} from '../../testing/enrolments.ts';
import { misplacedFaults } from '../../testing/misplacedFaults.ts';
import { pieceOf, signIn } from '../../testing/officeSite.ts';
import { mailsTo } from '../../testing/papers.ts';
import { stage } from '../../testing/stage.ts';
import { plainSpaces, wordsIn } from '../../testing/words.ts';

const PDF = onePage();
const AFTER_CLOSING = Temporal.Instant.from('2023-12-05T10:00:00+01:00');

const room = deskRoom({ own: pieceRoutes });
const { db, catalogue, papers, site, files, registered, setClock, staff } = await stage(room, {
  staff: { officer: 'officer', head: 'head', ...STRANGERS },
});
const { officer, head } = staff;

type File = TestEnrolment & { readonly path: string };
const aFile = async (code = 'DOMICIL', answers = {}): Promise<File> => {
  const made = await registered({ answers });
  const piece = await pieceOf(db, made.enrolment.id, code);
  return { ...made, path: `/gestion/pieces/${piece.id}/deposer` };
};
async function deposit(file: File, changes: Readonly<Record<string, string>> = {}, who = officer, content = PDF) {
  await who.get('/gestion/dossiers');
  const fields = { arrivee: 'post', jour: '15/11/2023', cle: randomUUID(), ...changes };
  return who.upload(file.path, fields, content, 'quittance.pdf');
}
const kept = async (file: File, code = 'DOMICIL') => (await pieceOf(db, file.enrolment.id, code)).files;

/** Real time goes by: what was filed is told. */
async function later(): Promise<void> {
  await sql`update decision_to_tell set created_at = created_at - interval '11 minutes' where settled_at is null`.execute(
    db,
  );
  await papers.jobs.run();
}
const toldOf = async ({ candidate }: File): Promise<readonly string[]> =>
  (await mailsTo(db, candidate.address))
    .filter(({ template }) => template === 'piece.filed')
    .map(({ body }) => plainSpaces(body));

describe('Pieces handed over together', () => {
  const CODES = ['DOMICIL', 'DCSTID01', '1NATID01', 'CINSIG01', 'ATTFORM'];
  const fileEach = async (file: File): Promise<void> => {
    for (const code of CODES) {
      const { id } = await pieceOf(db, file.enrolment.id, code);
      expect((await deposit({ ...file, path: `/gestion/pieces/${id}/deposer` })).status, code).toBe(303);
    }
  };

  it('make one mail that names each with its receipt; what was taken away meanwhile isn t told', async () => {
    const file = await aFile();
    await fileEach(file);
    await sql`update deposit set state = 'removed', ended_at = business_now() from piece
      where piece.id = piece_id and piece.enrolment_id = ${file.enrolment.id} and code = 'ATTFORM'`.execute(db);
    await later();
    const [body, ...others] = await toldOf(file);
    expect(others).toEqual([]);
    for (const code of CODES.slice(0, -1)) {
      const [one] = await kept(file, code);
      expect(body).toContain(`${one?.receipt} (${code}, apporté ou posté le 15 novembre 2023)`);
      expect(body?.match(new RegExp(`\\(${code}[,)]`, 'g')), code).toHaveLength(2);
    }
    expect(body).not.toContain('ATTFORM');
    expect(body).toContain(`/candidatures/${file.enrolment.id}/justificatifs\n`);
    await later();
    expect(await toldOf(file)).toHaveLength(1);
  });

  it('make one letter for who has no mail box', async () => {
    const file = await aFile();
    await sql`update auth_user set email = ${`${randomUUID()}@sans-adresse.invalid`} where id = ${file.candidate.accountId}`.execute(
      db,
    );
    await fileEach(file);
    await later();
    const { rows } = await sql<{ body: string }>`select body from letter where about = ${file.enrolment.id}
      and template = 'piece.filed'`.execute(db);
    expect(rows.map(({ body }) => body.match(/D-\w{4}-\w{4} \(/g)?.length)).toEqual([5]);
    expect(rows[0]?.body).not.toMatch(/https?:|Relisez/);
  });
});

describe('A piece that came on paper', () => {
  it('is filed by an officer in the candidate s name: journal, mail, history and receipt say so', async () => {
    const file = await aFile();
    const filePage = `/gestion/dossiers/${file.enrolment.id}`;
    expect((await officer.get(filePage)).body).toContain(file.path);
    expect((await officer.get(file.path)).body).toContain('date du cachet');
    const done = await deposit(file, { arrivee: 'counter' });
    expect([done.status, done.location]).toEqual([303, `${filePage}?message=depose-pour#pieces`]);
    const [one, ...others] = await kept(file);
    expect([one?.name, others]).toEqual(['quittance.pdf', []]);
    const entry = (await readStream(db, enrolmentStream(file.enrolment.id), 20)).find(
      ({ name }) => name === 'piece.deposited',
    );
    expect(entry).toMatchObject({ actorKind: 'staff', actorId: officer.id, data: { givenBy: 'counter' } });
    const { rows } = await sql<{ on_behalf_of: string }>`select on_behalf_of from journal
      where stream = ${enrolmentStream(file.enrolment.id)} and name = 'piece.deposited'`.execute(db);
    expect(rows.map((row) => row.on_behalf_of)).toEqual([file.candidate.accountId]);
    expect((await officer.get(filePage)).body).toContain('Fichier déposé pour le candidat');
    // Whoever decides reads who filed it.
    const { id } = await pieceOf(db, file.enrolment.id, 'DOMICIL');
    const desks = await Promise.all(
      [officer, head].map(async (who) => plainSpaces((await who.get(`/gestion/pieces/${id}`)).body)),
    );
    expect(
      desks.map(
        (body) =>
          /Déposé pour le candidat par (.*?) le 15 novembre 2023 .*?: pièce apportée au guichet le 15 novembre 2023\./.exec(
            body,
          )?.[1],
      ),
    ).toEqual(['vous', expect.stringMatching(/\p{Lu}/u)]);
    // Not at once: the next of the same envelope are told with it.
    expect(await toldOf(file)).toEqual([]);
    await later();
    expect(await toldOf(file)).toEqual([
      expect.stringContaining(
        `Justificatif de domicile (DOMICIL). Reçu : ${one?.receipt} (apporté ou posté le 15 novembre 2023).`,
      ),
    ]);
    // Theirs to see and to take back.
    const own = site.browser();
    await signIn(own, file.candidate.address, PASSWORD);
    const list = `/candidatures/${file.enrolment.id}/justificatifs/DOMICIL`;
    const page = wordsIn((await own.get(list)).body);
    expect(page).toContain('quittance.pdf');
    // In its details too: nothing says that they sent it, nor from when to when.
    expect(page).toMatch(/Déposé pour vous par le rectorat le 15 novembre 2023/);
    expect(page).toMatch(
      /Apporté au guichet le 15 novembre 2023, déposé pour vous par le rectorat le 15 novembre 2023 à .* C'est le jour où il a été apporté/,
    );
    expect(page).toMatch(/Fichier numérisé par le rectorat, PDF/);
    expect(page).not.toMatch(/que vous avez envoyé|Envoi commencé/);
    await own.get(`${list}/fichiers/${one?.id}/supprimer`);
    expect((await own.post(`${list}/fichiers/${one?.id}/supprimer`, {})).status).toBe(303);
    expect(await kept(file)).toEqual([]);
  });

  it('of before who filed it was written down with it: what the journal tells is, and of the others nothing is claimed', async () => {
    const [filed, own] = [await aFile(), await aFile()];
    await deposit(filed);
    const browser = site.browser();
    await signIn(browser, own.candidate.address, PASSWORD);
    const at = `/candidatures/${own.enrolment.id}/justificatifs/DOMICIL`;
    await browser.get(at);
    expect((await browser.upload(at, {}, PDF, 'quittance.pdf')).status).toBe(303);
    await db.transaction().execute(async (tx) => {
      await sql`alter table deposit drop column given_by, drop column given_on, drop column officer_id`.execute(tx);
      await pieceMigrations['999-zzz-who-filed']?.up(tx);
    });
    const given = { by: 'post', on: Temporal.PlainDate.from('2023-11-15'), officerId: officer.id };
    expect([...(await kept(filed)), ...(await kept(own))].map((one) => one.given)).toEqual([given, null]);
    await browser.get(at);
    expect(plainSpaces((await browser.get(at)).body)).toMatch(/que vous avez envoyé.*Envoi commencé/s);
  });

  it('counts from the postmark: posted in time and filed after the closing, it is in time', async () => {
    const file = await aFile();
    await setClock(AFTER_CLOSING);
    const due = (await pieceOf(db, file.enrolment.id, 'DOMICIL')).dueAt;
    expect(Temporal.Instant.compare(due, AFTER_CLOSING)).toBe(-1);
    expect((await deposit(file, { jour: '04/12/2023' })).status).toBe(403);
    expect(await kept(file)).toEqual([]);
    expect((await deposit(file, { jour: '30/11/2023' })).status).toBe(303);
    const { rows } = await sql<{ late: boolean }>`select begun_at >= ${due} as late from deposit
      where enrolment_id = ${file.enrolment.id}`.execute(db);
    expect(rows).toEqual([{ late: false }]);
    await later();
    // The day that counts, and that of its deposit.
    expect((await toldOf(file)).join()).toContain('(apporté ou posté le 30 novembre 2023, saisi le 5 décembre 2023)');
    await setClock(ORDINARY_DAY);
  });

  it('signs, where it is the signed confirmation', async () => {
    const file = await aFile('CINSIG01');
    expect((await deposit(file, { arrivee: 'counter' })).status).toBe(303);
    expect((await reread(db, file.candidate, file.enrolment.id)).signature?.version).toBe(1);
  });

  it('is nothing that another group, academy or service may file', async () => {
    const file = await aFile();
    for (const who of keysOf(STRANGERS)) {
      const browser = staff[who];
      expect((await browser.get(file.path)).status, who).toBe(404);
      expect((await deposit(file, {}, browser)).status, who).toBe(404);
    }
    expect(await kept(file)).toEqual([]);
  });

  it('is never one that holds health data', async () => {
    const made = await registeredEnrolment(db, {
      events: papers.events,
      catalogue,
      answers: MACON_WITH_HANDICAP,
      reserveRead: [],
    }).catch(() => null);
    const { rows } = await sql<{ id: string }>`select id from piece where confidential limit 1`.execute(db);
    expect([made === null, rows.length]).toEqual([false, 1]);
    for (const browser of [officer, head])
      expect((await browser.get(`/gestion/pieces/${rows[0]?.id}/deposer`)).status).toBe(404);
  });
});

describe('A deposit on behalf', () => {
  it.each([
    ['a day to come', { jour: '16/11/2023' }, 'pas encore venu'],
    ['a postmark of before there was an enrolment', { jour: '14/11/2023' }, 'Vérifiez la date du cachet'],
    [
      'a day at the counter of before there was an enrolment',
      { jour: '14/11/2023', arrivee: 'counter' },
      'candidat. Indiquez celui où',
    ],
    ['no day', { jour: '' }, 'Indiquez le jour'],
    ['no way', { arrivee: '' }, 'Dites comment'],
  ])('with %s is refused in words and keeps nothing', async (_, changes, words) => {
    const file = await aFile();
    const refused = await deposit(file, changes);
    expect([refused.status, refused.body.includes(words)]).toEqual([422, true]);
    expect(await kept(file)).toEqual([]);
  });

  it('of an unreadable file, or of none, is refused', async () => {
    const file = await aFile();
    const bad = await deposit(file, {}, officer, Buffer.from('bonjour'));
    expect([bad.status, bad.body.includes('value="post"')]).toEqual([415, true]);
    // What came by mail from an iPhone is offered by the chooser of a computer too.
    expect(bad.body).toMatch(/type="file"[^>]*accept="[^"]*image\/heic[^"]*\.heic/);
    expect(misplacedFaults(bad.body)).toEqual([]);
    expect((await deposit(file, {}, officer, Buffer.alloc(0))).status).toBe(422);
    expect(await kept(file)).toEqual([]);
  });

  it('of a nasty scan is refused with the reason, or made harmless', async () => {
    let made = 0;
    for (const { name, make, expected } of nastySlice(47, 4)) {
      const file = await aFile();
      const answer = await deposit(file, {}, officer, await make());
      expect(answer.status, name).toBeLessThan(500);
      const [one] = await kept(file);
      expect(expected, name).toContain(answer.status === 303 ? 'rewritten' : fileRefusalIn(answer.body));
      expect(one === undefined, name).toBe(answer.status !== 303);
      if (one === undefined) continue;
      made += 1;
      const content = await files.read(one.fileKey);
      expect(content.length, name).toBe(one.size);
      if (one.type === 'application/pdf') expect((await seenByReader(content)).active, name).toEqual([]);
    }
    expect(made).toBeGreaterThan(0);
  }, 900_000);

  it('sent twice is one; of two officers both are on record', async () => {
    const [file, cle] = [await aFile(), randomUUID()];
    const twins = await Promise.all([deposit(file, { cle }), deposit(file, { cle })]);
    expect(twins.map(({ status }) => status)).toEqual([303, 303]);
    expect(await kept(file)).toHaveLength(1);
    expect((await deposit(file, {}, head)).status).toBe(303);
    expect(await kept(file)).toHaveLength(2);
    const filed = (await readStream(db, enrolmentStream(file.enrolment.id), 20)).filter(
      ({ name }) => name === 'piece.deposited',
    );
    expect(filed).toHaveLength(2);
  });

  it('is refused once the candidate handed the piece over, or it is checked', async () => {
    const file = await aFile();
    await sql`update piece set handed_over_at = business_now() where enrolment_id = ${file.enrolment.id} and code = 'DOMICIL'`.execute(
      db,
    );
    const late = await deposit(file);
    expect([late.status, misplacedFaults(late.body)]).toEqual([409, []]);
    expect((await officer.get(file.path)).body).toContain('Cette pièce ne se dépose pas');
    expect((await officer.get(`/gestion/dossiers/${file.enrolment.id}`)).body).not.toContain(file.path);
  });
});

it('The file of an enrolment that ended asks for no piece, names no date and links to no form that refuses', async () => {
  const file = await aFile();
  const at = `/gestion/dossiers/${file.enrolment.id}`;
  const link = `href="${file.path}"`;
  const before = (await officer.get(at)).body;
  expect(before).toContain(link);
  expect(before).toMatch(/Échéance.*À fournir/s);
  await sql`update enrolment set status = 'cancelled', ended_at = business_now() where id = ${file.enrolment.id}`.execute(
    db,
  );
  const { body } = await officer.get(at);
  expect(body).toContain('DOMICIL');
  expect(body).not.toContain(link);
  expect(body).not.toMatch(/Échéance|À fournir/);
});
