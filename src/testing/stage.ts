import { afterAll } from 'vitest';
import { ROLES, type Role } from '../accounts/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Database } from '../platform/database/database.ts';
import type { Migrations } from '../platform/database/migrate.ts';
import type { EventBus } from '../platform/events.ts';
import type { KeptMail } from '../platform/mail/outbox.ts';
import { type OwnDatabase, ownDatabase } from './database.ts';
import {
  type Browser,
  type EnrolmentOptions,
  PASSWORD,
  registeredEnrolment,
  type Site,
  setClock,
  shippedCatalogue,
  type TestEnrolment,
} from './enrolments.ts';
import { mailsTo } from './mails.ts';
import { aStaffMember, type Member, type Place, signedIn } from './staff.ts';

/**
 * What a test stands on, said in a line: a room of the office with its doors open, who works there and who enrolled.
 *
 *     const { staff, candidates } = await stage(juryRoom(), { staff: { head: 'head', chair: 'jury' }, candidates: { near: 'Proche' } });
 *     await staff.chair.get('/gestion/jurys');
 */

/** A room as its `testing.ts` gives it: the tables that it needs, and how its doors are opened on them. */
export type Room<Own extends Opened> = {
  readonly tables: readonly Migrations[];
  readonly open: (db: Database, catalogue: Catalogue) => Promise<Own>;
};

export type Opened = { readonly site: Site; readonly events: EventBus; readonly end: () => Promise<void> };

/** The surname alone, or what differs from the usual candidate. */
export type Asked = string | Omit<EnrolmentOptions, 'events' | 'catalogue'>;

/** People of a stage are at their browser, signed in: `await head.get('/gestion')`. */
export type Colleague = Member & Browser;
export type Enrolled = TestEnrolment & Browser;

export type Cast<Staff extends string, Candidates extends string> = {
  /** What the repository ships, unless it is said. */
  readonly catalogue?: Catalogue;
  /** Each with their role, or their place: Clermont's, and of the group G2 where they are officers. */
  readonly staff?: Readonly<Record<Staff, Place>>;
  readonly candidates?: Readonly<Record<Candidates, Asked>>;
  /** The exam's clock once everybody is there; the ordinary day of enrolments where somebody enrolled. */
  readonly on?: string | Temporal.Instant;
};

export type Stage<Staff extends string, Candidates extends string> = OwnDatabase & {
  readonly catalogue: Catalogue;
  readonly staff: Readonly<Record<Staff, Colleague>>;
  readonly candidates: Readonly<Record<Candidates, Enrolled>>;
  /** Somebody of the cast by their name; a visitor who was never there before. */
  readonly as: (who: Staff | Candidates | 'visitor') => Browser;
  /** Another member of staff, signed in. */
  readonly enter: (place?: Place) => Promise<Colleague>;
  /** Another registered candidate. */
  readonly registered: (asked?: Asked) => Promise<TestEnrolment>;
  /** The same, signed in. */
  readonly someone: (asked?: Asked) => Promise<Enrolled>;
  /** What a candidate was written, oldest first; of one template where it is named. */
  readonly told: (whom: Pick<TestEnrolment, 'candidate'>, template?: string) => Promise<readonly KeptMail[]>;
  /** Moves the exam's clock, and those of pages with it. */
  readonly setClock: (instant: string | Temporal.Instant) => Promise<void>;
};

/** For the head of a test file: it closes itself after the last test. */
export async function stage<Own extends Opened, Staff extends string = never, Candidates extends string = never>(
  room: Room<Own>,
  cast: Cast<Staff, Candidates> = {},
): Promise<Own & Stage<Staff, Candidates>> {
  const database = await ownDatabase(room.tables);
  const { db } = database;
  const catalogue = cast.catalogue ?? (await shippedCatalogue());
  const opened = await room.open(db, catalogue);
  const { site, events, end } = opened;
  afterAll(end);
  const enter = async (place: Place = 'officer'): Promise<Colleague> => {
    const member = await aStaffMember(db, site.accounts, place);
    return { ...member, ...(await signedIn(site, member.address)) };
  };
  const registered = (asked: Asked = {}): Promise<TestEnrolment> => {
    const own = typeof asked === 'string' ? { status: { birthName: asked, usageName: null } } : asked;
    return registeredEnrolment(db, { events, catalogue, ...own });
  };
  const someone = async (asked: Asked = {}): Promise<Enrolled> => {
    const made = await registered(asked);
    return { ...made, ...(await signedIn(site, made.candidate.address, PASSWORD)) };
  };
  const clock = (instant: string | Temporal.Instant): Promise<void> => setClock(db, Temporal.Instant.from(instant));
  const staff = await each(cast.staff, enter);
  const candidates = await each(cast.candidates, someone);
  if (cast.on !== undefined) await clock(cast.on);
  const people = new Map(Object.entries<Browser>({ ...staff, ...candidates }));
  return {
    ...opened,
    ...database,
    catalogue,
    staff,
    candidates,
    enter,
    registered,
    someone,
    setClock: clock,
    as: (who) => people.get(who) ?? site.browser(),
    told: async ({ candidate: { address } }, template) =>
      (await mailsTo(db, address)).filter((mail) => template === undefined || mail.template === template),
  };
}

async function each<Name extends string, Given, Made>(
  named: Readonly<Record<Name, Given>> | undefined,
  make: (given: Given) => Promise<Made>,
): Promise<Readonly<Record<Name, Made>>> {
  const made: [string, Made][] = [];
  for (const [name, given] of Object.entries<Given>(named ?? {})) made.push([name, await make(given)]);
  return Object.fromEntries(made) as Record<Name, Made>;
}

/** One of each role, for who asks every address in everybody's name. */
export const EVERY_ROLE = Object.fromEntries(ROLES.map((role) => [role, role])) as Readonly<Record<Role, Role>>;
