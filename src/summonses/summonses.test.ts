import { sql } from 'kysely';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCatalogue } from '../catalogue/index.ts';
import { SYSTEM, verifyJournal } from '../platform/journal.ts';
import { emptyDatabase, type TestDatabase } from '../testing/database.ts';
import {
  findCandidate,
  MACON_WITH_HANDICAP,
  registeredEnrolment,
  setClock,
  shippedCatalogue,
  type TestEnrolment,
  withdraw,
} from '../testing/enrolments.ts';
import { subscribeExam } from '../testing/examRooms.ts';
import { aCentre, aSeat, publishedPlan, ROOMS, SESSION, type SeatGiven } from '../testing/examSite.ts';
import { leftOut } from '../testing/hearings.ts';
import { type HeldJobs, heldJobs } from '../testing/heldJobs.ts';
import { mailsTo, openPapers, type Papers } from '../testing/papers.ts';
import { plainSpaces } from '../testing/words.ts';
import { goOnTelling, tellSummonses } from './actions/tellSummonses.ts';
import { readCheckinCodes } from './store/checkinCodes.ts';
import { lastSummons, listSummonses } from './store/summonses.ts';
import { withoutSummons } from './withoutSummons.ts';

let test: TestDatabase;
let papers: Papers<HeldJobs>;
let rooms: Readonly<Record<string, string>>;
const PLACE = { academy: 'clermont', session: SESSION };

const catalogue = await shippedCatalogue();
beforeEach(async () => {
  test = await emptyDatabase(ROOMS);
  papers = await openPapers(test.db, { catalogue, jobs: heldJobs(), findCandidate });
  subscribeExam(papers);
  rooms = (await aCentre(test.db, ['Salle 1', 'Salle 2'])).rooms;
});
afterEach(async () => {
  await papers.end();
  await test.close();
});
afterAll(() => vi.restoreAllMocks());

const enrolled = (options: Parameters<typeof registeredEnrolment>[1] | object = {}): Promise<TestEnrolment> =>
  registeredEnrolment(test.db, { events: papers.events, catalogue, ...options });
const seat = (of: TestEnrolment, unit: string, at: string, more: Partial<SeatGiven> = {}): SeatGiven =>
  aSeat(of, unit, at, { place: 4, ...more });
const publish = async (...seats: readonly SeatGiven[]): Promise<string> => {
  const planId = await publishedPlan(papers, rooms, seats);
  await papers.jobs.run();
  return planId;
};
const mails = async ({ candidate }: TestEnrolment) =>
  (await mailsTo(test.db, candidate.address)).filter(({ template }) => template.startsWith('summons.'));
const subjects = async (one: TestEnrolment): Promise<readonly string[]> =>
  (await mails(one)).map(({ template }) => template);
const contentOf = async ({ enrolment }: TestEnrolment): Promise<string> => {
  const summons = await lastSummons(test.db, enrolment.id);
  const { rows } = await sql<{ content: unknown }>`select content from paper where id = ${summons?.paperId}`.execute(
    test.db,
  );
  return plainSpaces(JSON.stringify(rows[0]?.content));
};

