import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import {
  type AcademySession,
  type Catalogue,
  type Exam,
  passMarksOf,
  type ResolvedSession,
} from '../catalogue/index.ts';
import {
  creditFor,
  type Doubt,
  type Enrolment,
  type EnrolmentId,
  findEnrolmentsOf,
  HELD_BACK,
  isProfessional,
  readRegistered,
  type Sitter,
  sitterOf,
  slotsOf,
  stateOf,
  unitsToSit,
} from '../enrolment/index.ts';
import { excludedUnits } from '../hearings/index.ts';
import { type Mark, readLockedMarks } from '../marks/index.ts';
import { certificateCodes, certificatesOf } from '../pieces/index.ts';
import { columns, day, flag, id, integer, oneOf, present, text } from '../platform/database/columns.ts';
import type { Database } from '../platform/database/database.ts';
import { amongWords } from '../platform/database/listed.ts';
import { accountOf, type Declared, type UnitAccount, type WrittenUnit } from './rules/account.ts';
import type { Judgement } from './rules/average.ts';

/** All units of one candidate at this session, judged. */
export type Account = {
  readonly enrolmentId: EnrolmentId;
  readonly number: string;
  /** CFD. */
  readonly speciality: string;
  readonly form: 'GLOBAL' | 'PROGRESSIVE';
  /** None where the units are told in words: the file isn't judged. */
  readonly units: readonly UnitAccount[];
  readonly judgement: Judgement;
  /** What a person has to look at in the file. */
  readonly doubts: readonly Doubt[];
};

/** These enrolments, or all of a speciality. */
export type Asked = readonly EnrolmentId[] | { readonly speciality: string };

const FILE = columns({
  enrolmentId: id<EnrolmentId>(),
  version: integer,
  number: present(text),
  speciality: present(text),
  status: oneOf(['registered', 'validated']),
  underReserve: present(flag),
  birthDate: day,
});

/** What a version of a file says, by the rules in force: read once. */
type Known = {
  readonly version: number;
  readonly said: { readonly declared: Declared; readonly sitter: Sitter } | null;
};
const memory = new WeakMap<Catalogue, Map<string, Known>>();
/** Files read before others have their turn. */
const AT_ONCE = 20;

/**
 * The accounts of running files, by number. A file that today's rules can't read any more has no units, as one that is told in
 * words: it is named and not judged.
 */
export async function readAccounts(
  db: Database,
  catalogue: Catalogue,
  place: AcademySession,
  asked: Asked,
): Promise<readonly Account[]> {
  const session = catalogue.session(place.session);
  const exam = session === undefined ? undefined : catalogue.exam(session.exam);
  if (session?.academy !== place.academy || exam === undefined) return [];
  const files = await FILE.all(
    db,
    sql`select e.id as "enrolmentId", e.version, e.number, e.speciality, e.status,
      coalesce(e.reserve in ${amongWords(HELD_BACK)}, false) as "underReserve", c.birth_date as "birthDate"
    from enrolment_file e join candidate_identity c on c.account_id = e.candidate_id
    where e.academy = ${place.academy} and e.session = ${place.session} and e.status in ('registered', 'validated')
      and ${'speciality' in asked ? sql`e.speciality = ${asked.speciality}` : sql`e.id = any(${asked}::uuid[])`}
    order by e.number`,
  );
  const ids = files.map(({ enrolmentId }) => enrolmentId);
  const known = await read(db, catalogue, exam, place.academy, files);
  const marks = Map.groupBy(await readLockedMarks(db, place, ids), ({ enrolmentId }) => enrolmentId);
  const certificates = await certificateStates(db, catalogue, session, place, ids);
  const excluded = await excludedUnits(db, place);
  const pass = passMarksOf(exam);
  return files.map(({ enrolmentId, number, speciality, status, underReserve }): Account => {
    const said = known.get(enrolmentId)?.said ?? null;
    if (said === null) {
      const { units, judgement } = accountOf(UNREADABLE, { withheld: [], underReserve }, new Map(), pass);
      return { enrolmentId, number, speciality, form: 'GLOBAL', units, judgement, doubts: ['units-unknown'] };
    }
    const certificate = { ...said.sitter.certificate, state: certificates.get(enrolmentId) ?? 'none' } as const;
    const { withheld, doubts } = unitsToSit({
      ...said.sitter,
      status,
      underReserve,
      certificate,
      excluded: excluded.get(enrolmentId) ?? [],
    });
    const theirs = new Map<string, Mark>((marks.get(enrolmentId) ?? []).map(({ unit, mark }) => [unit, mark]));
    const judged = accountOf(said.declared, { withheld, underReserve }, theirs, pass);
    return { enrolmentId, number, speciality, form: said.declared.form, ...judged, doubts };
  });
}

