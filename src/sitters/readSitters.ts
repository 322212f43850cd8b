import { setImmediate } from 'node:timers/promises';
import type { Catalogue } from '../catalogue/index.ts';
import {
  type Enrolment,
  type EnrolmentId,
  findEnrolmentsOf,
  isUnderReserve,
  readRegistered,
  type Sitter,
  sitterOf,
  stateOf,
  type ToSit,
  unitsToSit,
} from '../enrolment/index.ts';
import { type ExamPlace, phasesOf, replacedUnit } from '../exam/index.ts';
import { excludedUnits } from '../hearings/index.ts';
import { certificateCodes, certificatesOf } from '../pieces/index.ts';
import type { Database } from '../platform/database/database.ts';
import { readAdmitted } from './store/replacements.ts';
import { listFiles } from './store/sitters.ts';

/** Somebody of a session, with the units for which a seat is kept: none of who is under reserve, none of which a decision leaves them out. */
export type SessionSitter = ToSit & {
  readonly enrolmentId: EnrolmentId;
  readonly number: string;
  /** CFD; null: the rules can't read the file any more, and nobody knows what is sat. */
  readonly speciality: string | null;
  readonly portfolio: string | null;
  readonly postcode: string | null;
};

/** What its answers say: as long as the version and the rules are the same. */
type Known = {
  readonly version: number;
  readonly speciality: string;
  readonly postcode: string;
  readonly sitter: Sitter;
};
type Remembered = Map<EnrolmentId, Known | { readonly version: number; readonly speciality: null }>;

/** By the rules in force, then by session: a version that was read is not read again. */
const memory = new WeakMap<Catalogue, Map<string, Remembered>>();
/** Files read before others have their turn. */
const AT_ONCE = 20;

/**
 * Who sits what of a whole session, in the order of numbers: what is sat again comes last. Nothing for a session that isn't this academy's.
 */
export async function readSitters(
  db: Database,
  catalogue: Catalogue,
  place: ExamPlace,
): Promise<readonly SessionSitter[]> {
  const { academy } = place;
  const session = catalogue.session(place.session);
  if (session === undefined || session.academy !== academy) return [];
  const files = await listFiles(db, place);
  const ids = files.map(({ enrolmentId }) => enrolmentId);
  const certificates = await certificatesOf(
    db,
    { academy, session: place.session, portfolios: null },
    certificateCodes(catalogue, session),
    ids,
  );
  const read = await remember(db, catalogue, place, files);
  const again = await readAdmitted(db, place);
  const excluded = await excludedUnits(db, place);
  return files.map(({ enrolmentId, number, status, reserve, portfolio }): SessionSitter => {
    const found = read.get(enrolmentId);
    const line = { enrolmentId, number, portfolio };
    if (found === undefined || found.speciality === null)
      return { ...line, speciality: null, postcode: null, units: [], given: [], withheld: [], doubts: [] };
    const { speciality, postcode, sitter } = found;
    const certificate = { ...sitter.certificate, state: stateOf(certificates.get(enrolmentId)) };
    const underReserve = isUnderReserve({ reserve });
    const toSit = unitsToSit({
      ...sitter,
      status,
      underReserve,
      certificate,
      excluded: excluded.get(enrolmentId) ?? [],
    });
    const known = catalogue.regulation(speciality, session.year)?.units ?? [];
    const units = (underReserve ? toSit.units : [...toSit.units, ...(again.get(enrolmentId) ?? [])]).flatMap((unit) =>
      phasesOf(unit, known.find(({ id }) => id === replacedUnit(unit)) ?? {}),
    );
    return { ...line, speciality, postcode, ...toSit, units };
  });
}

async function remember(
  db: Database,
  catalogue: Catalogue,
  { academy, session }: ExamPlace,
  files: Awaited<ReturnType<typeof listFiles>>,
): Promise<Remembered> {
  const sessions = memory.get(catalogue) ?? new Map<string, Remembered>();
  memory.set(catalogue, sessions);
  const before: Remembered = sessions.get(session) ?? new Map();
  const known: Remembered = new Map();
  const births = new Map(files.map(({ enrolmentId, birthDate }) => [enrolmentId, birthDate]));
  const fresh: EnrolmentId[] = [];
  for (const { enrolmentId, version } of files) {
    const read = before.get(enrolmentId);
    if (read?.version === version) known.set(enrolmentId, read);
    else fresh.push(enrolmentId);
  }
  for (let from = 0; from < fresh.length; from += AT_ONCE) {
    for (const enrolment of await findEnrolmentsOf(db, academy, fresh.slice(from, from + AT_ONCE))) {
      const birthDate = births.get(enrolment.id);
      if (birthDate !== undefined) known.set(enrolment.id, readFile(catalogue, enrolment, birthDate));
    }
    await setImmediate();
  }
  sessions.set(session, known);
  return known;
}

function readFile(catalogue: Catalogue, enrolment: Enrolment, birthDate: Temporal.PlainDate) {
  const { version } = enrolment;
  const file = readRegistered(catalogue, enrolment, { birthDate });
  if (file === null) return { version, speciality: null };
  const { identification, qualification } = file.review;
  return {
    version,
    speciality: qualification.speciality.cfd,
    postcode: identification.postcode,
    sitter: sitterOf(file, 'none', []),
  };
}
