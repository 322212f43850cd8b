import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { CivilStatus } from '../../accounts/index.ts';
import { beginEnrolment, endDoubles } from '../../enrolment/index.ts';
import { SYSTEM } from '../../platform/journal.ts';
import { deskRoom } from '../../testing/desk.ts';
import {
  COIFFURE,
  ORDINARY_DAY,
  register,
  registeredEnrolment,
  reread,
  type TestEnrolment,
  withdraw,
  withoutMailbox,
} from '../../testing/enrolments.ts';
import { readBeforeItLeaves } from '../../testing/noMailbox.ts';
import { giveFile, pieceOf } from '../../testing/officeSite.ts';
import { mailsTo } from '../../testing/papers.ts';
import { broughtIn } from '../../testing/staff.ts';
import { stage } from '../../testing/stage.ts';
import { fieldOn, wordsIn } from '../../testing/words.ts';
import { subscribePersons } from '../subscribe.ts';

const { db, catalogue, events, files, papers, enter, setClock, staff } = await stage(deskRoom(), {
  staff: {
    officer: { name: 'Dominique Robert' },
    colleague: { portfolios: ['G1'] },
    head: { role: 'head', name: 'Claude Arnaud' },
  },
});
const { officer, colleague, head } = staff;
subscribePersons(papers);

const options = (status: Partial<CivilStatus> = {}, phone = '06 12 34 56 78') => ({
  events,
  catalogue,
  status,
  answers: { identification: { ...COIFFURE.identification, phone } },
});
/** Two enrolments of one person under two accounts; each test its own day of birth, so that they don't meet. */
async function twice(day: string, other: Partial<CivilStatus> = {}): Promise<readonly [TestEnrolment, TestEnrolment]> {
  const birthDate = Temporal.PlainDate.from(day);
  const one = await registeredEnrolment(
    db,
    options({ birthName: 'Le Fèvre', firstNames: 'Zoé', birthDate }, `06 00 00 ${day.slice(5).replace('-', ' ')}`),
  );
  const two = await registeredEnrolment(
    db,
    options({ birthName: 'Lefèvre', firstNames: 'Zoe', birthDate, ...other }, '07 11 11 11 11'),
  );
  return [one, two];
}
const pairOf = (a: TestEnrolment, b: TestEnrolment): string => `/gestion/doublons/${a.enrolment.id}/${b.enrolment.id}`;
const again = (own: TestEnrolment) => reread(db, own.candidate, own.enrolment.id);
const mailTo = async ({ candidate }: TestEnrolment, template: string) =>
  (await mailsTo(db, candidate.address)).filter((mail) => mail.template === template);
const later = (days: number) => setClock(ORDINARY_DAY.add({ hours: days * 24 }));
/** Asked for by the officer, confirmed by the head. */
async function saidSame(
  one: TestEnrolment,
  two: TestEnrolment,
  fields: Readonly<Record<string, string>>,
): Promise<void> {
  const asked = await officer.post(pairOf(one, two), { acte: 'meme', ...fields });
  expect(asked.location).toContain('message=meme-proposee');
  const proposition = fieldOn((await head.get(pairOf(one, two))).body, 'proposition');
  const done = await head.post(pairOf(one, two), { acte: 'confirmer', proposition });
  expect(done.location).toContain('message=meme-personne');
}