describe('A published plan', () => {
  it('summons each who has a seat, once, with a mail that says when it begins; who has none hears nothing', async () => {
    const [one, other] = [await enrolled(), await enrolled()];
    await publish(seat(one, 'U20', '2024-06-03T09:00'), seat(one, 'U30A', '2024-06-04T14:00', { room: 'Salle 2' }));
    const [mail] = await mails(one);
    expect(plainSpaces(mail?.body ?? '')).toContain('Première épreuve : lundi 3 juin 2024 à 9 h 00 (heure de Paris).');
    expect(mail?.body).toContain(`/candidatures/${one.enrolment.id}/convocation`);
    expect(await subjects(other)).toEqual([]);
    expect(await lastSummons(test.db, other.enrolment.id)).toBeNull();
    const said = await contentOf(one);
    for (const words of [
      'Lundi 3 juin 2024',
      '9 h 00 à 11 h 00',
      'Durée : 2 h"',
      '"Salle 1, table 4"',
      'Mardi 4 juin 2024',
      '14 h 00 à 16 h 00',
      '"Salle 2, table 4"',
      'Lycée des Puys","1 rue du Lac","63000 Riom',
      "Une pièce d'identité, valide ou périmée depuis moins de cinq ans",
      'plus personne',
      'épreuves de remplacement',
      'À confirmer auprès de votre gestionnaire.',
    ])
      expect(said).toContain(words);
    expect(said).not.toContain('Ce qui change');
    const code = (await readCheckinCodes(test.db, PLACE, [one.enrolment.id])).get(one.enrolment.id) ?? '';
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
    expect(said).toContain(`"signs":"${code}"`);
    expect(said).toContain(`Code d'accueil : ${code.slice(0, 4)}-${code.slice(4)}`);
    expect(await verifyJournal(test.db)).toEqual([]);
  });

  it('says what is not sat and why, and what has no place yet', async () => {
    const one = await enrolled();
    await publish(seat(one, 'U20', '2024-06-03T09:00'));
    const said = await contentOf(one);
    expect(said).toMatch(
      /"U10 : Création[^"]*","values":\["Note conservée : 12,5[^"]*"\]\}\],"title":"Ce que vous ne passez pas"/,
    );
    expect(said).toMatch(/"title":"Ce qui reste à fixer","paragraphs":\[[^\]]*"U30A/);
    expect(said.match(/U20/g)).toHaveLength(1);
    expect(said).toContain('Langue vivante étrangère facultative');
  });

  it('tells again only whom it changes, and says what changed in one sentence', async () => {
    const [one, other] = [await enrolled(), await enrolled()];
    const still = seat(other, 'U20', '2024-06-03T09:00', { place: 5 });
    await publish(seat(one, 'U20', '2024-06-03T09:00'), seat(one, 'U60', '2024-06-05T09:00'), still);
    const [first] = await listSummonses(test.db, [one.enrolment.id]);
    await publish(
      seat(one, 'U20', '2024-06-03T10:00', { room: 'Salle 2' }),
      seat(one, 'U41', '2024-06-06T09:00'),
      still,
    );
    expect(await subjects(one)).toEqual(['summons.issued', 'summons.changed']);
    expect(await subjects(other)).toEqual(['summons.issued']);
    expect(plainSpaces((await mails(one))[1]?.body ?? '')).toContain(
      "Votre convocation aux épreuves (brevet professionnel, session 2024) a changé. Ce qui change : U20, l'heure et la salle ; U41, ajoutée ; U60, retirée",
    );
    const said = await contentOf(one);
    expect(said).toContain('Heure : lundi 3 juin 2024 à 10 h 00, au lieu de lundi 3 juin 2024 à 9 h 00');
    expect(said).toContain('Salle : Salle 2, au lieu de Salle 1');
    expect(said).toContain('Épreuve retirée (mercredi 5 juin 2024 à 9 h 00) : ne vous y présentez pas');
    expect(said).toContain('Elle remplace celle du 15 novembre 2023');
    const all = await listSummonses(test.db, [one.enrolment.id]);
    expect(all.map(({ rank }) => rank)).toEqual([2, 1]);
    expect(all[1]).toEqual(first);
    // The code at the door stays.
    expect((await sql`select 1 from exam_checkin_code`.execute(test.db)).rows).toHaveLength(2);
  });

  it('says effects of what was granted on the paper, without a cause, and nothing of them in the mail', async () => {
    const one = await enrolled();
    await publish(seat(one, 'U20', '2024-06-03T09:00', { minutes: 180 }));
    await publish(seat(one, 'U20', '2024-06-03T09:00', { minutes: 180, percent: 33, alone: true }));
    const said = await contentOf(one);
    expect(said).toContain("Durée : 4 h (temps majoré d'un tiers compris)");
    expect(said).toContain('Salle particulière');
    expect(said).not.toMatch(/santé|handicap|médecin/i);
    const body = plainSpaces((await mails(one))[1]?.body ?? '');
    expect(body).toContain("U20, l'heure de fin et les conditions de passage");
    expect(body).not.toMatch(/majoré|tiers|particulière|aménag/);
  });

  it('says that a summons is void to who has no seat any more, once; a seat given back is a summons again', async () => {
    const [gone, unseated] = [await enrolled(), await enrolled()];
    const theirs = [seat(gone, 'U20', '2024-06-03T09:00'), seat(unseated, 'U20', '2024-06-03T09:00', { place: 5 })];
    await publish(...theirs);
    await withdraw(test.db, { events: papers.events, catalogue }, gone);
    // At once, before any other publication.
    expect(await subjects(gone)).toEqual(['summons.issued', 'summons.void']);
    // The plan may not know yet: an enrolment that ended has no seat.
    await publish(...theirs.slice(0, 1));
    expect(await subjects(gone)).toEqual(['summons.issued', 'summons.void']);
    expect(plainSpaces((await mails(gone))[1]?.body ?? '')).toContain('Votre inscription a pris fin');
    expect(await contentOf(gone)).toContain('Convocation annulée');
    expect(await subjects(unseated)).toEqual(['summons.issued', 'summons.void']);
    expect(plainSpaces((await mails(unseated))[1]?.body ?? '')).toContain('Aucune épreuve ne vous est plus attribuée');
    await publish();
    expect(await subjects(unseated)).toHaveLength(2);
    await publish(...theirs.slice(1));
    expect(await subjects(unseated)).toEqual(['summons.issued', 'summons.void', 'summons.issued']);
    expect(await subjects(gone)).toHaveLength(2);
  });

  it('withholds a unit whose certificate of safety is owed, and never one that is seated', async () => {
    const one = await enrolled({ answers: MACON_WITH_HANDICAP });
    await publish(seat(one, 'U20', '2024-06-03T09:00'));
    expect(await contentOf(one)).toContain('Ce qui reste à fixer');
  });
});

