import type { Catalogue, Unit } from '../catalogue/index.ts';
import {
  isRunning,
  type RegisteredFile,
  readRegistered,
  sitterOf,
  slotsOf,
  stateOf,
  unitLines,
  unitsToSit,
  unitTitle,
} from '../enrolment/index.ts';
import { type ExamPlace, isReplacement, phaseOf, replacedUnit, sayReplacement, wholeUnit } from '../exam/index.ts';
import { excludedUnits } from '../hearings/index.ts';
import { type SummonsContent, summonsContent } from '../papers/index.ts';
import { certificateCodes, certificatesOf } from '../pieces/index.ts';
import { type PlanId, preparedOf, unseatedOf } from '../plan/index.ts';
import type { Database } from '../platform/database/database.ts';
import { parisDay } from '../platform/time.ts';
import type { About } from '../post/index.ts';
import { readAdmitted } from '../sitters/index.ts';
import type { SummonsChanges } from './rules/summonsChanges.ts';
import { effectsToTell, seatsToTell } from './store/summonsSeats.ts';
import type { Summons, SummonsFacts, SummonsSeat } from './summons.ts';
import { summonsTexts as say } from './summonsTexts.ts';

type Seats = Awaited<ReturnType<typeof seatsToTell>>;
type Effects = Awaited<ReturnType<typeof effectsToTell>>;

/** What the plan and the files say of some candidates, read together. */
export type KnownOfMany = {
  readonly seats: ReadonlyMap<string, Seats>;
  readonly effects: ReadonlyMap<string, Effects>;
  readonly certificates: ReadonlyMap<string, 'missing' | 'to-check'>;
  readonly takenAway: ReadonlyMap<string, readonly string[]>;
  /** Units of which a decision leaves them out. */
  readonly excluded: ReadonlyMap<string, readonly string[]>;
  /** Tests that they sit again. */
  readonly again: ReadonlyMap<string, readonly string[]>;
};

export async function readKnown(
  db: Database,
  catalogue: Catalogue,
  { academy, session }: ExamPlace,
  planId: PlanId,
  enrolments: Parameters<typeof certificatesOf>[3],
): Promise<KnownOfMany> {
  const resolved = catalogue.session(session);
  const codes = resolved === undefined ? [] : certificateCodes(catalogue, resolved);
  const [seats, effects, unseated, again, excluded, certificates] = await Promise.all([
    seatsToTell(db, planId, enrolments),
    effectsToTell(db, enrolments),
    unseatedOf(db, planId, enrolments),
    readAdmitted(db, { academy, session }, enrolments),
    excludedUnits(db, { academy, session }),
    codes.length === 0
      ? new Map<string, 'missing' | 'to-check'>()
      : certificatesOf(db, { academy, session, portfolios: null }, codes, enrolments),
  ]);
  return {
    seats: Map.groupBy(seats, ({ enrolmentId }) => enrolmentId),
    effects: Map.groupBy(effects, ({ enrolmentId }) => enrolmentId),
    certificates,
    excluded,
    again,
    takenAway: new Map(
      [...Map.groupBy(takenAwayIn(unseated), ({ enrolmentId }) => enrolmentId)].map(([whose, units]) => [
        whose,
        units.map(({ unit }) => unit),
      ]),
    ),
  };
}

function takenAwayIn<One extends { readonly why: string }>(unseated: readonly One[]): readonly One[] {
  return unseated.filter(({ why }) => why === 'taken-away');
}

/** The registered file as far as a summons needs it; null: today's rules can't read it, and its units go by their keys. */
export type SummonsFile = RegisteredFile | null;

export function fileOf(
  catalogue: Catalogue,
  { enrolment, candidate }: Pick<About, 'enrolment' | 'candidate'>,
): SummonsFile {
  return readRegistered(catalogue, enrolment, candidate);
}

/** What is to be told of this plan. An enrolment that ended has no seat, whatever the plan says. */
export function factsOf({ enrolment }: Pick<About, 'enrolment'>, file: SummonsFile, known: KnownOfMany): SummonsFacts {
  if (!isRunning(enrolment)) return { seats: [], withheld: [], toCome: [], takenAway: [], arranged: [] };
  const seats = (known.seats.get(enrolment.id) ?? []).map(seatOf);
  const seated = new Set(seats.map(({ unit }) => unit));
  const state = known.certificates.get(enrolment.id);
  const excluded = known.excluded.get(enrolment.id) ?? [];
  const sat = file === null ? null : unitsToSit(sitterOf(file, stateOf(state), excluded));
  const without = (units: readonly string[]): readonly string[] => units.filter((unit) => !seated.has(unit)).toSorted();
  const takenAway = without(known.takenAway.get(enrolment.id) ?? []);
  return {
    seats,
    withheld: without(sat?.withheld ?? []),
    toCome: without([...(sat?.units ?? []), ...(known.again.get(enrolment.id) ?? [])]).filter(
      (unit) => !takenAway.includes(unit),
    ),
    takenAway,
    arranged: preparedOf(known.effects.get(enrolment.id) ?? []),
  };
}

function seatOf({
  startsAt,
  endsAt,
  callsAt,
  centreName,
  address,
  postcode,
  city,
  place,
  ...seat
}: Seats[number]): SummonsSeat {
  return {
    unit: seat.unit,
    startsAt: startsAt.toString(),
    endsAt: endsAt.toString(),
    callsAt: callsAt?.toString() ?? null,
    percent: seat.percent,
    alone: seat.alone,
    centre: [centreName, ...(address === '' ? [] : [address]), `${postcode} ${city}`],
    room: seat.room,
    table: place,
    material: seat.material ?? '',
  };
}