describe('One person under two accounts', () => {
  it('is found by names alike and birth date, on the list, the file and the queue, with why', async () => {
    const [one, two] = await twice('1990-01-02');
    await giveFile(db, files, await pieceOf(db, one.enrolment.id, 'DOMICIL'));
    const list = (await officer.get('/gestion/doublons')).body;
    expect(wordsIn(list)).toContain('date de naissance et nom et prénom même session');
    expect(list).toMatch(
      new RegExp(`/gestion/doublons/(${one.enrolment.id}/${two.enrolment.id}|${two.enrolment.id}/${one.enrolment.id})`),
    );
    const file = (await officer.get(`/gestion/dossiers/${one.enrolment.id}`)).body;
    expect(wordsIn(file)).toContain(
      `une autre inscription à cette session, sous un autre compte. Examiner avec ${two.enrolment.number}`,
    );
    expect(wordsIn((await officer.get('/gestion/corbeille')).body)).toContain('en double ?');
    const page = wordsIn((await officer.get(pairOf(one, two))).body);
    for (const said of [
      one.candidate.address,
      two.candidate.address,
      '2 janvier 1990',
      'Proposer : même personne',
      'Deux personnes',
    ])
      expect(page, said).toContain(said);
  });

  it('tells the former account by mail when the second enrols, and the one who enrols nothing', async () => {
    const [one, two] = await twice('1990-01-03');
    const [told] = await mailTo(one, 'person.perhaps');
    // A question, which says nothing of anybody else.
    expect(told?.body).toContain('Avez-vous enregistré une autre inscription');
    expect(told?.body).not.toMatch(/une personne|ressemble/);
    for (const theirs of [two.enrolment.number, two.candidate.address, 'Coiffure'])
      expect(told?.body).not.toContain(theirs);
    expect(await mailTo(two, 'person.perhaps')).toEqual([]);
  });

  it('tells it once a day, however many look like them', async () => {
    const [one, two] = await twice('1990-02-03');
    const birthDate = Temporal.PlainDate.from('1990-02-03');
    const another = () =>
      registeredEnrolment(db, options({ birthName: 'Lefèvre', firstNames: 'Zoe', birthDate }, '07 22 22 22 22'));
    await another();
    expect(
      [await mailTo(one, 'person.perhaps'), await mailTo(two, 'person.perhaps')].map(({ length }) => length),
    ).toEqual([1, 1]);
    await sql`update mail set business_at = business_at - interval '25 hours' where recipient = ${one.candidate.address}`.execute(
      db,
    );
    await another();
    expect(
      [await mailTo(one, 'person.perhaps'), await mailTo(two, 'person.perhaps')].map(({ length }) => length),
    ).toEqual([2, 1]);
  });

  it('is of nobody else: another group, another academy, the same account, a wrong id', async () => {
    const [one, two] = await twice('1990-01-04');
    for (const [who, address] of [
      [colleague, pairOf(one, two)],
      [officer, pairOf(one, one)],
      [officer, `/gestion/doublons/${one.enrolment.id}/x`],
    ] as const) {
      expect((await who.get(address)).status).toBe(404);
      expect((await who.post(address, { acte: 'differentes', note: 'x' })).status).toBe(404);
    }
    expect((await colleague.get('/gestion/doublons')).body).not.toContain(one.enrolment.id);
    // The other file moves to another group: its officer sees that there is one, and no number.
    await sql`update enrolment set portfolio = 'G1' where id = ${two.enrolment.id}`.execute(db);
    const file = wordsIn((await officer.get(`/gestion/dossiers/${one.enrolment.id}`)).body);
    expect(file).toContain('Il est suivi par un autre groupe');
    expect(file).not.toContain(two.enrolment.number);
    expect((await officer.get(pairOf(one, two))).status).toBe(404);
    expect((await head.get(pairOf(one, two))).status).toBe(200);
  });

  it('said to be two persons is not proposed again, and nobody is told', async () => {
    const [one, two] = await twice('1990-01-05');
    const done = await officer.post(pairOf(one, two), { acte: 'differentes', note: 'Vus tous deux au guichet.' });
    expect(done.status).toBe(303);
    const list = wordsIn((await officer.get('/gestion/doublons')).body);
    expect(list).toContain('Ce sont deux personnes.');
    expect((await officer.get(`/gestion/dossiers/${one.enrolment.id}`)).body).not.toContain('un autre compte');
    expect(await mailTo(two, 'person.same')).toEqual([]);
    const page = (await officer.get(pairOf(one, two))).body;
    expect(page).toContain('Vus tous deux au guichet.');
    // Taken back, it is proposed again, and still nobody is told.
    const undo = { acte: 'revenir', decision: fieldOn(page, 'decision'), retour: 'Erreur de ligne.' };
    expect((await officer.post(pairOf(one, two), undo)).status).toBe(303);
    expect(wordsIn((await officer.get(`/gestion/dossiers/${one.enrolment.id}`)).body)).toContain('un autre compte');
    expect(await mailTo(one, 'person.undone')).toEqual([]);
  });

  it('a decision without choice, words or sense is refused in words, and writes nothing', async () => {
    const [one, two] = await twice('1990-01-06');
    const send = (fields: Readonly<Record<string, string>>) => officer.post(pairOf(one, two), fields);
    expect(wordsIn((await send({})).body)).toContain('Choisissez une décision.');
    const typed = await send({ acte: 'meme', motifs: 'Même date et même nom.' });
    expect([typed.status, typed.body.includes('Même date et même nom.</textarea>')]).toEqual([422, true]);
    expect(wordsIn(typed.body)).toContain("Choisissez l'inscription qui reste.");
    expect((await send({ acte: 'meme', garde: one.enrolment.id, motifs: ' ' })).status).toBe(422);
    expect((await send({ acte: 'meme', garde: '00000000-0000-4000-8000-000000000000', motifs: 'x' })).status).toBe(422);
    // A decision of other people, named in the form of these.
    const { rows: others } = await sql<{ id: string }>`select id from same_person where undone_at is null`.execute(db);
    for (const decision of ['x', others[0]?.id ?? '00000000-0000-4000-8000-000000000000'])
      expect((await send({ acte: 'revenir', decision, retour: 'x' })).status).toBe(409);
    const { rows } =
      await sql`select from same_person p where p.one_id in (${one.candidate.accountId}, ${two.candidate.accountId})`.execute(
        db,
      );
    expect(rows).toEqual([]);
  });

  it('keeps one enrolment, tells both accounts with a way to answer, ends the other in time, with remedies', async () => {
    const [one, two] = await twice('1990-01-07');
    await saidSame(one, two, { garde: one.enrolment.id, motifs: "La même carte d'identité deux fois." });
    // A colleague who decides otherwise a moment later.
    const late = await head.post(pairOf(two, one), { acte: 'differentes', note: 'Des homonymes.' });
    expect([late.status, wordsIn(late.body).includes("C'est la même personne, sous deux comptes.")]).toEqual([
      409,
      true,
    ]);
    const [[ends], [stays]] = [await mailTo(two, 'person.same'), await mailTo(one, 'person.same')];
    expect(wordsIn(ends?.body ?? '')).toContain('prendra fin le jeudi 23 novembre 2023');
    expect(ends?.body).toContain("La même carte d'identité deux fois.");
    expect(ends?.body).toContain("Répondez jusqu'au");
    expect(stays?.body).toContain(`Celle-ci, ${one.enrolment.number}, reste`);
    for (const mail of [ends, stays])
      expect(mail?.body).not.toMatch(mail === ends ? (one.enrolment.number ?? '') : (two.enrolment.number ?? ''));
    await endDoubles(papers);
    expect(await again(two)).toMatchObject({ status: 'registered' });
    expect(wordsIn((await officer.get(`/gestion/dossiers/${two.enrolment.id}`)).body)).toContain('prendra fin le');
    await later(9);
    await Promise.all([endDoubles(papers), endDoubles(papers)]);
    expect(await again(two)).toMatchObject({ status: 'set-aside' });
    expect(await again(one)).toMatchObject({ status: 'registered' });
    const ended = await mailTo(two, 'person.ended');
    expect(ended).toHaveLength(1);
    expect(ended[0]?.body).toContain('D337-121');
    expect(ended[0]?.body).toContain('tribunal administratif');
    expect(await mailTo(one, 'person.ended')).toEqual([]);
    // Contested by whose enrolment ended, from the day of that mail; nothing ended under the other account.
    const { rows: told } = await sql`select enrolment_id, act, of_two from appealable_decision`.execute(db);
    expect(told).toEqual([{ enrolment_id: two.enrolment.id, act: 'same-person', of_two: true }]);
    // Its pieces, papers and journal stay; the account can't begin another one.
    expect(wordsIn((await officer.get(`/gestion/dossiers/${two.enrolment.id}`)).body)).toContain(
      'la même personne en a une autre',
    );
    await setClock(ORDINARY_DAY);
    const begun = await beginEnrolment(
      { db, events: papers.events, catalogue: () => catalogue },
      SYSTEM,
      two.candidate.accountId,
      one.enrolment.session,
    );
    expect(begun).toMatchObject({ ok: false, error: { code: 'enrolled-elsewhere', law: { derogable: false } } });
  });

  it('taken back before its time ends nothing; after, the enrolment is as it was, and both are told', async () => {
    const [one, two] = await twice('1990-01-08');
    const fields = { garde: two.enrolment.id, motifs: 'La même carte sous deux comptes.' };
    for (const days of [0, 9]) {
      await setClock(ORDINARY_DAY);
      await saidSame(one, two, fields);
      await later(days);
      await endDoubles(papers);
      expect(await again(one)).toMatchObject({ status: days === 0 ? 'registered' : 'set-aside' });
      const page = (await head.get(pairOf(one, two))).body;
      const undo = { acte: 'revenir', decision: fieldOn(page, 'decision'), retour: 'Ce sont des cousines.' };
      expect((await head.post(pairOf(one, two), undo)).status).toBe(303);
      expect((await head.post(pairOf(one, two), undo)).status).toBe(409);
      expect(await again(one)).toMatchObject({ status: 'registered', endedAt: null });
      await later(30);
      await endDoubles(papers);
      expect(await again(one)).toMatchObject({ status: 'registered' });
    }
    const undone = await mailTo(one, 'person.undone');
    expect(undone.map(({ subject }) => subject)).toEqual([
      expect.stringContaining("n'est plus tenue pour un double"),
      expect.stringContaining('est rétablie'),
    ]);
    expect(undone[1]?.body).toContain('Ce sont des cousines.');
    await setClock(ORDINARY_DAY);
  });

  it('is said by two people: nobody alone, nor by a puppet, and nothing is told before the second', async () => {
    const [one, two] = await twice('1990-01-13');
    const asked = { acte: 'meme', garde: one.enrolment.id, motifs: 'La même carte sous deux comptes.' };
    for (const _ of ['once', 'a double click']) expect((await officer.post(pairOf(one, two), asked)).status).toBe(303);
    expect(await mailTo(two, 'person.same')).toEqual([]);
    const own = (await officer.get(pairOf(one, two))).body;
    expect([own.includes('value="confirmer"'), wordsIn(own).includes("une autre personne doit l'approuver")]).toEqual([
      false,
      true,
    ]);
    const proposition = fieldOn(own, 'proposition');
    expect((await officer.post(pairOf(one, two), { acte: 'confirmer', proposition })).status).toBe(403);
    const puppet = await enter({ name: 'Yann Sud' });
    await broughtIn(db, puppet.id, officer.id);
    const refused = await puppet.post(pairOf(one, two), { acte: 'confirmer', proposition });
    expect([refused.status, wordsIn(refused.body)]).toEqual([
      403,
      expect.stringContaining('accès donné à Yann Sud (vous) par Dominique Robert'),
    ]);
    expect((await head.post(pairOf(one, two), { acte: 'confirmer', proposition: one.enrolment.id })).status).toBe(409);
    await later(30);
    await endDoubles(papers);
    expect([await again(one), await again(two)]).toMatchObject([{ status: 'registered' }, { status: 'registered' }]);
    await setClock(ORDINARY_DAY);
    // Given up, then said to be two persons while another proposal waits: it comes to nothing.
    expect((await officer.post(pairOf(one, two), { acte: 'abandonner' })).location).toContain('meme-abandonnee');
    expect((await officer.post(pairOf(one, two), { acte: 'abandonner' })).status).toBe(409);
    expect((await officer.post(pairOf(one, two), asked)).status).toBe(303);
    const other = fieldOn((await head.get(pairOf(one, two))).body, 'proposition');
    expect((await head.post(pairOf(one, two), { acte: 'differentes', note: 'Des cousines.' })).status).toBe(303);
    expect((await head.post(pairOf(one, two), { acte: 'confirmer', proposition: other })).status).toBe(409);
    expect(await mailTo(two, 'person.same')).toEqual([]);
  });

  it('is never said of two whom nothing brings together', async () => {
    const [one] = await twice('1990-01-14');
    const [, stranger] = await twice('1991-02-15', { birthName: 'Nuñez', firstNames: 'Paul' });
    const page = wordsIn((await officer.get(pairOf(one, stranger))).body);
    expect(page).toContain('Rien ne les rapproche');
    expect(page).not.toContain('Proposer : même personne');
    const refused = await officer.post(pairOf(one, stranger), {
      acte: 'meme',
      garde: one.enrolment.id,
      motifs: 'Les deux se connaissent bien, je crois.',
    });
    expect([refused.status, wordsIn(refused.body)]).toEqual([
      422,
      expect.stringContaining("ne peuvent pas être tenues pour celles d'une même personne. Rien n'a été enregistré"),
    ]);
    const { rows } =
      await sql`select from same_person_proposal where ${stranger.candidate.accountId} in (one_id, other_id)`.execute(
        db,
      );
    expect(rows).toEqual([]);
  });

  it('who withdraws one of the two in the meantime loses nothing more', async () => {
    const [one, two] = await twice('1990-01-09');
    await saidSame(one, two, { garde: one.enrolment.id, motifs: 'La même carte sous deux comptes.' });
    await withdraw(db, options(), one);
    await later(9);
    await endDoubles(papers);
    expect(await again(two)).toMatchObject({ status: 'registered' });
    expect(wordsIn((await officer.get(pairOf(one, two))).body)).toContain("L'une des inscriptions avait déjà pris fin");
    await setClock(ORDINARY_DAY);
  });

  it('without two enrolments of one session links the accounts alone; a draft begun before is not registered', async () => {
    const [one, two] = await twice('1990-01-10');
    await withdraw(db, options(), two);
    const deps = { db, events: papers.events, catalogue: () => catalogue };
    const begun = await beginEnrolment(deps, SYSTEM, two.candidate.accountId, one.enrolment.session);
    if (!begun.ok) throw new Error(begun.error.code);
    await sql`update enrolment set working = (select registered from enrolment where id = ${two.enrolment.id}) where id = ${begun.value}`.execute(
      db,
    );
    const page = wordsIn((await officer.get(pairOf(one, two))).body);
    expect(page).toContain('aucune ne prend fin');
    await saidSame(one, two, { motifs: 'La même carte sous deux comptes.' });
    expect((await mailTo(two, 'person.same'))[0]?.body).toContain('Rien ne prend fin');
    await expect(register(db, options(), two.candidate, begun.value)).rejects.toThrow(/enrolled-elsewhere/);
    expect(wordsIn((await officer.get(`/gestion/dossiers/${one.enrolment.id}`)).body)).toContain('Lire la décision');
  });

  it('twins, and namesakes born another day, are no pair', async () => {
    const [one] = await twice('1990-01-11', { firstNames: 'Léa' });
    await twice('1990-01-12', { birthDate: Temporal.PlainDate.from('1971-01-12') });
    expect((await officer.get(`/gestion/dossiers/${one.enrolment.id}`)).body).not.toContain('un autre compte');
  });

  it('of whom one has no mail box: the words of two people are read for what only holds on line, once, when they are proposed', async () => {
    const [one, two] = await twice('1990-01-16');
    await withoutMailbox(db, two);
    const motifs = "La même carte d'identité, lisez-le en ligne.";
    const send = (more: Readonly<Record<string, string>>) =>
      officer.post(pairOf(one, two), { acte: 'meme', garde: one.enrolment.id, motifs, ...more });
    expect((await readBeforeItLeaves(send, motifs)).status).toBe(303);
    const proposition = fieldOn((await head.get(pairOf(one, two))).body, 'proposition');
    expect((await head.post(pairOf(one, two), { acte: 'confirmer', proposition })).location).toContain('meme-personne');
  });
});
