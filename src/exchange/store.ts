import { sql } from 'kysely';
import { IDENTITY } from '../accounts/index.ts';
import type { AcademySession } from '../catalogue/index.ts';
import { columns, integer, json, oneOf, present, text } from '../platform/database/columns.ts';
import type { Database } from '../platform/database/database.ts';
import { decimal, type Fraction } from '../results/index.ts';
import type { ExportedResult } from './rules/exportLines.ts';

/** As a publication keeps it. */
type Kept = Pick<ExportedResult, 'number' | 'form' | 'record'> & {
  readonly average: Fraction | null;
  readonly decidedOn: string;
  readonly units: readonly (Omit<ExportedResult['units'][number], 'obtainedOn'> & {
    readonly obtainedOn: string | null;
  })[];
};

const RESULT = columns({
  academy: present(text),
  session: present(text),
  publication: present(integer),
  number: present(text),
  speciality: present(text),
  decision: present(oneOf(['ADMITTED', 'REFUSED', 'NOT_JUDGED'])),
  result: present(json<Kept>()),
  ...IDENTITY.shape,
});
const PAGE_SIZE = 1_000;

/** What is published of a session, by number, some at a time: a slow reader holds neither a connection nor memory. */
export async function* publishedResults(
  db: Database,
  { academy, session }: AcademySession,
): AsyncGenerator<ExportedResult> {
  let last = '';
  for (;;) {
    const rows = await RESULT.all(
      db,
      sql`select r.academy, r.session, r.publication, e.number, r.speciality, r.decision, r.result, ${IDENTITY.of('c')}
      from enrolment_file e join result_outcome r on r.enrolment_id = e.id join candidate_identity c on c.account_id = e.candidate_id
      where e.academy = ${academy} and e.session = ${session} and e.number > ${last}::text order by e.number limit ${PAGE_SIZE}`,
    );
    for (const { result, ...row } of rows) {
      const { form, record, average, decidedOn, units } = result;
      yield {
        ...row,
        form,
        record,
        average: average === null ? null : decimal(average).replace('.', ','),
        decidedOn: Temporal.PlainDate.from(decidedOn),
        units: units.map((unit) => ({
          ...unit,
          obtainedOn: unit.obtainedOn === null ? null : Temporal.PlainDate.from(unit.obtainedOn),
        })),
      };
    }
    last = rows.at(-1)?.number ?? '';
    if (rows.length < PAGE_SIZE) return;
  }
}

const COUNT = columns({ candidates: integer, publication: integer });

/** How many candidates, and the last publication that speaks of one. */
export function countPublished(
  db: Database,
  { academy, session }: AcademySession,
): Promise<{ readonly candidates: number; readonly publication: number }> {
  return COUNT.one(
    db,
    sql`select count(*) as candidates, coalesce(max(publication), 0) as publication from result_outcome
    where academy = ${academy} and session = ${session}`,
  );
}

const LINES = columns({ lines: integer });

export async function countLines(db: Database, { academy, session }: AcademySession): Promise<number> {
  const found = await LINES.one(
    db,
    sql`select coalesce(sum(jsonb_array_length(result->'units')), 0)::integer as lines from result_outcome
    where academy = ${academy} and session = ${session}`,
  );
  return found.lines;
}
