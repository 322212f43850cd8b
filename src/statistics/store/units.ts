import { sql } from 'kysely';
import type { AcademySession } from '../../catalogue/index.ts';
import { columns, integer, nullable, oneOf, present, text } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';
import type { UnitFigures } from '../statistics.ts';

/** As results say of a unit. */
const OUTCOMES = ['mark', 'kept', 'carried', 'exempt', 'absent', 'excused', 'not-entered'] as const;

const COUNTED = columns({
  speciality: present(text),
  unit: present(text),
  code: nullable(text),
  title: present(text),
  rank: present(integer),
  outcome: present(oneOf(OUTCOMES)),
  halfPoints: nullable(integer),
  people: integer,
  blocks: integer,
});

/** The marks of each unit of a session, or of one speciality of it, in the order of the regulation. */
export async function readUnits(
  db: Database,
  { academy, session }: AcademySession,
  { speciality, keptFrom }: { readonly speciality: string | null; readonly keptFrom: number },
): Promise<readonly UnitFigures[]> {
  const rows = await COUNTED.all(
    db,
    sql`select r.speciality, u.unit->>'id' as unit, max(u.unit->>'code') as code, max(u.unit->>'title') as title, min(u.rank)::integer as rank,
      u.unit->>'outcome' as outcome, (u.unit->'halfPoints')::integer as "halfPoints", count(*) as people,
      count(*) filter (where r.decision <> 'ADMITTED' and u.unit->'optional' = 'false' and u.unit->>'outcome' in ('mark', 'kept')
        and (u.unit->'halfPoints')::integer >= ${keptFrom}) as blocks
    from result_outcome r cross join lateral jsonb_array_elements(r.result->'units') with ordinality u (unit, rank)
    where r.academy = ${academy} and r.session = ${session} and (${speciality}::text is null or r.speciality = ${speciality}::text)
    group by r.speciality, u.unit->>'id', u.unit->>'outcome', u.unit->'halfPoints'`,
  );
  const units = Map.groupBy(rows, ({ speciality: cfd, unit }) => `${cfd} ${unit}`);
  return [...units.values()]
    .map((theirs) => ({ rank: Math.min(...theirs.map(({ rank }) => rank)), figures: figuresOf(theirs) }))
    .toSorted((one, other) => compare(one.figures.speciality, other.figures.speciality) || one.rank - other.rank)
    .map(({ figures }) => figures);
}

type Row = Awaited<ReturnType<typeof COUNTED.all>>[number];

function figuresOf(rows: readonly Row[]): UnitFigures {
  const [first] = rows;
  if (first === undefined) throw new Error('A unit without a row');
  const { speciality, unit, code, title } = first;
  const people = (...outcomes: readonly Row['outcome'][]): number =>
    rows.reduce((sum, row) => (outcomes.includes(row.outcome) ? sum + row.people : sum), 0);
  const marks = new Map(
    rows.flatMap((row) =>
      row.outcome === 'mark' && row.halfPoints !== null ? [[row.halfPoints, row.people] as const] : [],
    ),
  );
  return {
    ...{ speciality, unit, code, title, marks },
    absent: people('absent'),
    excused: people('excused'),
    kept: people('kept', 'carried'),
    exempt: people('exempt'),
    blocks: rows.reduce((sum, { blocks }) => sum + blocks, 0),
  };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
