import { type Catalogue, passMarksOf, type ResolvedSession } from '../catalogue/index.ts';
import type { Database } from '../platform/database/database.ts';
import { countsByKey, sumOf } from './rules/counts.ts';
import { type CountedLine, KINDS, type Kind, type ResultCounts } from './statistics.ts';
import { type CountedPeople, countPeople } from './store/people.ts';
import { texts as say } from './texts.ts';

export type SessionFigures = {
  readonly all: ResultCounts;
  /** Of the session before of the same exam; null: the register has none. */
  readonly before: { readonly label: string; readonly all: ResultCounts } | null;
  readonly lines: Readonly<Record<Kind, readonly CountedLine[]>>;
};

/** The half points that give a unit for later, and a block. */
export function keptFromOf(catalogue: Catalogue, { exam: code }: ResolvedSession): number {
  const exam = catalogue.exam(code);
  if (exam === undefined) throw new Error(`No exam: ${code}`);
  const { keptFrom } = exam.credits;
  return keptFrom === null ? passMarksOf(exam).average : keptFrom * 2;
}

/** The last session of the same exam and academy before this one. */
export function sessionBefore(catalogue: Catalogue, session: ResolvedSession): ResolvedSession | null {
  const earlier = catalogue
    .sessions()
    .filter(({ academy, exam, year }) => academy === session.academy && exam === session.exam && year < session.year);
  return earlier.toSorted((one, other) => other.year - one.year)[0] ?? null;
}

/** All that the page of a session shows: one reading of it, and one of the session before. */
export async function readFigures(
  db: Database,
  catalogue: Catalogue,
  session: ResolvedSession,
): Promise<SessionFigures> {
  const former = sessionBefore(catalogue, session);
  const read = (of: ResolvedSession): Promise<readonly CountedPeople[]> =>
    countPeople(db, { academy: of.academy, session: of.code });
  const rows = await read(session);
  const formerRows = former === null ? [] : (await read(former)).filter(({ decision }) => decision !== null);
  const tables = KINDS.map((kind) => [kind, linesOf(catalogue, kind, rows, formerRows)] as const);
  const total = (of: readonly CountedPeople[]): ResultCounts =>
    sumOf([
      ...countsByKey(
        of.filter(({ kind }) => kind === 'speciality'),
        (key) => key,
      ).values(),
    ]);
  return {
    all: total(rows),
    before: former === null || formerRows.length === 0 ? null : { label: former.label, all: total(formerRows) },
    lines: Object.fromEntries(tables) as Record<Kind, readonly CountedLine[]>,
  };
}

function linesOf(
  catalogue: Catalogue,
  kind: Kind,
  rows: readonly CountedPeople[],
  formerRows: readonly CountedPeople[],
): readonly CountedLine[] {
  const of = (some: readonly CountedPeople[]) => some.filter((row) => row.kind === kind);
  const departments = new Map<string, string>();
  const keyOf = (key: string): string => {
    if (kind !== 'department' || key === '') return key;
    const found = catalogue.departmentsAt(key)[0];
    if (found !== undefined) departments.set(found.code, found.name);
    return found?.code ?? '';
  };
  const [now, before] = [countsByKey(of(rows), keyOf), countsByKey(of(formerRows), keyOf)];
  const names = new Map(of(rows).map(({ key, name }) => [key, name]));
  const nameOf = (key: string): string =>
    key === ''
      ? say.kinds[kind].unknown
      : ({ speciality: catalogue.speciality(key)?.name, centre: names.get(key), department: departments.get(key) }[
          kind
        ] ?? key);
  return [...now]
    .map(([key, counts]) => ({ key, name: nameOf(key), counts, before: before.get(key) ?? null }))
    .toSorted(
      (one, other) => Number(one.key === '') - Number(other.key === '') || one.name.localeCompare(other.name, 'fr'),
    );
}
