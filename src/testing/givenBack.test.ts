import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, expect, it } from 'vitest';
import { candidateRoutes } from '../candidate/index.ts';
import {
  decideCancellation,
  findCancellations,
  inviteToRegularise,
  proposeCancellation,
  readCases,
  subscribeClosing,
} from '../closing/index.ts';
import { duesOf } from '../dues.ts';
import { giveBackAccepted, listPapers, publicVerification } from '../papers/index.ts';
import { closingOf, listPieces, pieceRoutes } from '../pieces/index.ts';
import { SYSTEM } from '../platform/journal.ts';
import { publicationRoutes } from '../publication/index.ts';
import { readSitters } from '../sitters/readSitters.ts';
import { deskRoom } from './desk.ts';
import { type Browser, reread } from './enrolments.ts';
import { mailsTo } from './papers.ts';
import { type Enrolled, stage } from './stage.ts';
import { plainSpaces, wordsIn } from './words.ts';

/** Annulled on Tuesday 26 December for a proof of residence that was awaited until the 22nd; contested and answered on 4 January. */
const ANSWERED = '2024-01-04T10:00:00+01:00';
const PLACE = { academy: 'clermont', session: 'bp-2024-clermont' };
const REASONS = { words: 'Il manque le justificatif de domicile.', ground: "Notice d'information, pièces à fournir" };

const room = deskRoom({
  own: (deps) => {
    const due = duesOf(deps);
    return [...candidateRoutes({ ...deps, due }), ...pieceRoutes({ ...deps, due }), ...publicationRoutes(deps)];
  },
});
const { db, catalogue, papers, someone, setClock, staff } = await stage(room, {
  staff: { proposer: 'head', approver: 'head', other: 'head' },
});
const { proposer, approver, other } = staff;
subscribeClosing(papers);
let own: Enrolled;
beforeEach(async () => {
  own = await annulled();
});
async function annulled(): Promise<Enrolled> {
  const made = await someone();
  await sql`update piece set status = 'compliant' where enrolment_id = ${made.enrolment.id} and code not in ('DOMICIL', 'CINSIG01')`.execute(
    db,
  );
  const whose = { id: made.enrolment.id, academy: 'clermont' };
  await setClock('2023-12-02T10:00:00+01:00');
  await inviteToRegularise(papers, SYSTEM, { ...whose, officerId: proposer.id });
  await setClock('2023-12-23T10:00:00+01:00');
  await proposeCancellation(papers, SYSTEM, { ...whose, officerId: proposer.id, ...REASONS });
  const step = { ...whose, officerId: approver.id, step: 'approve', note: null } as const;
  expect(await decideCancellation(papers, SYSTEM, step)).toMatchObject({ ok: true });
  await setClock('2023-12-26T10:30:00+01:00');
  await papers.jobs.minuteNow();
  expect((await reread(db, made.candidate, made.enrolment.id)).status).toBe('cancelled');
  await setClock(ANSWERED);
  return made;
}
const said = async (browser: Browser, address: string): Promise<string> =>
  plainSpaces(wordsIn((await browser.get(address)).body));
const hub = (): string => `/candidatures/${own.enrolment.id}`;
async function contested(): Promise<string> {
  const [, door = ''] = /href="(\/candidatures\/[^"]+\/recours\/[^"]+)"/.exec((await own.get(hub())).body) ?? [];
  const words = { precisions: 'Mon bail était dans votre boîte le 20 décembre.', cle: randomUUID() };
  expect((await own.post(door, words)).status).toBe(303);
  const { rows } = await sql<{
    id: string;
  }>`select id from result_case where enrolment_id = ${own.enrolment.id}`.execute(db);
  return `/gestion/recours/${rows[0]?.id}`;
}
const ANSWER = { reponse: 'Votre bail était bien là, nous retirons cette décision.', session: '' };
const now = () => reread(db, own.candidate, own.enrolment.id);
const restored = async () =>
  (await mailsTo(db, own.candidate.address)).filter(({ template }) => template === 'enrolment.restored');

it('An annulment says until it is notified that it does not bind yet, and what what comes meanwhile is for', async () => {
  const notBinding = 'le rectorat peut rétablir votre inscription, et vous donne alors le temps de le remettre';
  const before = await said(own, hub());
  expect(before).toContain(notBinding);
  expect(before).toContain('Décision prise par Anne Agent');
  const desks = await said(other, `/gestion/cloture/${own.enrolment.id}`);
  expect(desks).toContain("Rétablir l'inscription");
  expect(desks).not.toContain('plus rien à en décider');
  await sql`insert into notice_letter (id, academy, session, enrolment_id, paper_id, tracking, address, posted_on, posted_by, outcome, outcome_on, outcome_by)
    select gen_random_uuid(), academy, session, enrolment_id, id, '1A44444444444', '{12 rue Neuve}', business_now()::date, id, 'received', business_now()::date, id
    from paper where enrolment_id = ${own.enrolment.id} and kind = 'cancellation'`.execute(db);
  const after = await said(own, hub());
  expect(after).not.toContain(notBinding);
  expect(after).toContain("jusqu'au mardi 5 mars 2024 inclus");
});