/** How units are called: in full on a paper, in short in a mail. */
export type UnitNames = { readonly full: (unit: string) => string; readonly short: (unit: string) => string };

/** Of these units, whichever phase or test sat again. */
export function unitNames(units: readonly Unit[]): UnitNames {
  const known = new Map(units.map((unit) => [unit.id, unit]));
  const full = (id: string): string => {
    const unit = known.get(id);
    if (unit === undefined) return id;
    return unit.doubtfulTitle === true ? `Unité ${unit.code ?? unit.id}` : unitTitle(unit);
  };
  const short = (id: string): string => known.get(id)?.code ?? known.get(id)?.title ?? id;
  return {
    full: (id) => {
      const phase = known.get(replacedUnit(id))?.phases?.[phaseOf(id) - 1];
      const named = full(replacedUnit(id));
      if (phase === undefined) return sayReplacement(id, named);
      return `${sayReplacement(wholeUnit(id), named)}${say.phase(phase.title, phase.uncounted)}`;
    },
    short: (id) => sayReplacement(id, short(replacedUnit(id))),
  };
}

export function namesIn(file: SummonsFile): UnitNames {
  return unitNames(file?.review.qualification.regulation.units ?? []);
}

export type SummonsTelling = {
  readonly facts: SummonsFacts;
  readonly file: SummonsFile;
  readonly checkin: string;
  /** null: it is the first. */
  readonly since: { readonly last: Summons; readonly changes: SummonsChanges | null } | null;
};

/** The paper: the facts in words, what isn't sat and why, what changed. */
export function paperOf(
  about: About,
  { facts, file, checkin, since }: SummonsTelling,
  now: Temporal.Instant,
): ReturnType<typeof summonsContent> {
  const { full } = namesIn(file);
  const summoned: SummonsContent = {
    tests: facts.seats.map(({ unit, startsAt, endsAt, callsAt, ...seat }) => ({
      ...seat,
      title: `${full(unit)}${languageOf(file, unit)}`,
      startsAt: Temporal.Instant.from(startsAt),
      endsAt: Temporal.Instant.from(endsAt),
      callsAt: callsAt == null ? null : Temporal.Instant.from(callsAt),
    })),
    arranged: facts.arranged,
    notSat: notSatIn(file, facts, full),
    toCome: facts.toCome.map(full),
    changes: since?.changes == null ? [] : changeLines(since.changes, full),
    replacement: [...facts.seats.map(({ unit }) => unit), ...facts.toCome].some(isReplacement),
    replaces: since === null ? null : parisDay(since.last.issuedAt),
    checkin,
    words: about.exam.summons,
  };
  return summonsContent(about, summoned, now);
}

/** Kept, carried, exempted and later units in the words of the enrolment, then those withheld. */
function notSatIn(
  file: SummonsFile,
  { seats, withheld, toCome, takenAway }: SummonsFacts,
  full: (unit: string) => string,
) {
  if (file === null) return [];
  const { review, dossier } = file;
  const told = new Set([...seats.map(({ unit }) => unit), ...withheld, ...toCome, ...takenAway].map(replacedUnit));
  const isTold = (id: string): boolean =>
    told.has(id) || [...told].some((unit) => review.epreuves.options.get(id) === unit);
  const lines = unitLines(dossier, review).filter(({ id, sat }) => !isTold(id) && (!sat || isLater(file, id)));
  return [
    ...lines.map(({ code, title, choice }) => ({
      label: code === '' ? title : `${code}\u00a0: ${title}`,
      values: [choice],
    })),
    ...withheld.map((unit) => ({ label: full(unit), values: [say.withheld] })),
    ...takenAway.map((unit) => ({ label: full(unit), values: [say.takenAway] })),
  ];
}

/** Left for another session, in the progressive form. */
function isLater({ review: { acquis, epreuves, qualification } }: NonNullable<SummonsFile>, slot: string): boolean {
  const isSlot = slotsOf(qualification.regulation).some(({ id }) => id === slot);
  return isSlot && acquis.inWords === null && !epreuves.presented.includes(slot);
}

/** « (anglais) », of a test in a language that the candidate chose. */
function languageOf(file: SummonsFile, unit: string): string {
  if (file === null) return '';
  const { qualification, epreuves } = file.review;
  const kind = qualification.regulation.units.find(({ id }) => id === replacedUnit(unit))?.kind;
  const language =
    kind === 'LV_COMPULSORY' ? epreuves.compulsoryLanguage : kind === 'LV_OPTIONAL' ? epreuves.optionalLanguage : null;
  return language === null ? '' : ` (${language})`;
}

function changeLines({ units, arranged, notSat, again }: SummonsChanges, full: (unit: string) => string) {
  return [
    ...units.map((change) => ({ label: full(change.unit), values: say.changed(change) })),
    ...again.map((change) => ({ label: full(change.unit), values: [say.changedAgain(change)] })),
    ...(arranged ? [{ label: say.arranged, values: [say.listChanged] }] : []),
    ...(notSat ? [{ label: say.notSat, values: [say.listChanged] }] : []),
  ];
}
