import type { Catalogue, ResolvedSession } from '../../catalogue/index.ts';
import {
  type CompleteReview,
  completeReview,
  type Dossier,
  dossierOf,
  type Enrolment,
  enrolmentTexts,
  reviewAnswers,
  verdictOn,
} from '../../enrolment/index.ts';
import { pieceList } from '../../pieces/index.ts';
import { phoneInWords } from '../../ui/index.ts';
import { texts } from '../texts/effects.ts';
import { isOffered } from './runningSessions.ts';

/**
 * What a change of the rules does to one enrolment, in sentences for its candidate. `lost`: it can no longer be read. `health`:
 * pieces that hold health data change too, which is told to the candidate alone and in no sentence here.
 */
export type Effects = { readonly sentences: readonly string[]; readonly lost: boolean; readonly health: boolean };

/**
 * What a registered enrolment takes of the new rules of pieces: the list of those asked, and their dates. `asked`: the codes
 * that it is asked today, by whatever rules before.
 */
export type FollowedRules = { readonly list: boolean; readonly dates: boolean; readonly asked: ReadonlySet<string> };

export type Person = { readonly birthDate: Temporal.PlainDate };
type Rules = { readonly before: Catalogue; readonly after: Catalogue };
type Read = { readonly dossier: Dossier; readonly review: CompleteReview | null };
type Complete = Read & { readonly review: CompleteReview };

/**
 * Both packs asked the same questions on the same day; what they answer differently. Nothing is written. `follows`: null while
 * nobody has said what happens to the pieces.
 */
export function effectsOn(
  enrolment: Enrolment,
  person: Person,
  rules: Rules,
  now: Temporal.Instant,
  follows: FollowedRules | null = null,
): Effects {
  const before = rules.before.session(enrolment.session);
  const after = rules.after.session(enrolment.session);
  if (before === undefined) return { sentences: [], lost: false, health: false };
  if (after === undefined) return { sentences: [texts.sessionGone], lost: true, health: false };
  const was = read(enrolment, person, rules.before, now);
  const is = read(enrolment, person, rules.after, now);
  const lost = was.review !== null && is.review === null;
  const both =
    was.review === null || is.review === null
      ? null
      : { was: { ...was, review: was.review }, is: { ...is, review: is.review } };
  const judged =
    both === null
      ? []
      : [
          ...pieceSentences(enrolment, both.was, both.is, follows, false),
          ...verdictSentences(verdictOn(both.was.dossier, both.was.review), verdictOn(both.is.dossier, both.is.review)),
          ...unitSentences(both.was.review, both.is.review),
        ];
  return {
    sentences: [
      ...dateSentences(before, after, follows?.dates ?? true),
      ...specialitySentences(enrolment, rules, { before, after }),
      ...(lost ? [texts.unreadable] : []),
      ...judged,
    ],
    // A draft that must be answered again is no loss: nothing was registered.
    lost: lost && enrolment.registered !== null,
    health: both !== null && pieceSentences(enrolment, both.was, both.is, follows, true).length > 0,
  };
}

/** The registered version where there is one: what is being changed isn't kept yet. */
function read(enrolment: Enrolment, person: Person, catalogue: Catalogue, now: Temporal.Instant): Read {
  const which = enrolment.registered === null ? 'working' : 'registered';
  const dossier = dossierOf(enrolment, { catalogue, now: enrolment.registeredAt ?? now, person }, which);
  return { dossier, review: completeReview(reviewAnswers(dossier)) };
}

/** The speciality as the enrolment has it: still offered, and followed by the same officer? */
function specialitySentences(
  enrolment: Enrolment,
  rules: Rules,
  sessions: { readonly before: ResolvedSession; readonly after: ResolvedSession },
): readonly string[] {
  const cfd = chosenSpeciality(enrolment);
  const was = cfd === null ? undefined : rules.before.speciality(cfd);
  const is = cfd === null ? undefined : rules.after.speciality(cfd);
  if (cfd === null || was === undefined || is === undefined) return [];
  const closed = isOffered(rules.before, cfd, sessions.before) && !isOffered(rules.after, cfd, sessions.after);
  const old = rules.before.portfolioOf(was, enrolment.academy);
  const officer = rules.after.portfolioOf(is, enrolment.academy);
  const followed =
    old === undefined ||
    officer === undefined ||
    (old.code === officer.code && old.mailbox === officer.mailbox && old.phone === officer.phone);
  return [
    ...(closed ? [texts.specialityClosed(is.name)] : []),
    ...(followed ? [] : [texts.officer(officer.code, officer.mailbox, phoneInWords(officer.phone))]),
  ];
}

/** What was registered, else what is being written; null: none is chosen yet. */
export function chosenSpeciality({ registered, working }: Pick<Enrolment, 'registered' | 'working'>): string | null {
  const chosen = (registered ?? working)?.qualification?.speciality;
  return typeof chosen === 'string' && chosen !== '' ? chosen : null;
}

