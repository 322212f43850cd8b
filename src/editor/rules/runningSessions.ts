import { type Catalogue, pathInWords, type ResolvedSession } from '../../catalogue/index.ts';
import { texts } from '../texts/effects.ts';
import type { Path } from './yamlTree.ts';

type Rules = { readonly before: Catalogue; readonly after: Catalogue };

/** Something that was promised to candidates and that new rules take back, with its place in the file of the session. */
export type Breach = { readonly session: string; readonly path: string; readonly message: string };

/**
 * What rules that are being written may not take from a session that runs: its numbers, and any day until which something
 * can be done. Later is allowed. `named`: the sessions that have enrolments.
 */
export function breaches({ before, after }: Rules, named: readonly string[], now: Temporal.Instant): readonly Breach[] {
  return promising(before).flatMap((was) => {
    const is = after.session(was.code);
    if (is === undefined || !(named.includes(was.code) || hasOpened(was, now))) return [];
    const prefix =
      was.numberPrefix !== is.numberPrefix && named.includes(was.code)
        ? [{ path: ['numberPrefix'], message: texts.breach.prefix(was.label, was.numberPrefix) }]
        : [];
    return [...prefix, ...earlierEnds(was, is)].map(({ path, message }) => ({
      session: was.code,
      path: pathInWords(path),
      message,
    }));
  });
}

/** Those whose days stand in a notice: one for the demonstration moves with the session that it is made from. */
function promising(catalogue: Catalogue): readonly ResolvedSession[] {
  return catalogue.sessions().filter(({ basedOn }) => basedOn === null);
}

function hasOpened({ window }: ResolvedSession, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(window.opensAt, now) <= 0;
}

type Earlier = { readonly path: Path; readonly message: string };

function earlierEnds(was: ResolvedSession, is: ResolvedSession): readonly Earlier[] {
  const unlessLater = (path: Path, what: string, old: Temporal.Instant, at: Temporal.Instant) =>
    Temporal.Instant.compare(at, old) < 0 ? [{ path, message: texts.breach.earlier(what, old, at) }] : [];
  const groupOf = (session: ResolvedSession, piece: string) =>
    session.pieceGroups.findIndex(({ pieces }) => pieces.includes(piece));
  const pieces = was.pieceGroups.flatMap((group) => group.pieces.map((piece) => ({ piece, group })));
  const groups = pieces.flatMap(({ piece, group }) => {
    const index = groupOf(is, piece);
    const now = is.pieceGroups[index];
    return now === undefined
      ? []
      : unlessLater(['pieceGroups', index, 'dueAt'], texts.dates.group(group.label), group.dueAt, now.dueAt);
  });
  return [
    ...unlessLater(['window', 'closesAt'], texts.dates.closing, was.window.closesAt, is.window.closesAt),
    ...onePerMessage(groups),
    ...unlessLater(
      ['correctionsEndAt', 'at'],
      texts.dates.corrections,
      was.correctionsEndAt.at,
      is.correctionsEndAt.at,
    ),
    ...unlessLater(['lastCorrectionAt', 'at'], texts.dates.lastCorrection, was.lastCorrectionAt, is.lastCorrectionAt),
  ];
}

function onePerMessage(all: readonly Earlier[]): readonly Earlier[] {
  return [...new Map(all.map((one) => [one.message, one])).values()];
}

/** A session, or one of its specialities, that people may choose today and couldn't any more. */
export type Closure = {
  readonly session: string;
  /** null: the whole session. */
  readonly speciality: string | null;
  readonly message: string;
};

/** What rules that are being written close before the day that was published. */
export function closures({ before, after }: Rules, now: Temporal.Instant): readonly Closure[] {
  return promising(before).flatMap((was): readonly Closure[] => {
    const is = after.session(was.code);
    if (is === undefined || !isRunning(was, now)) return [];
    // A closing that comes earlier is a breach: it is an opening that comes later.
    if (!isRunning(is, now))
      return [{ session: was.code, speciality: null, message: texts.closure.session(was.label, is.window.opensAt) }];
    return before
      .specialities()
      .flatMap(({ cfd, name }) =>
        isOffered(before, cfd, was) && !isOffered(after, cfd, is)
          ? [{ session: was.code, speciality: cfd, message: texts.closure.speciality(name, was.label) }]
          : [],
      );
  });
}

function isRunning({ window }: ResolvedSession, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(window.opensAt, now) <= 0 && Temporal.Instant.compare(now, window.closesAt) < 0;
}

/** May anybody choose it at that session, former candidates at least? */
export function isOffered(catalogue: Catalogue, cfd: string, session: Pick<ResolvedSession, 'exam' | 'year'>): boolean {
  const offer = catalogue.specialitiesOf(session).find(({ speciality }) => speciality.cfd === cfd);
  return offer !== undefined && ['open', 'extra-session-only'].includes(offer.status.code);
}
