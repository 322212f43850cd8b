import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { answerNotice } from '../../accounts/index.ts';
import { mendLists } from '../../checking/index.ts';
import { decideCancellation, proposeCancellation, subscribeClosing } from '../../closing/index.ts';
import { issuedPapers } from '../../documents/index.ts';
import { decideReserve } from '../../enrolment/index.ts';
import { listNotices, listPapers, notificationOf } from '../../papers/index.ts';
import { listPieces } from '../../pieces/index.ts';
import { SYSTEM } from '../../platform/journal.ts';
import { delegated } from '../../testing/delegations.ts';
import { deskRoom } from '../../testing/desk.ts';
import { COIFFURE, PASSWORD, registeredEnrolment, type TestEnrolment } from '../../testing/enrolments.ts';
import { giveFile } from '../../testing/officeSite.ts';
import { givenRoutes, mailsTo } from '../../testing/papers.ts';
import { signedIn } from '../../testing/staff.ts';
import { stage } from '../../testing/stage.ts';
import { fieldOn, plainSpaces, wordsIn } from '../../testing/words.ts';

/** Arnaud and Denis agreed to electronic notices, Denis's mail is refused; Blanc and Carré get a registered letter. */
const NAMES = ['Arnaud', 'Blanc', 'Carré', 'Denis'] as const;
const SESSION = 'session=bp-2024-clermont';
const LIST = `/gestion/courriers?${SESSION}`;

const INFORMATIONS = { ...COIFFURE.informations, from1: '01/09/2023' };

const files: TestEnrolment[] = [];

const {
  db,
  files: kept,
  papers,
  site,
  registered,
  setClock,
  staff,
} = await stage(deskRoom({ own: givenRoutes, decisionDelaySeconds: 0 }), {
  staff: {
    officer: { name: 'Dominique Robert' },
    head: { role: 'head', name: 'Claude Martin' },
    other: { portfolios: ['G1'] },
    elsewhere: { role: 'head', academy: 'lyon' },
  },
});
const { officer, head, other, elsewhere } = staff;
subscribeClosing(papers);
for (const birthName of NAMES) files.push(await registered({ status: { birthName } }));
for (const index of [0, 3])
  await db
    .transaction()
    .execute((tx) => answerNotice(tx, SYSTEM, of(index).candidate.accountId, { accepts: true, place: 'account' }));
for (const { enrolment } of files)
  for (const piece of await listPieces(db, enrolment.id)) if (piece.code !== 'DOMICIL') await giveFile(db, kept, piece);
await setClock('2023-12-02T10:00:00+01:00');
await officer.post('/gestion/cloture', { dossiers: files.map(({ enrolment }) => enrolment.id), confirme: 'oui' });
await setClock('2023-12-23T10:00:00+01:00');
for (const { enrolment } of files) {
  const order = { id: enrolment.id, academy: 'clermont' };
  await proposeCancellation(papers, SYSTEM, {
    ...order,
    officerId: officer.id,
    words: 'La pièce demandée manque encore.',
    ground: 'Notice',
  });
  await decideCancellation(papers, SYSTEM, { ...order, officerId: head.id, step: 'approve', note: null });
}
await setClock('2023-12-26T10:01:00+01:00');
await papers.jobs.minuteNow();
await sql`update mail set state = case when recipient = ${of(3).candidate.address} then 'failed' else 'sent' end
    where template = 'enrolment.cancelled'`.execute(db);
function of(index: number): TestEnrolment {
  const found = files[index];
  if (found === undefined) throw new Error('nobody');
  return found;
}
const number = (index: number): string => of(index).enrolment.number ?? '';
const page = (index: number): string => `/gestion/cloture/${of(index).enrolment.id}/courrier`;
const paperOf = async (index: number): Promise<string> =>
  (await listPapers(db, null, of(index).enrolment.id)).find(({ kind }) => kind === 'cancellation')?.id ?? '';
const standing = async (index: number) => {
  const [notice] = await listNotices(db, of(index).enrolment.id);
  if (notice === undefined) throw new Error('no notice');
  const { state, ...rest } = notificationOf(notice, papers.clock.now());
  return 'on' in rest ? `${state} ${rest.on} ${rest.how}` : 'why' in rest ? `${state} ${rest.why}` : state;
};
const mailOf = async (index: number) =>
  (await mailsTo(db, of(index).candidate.address)).find(({ template }) => template === 'enrolment.cancelled');
