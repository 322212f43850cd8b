import type { Visitor } from '../../e2e/support/visitor.ts';
import { dayOf, onWorkingDay, workedBefore, workingDay } from '../days.ts';
import type { Moment } from '../office.ts';
import { grant, writeAgain } from '../session/absences.ts';
import { answerOwn, conveneAll, fillBoards, writeExaminers } from '../session/examiners.ts';
import { inFrench, optionOf, send } from '../session/forms.ts';
import { addToRecord, deliberate } from '../session/jury.ts';
import { type MarkingOffice, openBatches, typeBatch, typeMarks } from '../session/marks.ts';
import { writePlaces } from '../session/places.ts';
import { publishPlan } from '../session/plan.ts';
import { announce, listJudged, untilTranscripts } from '../session/results.ts';
import { readScripts, type Told } from '../session/scripts.ts';
import { hire, SECOND_CLERK, SECOND_HEAD } from '../session/staff.ts';
import { conveneAgain, GAELLE, type Office, writeBoardsAgain } from './boards.ts';
import { INES, SOFIA, toldMark, YANIS } from './cast.ts';
import { linkTo } from './mails.ts';
import { chooseAbsent, FIRST_UNIT, type SatAgain } from './satAgain.ts';
import type { OwnSite } from './site.ts';
import { hubOf } from './today.ts';

/** Whose figures are all published: nothing has to be invented for their average. */
export const SPECIALITIES = ['45022109', '45022108', '45033608'] as const;
const HEAD = 'head@demo.registre.fr';
/** The remedy of the exam that asks for another decision. */
const CONTEST = 'appeal';
const ILLNESS = 'Hospitalisation la veille de l’épreuve, justifiée dans les jours qui suivent.';
const ACCIDENT = 'Accident du car qui les menait au centre, le premier jour : arrêt de travail d’une semaine.';
const KEEPER = { name: 'Frédérique Salers', centre: 'CLF' };
/** Whose account the demonstration has; she lives beside its largest centre. */
const GAELLE_LINE = [
  ...[GAELLE.lastName, 'Gaëlle', 'enseignant', 'professeure', 'Lycée professionnel de Clermont-Ferrand', '63000'],
  ...[GAELLE.address, '0612345678', 'commission, surveillance', 'Boulanger', '', ''],
];
const CLERK = { name: 'Pascale Fontanges', address: 'jury@demo.registre.fr' };
/** Days from the first test to each moment of the exam, as they lie in a year; before it where they are negative. */
const PLAN = -49;
const EXCUSE = 8;
const PROVEN = 15;
const MARKS = 17;
const JURY = 28;
const RESULTS = 32;
const REPLACED = 38;
const CONTESTED = 45;
const ANSWERED = 60;
const SAT_AGAIN = 80;
const MARKED_AGAIN = 84;
/** Days before today, and after it, of what follows from the tests that were sat again. */
const LAST_WEEK = 8;
const TYPING = 5;
const ADDED = 3;
const APPROVED = 2;
const ANNOUNCED = 2;
/** How long the transcripts may take. */
const TRANSCRIPT_SECONDS = 120;

type Telling = Office & { readonly step: (name: 'plan' | 'marks' | 'jury' | 'results') => void };

/**
 * From the calendar to the results read, of a session whose candidates are validated; what a jury decides, it decides. Answers what happens while the
 * next session is open: the tests that were sat again.
 */
