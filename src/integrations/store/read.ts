import { sql } from 'kysely';
import { PERSON_NAMES } from '../../accounts/index.ts';
import {
  columns,
  day,
  instant,
  integer,
  json,
  nullable,
  oneOf,
  present,
  type RowOf,
  text,
  uuid,
} from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Fraction } from '../../results/index.ts';
import { FILE_STATES, type FileState } from '../../scope/index.ts';

/** Where one academy and session is read. */
export type Place = { readonly academy: string; readonly session: string };

const PIECE_STATES = ['missing', 'given', 'received', 'compliant', 'non-compliant'] as const;
export type ReadPiece = { readonly code: string; readonly state: (typeof PIECE_STATES)[number]; readonly due: string };

const FILE = columns({
  id: uuid,
  session: present(text),
  number: present(text),
  speciality: present(text),
  state: present(oneOf(FILE_STATES)),
  registeredAt: nullable(instant),
  validatedAt: nullable(instant),
  endedAt: nullable(instant),
  changedAt: present(instant),
  pieces: present(json<readonly ReadPiece[]>()),
  ...PERSON_NAMES.shape,
  birthDate: present(day),
});
export type ReadFile = RowOf<typeof FILE>;
/** `next`: the number after which the list goes on; null: it is over. */
export type PageOf<Name extends string, One> = { readonly [Key in Name]: readonly One[] } & {
  readonly next: string | null;
};

/**
 * What of a file counts as a change: its own facts in the journal, never who looked at it nor anything of health. Decisions on pieces come
 * beside, from where each stands.
 */
const CHANGES = [
  'enrolment.registered',
  'enrolment.modified',
  'enrolment.signed',
  'enrolment.withdrawn',
  'enrolment.validated',
  'enrolment.unvalidated',
  'enrolment.validationRestored',
  'reserve.lifted',
  'enrolment.setAside',
  'enrolment.reinstated',
  'enrolment.cancelled',
  'enrolment.restored',
  'person.ended',
  'results.published',
];

const SELECTED = sql`f.enrolment_id as id, f.session, f.number, f.speciality, f.state,
  e.first_registered_at as "registeredAt", e.validated_at as "validatedAt", e.ended_at as "endedAt",
  c.at as "changedAt", p.pieces, ${PERSON_NAMES.of('f')}, f.birth_date as "birthDate"`;

/** Beside a file `f`: its dates, its pieces that are asked, and when it last changed. */
const BESIDE = sql`join enrolment_file e on e.id = f.enrolment_id
  cross join lateral (select max(s.changed_at) as at, coalesce(jsonb_agg(
      jsonb_build_object('code', s.code, 'state', s.state, 'due', to_char(s.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) order by s.rank, s.code), '[]') as pieces
    from piece_standing s where s.enrolment_id = f.enrolment_id) p
  cross join lateral (select greatest(p.at, e.first_registered_at, (select j.business_at from journal_entry j
    where j.stream = 'enrolment:' || f.enrolment_id and j.name = any(${CHANGES}::text[]) order by j.id desc limit 1)) as at) c`;

const SERIAL = sql`split_part(f.number, '-', 2)`;
const after = (number: string) => sql`(${SERIAL}, f.number) > (split_part(${number}::text, '-', 2), ${number}::text)`;

/** Files looked at for one page: one that few files fit ends early, and says where to go on. */
const LOOKED_AT = 1_000;
const LAST = columns({ number: text, count: integer });

export type FilesAsked = Place & {
  readonly state: FileState | null;
  readonly changedSince: Temporal.Instant | null;
  /** The last number of the page before; '': from the first. */
  readonly after: string;
  readonly limit: number;
};

/** A page of files by number. */
export async function readFiles(db: Database, asked: FilesAsked): Promise<PageOf<'files', ReadFile>> {
  const { academy, session, state, changedSince, limit } = asked;
  const looked = sql`select * from listed_file f where f.academy = ${academy} and f.session = ${session} and ${after(asked.after)}
    order by ${SERIAL}, f.number limit ${LOOKED_AT}`;
  const files = await FILE.all(
    db,
    sql`select ${SELECTED} from (${looked}) f ${BESIDE}
    where (${state}::text is null or f.state = ${state}::text)
      and (${changedSince}::timestamptz is null or c.at >= ${changedSince}::timestamptz)
    order by ${SERIAL}, f.number limit ${limit}`,
  );
  if (files.length === limit) return { files, next: files.at(-1)?.number ?? null };
  const last = await LAST.first(
    db,
    sql`select number, ${LOOKED_AT}::int as count from (${looked}) f order by ${SERIAL}, f.number offset ${LOOKED_AT - 1} limit 1`,
  );
  return { files, next: last?.number ?? null };
}

/** One file of an academy; null: there is none of that id. */
export function readFile(db: Database, academy: string, id: string): Promise<ReadFile | null> {
  return FILE.first(
    db,
    sql`select ${SELECTED} from listed_file f ${BESIDE} where f.enrolment_id = ${id} and f.academy = ${academy}`,
  );
}

const RESULT = columns({
  id: present(uuid),
  number: present(text),
  speciality: present(text),
  publication: present(integer),
  decision: present(oneOf(['ADMITTED', 'REFUSED', 'NOT_JUDGED'])),
  result: present(json<{ readonly average: Fraction | null; readonly decidedOn: string }>()),
});

/** A page of what is published of a session, by number; nothing before its announced second. */
export async function readResults(
  db: Database,
  { academy, session, after: last, limit }: Omit<FilesAsked, 'state' | 'changedSince'>,
): Promise<PageOf<'results', RowOf<typeof RESULT>>> {
  const results = await RESULT.all(
    db,
    sql`select f.id, f.number, r.speciality, r.publication, r.decision, r.result
    from enrolment_file f join result_outcome r on r.enrolment_id = f.id
    where f.academy = ${academy} and f.session = ${session} and f.number > ${last}::text order by f.number limit ${limit}`,
  );
  return { results, next: results.length === limit ? (results.at(-1)?.number ?? null) : null };
}