const names = (html: string): readonly string[] => NAMES.filter((name) => wordsIn(html).includes(`${name} `));
const journal = async (name: string): Promise<number> =>
  (await sql<{ n: number }>`select count(*)::int as n from journal where name = ${name}`.execute(db)).rows[0]?.n ?? 0;

describe('A decision is notified', () => {
  it('by an agreement, with a mail that says what was deposited, by whom, when, how to open it, the fifteen days and what follows (R112-19)', async () => {
    const deposited = await mailOf(0);
    expect(deposited?.subject).toContain('une décision est déposée dans vos documents');
    for (const said of [
      "Notification d'annulation",
      'Rectorat',
      'mardi 26 décembre 2023',
      `/candidatures/${of(0).enrolment.id}/documents`,
      "quinze jours pour l'ouvrir, jusqu'au mercredi 10 janvier 2024 inclus",
      'réputée notifiée le jour de son dépôt',
      'deux mois',
      'R112-20',
      '/compte',
    ])
      expect(deposited?.body.replaceAll('\u00a0', ' ')).toContain(said);
    const posted = (await mailOf(1))?.body ?? '';
    expect(posted).toContain('par lettre recommandée');
    expect(await Promise.all([0, 1, 2, 3].map(standing))).toEqual([
      'deposited',
      'to-post no-agreement',
      'to-post no-agreement',
      'to-post mail-refused',
    ]);
  });

  it('by registered letter to whoever has not agreed or whose mail is refused: the list, its CSV, its labels', async () => {
    const { body } = await officer.get(LIST);
    expect(names(body)).toEqual(['Blanc', 'Carré', 'Denis']);
    expect(wordsIn(body)).toContain('3 courriers');
    expect(wordsIn(body)).toContain("Le mail qui en avertit n'a pas pu être remis : elle part par lettre recommandée.");
    // Signed by hand by its author: whose hand is awaited, in the row and on its page; a deposit needs none.
    expect(wordsIn(body).match(/À faire signer \(Anne Claude Martin\)/g), 'the name is enough in a row').toHaveLength(
      3,
    );
    expect(body.match(/<label for="suivi-/g), 'each number is typed under a label that is seen').toHaveLength(3);
    // On a telephone a label runs on behind what its field begins with.
    expect(body.match(/class="field"><label for="suivi-/g)).toHaveLength(3);
    expect(wordsIn((await officer.get(page(1))).body)).toContain('À faire signer (Anne Claude Martin,');
    const online = (await officer.get(`${LIST}&etat=en-ligne`)).body;
    expect(
      [/<h1>([^<]*)/.exec(body)?.[1], /<h1>([^<]*)/.exec(online)?.[1]].map((one) => plainSpaces(one ?? '').trim()),
    ).toEqual(['Courriers à imprimer et poster', 'Courriers : déposées en ligne, pas encore notifiées']);
    expect(names(online)).toEqual(['Arnaud']);
    expect(wordsIn(online)).not.toContain('À faire signer');
    const csv = (await officer.get(`/gestion/courriers/liste?${SESSION}`)).body;
    expect(csv.startsWith('\ufeffNuméro;Décision;Référence;Destinataire;')).toBe(true);
    expect(csv.split('\r\n')).toHaveLength(5);
    expect(csv).toContain(`${number(1)};Notification d'annulation;${number(1)}-A1;Mme Camille Blanc;`);
    expect(csv).toContain('AURILLAC');
    expect(await journal('letter.exported')).toBe(1);
  });

  it('on a paper that ends with a place for its author to sign; what is deposited under an agreement has none', async () => {
    const last = async (index: number) =>
      (
        await sql<{
          last: unknown;
        }>`select content->'parts'->-1->-1 as last from paper where id = ${await paperOf(index)}`.execute(db)
      ).rows[0]?.last;
    expect(await last(1)).toMatchObject({
      title: 'Signature',
      paragraphs: [expect.stringContaining('Anne Claude Martin, ')],
    });
    expect(await last(0)).not.toMatchObject({ title: 'Signature' });
  });

  it('its labels, as a sheet to print; who took it is written down', async () => {
    const answer = await officer.get(`/gestion/courriers/etiquettes?${SESSION}`);
    expect([answer.status, answer.body.startsWith('%PDF-')]).toEqual([200, true]);
    expect(await journal('letter.exported')).toBe(2);
  });
});

describe('The office enters what the post says', () => {
  it('the numbers of one day together: a faulty one and nothing is written, what was typed stays', async () => {
    const [one, two] = [await paperOf(1), await paperOf(2)];
    await setClock('2023-12-28T15:00:00+01:00');
    const day = { jour: '27/12/2023' };
    for (const [form, said] of [
      [{ ...day }, 'Cochez au moins une lettre'],
      [{ [`suivi-${one}`]: '1A 123 456 789 01' }, 'Indiquez le jour où les lettres sont parties'],
      [
        { ...day, [`suivi-${one}`]: '1A 123 456 789 01', [`suivi-${two}`]: "x'!" },
        `${number(2)} : « x'! » n'est pas un numéro`,
      ],
      [{ ...day, [`suivi-${one}`]: '1A12345678901', [`suivi-${two}`]: '1a 1234 5678 901' }, 'est écrit deux fois'],
    ] as const) {
      const answer = await officer.post(LIST, form);
      expect([answer.status, wordsIn(answer.body).includes(said)], said).toEqual([422, true]);
      const typed = form as Readonly<Record<string, string>>;
      for (const value of Object.values(typed))
        expect(answer.body.replaceAll('&#39;', "'")).toContain(`value="${value}"`);
    }
    expect(await standing(1)).toBe('to-post no-agreement');
    const before = await officer.post(LIST, { jour: '23/12/2023', [`suivi-${one}`]: '1A12345678901' });
    expect([before.status, wordsIn(before.body).includes('La décision est du mardi 26 décembre 2023')]).toEqual([
      409,
      true,
    ]);
    const done = await officer.post(LIST, {
      ...day,
      [`suivi-${one}`]: '1A 123 456 789 01',
      [`suivi-${two}`]: '1A12345678902',
    });
    expect(done.location).toBe(`${LIST}&message=lettres-parties`);
    expect([await standing(1), await standing(2)]).toEqual(['posted', 'posted']);
    expect(names((await officer.get(LIST)).body)).toEqual(['Denis']);
    expect(await journal('letter.posted')).toBe(2);
  });

  it('one that is refused holds up no other; the same number is never that of two letters', async () => {
    const third = await paperOf(3);
    const twice = await officer.post(LIST, { jour: '27/12/2023', [`suivi-${third}`]: '1A12345678901' });
    expect([twice.status, wordsIn(twice.body).includes(`déjà celui d'une autre lettre, pour ${number(1)}-A1`)]).toEqual(
      [409, true],
    );
    const two = await Promise.all([
      officer.post(page(3), { acte: 'partie', jour: '27/12/2023', suivi: 'RR 12345678 9 FR' }),
      officer.post(page(3), { acte: 'partie', jour: '27/12/2023', suivi: 'RR 12345678 9 FR' }),
    ]);
    expect(two.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    expect(await standing(3)).toBe('posted');
  });

  it('handed over, it is notified that day; never fetched, on the day of its first presentation; unknown there, not at all', async () => {
    await setClock('2024-01-15T15:00:00+01:00');
    const end = async (index: number, form: Readonly<Record<string, string>>) =>
      officer.post(page(index), {
        acte: 'devenue',
        lettre: fieldOn((await officer.get(page(index))).body, 'lettre'),
        ...form,
      });
    expect((await end(1, { devenir: 'received', le: '29/12/2023' })).location).toBe(`${page(1)}?message=lettre-finie`);
    expect(await standing(1)).toBe('notified 2023-12-29 received');
    const wordless = await end(2, { devenir: 'unclaimed', le: '13/01/2024' });
    expect([wordless.status, wordsIn(wordless.body).includes('Donnez le jour de la première présentation')]).toEqual([
      422,
      true,
    ]);
    expect(wordless.body).toContain('value="13/01/2024"');
    expect((await end(2, { devenir: 'unclaimed', le: '13/01/2024', presentee: '28/12/2023' })).status).toBe(303);
    expect(await standing(2)).toBe('notified 2023-12-28 unclaimed');
    expect((await end(3, { devenir: 'unknown', le: '05/01/2024' })).status).toBe(303);
    expect(await standing(3)).toBe('to-post returned');
    expect(names((await officer.get(LIST)).body)).toEqual(['Denis']);
    const read = wordsIn((await officer.get(page(2))).body);
    for (const said of [
      "Notifiée le jeudi 28 décembre 2023 : le jour où la lettre recommandée a été présentée, parce que personne ne l'a retirée.",
      "Elle peut être contestée jusqu'au jeudi 29 février 2024 inclus.",
      '12 rue',
    ].slice(0, 2))
      expect(read).toContain(said);
    expect(wordsIn((await officer.get(`/gestion/cloture/${of(1).enrolment.id}`)).body)).toContain(
      'Notifiée le vendredi 29 décembre 2023',
    );
  });

  it('what was entered by mistake is taken back, once, and written down; an older letter than the last is not', async () => {
    const html = (await officer.get(page(1))).body;
    const lettre = fieldOn(html, 'lettre');
    const correct = (acte: string) => officer.post(page(1), { acte, lettre });
    expect((await correct('annuler')).status).toBe(409);
    expect((await correct('reprendre')).location).toBe(`${page(1)}?message=lettre-corrigee`);
    expect(await standing(1)).toBe('posted');
    expect((await correct('reprendre')).status).toBe(409);
    expect((await correct('annuler')).status).toBe(303);
    expect(await standing(1)).toBe('to-post no-agreement');
    expect((await correct('annuler')).status).toBe(409);
    expect(await journal('letter.corrected')).toBe(2);
    await expect(sql`delete from notice_letter`.execute(db)).rejects.toThrow('notices are kept');
    // The number is free again.
    expect((await officer.post(page(1), { acte: 'partie', jour: '28/12/2023', suivi: '1A12345678901' })).status).toBe(
      303,
    );
    expect((await officer.post(page(1), { acte: 'nonsense', lettre: "'" })).status).toBe(422);
    expect(
      (await officer.post(page(1), { acte: 'devenue', lettre: "'", devenir: 'received', le: '10/01/2024' })).status,
    ).toBe(409);
  });

  it('is no business of another group or another academy', async () => {
    for (const browser of [other, elsewhere]) {
      expect((await browser.get(page(1))).status).toBe(404);
      expect((await browser.post(page(1), { acte: 'partie', jour: '28/12/2023', suivi: '1A99999999999' })).status).toBe(
        404,
      );
      expect(names((await browser.get(LIST)).body)).toEqual([]);
      const given = await browser.post(LIST, { jour: '28/12/2023', [`suivi-${await paperOf(3)}`]: '1A99999999999' });
      expect(given.location?.includes('message=lettres-parties') ?? false).toBe(false);
      expect(names((await browser.get(`/gestion/courriers/liste?${SESSION}`)).body)).toEqual([]);
    }
    expect(await standing(3)).toBe('to-post returned');
  });
});

describe('The candidate', () => {
  it('sees before opening that opening notifies, and reads afterwards since when the delay runs', async () => {
    await setClock('2024-01-10T23:59:00+01:00');
    const camille = await signedIn(site, of(0).candidate.address, PASSWORD);
    const list = `/candidatures/${of(0).enrolment.id}/documents`;
    expect(wordsIn((await camille.get(list)).body)).toContain(
      "L'ouvrir la notifie : le délai pour la contester court alors.",
    );
    expect(await standing(0)).toBe('deposited');
    const opened = wordsIn((await camille.get(`${list}/${await paperOf(0)}`)).body);
    expect(opened).toContain(
      'Notifiée le mercredi 10 janvier 2024 : le jour où elle a été ouverte pour la première fois.',
    );
    expect(opened).toContain("Elle peut être contestée jusqu'au lundi 11 mars 2024 inclus.");
    expect(opened).toContain('Ce document est déposé le mardi 26 décembre 2023 dans « Mes documents »');
    await setClock('2024-03-01T10:00:00+01:00');
    expect(await standing(0)).toBe('notified 2024-01-10 first-reading');
    // Its last day, and the one after: nobody reads that they may still do what they no longer can.
    const words = async (now: string): Promise<string> => {
      await setClock(now);
      return wordsIn((await camille.get(`${list}/${await paperOf(0)}`)).body);
    };
    expect(await words('2024-03-11T23:00:00+01:00')).toContain('Elle peut être contestée');
    const past = await words('2024-03-12T00:30:00+01:00');
    expect(past).toContain("Le délai pour la contester allait jusqu'au lundi 11 mars 2024 inclus.");
    expect(past).not.toContain('Elle peut être contestée');
    await setClock('2024-03-01T10:00:00+01:00');
  });

  it('who withdraws the agreement later keeps what was deposited under it as it was', async () => {
    await db
      .transaction()
      .execute((tx) => answerNotice(tx, SYSTEM, of(0).candidate.accountId, { accepts: false, place: 'account' }));
    expect(await standing(0)).toBe('notified 2024-01-10 first-reading');
  });

  it('whose annulment is taken back has nothing notified any more, and no letter leaves', async () => {
    await delegated(db, of(3).candidate.accountId);
    const order = { id: of(3).enrolment.id, academy: 'clermont', officerId: of(3).candidate.accountId };
    await decideCancellation(papers, SYSTEM, { ...order, step: 'reverse', note: 'Pièce reçue' });
    expect(names((await officer.get(LIST)).body)).toEqual([]);
    const said = async (index: number) =>
      (
        await issuedPapers({ db, catalogue: papers.catalogue }, 'clermont', of(index).enrolment.id, papers.clock.now())
      ).map((one) => one.notified ?? '');
    expect((await said(3)).join('')).toBe('');
    expect(wordsIn((await said(2)).join(''))).toContain('Notifiée le jeudi 28 décembre 2023');
    const late = await officer.post(page(3), { acte: 'partie', jour: '10/01/2024', suivi: '1A55555555555' });
    expect([late.status, wordsIn(late.body).includes('Cette décision ne vaut plus')]).toEqual([409, true]);
    const denis = await signedIn(site, of(3).candidate.address, PASSWORD);
    expect(wordsIn((await denis.get(`/candidatures/${of(3).enrolment.id}/documents`)).body)).not.toContain(
      'Elle peut être contestée',
    );
  });

  it('whose enrolment is set aside gets a registered letter too, until it is reinstated', async () => {
    const own = await registeredEnrolment(db, {
      events: papers.events,
      catalogue: papers.catalogue(),
      status: { birthName: 'Émeraude' },
      answers: { informations: INFORMATIONS },
      reserveRead: ['experience-two-years'],
    });
    const { id } = own.enrolment;
    await delegated(db, of(0).candidate.accountId);
    const judge = (decision: 'set-aside' | 'reinstated', words: string, ground: string | null) =>
      decideReserve(papers, SYSTEM, {
        id,
        academy: 'clermont',
        version: 1,
        decision,
        words,
        ground,
        officerId: of(0).candidate.accountId,
      });
    expect(await judge('set-aside', 'Dix semaines au lieu de deux ans.', 'D337-102')).toMatchObject({ ok: true });
    await mendLists(db, { error: () => undefined });
    expect(wordsIn((await officer.get(LIST)).body)).toContain('Émeraude');
    const letter = `/gestion/cloture/${id}/courrier`;
    expect(wordsIn((await officer.get(letter)).body)).toContain(
      'Elle part par lettre recommandée. Le délai pour la contester ne court pas encore.',
    );
    expect((await officer.post(letter, { acte: 'partie', jour: '15/11/2023', suivi: '1A77777777777' })).status).toBe(
      303,
    );
    const mine = await signedIn(site, own.candidate.address, PASSWORD);
    expect(wordsIn((await mine.get(`/candidatures/${id}/documents`)).body)).toContain(
      "numéro de suivi 1A77777777777. Le délai pour la contester court du jour où la lettre est remise ou, si elle n'est pas retirée, présentée.",
    );
    expect(await judge('reinstated', 'Un certificat de plus.', null)).toMatchObject({ ok: true });
    expect(wordsIn((await officer.get(letter)).body)).toContain('Cette décision est retirée');
    expect(wordsIn((await officer.get(`${LIST}&etat=parties`)).body)).not.toContain('Émeraude');
  });

  it('of a minor of whom no representative is known, the list, the letter and the file say it; nobody else s does', async () => {
    const told = 'sans représentant légal connu';
    const file = `/gestion/dossiers/${of(2).enrolment.id}`;
    expect(wordsIn((await officer.get(file)).body)).not.toContain(told);
    await sql`update candidate set birth_date = '2010-05-30' where account_id = ${of(2).candidate.accountId}`.execute(
      db,
    );
    expect(wordsIn((await officer.get(file)).body)).toContain(`Mineur, ${told}`);
    const states = ['a-envoyer', 'parties', 'en-ligne', 'notifiees'];
    const lists: string[] = [];
    for (const state of states)
      lists.push((await officer.get(`/gestion/courriers/liste?${SESSION}&etat=${state}`)).body);
    expect(lists.join('')).toContain(';Mme Camille Carré et à son représentant légal;');
    expect(lists.join('')).toContain(';Mme Camille Blanc;');
  });
});
