import { deliveredMail } from './deliveredMails.ts';
import { deepFreeze } from './freeze.ts';
import { canBeWritten, type KnownMail } from './mails.ts';
import { type ResolvedPieceGroup, type ResolvedSession, resolveRelativeSession, resolveSession } from './resolve.ts';
import { departmentOfPostcode } from './rules/departmentOfPostcode.ts';
import { regulationAmong, type SpecialityStatus, statusFor } from './rules/specialityStatus.ts';
import { remediesToComplete, withSpecimens } from './rules/toComplete.ts';
import type { Academy, Department, Portfolio } from './schema/academy.ts';
import type { Exam } from './schema/exam.ts';
import type { Installation } from './schema/installation.ts';
import type { MailTemplate } from './schema/mail.ts';
import type { RulePack } from './schema/pack.ts';
import type { PieceType } from './schema/pieceType.ts';
import type { Regulation } from './schema/regulation.ts';
import type { Speciality } from './schema/speciality.ts';

/** A speciality as a session offers it, or hides it. */
export type SpecialityOffer = {
  readonly speciality: Speciality;
  readonly status: SpecialityStatus;
  readonly regulation: Regulation | undefined;
};

/** The pack as the application reads it: immutable, every look-up by a map. `undefined`: there is no such thing. */
export type Catalogue = {
  readonly pack: RulePack;
  /** What its relative sessions lean on. */
  readonly anchors: Anchors;
  readonly installation: () => Installation;
  readonly academies: () => readonly Academy[];
  readonly academy: (code: string) => Academy | undefined;
  /** What its decisions print and it hasn't said yet: in production nobody signs one until then. */
  readonly unsaidOf: (academy: string) => readonly string[];
  readonly exams: () => readonly Exam[];
  readonly exam: (code: string) => Exam | undefined;
  readonly sessions: () => readonly ResolvedSession[];
  readonly session: (code: string) => ResolvedSession | undefined;
  readonly specialities: () => readonly Speciality[];
  readonly speciality: (cfd: string) => Speciality | undefined;
  /** The same, of the session's exam alone. */
  readonly specialityOf: (session: Pick<ResolvedSession, 'exam'>, cfd: string) => Speciality | undefined;
  /** The regulation in force at a session of that year; at the extra session, that of the last one. */
  readonly regulation: (cfd: string, year: number) => Regulation | undefined;
  /** Those of the session's exam, with their status at the session, in the order of the pack; the caller hides what is hidden. */
  readonly specialitiesOf: (session: Pick<ResolvedSession, 'exam' | 'year'>) => readonly SpecialityOffer[];
  /** The officers' group in charge of a speciality in an academy. */
  readonly portfolioOf: (speciality: Pick<Speciality, 'cfd'>, academy: string) => Portfolio | undefined;
  /** In the order of the pack. */
  readonly pieceTypes: (exam: string) => readonly PieceType[];
  /** What a piece of an enrolment is, by its session's exam: two exams may give one code to two things. */
  readonly pieceType: (piece: { readonly session: string; readonly code: string }) => PieceType | undefined;
  readonly groupOf: (session: Pick<ResolvedSession, 'pieceGroups'>, piece: string) => ResolvedPieceGroup | undefined;
  /** The words of the pack, or those delivered where it has none that can be written and say what the mail is for. */
  readonly mail: (mail: KnownMail) => MailTemplate;
  /** The department whose number the postcode bears. */
  readonly department: (postcode: string) => Department | undefined;
  /** All departments where the postcode is used, the usual one first: 42620 is in the Loire and in the Allier. */
  readonly departmentsAt: (postcode: string) => readonly Department[];
  readonly departmentByCode: (code: string) => Department | undefined;
};

/** When each relative session was first loaded. Without its anchor, a relative session is not there (production). */
export type Anchors = ReadonlyMap<string, Temporal.Instant>;

/**
 * Makes the look-ups of a pack that `loadPack` has checked; an unchecked one may throw. `serves`: what an academy hasn't said is invented in a
 * demonstration, and asked for in production; null: it stands as it is.
 */
