import { sql } from 'kysely';
import type { Visitor } from '../../e2e/support/visitor.ts';
import type { ResolvedSession } from '../../src/catalogue/index.ts';
import { dayOff } from '../../src/law/index.ts';
import { columns, integer, text, uuid } from '../../src/platform/database/columns.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { inFrench, optionOf, send } from '../session/forms.ts';
import { deliberate } from '../session/jury.ts';
import { typeMarks } from '../session/marks.ts';
import { writePlaces } from '../session/places.ts';
import { publishPlan } from '../session/plan.ts';
import { announce, untilTranscripts } from '../session/results.ts';
import { hire, SECOND_CLERK, SECOND_HEAD } from '../session/staff.ts';
import type { World } from '../world.ts';
import { SOFIA, toldMark, YANIS } from './cast.ts';
import type { OwnSite } from './site.ts';
import { hubOf } from './today.ts';

/** Whose figures are all published: nothing has to be invented for their average. */
export const SPECIALITIES = ['45022109', '45022108', '45033608'] as const;
/** Everybody sits it. */
const FIRST_UNIT = 'U10';
const HEAD = 'head@demo.registre.fr';
/** The remedy of the exam that asks for another decision. */
const CONTEST = 'appeal';
const KEEPER = 'Frédérique Salers';
const CLERK = { name: 'Pascale Fontanges', address: 'jury@demo.registre.fr' };
/** Days from the first test to each moment of the exam, as they lie in a year; before it where they are negative. */
const PLAN = -49;
const EXCUSE = 8;
const MARKS = 17;
const JURY = 28;
const RESULTS = 32;
const REPLACED = 38;
const CONTESTED = 45;
const ANSWERED = 60;
/** How long the transcripts may take. */
const TRANSCRIPT_SECONDS = 120;

export type Office = {
  readonly world: World;
  readonly session: ResolvedSession;
  readonly site: OwnSite;
  readonly step: (name: 'plan' | 'marks' | 'jury' | 'results') => void;
};

/** From the calendar to the results read, of a session whose candidates are validated; what a jury decides, it decides. */
export async function tellYearBefore({ world, session, site, step }: Office): Promise<void> {
  const { catalogue } = world;
  const { db } = world.deps;
  const first = session.examStartsOn.on;
  const at = (days: number, hour: string): Temporal.PlainDateTime =>
    workingDay(first.add({ days })).toPlainDateTime(Temporal.PlainTime.from(hour));
  const head = await site.as(HEAD);
  step('plan');
  await site.goTo(at(PLAN, '09:00'));
  for (const hired of [SECOND_CLERK, SECOND_HEAD])
    await hire({ admin: await site.as('admin@demo.registre.fr'), head, stranger: site.stranger() }, linkTo(db), hired);
  await writePlaces(head, catalogue, session, SPECIALITIES);
  await publishPlan(head, db, session.code);
  await nameKeeper(head, session.code);

  await site.goTo(at(EXCUSE, '18:00'));
  const sofia = await hubOf(world, SOFIA, session);
  const absence = `${sofia}/absence`;
  await send(await site.as(SOFIA.address), absence, absence, {
    epreuves: FIRST_UNIT,
    mots: 'J’ai été opérée la veille de l’épreuve. Le bulletin d’hospitalisation part par la poste.',
  });

  step('marks');
  await site.goTo(at(MARKS, '09:00'));
  const clerks = [
    { name: CLERK.name, visitor: await site.as(CLERK.address) },
    { name: SECOND_CLERK.name, visitor: await site.as(SECOND_CLERK.address) },
  ] as const;
  await typeMarks({ head, clerks }, { db, catalogue, session: session.code, told: toldMark });

  step('jury');
  await site.goTo(at(JURY, '14:00'));
  const second = await site.as(SECOND_HEAD.address);
  await deliberate({ head, second }, { session: session.code, day: inFrench(at(JURY, '14:00')) });
  const results = at(RESULTS, '09:00');
  await announce({ head: second, second: head }, session.code, { jour: inFrench(results), heure: '9 h' });

  step('results');
  await site.goTo(results);
  await untilTranscripts(db, await countJudged(db, session.code), TRANSCRIPT_SECONDS);

  await site.goTo(at(REPLACED, '10:00'));
  const replacements = `/gestion/remplacements`;
  await send(head, `${replacements}?session=${session.code}`, replacements, {
    session: session.code,
    dossier: sofia.split('/').at(-1) ?? '',
    unite: FIRST_UNIT,
    vu: '0',
    decision: 'granted',
    recu: inFrench(at(EXCUSE + 1, '10:00')),
    motif: 'Hospitalisation la veille de l’épreuve, justifiée dans les jours qui suivent.',
  });

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
}

/** The keeper of the demonstration has the largest centre. */
async function nameKeeper(head: Visitor, session: string): Promise<void> {
  const keepers = `/gestion/examen/presences/personnes?session=${session}`;
  const { html } = await head.get(keepers);
  const [personne, centre] = [optionOf(html, 'personne', KEEPER), optionOf(html, 'centre', 'CLF')];
  await send(head, keepers, keepers, { personne, centre });
}

const JUDGED = columns({ count: integer });

async function countJudged(db: Database, session: string): Promise<number> {
  const { count } = await JUDGED.one(
    db,
    sql`select count(*)::integer as count from jury_verdict where session = ${session}`,
  );
  return count;
}

function workingDay(day: Temporal.PlainDate): Temporal.PlainDate {
  return dayOff(day) === null && day.dayOfWeek < 6 ? day : workingDay(day.add({ days: 1 }));
}

const MAIL = columns({ body: text, id: uuid });

/** The mails of a demonstration are kept where it reads them. */
function linkTo(db: Database): (address: string) => Promise<string> {
  return async (address) => {
    const [mail] = await MAIL.all(
      db,
      sql`select id, body from mail where lower(recipient) = ${address} order by id desc limit 1`,
    );
    const link = /https?:\/\/\S+/.exec(mail?.body ?? '')?.[0];
    if (link === undefined) throw new Error(`No link was written to ${address}`);
    return link;
  };
}