it('An accepted appeal gives back at once what was annulled: her seat, her pieces with days of their own, her page, and nothing is left to carry out', async () => {
  const seat = async () =>
    (await readSitters(db, catalogue, PLACE)).find(({ enrolmentId }) => enrolmentId === own.enrolment.id)?.units;
  const address = await contested();
  expect((await approver.post(address, { ...ANSWER, suite: 'granted' })).status).toBe(403);
  expect((await now()).status).toBe('cancelled');
  expect(await seat()).toBeUndefined();
  expect((await other.post(address, { ...ANSWER, suite: 'granted' })).status).toBe(303);

  expect(await now()).toMatchObject({ status: 'registered', endedAt: null });
  expect((await findCancellations(db, own.enrolment.id)).map(({ state }) => state)).toEqual(['reversed']);
  expect((await seat())?.length).toBeGreaterThan(5);
  const domicile = (await listPieces(db, own.enrolment.id)).find(({ code }) => code === 'DOMICIL');
  expect(domicile && closingOf(domicile).toString()).toBe('2024-01-19T23:00:00Z');
  const page = await said(own, hub());
  expect(page).toContain('vendredi 19 janvier 2024 inclus');
  expect(page).not.toMatch(/annulée(?! par le rectorat)|L'ouvrir la notifie|va revenir sur la décision/i);
  // What was answered stays to be read.
  expect(page).toContain('Le rectorat a répondu le jeudi 4 janvier 2024. Lisez sa réponse.');
  expect(await said(own, '/candidatures')).not.toMatch(/annulée|Recours accepté/i);
  const piece = await said(own, `${hub()}/justificatifs/DOMICIL`);
  expect(piece).toContain('19 janvier 2024');
  expect(piece).not.toContain('a pris fin');
  const [mail, ...more] = await restored();
  expect(more).toEqual([]);
  // What is said to be written by the rectorat was written by who answered.
  for (const words of [
    `Ce qu'a écrit le rectorat : ${ANSWER.reponse}`,
    'Il vous reste à faire',
    '19 janvier 2024 inclus',
  ])
    expect(plainSpaces(mail?.body)).toContain(words);
  const paper = (await listPapers(db, null, own.enrolment.id)).find(({ kind }) => kind === 'cancellation');
  const verified = await publicVerification(db).verify({ code: paper?.code ?? '', name: '' });
  expect(verified).toMatchObject({ value: { state: 'cancelled' } });

  // The office has nothing left to carry out, and nothing is held against her before her days are over.
  expect(await said(other, '/gestion')).not.toContain('à exécuter');
  expect(await said(other, '/gestion/recours')).not.toContain('À exécuter');
  const found = async () => {
    const [one] = await readCases(db, catalogue, [await now()], papers.clock.now());
    return one?.found?.state ?? null;
  };
  expect(await found()).toBeNull();
  await setClock('2024-01-20T00:00:00+01:00');
  expect(await found()).toBe('to-invite');
});

it('Refused, it gives nothing back', async () => {
  expect((await other.post(await contested(), { ...ANSWER, suite: 'refused' })).status).toBe(303);
  expect([(await now()).status, await restored()]).toEqual(['cancelled', []]);
  await giveBackAccepted(papers);
  expect((await now()).status).toBe('cancelled');
});

it('Who began another enrolment meanwhile goes on with that one, until it ends: then the first is given back, once', async () => {
  const twin = randomUUID();
  const address = await contested();
  await sql`insert into enrolment (id, academy, session, exam, candidate_id, status, working)
    select ${twin}, academy, session, exam, candidate_id, 'draft', '{}' from enrolment where id = ${own.enrolment.id}`.execute(
    db,
  );
  expect((await other.post(address, { ...ANSWER, suite: 'granted' })).status).toBe(303);
  await giveBackAccepted(papers);
  expect([(await now()).status, await restored()]).toEqual(['cancelled', []]);
  expect(await said(other, '/gestion')).toContain('1 recours accepté à exécuter');
  const page = await said(own, hub());
  expect(page).toContain('Votre recours est accepté : cette décision ne compte plus.');
  expect(page).not.toMatch(/Dans les deux mois|opposable|L'ouvrir la notifie/);
  await sql`update enrolment set status = 'abandoned', ended_at = business_now() where id = ${twin}`.execute(db);
  await Promise.all([giveBackAccepted(papers), giveBackAccepted(papers)]);
  expect([(await now()).status, (await restored()).length]).toEqual(['registered', 1]);
  expect(await said(other, '/gestion')).not.toContain('à exécuter');
});
