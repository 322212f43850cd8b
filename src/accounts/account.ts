import { columns, day, nullable, oneOf, type RowOf, text } from '../platform/database/columns.ts';
import { keysOf } from '../platform/keys.ts';
import type { Branded } from '../platform/result.ts';

export type AccountId = Branded<'AccountId'>;

/** For ids that come from our own rows, journal or mails. */
export function accountId(id: string): AccountId {
  return id as AccountId;
}

export const CIVILITIES = ['M', 'MME'] as const;
export type Civility = (typeof CIVILITIES)[number];

/** The names of somebody: what a line of a list says of who it is. */
export const PERSON_NAMES = columns({ birthName: text, usageName: nullable(text), firstNames: text });
export type PersonNames = RowOf<typeof PERSON_NAMES>;

/** What tells one person from another. */
export const IDENTITY = columns({ ...PERSON_NAMES.shape, birthDate: day });
export type Identity = RowOf<typeof IDENTITY>;

/**
 * Who a person is on paper. What an account keeps, compares and tells follows from this list; `forms.ts` has a field for each, in the
 * order in which they are asked and shown.
 */
export const CIVIL_STATUS = columns({
  civility: oneOf(CIVILITIES),
  ...IDENTITY.shape,
  /** ISO 3166-1 alpha-2. */
  birthCountry: text,
});
/** Each as on the identity document. */
export type CivilStatus = RowOf<typeof CIVIL_STATUS>;
export type Datum = keyof CivilStatus;
/** Those that nobody may leave empty. */
export type NeededDatum = { [Name in Datum]: null extends CivilStatus[Name] ? never : Name }[Datum];

export type Candidate = CivilStatus & {
  readonly accountId: AccountId;
  /** The mail address, which is also the login. */
  readonly address: string;
  readonly activated: boolean;
  /** When its owner had it closed, and nobody took it over since. */
  readonly closedAt: Temporal.Instant | null;
  readonly rowVersion: number;
};

/** docs/product.md, « Who sees what ». */
export const ROLES = ['officer', 'accommodation', 'jury', 'centre', 'examiner', 'head', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Who reads the files of candidates; the other roles have pages of their own. */
export const FILE_READERS = ['officer', 'head'] as const satisfies readonly Role[];

export function readsFiles({ role }: { readonly role: Role }): boolean {
  return FILE_READERS.some((reader) => reader === role);
}

/** Who works at the office: all but those who check candidates in at an exam centre, or examine them. */
export const OFFICE_ROLES = ['officer', 'accommodation', 'jury', 'head', 'admin'] as const satisfies readonly Role[];

/** Behind which door somebody's own pages are. */
export type OwnDoor = 'candidate' | 'staff' | 'centre' | 'examiner';

export function ownDoor(role: Role | null): OwnDoor {
  if (role === null) return 'candidate';
  return role === 'centre' || role === 'examiner' ? role : 'staff';
}

/** Where each lands after signing in. */
export const HOMES: Readonly<Record<OwnDoor, string>> = {
  candidate: '/candidatures',
  staff: '/gestion',
  centre: '/centre',
  examiner: '/commission',
};

export function homeOf(session: SignedInPerson): string {
  return HOMES[ownDoor(session.kind === 'staff' ? session.role : null)];
}

export type StaffMember = {
  readonly accountId: AccountId;
  readonly academy: string;
  readonly role: Role;
  readonly name: string;
  readonly address: string;
  /** Codes of the groups of specialities an officer is in charge of: `G1`… */
  readonly portfolios: readonly string[];
  /** Has chosen a password, so has answered the invitation. */
  readonly activated: boolean;
  /** Since when a second factor is set. */
  readonly secondFactorSince: Temporal.Instant | null;
  readonly disabledAt: Temporal.Instant | null;
  readonly rowVersion: number;
};

type SignedIn = {
  readonly accountId: AccountId;
  readonly sessionId: string;
  readonly address: string;
  /** What the page's header says. */
  readonly displayName: string;
};

export type SignedInCandidate = SignedIn & { readonly kind: 'candidate'; readonly candidate: Candidate };

export type SignedInStaff = SignedIn & {
  readonly kind: 'staff';
  readonly academy: string;
  readonly role: Role;
  readonly portfolios: readonly string[];
};

export type SignedInPerson = SignedInCandidate | SignedInStaff;

/** The journal chain of an account. */
export function accountStream(id: AccountId): string {
  return `account:${id}`;
}

/** « Thị Hằng, Marie »: the first, whole. Where no comma tells where it ends, its first word. */
function firstGivenName(firstNames: string): string {
  const [first = '', ...others] = firstNames.trim().split(/\s*,\s*/);
  return others.length > 0 ? first : (first.split(/\s+/)[0] ?? '');
}

/** `Camille Martin`: the first of the first names, and the name in use. */
export function displayName(person: PersonNames): string {
  return `${firstGivenName(person.firstNames)} ${person.usageName ?? person.birthName}`.trim();
}

/** `Martin (Durand) Camille`: as files are sorted, by birth name; the name in use in brackets, the first of the first names. */
export function personName({ birthName, usageName, firstNames }: PersonNames): string {
  const used = usageName === null || usageName === birthName ? '' : ` (${usageName})`;
  return `${birthName}${used} ${firstGivenName(firstNames)}`.trim();
}

/** A line of a list, with whom it is of as files are sorted in the place of their names. */
export function withName<Row extends PersonNames>({
  birthName,
  usageName,
  firstNames,
  ...row
}: Row): Omit<Row, keyof PersonNames> & { readonly name: string } {
  return { ...row, name: personName({ birthName, usageName, firstNames }) };
}

/** The data in which the two differ. */
export function changedData(before: CivilStatus, after: CivilStatus): readonly Datum[] {
  return keysOf(CIVIL_STATUS.shape).filter((name) => String(before[name] ?? '') !== String(after[name] ?? ''));
}