export function createCatalogue(
  pack: RulePack,
  anchors: Anchors = new Map(),
  serves: 'demonstration' | 'production' | null = null,
): Catalogue {
  const all = serves === 'demonstration' ? pack.academies.map((one) => deepFreeze(withSpecimens(one))) : pack.academies;
  const academies = indexed(all, (one) => one.code);
  const exams = indexed(pack.exams, (one) => one.code);
  const specialities = indexed(pack.specialities, (one) => one.cfd);
  const regulations = Map.groupBy(pack.regulations, (one) => one.cfd);
  const pieceTypes = new Map(
    [...Map.groupBy(pack.pieceTypes, (one) => one.exam)].map(([exam, some]) => [
      exam,
      indexed(some, (one) => one.code),
    ]),
  );
  const mails = indexed(pack.mails, (one) => one.code);
  const departments = indexed(pack.departments, (one) => one.code);
  const borrowers = borrowersOf(pack.departments);
  const portfolios = new Map(
    pack.academies.map(({ code, portfolios: all }) => [
      code,
      new Map(all.flatMap((portfolio) => portfolio.specialities.map(({ cfd }) => [cfd, portfolio] as const))),
    ]),
  );
  const sessions = indexed(sessionsOf(pack, anchors), (one) => one.code);
  const groups = new WeakMap<object, ReadonlyMap<string, ResolvedPieceGroup>>();
  const offers = new Map<string, readonly SpecialityOffer[]>();

  const regulation = (cfd: string, year: number): Regulation | undefined =>
    regulationAmong(regulations.get(cfd) ?? [], specialities.get(cfd), year);
  const department = (postcode: string): Department | undefined =>
    departments.get(departmentOfPostcode(postcode) ?? '');

  return Object.freeze<Catalogue>({
    pack,
    anchors,
    installation: () => present(pack.installation[0], 'installation.yaml'),
    academies: () => all,
    academy: (code) => academies.get(code),
    unsaidOf: (code) => {
      const found = serves === 'production' ? academies.get(code) : undefined;
      return found === undefined ? [] : remediesToComplete(found.legal);
    },
    exams: () => pack.exams,
    exam: (code) => exams.get(code),
    sessions: () => [...sessions.values()],
    session: (code) => sessions.get(code),
    specialities: () => pack.specialities,
    speciality: (cfd) => specialities.get(cfd),
    specialityOf: ({ exam }, cfd) => {
      const found = specialities.get(cfd);
      return found?.exam === exam ? found : undefined;
    },
    regulation,
    specialitiesOf: ({ exam, year }) =>
      remembered(offers, `${exam} ${year}`, () =>
        pack.specialities
          .filter((speciality) => speciality.exam === exam)
          .map((speciality) => ({
            speciality,
            status: statusFor(speciality, year),
            regulation: regulation(speciality.cfd, year),
          })),
      ),
    portfolioOf: ({ cfd }, academy) => portfolios.get(academy)?.get(cfd),
    pieceTypes: (exam) => [...(pieceTypes.get(exam)?.values() ?? [])],
    pieceType: ({ session, code }) => pieceTypes.get(sessions.get(session)?.exam ?? '')?.get(code),
    groupOf: ({ pieceGroups }, piece) => remembered(groups, pieceGroups, () => byPiece(pieceGroups)).get(piece),
    mail: (mail) => {
      const own = mails.get(mail.code);
      return own !== undefined && canBeWritten(mail, own) ? own : deliveredMail(mail.code);
    },
    department,
    departmentsAt: (postcode) => {
      const usual = department(postcode);
      return [...(usual === undefined ? [] : [usual]), ...(borrowers.get(postcode.replace(/\s/g, '')) ?? [])];
    },
    departmentByCode: (code) => departments.get(code),
  });
}

function sessionsOf(pack: RulePack, anchors: Anchors): readonly ResolvedSession[] {
  const models = new Set(
    pack.relativeSessions.filter((one) => one.insteadOfBase && anchors.has(one.code)).map(({ basedOn }) => basedOn),
  );
  const concrete = pack.sessions.filter(({ code }) => !models.has(code)).map(resolveSession);
  const relative = pack.relativeSessions.flatMap((one) => {
    const anchor = anchors.get(one.code);
    const base = pack.sessions.find(({ code }) => code === one.basedOn);
    return anchor === undefined ? [] : [resolveRelativeSession(one, present(base, one.basedOn), anchor)];
  });
  return [...concrete, ...relative].map((resolved) => {
    if (!resolved.ok) throw new Error(`A session of an unchecked rule pack: ${JSON.stringify(resolved.error)}`);
    return deepFreeze(resolved.value);
  });
}

function indexed<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [keyOf(item), item]));
}

function byPiece(groups: readonly ResolvedPieceGroup[]): ReadonlyMap<string, ResolvedPieceGroup> {
  return new Map(groups.flatMap((group) => group.pieces.map((code) => [code, group])));
}

function borrowersOf(departments: readonly Department[]): ReadonlyMap<string, readonly Department[]> {
  const pairs = departments.flatMap((one) => one.borrowedPostcodes.map((postcode) => ({ postcode, one })));
  return new Map(
    [...Map.groupBy(pairs, ({ postcode }) => postcode)].map(([postcode, found]) => [
      postcode,
      found.map(({ one }) => one),
    ]),
  );
}

function remembered<Key, Value>(
  memory: { get(key: Key): Value | undefined; set(key: Key, value: Value): unknown },
  key: Key,
  make: () => Value,
): Value {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const made = make();
  memory.set(key, made);
  return made;
}

function present<T>(found: T | undefined, name: string): T {
  if (found === undefined) throw new Error(`An unchecked rule pack: ${name} is missing`);
  return found;
}
