import type { Catalogue, PackFile, ResolvedSession } from '../../catalogue/index.ts';
import type { ExtensionOrder } from '../extension.ts';
import { entriesOn, type PackEntry } from './entries.ts';
import { isoMinute, momentOf } from './moments.ts';
import { isOwnSession } from './otherAcademies.ts';
import { isRelative } from './sessionInstants.ts';
import { type Edit, editYaml } from './yamlEdit.ts';
import { listAt, type Path, textAt } from './yamlTree.ts';

/** The sessions of an academy whose dates can still be put off: of a session of its own, or of one that moves with it. */
export function extensible(
  files: readonly PackFile[],
  catalogue: Catalogue,
  academy: string,
  now: Temporal.Instant,
): readonly ResolvedSession[] {
  return entriesOn(files, 'sessions')
    .filter((one) => !isRelative(one.value) && isOwnSession(files, one, academy))
    .flatMap(({ value }) => {
      const session = catalogue.session(textAt(value, ['code']));
      return session !== undefined && withThoseMoved(catalogue, session.code).some((one) => isAhead(one, now))
        ? [session]
        : [];
    });
}

/** A session and those that are made from it. */
export function withThoseMoved(catalogue: Catalogue, code: string): readonly ResolvedSession[] {
  return catalogue.sessions().filter((one) => one.code === code || one.basedOn === code);
}

function isAhead({ lastCorrectionAt }: ResolvedSession, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, lastCorrectionAt) < 0;
}

/** The files with the dates put off; hours are those of the wall clock. */
export function extendedFiles(files: readonly PackFile[], order: ExtensionOrder): readonly PackFile[] {
  const entries = entriesOn(files, 'sessions').filter(({ value }) => order.sessions.includes(textAt(value, ['code'])));
  const written = new Map(entries.map((entry) => [entry.file, editYaml(entry.text, editsOf(entry, order))]));
  return files.map((one) => ({ ...one, text: written.get(one.file) ?? one.text }));
}

function editsOf({ value }: PackEntry, { deadlines, days, hours, reason }: ExtensionOrder): readonly Edit[] {
  const later = (path: Path): readonly Edit[] => {
    const at = momentOf(textAt(value, path));
    return at === null ? [] : [{ path, set: isoMinute(at.add({ days, hours })) }];
  };
  const closing: Path = ['window', 'closesAt'];
  const closedAt = textAt(value, closing);
  const groups = listAt(value, ['pieceGroups']).flatMap((_, index): readonly Edit[] => {
    const path: Path = ['pieceGroups', index, 'dueAt'];
    const isLater = textAt(value, path) > closedAt;
    return deadlines.includes(isLater ? 'later' : 'pieces') ? later(path) : [];
  });
  return [
    ...(deadlines.includes('registration') ? later(closing) : []),
    ...groups,
    ...(deadlines.includes('corrections') ? later(['correctionsEndAt', 'at']) : []),
    { path: ['extended'], set: { closedAt, reason }, order: ['window', 'extended'] },
  ];
}

export type MovedDate = {
  readonly kind: 'closing' | 'group' | 'corrections';
  /** The name of the group. */
  readonly group: string;
  readonly was: Temporal.Instant;
  readonly is: Temporal.Instant;
};

/** The dates of a session that differ, in the order of time. */
export function movedDates(was: ResolvedSession, is: ResolvedSession): readonly MovedDate[] {
  const groups = was.pieceGroups.flatMap((old): readonly MovedDate[] => {
    const now = is.pieceGroups.find(({ code }) => code === old.code);
    return now === undefined ? [] : [{ kind: 'group', group: old.label, was: old.dueAt, is: now.dueAt }];
  });
  const all: readonly MovedDate[] = [
    { kind: 'closing', group: '', was: was.window.closesAt, is: is.window.closesAt },
    ...groups,
    { kind: 'corrections', group: '', was: was.correctionsEndAt.at, is: is.correctionsEndAt.at },
  ];
  return all.filter((one) => !one.was.equals(one.is)).toSorted((a, b) => Temporal.Instant.compare(a.was, b.was));
}

/**
 * The dates of a session, and of those made from it, that would move and be past all the same: nothing can be given by then, and a
 * mail would announce it. A session that is wholly past is none to speak of, while another made from it has its dates to come.
 */
export function stillPast(moved: readonly (readonly MovedDate[])[], now: Temporal.Instant): readonly MovedDate[] {
  const isPast = ({ is }: MovedDate): boolean => Temporal.Instant.compare(is, now) <= 0;
  const ahead = moved.filter((dates) => dates.some((date) => !isPast(date)));
  return (ahead.length === 0 ? moved : ahead).flatMap((dates) => dates.filter(isPast));
}
