import { type PackFile, type SpecialityStatus, statusFor, toComplete } from '../../catalogue/index.ts';
import type { DayOff } from '../../law/index.ts';
import { entriesOn, entryNamed, type PackEntry } from './entries.ts';
import { dayOffAt } from './holidays.ts';
import { instantsOf, type SessionInstant } from './sessionInstants.ts';
import { listAt, numberAt, textAt, textsAt, valueAt } from './yamlTree.ts';

/** What the office looks at before a session opens, in this order. */
export type Check =
  | { readonly code: 'dates'; readonly derived: boolean }
  | { readonly code: 'scaffolding'; readonly group: string; readonly dueAt: string }
  | { readonly code: 'day-off'; readonly instant: SessionInstant; readonly off: DayOff }
  | { readonly code: 'exam'; readonly on: string; readonly confidence: string }
  | { readonly code: 'results'; readonly at: string }
  | NamedCheck;
/** What names things of the draft, that its part of that name lists. */
export type NamedCheck = {
  readonly code:
    | 'opens'
    | 'closes'
    | 'extra'
    | 'regulations-begin'
    | 'regulations-end'
    | 'pieces-without-group'
    | 'legal';
  readonly part: 'specialites' | 'pieces' | 'academies';
  readonly named: readonly NamedEntry[];
};
export type NamedEntry = { readonly code: string; readonly name: string };

/** Those that have something to say of that session, compared with the one before it in the draft. */
export function checksFor(files: readonly PackFile[], session: PackEntry): readonly Check[] {
  const year = numberAt(session.value, ['year']) ?? 0;
  const before = yearBefore(files, year);
  const specialities = entriesOn(files, 'specialities').map(({ value }) => ({
    code: textAt(value, ['cfd']),
    name: textAt(value, ['name']),
    was: statusOf(value, before).code,
    now: statusOf(value, year).code,
  }));
  const changed = (
    test: (was: SpecialityStatus['code'], now: SpecialityStatus['code']) => boolean,
  ): readonly NamedEntry[] => specialities.filter(({ was, now }) => was !== now && test(was, now));
  const regulations = entriesOn(files, 'regulations').map(({ value }) => ({
    code: textAt(value, ['cfd']),
    name: textAt(value, ['title']),
    first: numberAt(value, ['firstSession']),
    last: numberAt(value, ['lastSession']),
  }));
  const all: readonly Check[] = [
    { code: 'dates', derived: isCopy(session) },
    ...daysOffIn(session),
    ...scaffoldingOf(session),
    {
      code: 'exam',
      on: textAt(session.value, ['examStartsOn', 'on']),
      confidence: textAt(session.value, ['examStartsOn', 'confidence']),
    },
    { code: 'results', at: textAt(session.value, ['resultsAt', 'at']) },
    names(
      'opens',
      changed((was, now) => was === 'not-yet' && now === 'open'),
    ),
    names(
      'extra',
      changed((_, now) => now === 'extra-session-only'),
    ),
    names(
      'closes',
      changed((_, now) => now === 'closed'),
    ),
    names(
      'regulations-begin',
      regulations.filter(({ first }) => within(first, before + 1, year)),
    ),
    names(
      'regulations-end',
      regulations.filter(({ last }) => within(last, before, year - 1)),
    ),
    { code: 'pieces-without-group', part: 'pieces', named: piecesWithoutGroup(files, session) },
    { code: 'legal', part: 'academies', named: unsaidBy(files, session) },
  ];
  return all.filter((check) => !('named' in check) || check.named.length > 0);
}

function names(code: NamedCheck['code'], named: readonly NamedEntry[]): NamedCheck {
  return { code, part: 'specialites', named };
}

/** The year of the last session before that one, or the year before. */
function yearBefore(files: readonly PackFile[], year: number): number {
  const years = entriesOn(files, 'sessions').flatMap(({ value }) => numberAt(value, ['year']) ?? []);
  const earlier = years.filter((one) => one < year);
  return earlier.length === 0 ? year - 1 : Math.max(...earlier);
}

/** The status of a speciality of a draft at a session. */
export function statusOf(speciality: unknown, year: number): SpecialityStatus {
  const note = valueAt(speciality, ['dormant']) === undefined ? null : textAt(speciality, ['dormant', 'note']);
  return statusFor(
    {
      firstSession: numberAt(speciality, ['firstSession']),
      lastSession: numberAt(speciality, ['lastSession']),
      extraSession: numberAt(speciality, ['extraSession']),
      replacedBy: textAt(speciality, ['replacedBy']) || null,
      ...(note === null ? {} : { dormant: { note } }),
    },
    year,
  );
}

/** A copied session names the same source for itself and for its exam. */
function isCopy({ value }: PackEntry): boolean {
  const source = textAt(value, ['examStartsOn', 'source']);
  return source !== '' && textsAt(value, ['sources']).includes(source);
}

/** Instants on a day when the office is closed. */
function daysOffIn({ value }: PackEntry): readonly Check[] {
  return instantsOf(value).flatMap((instant): readonly Check[] => {
    const off = dayOffAt(instant.at);
    return off === null ? [] : [{ code: 'day-off', instant, off }];
  });
}

function scaffoldingOf({ value }: PackEntry): readonly Check[] {
  return listAt(value, ['pieceGroups']).flatMap((group): readonly Check[] =>
    textsAt(group, ['pieces']).some((piece) => piece.startsWith('R408'))
      ? [{ code: 'scaffolding', group: textAt(group, ['label']), dueAt: textAt(group, ['dueAt']) }]
      : [],
  );
}

function piecesWithoutGroup(files: readonly PackFile[], { value }: PackEntry): readonly NamedEntry[] {
  const grouped = new Set(listAt(value, ['pieceGroups']).flatMap((group) => textsAt(group, ['pieces'])));
  return entriesOn(files, 'pieceTypes')
    .map((piece) => ({ code: textAt(piece.value, ['code']), name: textAt(piece.value, ['label']) }))
    .filter(({ code }) => !grouped.has(code));
}

/** The session's academy, by what it hasn't said yet and the law has printed. */
function unsaidBy(files: readonly PackFile[], { value }: PackEntry): readonly NamedEntry[] {
  const code = textAt(value, ['academy']);
  const unsaid = toComplete(valueAt(entryNamed(files, 'academies', code)?.value, ['legal']));
  return unsaid.length === 0 ? [] : [{ code, name: unsaid.join(', ') }];
}

function within(value: number | null, from: number, to: number): boolean {
  return value !== null && value >= from && value <= to;
}