describe('Whoever leaves once summonses are out', () => {
  it('is told at once that theirs is void, once: page, paper and verification say so; then nothing more at the next plan', async () => {
    const [gone, stays] = [await enrolled(), await enrolled()];
    const theirs = [seat(gone, 'U20', '2024-06-03T09:00'), seat(stays, 'U20', '2024-06-03T09:00', { place: 5 })];
    const planId = await publish(...theirs);
    await withdraw(test.db, { events: papers.events, catalogue }, gone);
    expect(await contentOf(gone)).toContain('Convocation annulée');
    expect(plainSpaces((await mails(gone))[1]?.body ?? '')).toContain('ne vous présentez à aucune épreuve');
    const { rows: papersOf } =
      await sql`select from paper where enrolment_id = ${gone.enrolment.id} and kind = 'summons'`.execute(test.db);
    expect(papersOf).toHaveLength(2);
    const settled = await sql<{ outcome: string }>`select outcome from exam_summoned
      where plan_id = ${planId} and enrolment_id = ${gone.enrolment.id}`.execute(test.db);
    expect(settled.rows).toEqual([{ outcome: 'void' }]);
    expect(await subjects(stays)).toEqual(['summons.issued']);
    await publish(...theirs);
    expect(await subjects(gone)).toEqual(['summons.issued', 'summons.void']);
    expect(await verifyJournal(test.db)).toEqual([]);
  });

  it('hears nothing of tests that are over, nor of a summons that they never had', async () => {
    const [late, never] = [await enrolled(), await enrolled()];
    await publish(seat(late, 'U20', '2024-06-03T09:00'));
    await setClock(test.db, Temporal.Instant.from('2024-06-03T09:00:00+02:00'));
    for (const one of [late, never]) await cancel(one.enrolment.id);
    expect(await subjects(late)).toEqual(['summons.issued']);
    expect(await subjects(never)).toEqual([]);
  });

  it('is told nothing of tests that are over by a plan that is published later: neither a first summons, nor what changed', async () => {
    const [told, never] = [await enrolled(), await enrolled()];
    await publish(seat(told, 'U20', '2024-06-03T09:00'));
    await setClock(test.db, Temporal.Instant.from('2024-06-20T09:00:00+02:00'));
    await sql`update exam_room set name = 'Salle bleue'`.execute(test.db);
    await publish(seat(told, 'U20', '2024-06-03T09:00', { room: 'Salle 2' }), seat(never, 'U20', '2024-06-03T09:00'));
    expect(await subjects(told)).toEqual(['summons.issued']);
    expect(await subjects(never)).toEqual([]);
    // What is to come is told, and nothing besides.
    await publish(
      seat(told, 'U20', '2024-06-03T09:00', { room: 'Salle 2' }),
      seat(told, 'U20-R', '2024-09-12T09:00'),
      seat(never, 'U20', '2024-06-03T09:00'),
    );
    expect(await subjects(told)).toEqual(['summons.issued', 'summons.changed']);
    expect((await mails(told))[1]?.body).not.toContain('la salle');
    expect(await subjects(never)).toEqual([]);
  });

  it('is summoned again at once, once they are back, where their seat is kept', async () => {
    const one = await enrolled();
    await publish(seat(one, 'U20', '2024-06-03T09:00'));
    await cancel(one.enrolment.id);
    expect(await subjects(one)).toEqual(['summons.issued', 'summons.void']);
    await sql`update enrolment set status = 'registered', ended_at = null where id = ${one.enrolment.id}`.execute(
      test.db,
    );
    await said('enrolment.restored', one.enrolment.id);
    expect(await subjects(one)).toEqual(['summons.issued', 'summons.void', 'summons.issued']);
  });

  const said = (name: 'enrolment.cancelled' | 'enrolment.restored', enrolmentId: string) =>
    test.db.transaction().execute((tx) =>
      papers.events.publish(
        tx,
        SYSTEM,
        name,
        { stream: `enrolment:${enrolmentId}`, ...PLACE },
        {
          enrolmentId,
          number: 'BP24-00001-A',
          version: 1,
        },
      ),
    );
  const cancel = async (enrolmentId: string): Promise<void> => {
    await sql`update enrolment set status = 'cancelled', ended_at = business_now() where id = ${enrolmentId}`.execute(
      test.db,
    );
    await said('enrolment.cancelled', enrolmentId);
  };
});

