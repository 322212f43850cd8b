import { columns, day, nullable, oneOf, type RowOf, text } from '../platform/database/columns.ts';
import type { Branded } from '../platform/result.ts';

export type AccountId = Branded<'AccountId'>;

/** For ids that come from our own rows, journal or mails. */
export function accountId(id: string): AccountId {
  return id as AccountId;
}

export const CIVILITIES = ['M', 'MME'] as const;
export type Civility = (typeof CIVILITIES)[number];

export const CIVIL_STATUS = columns({
  civility: oneOf(CIVILITIES),
  birthName: text,
  usageName: nullable(text),
  firstNames: text,
  birthDate: day,
  /** ISO 3166-1 alpha-2. */
  birthCountry: text,
});
/** Who a person is on paper, as on the identity document. */
export type CivilStatus = RowOf<typeof CIVIL_STATUS>;

export type Candidate = CivilStatus & {
  readonly accountId: AccountId;
  /** The mail address, which is also the login. */
  readonly address: string;
  readonly activated: boolean;
  readonly rowVersion: number;
};

/** docs/product.md, « Who sees what ». */
export const ROLES = ['officer', 'accommodation', 'jury', 'centre', 'head', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Who reads the files of candidates; the other roles have pages of their own. */
export const FILE_READERS = ['officer', 'head'] as const satisfies readonly Role[];

export function readsFiles({ role }: { readonly role: Role }): boolean {
  return FILE_READERS.some((reader) => reader === role);
}

/** Who works at the office: all but those who only check candidates in at an exam centre. */
export const OFFICE_ROLES = ['officer', 'accommodation', 'jury', 'head', 'admin'] as const satisfies readonly Role[];

/** Behind which door somebody's own pages are. */
export type OwnDoor = 'candidate' | 'staff' | 'centre';

export function ownDoor(role: Role | null): OwnDoor {
  if (role === null) return 'candidate';
  return role === 'centre' ? 'centre' : 'staff';
}

/** Where each lands after signing in. */
export const HOMES: Readonly<Record<OwnDoor, string>> = {
  candidate: '/candidatures',
  staff: '/gestion',
  centre: '/centre',
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
export function displayName(person: Pick<CivilStatus, 'firstNames' | 'usageName' | 'birthName'>): string {
  return `${firstGivenName(person.firstNames)} ${person.usageName ?? person.birthName}`.trim();
}

/** `Martin (Durand) Camille`: as files are sorted, by birth name; the name in use in brackets, the first of the first names. */
export function personName(person: Pick<CivilStatus, 'birthName' | 'usageName' | 'firstNames'>): string {
  const { birthName, usageName, firstNames } = person;
  const used = usageName === null || usageName === birthName ? '' : ` (${usageName})`;
  return `${birthName}${used} ${firstGivenName(firstNames)}`.trim();
}

export function sameCivilStatus(a: CivilStatus, b: CivilStatus): boolean {
  return (
    a.civility === b.civility &&
    a.birthName === b.birthName &&
    a.usageName === b.usageName &&
    a.firstNames === b.firstNames &&
    a.birthDate.equals(b.birthDate) &&
    a.birthCountry === b.birthCountry
  );
}