/** What moves from one instant to the same other is one sentence. */
function dateSentences(before: ResolvedSession, after: ResolvedSession, ofPieces: boolean): readonly string[] {
  const groups = new Map(
    [...before.pieceGroups, ...after.pieceGroups].map(({ label }) => [texts.dates.group(label), label]),
  );
  const instants = (session: ResolvedSession): ReadonlyMap<string, Temporal.Instant> =>
    new Map([
      [texts.dates.opening, session.window.opensAt],
      [texts.dates.closing, session.window.closesAt],
      ...(ofPieces ? session.pieceGroups : []).map((group): [string, Temporal.Instant] => [
        texts.dates.group(group.label),
        group.dueAt,
      ]),
      [texts.dates.corrections, session.correctionsEndAt.at],
      [texts.dates.lastCorrection, session.lastCorrectionAt],
      ...(session.resultsAt.at === null ? [] : [[texts.dates.results, session.resultsAt.at] as const]),
    ]);
  const was = instants(before);
  const is = instants(after);
  const changed = [...is].flatMap(([what, at]) => {
    const old = was.get(what) ?? null;
    return old?.equals(at) === true ? [] : [{ what, old, at }];
  });
  const moved = [...Map.groupBy(changed, ({ old, at }) => `${old} ${at}`).values()].flatMap((alike) => {
    const labels = alike.flatMap(({ what }) => groups.get(what) ?? []);
    const others = alike.flatMap(({ what }) => (groups.has(what) ? [] : [what]));
    const names = [...others, ...(labels.length === 0 ? [] : [texts.dates.group(...labels)])];
    const [first] = alike;
    return first === undefined ? [] : [texts.moved(names, first.old, first.at)];
  });
  const starts = before.examStartsOn.on.equals(after.examStartsOn.on)
    ? []
    : [texts.examMoved(before.examStartsOn.on, after.examStartsOn.on)];
  const unset = [...was.keys()].flatMap((what) => (is.has(what) ? [] : [texts.unset(what)]));
  return [...moved, ...unset, ...starts];
}

/** Of the ordinary pieces, or of those that hold health data. */
function pieceSentences(
  enrolment: Enrolment,
  was: Complete,
  is: Complete,
  follows: FollowedRules | null,
  health: boolean,
): readonly string[] {
  if (follows?.list === false) return [];
  const asked = ({ dossier, review }: Complete) =>
    new Map(
      pieceList(enrolment, dossier, review)
        .filter(({ confidential }) => confidential === health)
        .map(({ code, reasons, mode }) => {
          const label = dossier.catalogue.pieceType({ session: enrolment.session, code })?.label ?? code;
          return [code, { label, why: reasons.join(' '), mode }];
        }),
    );
  const before = asked(was);
  const after = asked(is);
  return [
    ...[...after].flatMap(([code, { label, why, mode }]) => {
      const old = before.get(code);
      if (follows === null ? old === undefined : !follows.asked.has(code)) return [texts.pieceAdded(label, why)];
      if (old === undefined) return [];
      if (old.mode !== mode) return [texts.pieceMode(label, mode)];
      return old.why === why ? [] : [texts.pieceReason(label, why)];
    }),
    ...[...before].flatMap(([code, { label }]) =>
      after.has(code) || follows?.asked.has(code) === false ? [] : [texts.pieceGone(label)],
    ),
  ];
}

function verdictSentences(was: ReturnType<typeof verdictOn>, is: ReturnType<typeof verdictOn>): readonly string[] {
  const old = new Map(was.reasons.map((reason) => [reason.code, reason]));
  const changed = is.reasons.filter((reason) => old.get(reason.code)?.met !== reason.met);
  return [
    ...(was.grade === is.grade ? [] : [texts.verdict(was.grade, is.grade)]),
    ...changed.map((reason) => enrolmentTexts.eligibility.reason(reason, is.experience)),
  ];
}

function unitSentences(
  { qualification: was }: CompleteReview,
  { qualification: is }: CompleteReview,
): readonly string[] {
  const before = new Map(was.regulation.units.map((unit) => [unit.id, unit]));
  const after = new Map(is.regulation.units.map((unit) => [unit.id, unit]));
  const name = (unit: { readonly code: string | null; readonly title: string }): string =>
    unit.code === null ? unit.title : `${unit.code} (${unit.title})`;
  return [
    ...[...after.values()].flatMap((unit) => {
      const old = before.get(unit.id);
      if (old === undefined) return [texts.unitAdded(name(unit))];
      return [
        ...(old.title === unit.title ? [] : [texts.unitTitle(old.title, unit.title)]),
        ...(old.coefficient === unit.coefficient
          ? []
          : [texts.coefficient(name(unit), old.coefficient, unit.coefficient)]),
        ...(old.mode === unit.mode && old.duration === unit.duration
          ? []
          : [texts.test(name(unit), [unit.mode, unit.duration])]),
      ];
    }),
    ...[...before.values()].flatMap((unit) => (after.has(unit.id) ? [] : [texts.unitGone(name(unit))])),
  ];
}
