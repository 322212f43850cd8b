import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import { mainOf, type Visitor } from '../../e2e/support/visitor.ts';
import type { Catalogue, ResolvedSession } from '../../src/catalogue/index.ts';
import { isOptional } from '../../src/enrolment/index.ts';
import { isReplacement, replacementOf, wholeUnit } from '../../src/exam/index.ts';
import { columns, flag, text, uuid } from '../../src/platform/database/columns.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { workingDay } from '../days.ts';
import { printSpecimens } from '../specimens.ts';
import { inFrench, send, sendFile, wordsOf } from './forms.ts';
import type { House } from './house.ts';
import { testsOf, writeSitting } from './places.ts';
import { readPapers, readSeats } from './scripts.ts';
import { several } from './several.ts';

/** A unit that somebody was absent at, and sits again. */
export type Again = {
  readonly address: string;
  readonly enrolmentId: string;
  readonly speciality: string;
  readonly unit: string;
};

/**
 * What becomes of an absence. `again`: justified, and the unit is sat again; `excused`: justified, and nothing else is asked; `refused`: what came doesn't
 * establish it; `unexplained`: nobody said why.
 */
const FATES = ['again', 'excused', 'unexplained', 'refused'] as const;
export type Fate = (typeof FATES)[number];
export type Absence = Again & { readonly fate: Fate };

/** Who is absent of the first tests of a session, each with what will become of it: each fate in its turn. */
export async function readAbsent(db: Database, catalogue: Catalogue, session: string): Promise<readonly Absence[]> {
  const paper = await readPapers(db, catalogue, session, () => undefined);
  const year = catalogue.session(session)?.year ?? 0;
  const counts = (speciality: string, unit: string): boolean =>
    catalogue.regulation(speciality, year)?.units.some((one) => one.id === unit && !isOptional(one)) === true;
  return (await readSeats(db, session))
    .filter(
      ({ address, unit, speciality }) =>
        !isReplacement(unit) && paper(address, unit).mark === 'A' && counts(speciality, unit),
    )
    .map((one, index) => ({ ...one, fate: FATES[index % FATES.length] ?? 'unexplained' }));
}

const AT_ONCE = 4;
const WORDS = 'J’étais malade le jour de l’épreuve.';

/** Whoever has something to say of an absence says it, most of them with a document. Answers how many. */
export async function explainAbsences({ as }: House, absences: readonly Absence[]): Promise<number> {
  const explained = absences.filter(({ fate }) => fate !== 'unexplained');
  const [proof] = (await printSpecimens('Bulletin de situation', 'EXCUSE')).papers;
  await several(explained, AT_ONCE, async ({ address, enrolmentId, unit, fate }) => {
    const own = await as(address);
    const page = `/candidatures/${enrolmentId}/absence`;
    const { location } = await send(own, page, page, { epreuves: unit, mots: WORDS });
    const excuse = location.split('#')[1] ?? '';
    if (fate !== 'refused' && proof !== undefined) await sendFile(own, page, `${page}/${excuse}/fichiers`, proof);
  });
  return explained.length;
}

const EXCUSE = columns({ id: uuid, enrolmentId: uuid, unit: text });

/** The service of accommodations, which alone reads why, says whether it establishes that they could not come. */
export async function concludeAbsences(
  { db }: House,
  service: Visitor,
  session: string,
  absences: readonly Absence[],
): Promise<number> {
  const excuses = await EXCUSE.all(
    db,
    sql`select id, enrolment_id as "enrolmentId", units[1] as unit from absence_excuse where session = ${session} and state <> 'withdrawn'`,
  );
  for (const { id, enrolmentId, unit } of excuses) {
    const fate = absences.find((one) => one.enrolmentId === enrolmentId && one.unit === unit)?.fate;
    const page = `/gestion/amenagements/absences/${id}`;
    await untilRead(service, page);
    await send(service, page, page, { conclusion: fate === 'refused' ? 'not-established' : 'established', mots: '' });
  }
  return excuses.length;
}

/** A document that was just given is read first: until then its page has nothing to conclude with. Errors: it isn't read within a minute. */
async function untilRead(service: Visitor, page: string): Promise<void> {
  for (let left = 240; left > 0; left--) {
    if (mainOf((await service.get(page)).html).includes(`action="${page}"`)) return;
    await setTimeout(250);
  }
  throw new Error(`${page}: its documents aren't read.`);
}