const UNREADABLE: Declared = {
  form: 'GLOBAL',
  inWords: true,
  slots: [],
  presented: [],
  options: new Map(),
  optional: [],
};

async function certificateStates(
  db: Database,
  catalogue: Catalogue,
  session: ResolvedSession,
  place: AcademySession,
  ids: readonly EnrolmentId[],
): Promise<ReadonlyMap<string, Sitter['certificate']['state']>> {
  const found = await certificatesOf(db, { ...place, portfolios: null }, certificateCodes(catalogue, session), ids);
  return new Map([...found].map(([one, state]) => [one, stateOf(state)]));
}

/** What the versions at hand say; one that was read is not read again. */
async function read(
  db: Database,
  catalogue: Catalogue,
  exam: Exam,
  academy: string,
  files: readonly {
    readonly enrolmentId: EnrolmentId;
    readonly version: number;
    readonly birthDate: Temporal.PlainDate;
  }[],
): Promise<ReadonlyMap<string, Known>> {
  const known = memory.get(catalogue) ?? new Map<string, Known>();
  memory.set(catalogue, known);
  const fresh = files.filter(({ enrolmentId, version }) => known.get(enrolmentId)?.version !== version);
  const birthDates = new Map(fresh.map(({ enrolmentId, birthDate }) => [enrolmentId, birthDate]));
  for (let from = 0; from < fresh.length; from += AT_ONCE) {
    const some = fresh.slice(from, from + AT_ONCE).map(({ enrolmentId }) => enrolmentId);
    for (const enrolment of await findEnrolmentsOf(db, academy, some)) {
      const birthDate = birthDates.get(enrolment.id);
      if (birthDate === undefined) continue;
      known.set(enrolment.id, { version: enrolment.version, said: said(catalogue, exam, enrolment, birthDate) });
    }
    await setImmediate();
  }
  return known;
}

function said(
  catalogue: Catalogue,
  { exemptionGrounds }: Exam,
  enrolment: Enrolment,
  birthDate: Temporal.PlainDate,
): Known['said'] {
  const file = readRegistered(catalogue, enrolment, { birthDate });
  if (file === null) return null;
  const { qualification, acquis } = file.review;
  const { regulation, form } = qualification;
  const sitter = sitterOf(file, 'none', []);
  const labels = new Map<string, string>(exemptionGrounds.map(({ code, label }) => [code, label]));
  const slots = slotsOf(regulation).map((slot): Declared['slots'][number] => {
    const credit = creditFor(slot, acquis.credits);
    const [first, ...others] = slot.units;
    return {
      id: slot.id,
      units: [written(first), ...others.map(written)],
      professional: isProfessional(slot),
      credit,
      ground: credit.choice === 'exempt' ? (labels.get(credit.ground) ?? credit.ground) : null,
    };
  });
  const optional = regulation.units.filter((unit) => sitter.optional.includes(unit.id)).map(written);
  const { inWords, presented, options } = sitter;
  return { declared: { form, inWords, slots, presented, options, optional }, sitter };
}

function written({ id: unit, code, title, coefficient }: WrittenUnit): WrittenUnit {
  return { id: unit, code, title, coefficient };
}