describe('Whoever was left out of all that they present', () => {
  it('has no seat and no summons: they are told why, once, and the machine counts them', async () => {
    const macon = await enrolled({ answers: MACON_WITH_HANDICAP });
    const specialities = catalogue.pack.specialities.map((one) =>
      one.scaffolding === undefined
        ? one
        : {
            ...one,
            scaffolding: {
              ...one.scaffolding,
              units: catalogue.regulation(one.cfd, 2024)?.units.map(({ id }) => id) ?? [],
            },
          },
    );
    const strict = createCatalogue({ ...catalogue.pack, specialities }, catalogue.anchors);
    const deps = { ...papers, catalogue: () => strict };
    const all = catalogue.regulation('45023216', 2024)?.units.map(({ id }) => id) ?? [];
    // A certificate that is owed leaves nobody out: they have their seats until a decision.
    expect(await withoutSummons(test.db, strict, PLACE, null)).toMatchObject({ withheld: 0 });
    await leftOut(test.db, macon.enrolment.id, all);
    const told = async () =>
      (
        await sql<{ words: string }>`select words from message where enrolment_id = ${macon.enrolment.id}`.execute(
          test.db,
        )
      ).rows.map(({ words }) => plainSpaces(words));
    for (let time = 0; time < 2; time += 1) {
      await goOnTelling(deps, { planId: await publishedPlan(papers, rooms, []) });
      expect(await told()).toEqual([
        expect.stringMatching(
          /vous n'en avez pas\. Une décision du rectorat vous laisse hors de ces épreuves, faute d'attestation/,
        ),
      ]);
    }
    expect(await mailsTo(test.db, macon.candidate.address)).toContainEqual(
      expect.objectContaining({ template: 'message.available' }),
    );
    expect(await withoutSummons(test.db, strict, PLACE, null)).toMatchObject({ ids: [], withheld: 1 });
    expect(await withoutSummons(test.db, strict, PLACE, [])).toMatchObject({ withheld: 0 });
    // The decision doesn't stand any more: they sit all of it.
    await sql`update unit_exclusion set lifted_at = business_now()`.execute(test.db);
    expect(await withoutSummons(test.db, strict, PLACE, null)).toMatchObject({ withheld: 0 });
  });
});