/** A head decides of each whether it is sat again, by what came on that day. */
export async function grant(
  head: Visitor,
  session: string,
  absences: readonly Pick<Again, 'enrolmentId' | 'unit'>[],
  {
    received,
    reason,
    decision = 'granted',
  }: {
    readonly received: Temporal.PlainDateTime;
    readonly reason: string;
    readonly decision?: 'granted' | 'refused';
  },
): Promise<void> {
  const replacements = '/gestion/remplacements';
  for (const { enrolmentId, unit } of absences)
    await send(head, `${replacements}?session=${session}`, replacements, {
      session,
      dossier: enrolmentId,
      unite: unit,
      vu: '0',
      decision,
      recu: inFrench(received),
      motif: reason,
    });
}

const SCRIPT = columns({ number: text, batch: uuid });

/** A head writes on the locked batch that an absence is justified, or another mark, with why. `told`: what its page says before. */
export async function correctMark(
  { db }: House,
  head: Visitor,
  session: string,
  { enrolmentId, unit }: Pick<Again, 'enrolmentId' | 'unit'>,
  { note, motif, told = /./ }: { readonly note: string; readonly motif: string; readonly told?: RegExp },
): Promise<void> {
  const { number, batch } = await SCRIPT.one(
    db,
    sql`select s.number, i.batch_id as batch from mark_identity i join mark_script s on s.id = i.script_id join mark_batch b on b.id = i.batch_id
      where b.session = ${session} and i.enrolment_id = ${enrolmentId} and b.unit = ${unit} and b.locked_at is not null`,
  );
  const page = `/gestion/notes/${batch}`;
  const said = wordsOf((await head.get(page)).html);
  if (!told.test(said)) throw new Error(`${page} doesn't say ${told}: ${said.slice(0, 2_000)}`);
  await send(head, page, `${page}/correction`, { numero: number, note, motif });
}

/**
 * When these units are sat again, one test for each speciality: each later phase of it at the same hour of the next day on which people work. Answers the
 * last.
 */
export async function writeAgain(
  head: Visitor,
  { catalogue }: { readonly catalogue: Catalogue },
  session: ResolvedSession,
  absences: readonly Again[],
  first: Temporal.PlainDateTime,
): Promise<Temporal.PlainDateTime> {
  let last = first;
  for (const [speciality, [one]] of Map.groupBy(absences, (one) => one.speciality)) {
    const unit = one?.unit ?? '';
    const tests = testsOf(catalogue, session, speciality).filter(({ id }) => wholeUnit(id) === replacementOf(unit));
    if (tests.length === 0) throw new Error(`${speciality} has no unit ${unit}`);
    let at = first;
    for (const [index, test] of tests.entries()) {
      if (index > 0) at = nextDay(at);
      await writeSitting(head, session.code, { ...test, speciality }, at);
    }
    last = later(last, at);
  }
  return last;
}

/** The same of any units: each on days of its own in its speciality, from that day on. Answers the last. */
export async function writeAllAgain(
  head: Visitor,
  house: Pick<House, 'catalogue'>,
  session: ResolvedSession,
  absences: readonly Again[],
  first: Temporal.PlainDateTime,
): Promise<Temporal.PlainDateTime> {
  let last = first;
  for (const theirs of Map.groupBy(absences, (one) => one.speciality).values()) {
    let at = first;
    for (const some of Map.groupBy(theirs, (one) => one.unit).values()) {
      const ends = await writeAgain(head, house, session, some, at);
      [last, at] = [later(last, ends), nextDay(ends)];
    }
  }
  return last;
}

function nextDay(at: Temporal.PlainDateTime): Temporal.PlainDateTime {
  return workingDay(at.toPlainDate().add({ days: 1 }), 1).toPlainDateTime(at);
}

function later(one: Temporal.PlainDateTime, other: Temporal.PlainDateTime): Temporal.PlainDateTime {
  return Temporal.PlainDateTime.compare(one, other) > 0 ? one : other;
}

const SEEN = columns({ summoned: flag, marked: flag });

/** Whoever sits a unit again was summoned to it, and a locked batch says what they did there. Errors: somebody wasn't, or none does. */
export async function checkSatAgain(
  { db }: House,
  again: readonly Pick<Again, 'enrolmentId' | 'unit'>[],
): Promise<void> {
  for (const { enrolmentId, unit } of again) {
    const test = replacementOf(unit);
    const { summoned, marked } = await SEEN.one(
      db,
      sql`select exists (select from exam_summons s, jsonb_array_elements(s.facts->'seats') t
          where s.enrolment_id = ${enrolmentId} and t->>'unit' = ${test}) as summoned,
        exists (select from mark_identity i join mark_batch b on b.id = i.batch_id
          where i.enrolment_id = ${enrolmentId} and b.unit = ${test} and b.locked_at is not null) as marked`,
    );
    if (!summoned || !marked) throw new Error(`${enrolmentId}, ${test}: summoned ${summoned}, marked ${marked}`);
  }
}