export async function tellYearBefore(office: Telling): Promise<readonly Moment[]> {
  const { world, session, site, now, step } = office;
  const { catalogue } = world;
  const { db } = world.deps;
  const first = session.examStartsOn.on;
  const at = (days: number, hour: string): Temporal.PlainDateTime => onWorkingDay(first.add({ days }), hour);
  const head = await site.as(HEAD);
  step('plan');
  await site.goTo(at(PLAN, '09:00'));
  for (const hired of [SECOND_CLERK, SECOND_HEAD])
    await hire({ admin: await site.as('admin@demo.registre.fr'), head, stranger: site.stranger() }, linkTo(db), hired);
  await writePlaces(head, catalogue, session, SPECIALITIES);
  await publishPlan(head, db, session.code);
  await writeExaminers(head, catalogue, session.code, SPECIALITIES, [GAELLE_LINE]);
  await fillBoards(head, session.code);
  await conveneAll(head, session.code);
  await answerOwn(await site.as(GAELLE.address));
  await nameKeeper(head, session.code);
  const absent = await chooseAbsent(db, session.code, KEEPER.centre);

  for (const person of [INES, SOFIA]) {
    const [hub, visitor] = [await hubOf(world, person, session), await site.as(person.address)];
    await visitor.get(`${hub}/convocation`);
    await send(visitor, `${hub}/diffusion`, `${hub}/diffusion`, { discloseOnline: 'oui' });
  }

  await site.goTo(at(EXCUSE, '18:00'));
  const sofia = await hubOf(world, SOFIA, session);
  const absence = `${sofia}/absence`;
  await send(await site.as(SOFIA.address), absence, absence, {
    epreuves: FIRST_UNIT,
    mots: 'J’ai été opérée la veille de l’épreuve. Le bulletin d’hospitalisation part par la poste.',
  });

  step('marks');
  await site.goTo(at(MARKS, '09:00'));
  const typing = await markingOffice(site);
  const isAbsent = (address: string, unit: string): boolean =>
    [...absent.marked, ...absent.coming, ...absent.all].some((one) => one.address === address && one.unit === unit);
  const told: Told = (address, unit) => (isAbsent(address, unit) ? 'A' : toldMark(address, unit));
  await typeMarks(typing, { db, catalogue, session: session.code, told });

  step('jury');
  await site.goTo(at(JURY, '14:00'));
  const second = await site.as(SECOND_HEAD.address);
  await deliberate({ head, second }, { session: session.code, day: inFrench(at(JURY, '14:00')), clerk: CLERK.name });
  const results = at(RESULTS, '09:00');
  await announce({ head: second, second: head }, session.code, { jour: inFrench(results), heure: '9 h' });

  step('results');
  await site.goTo(results);
  const judged = await listJudged(db, session.code, Number.MAX_SAFE_INTEGER);
  await untilTranscripts(db, judged.length, TRANSCRIPT_SECONDS);

  await site.goTo(at(REPLACED, '10:00'));
  const ill = [...absent.hers, ...absent.marked, ...absent.coming];
  await grant(head, session.code, ill, { received: at(EXCUSE + 1, '10:00'), reason: ILLNESS });
  await grant(head, session.code, absent.all, { received: at(PROVEN, '10:00'), reason: ACCIDENT });
  const today = dayOf(now);
  await writeAgain(head, world, session, absent.hers, at(SAT_AGAIN, '09:00'));
  const lastWeek = workingDay(today.subtract({ days: LAST_WEEK }), -1).toPlainDateTime({ hour: 9 });
  await writeAgain(head, world, session, absent.marked, lastWeek);
  await writeAgain(head, world, session, absent.coming, onWorkingDay(today, '09:00'));
  await writeBoardsAgain(office, absent.all);
  await publishPlan(head, db, session.code);
  const boards = await conveneAgain(office, absent.all);

  await site.goTo(at(CONTESTED, '20:30'));
  const yanis = await site.as(YANIS.address);
  const own = `${await hubOf(world, YANIS, session)}/resultats`;
  const precisions = 'La dernière page de ma copie de la première épreuve semble ne pas avoir été comptée.';
  await send(yanis, own, `${own}/demandes`, { demande: CONTEST, precisions });
  await site.goTo(at(ANSWERED, '11:00'));
  const { html: cases } = await head.get('/gestion/recours');
  const answer = /action="(\/gestion\/recours\/[0-9a-f-]{36})"/.exec(cases)?.[1];
  if (answer === undefined) throw new Error('Nothing to answer');
  const reponse = 'La copie a été relue : toutes ses pages ont été comptées et la note est exacte.';
  await send(head, '/gestion/recours', answer, { suite: 'refused', reponse });

  await site.goTo(at(MARKED_AGAIN, '09:00'));
  await typeMarks(typing, { db, catalogue, session: session.code, told });
  return [...momentsOfReplacements(office, absent), ...boards];
}

/** Sofia's result after her replacement test, which is to be read in two days; and a batch that one person has typed. */
function momentsOfReplacements({ world, session, site, now }: Office, { hers, marked }: SatAgain): readonly Moment[] {
  const { deps, catalogue } = world;
  const days = (count: number, act: (heads: Heads) => Promise<unknown>): Moment => ({
    at: workedBefore(now, count),
    happens: async () => {
      await site.look();
      await act({ head: await site.as(HEAD), second: await site.as(SECOND_HEAD.address) });
    },
  });
  return [
    days(TYPING, async () => {
      // A tenth of the people has nobody who was ill on both days.
      if (marked.length === 0) return;
      const typing = await markingOffice(site);
      const batches = await openBatches(typing, session.code);
      const written = await readScripts(deps.db, catalogue, session.code, toldMark);
      for (const batch of batches) await typeBatch(typing.clerks[1].visitor, batch, written, true);
    }),
    days(ADDED, async (heads) => {
      const reason = 'Épreuve de remplacement, passée après une absence justifiée.';
      for (const { enrolmentId } of hers) await addToRecord(heads, { session: session.code, enrolmentId, reason });
    }),
    // Who approves signs: the head who holds the delegation.
    days(APPROVED, async ({ head, second }) => {
      const morning = onWorkingDay(dayOf(now).add({ days: ANNOUNCED }), '09:00');
      await announce({ head: second, second: head }, session.code, { jour: inFrench(morning), heure: '9 h' });
    }),
  ];
}

type Heads = { readonly head: Visitor; readonly second: Visitor };

async function markingOffice(site: OwnSite): Promise<MarkingOffice> {
  return {
    head: await site.as(HEAD),
    clerks: [
      { name: CLERK.name, visitor: await site.as(CLERK.address) },
      { name: SECOND_CLERK.name, visitor: await site.as(SECOND_CLERK.address) },
    ],
  };
}

/** The keeper of the demonstration has the largest centre. */
async function nameKeeper(head: Visitor, session: string): Promise<void> {
  const keepers = `/gestion/examen/presences/personnes?session=${session}`;
  const { html } = await head.get(keepers);
  const [personne, centre] = [optionOf(html, 'personne', KEEPER.name), optionOf(html, 'centre', KEEPER.centre)];
  await send(head, keepers, keepers, { personne, centre });
}