describe('The job', () => {
  it('goes on where it was cut, tells nobody twice, and stops when another plan took its place', async () => {
    const people = [await enrolled(), await enrolled(), await enrolled()];
    const planId = await publishedPlan(
      papers,
      rooms,
      people.map((one, index) => seat(one, 'U20', '2024-06-03T09:00', { place: index + 1 })),
    );
    // The third transaction of the part breaks as a lost connection does.
    let left = 1;
    const cut = papers.outbox.post;
    const broken = {
      ...papers,
      outbox: {
        post: async (...args: Parameters<typeof cut>) => {
          if (left === 0) throw Object.assign(new Error('terminating connection'), { code: '57P01' });
          left -= 1;
          return cut(...args);
        },
      },
    };
    await expect(tellSummonses(broken, { planId })).rejects.toThrow('terminating');
    expect((await Promise.all(people.map(mails))).flat()).toHaveLength(1);
    await Promise.all([tellSummonses(papers, { planId }), tellSummonses(papers, { planId })]);
    await tellSummonses(papers, { planId });
    for (const one of people) expect(await subjects(one)).toEqual(['summons.issued']);
    expect((await sql`select 1 from exam_summons`.execute(test.db)).rows).toHaveLength(3);
    await publishedPlan(papers, rooms, []);
    await tellSummonses(papers, { planId });
    for (const one of people) expect(await subjects(one)).toEqual(['summons.issued']);
  });

  it('works in parts and orders the next', async () => {
    const people = [await enrolled(), await enrolled()];
    const planId = await publishedPlan(
      papers,
      rooms,
      people.map((one, index) => seat(one, 'U20', '2024-06-03T09:00', { place: index + 1 })),
    );
    expect(await tellSummonses(papers, { planId }, 0)).toBe('more');
    papers.jobs.orders.length = 0;
    await goOnTelling(papers, { planId });
    expect(papers.jobs.orders.filter(({ kind }) => kind === 'summons.tell')).toEqual([]);
  });

  it('notes who could not be told, and tells the others', async () => {
    const [one, other] = [await enrolled(), await enrolled()];
    await sql`update enrolment set registered = jsonb_set(registered, '{qualification,speciality}', '"45099999"') where id = ${one.enrolment.id}`.execute(
      test.db,
    );
    await publish(seat(one, 'U20', '2024-06-03T09:00'), seat(other, 'U20', '2024-06-03T09:00', { place: 5 }));
    expect(await subjects(other)).toEqual(['summons.issued']);
    const { rows } = await sql<{ fault: string }>`select fault from exam_summoned where outcome = 'failed'`.execute(
      test.db,
    );
    expect(rows).toEqual([{ fault: expect.stringContaining('45099999') }]);
  });

  it('keeps what was told on record', async () => {
    const one = await enrolled();
    await publish(seat(one, 'U20', '2024-06-03T09:00'));
    await expect(sql`update exam_summons set rank = 7`.execute(test.db)).rejects.toThrow('kept on record');
    await expect(sql`delete from exam_summons`.execute(test.db)).rejects.toThrow('kept on record');
  });
});
