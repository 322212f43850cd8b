import type { Database, Tx } from '../platform/database/database.ts';
import type { Due } from '../platform/database/due.ts';
import type { EventBus } from '../platform/events.ts';
import type { FairQueue } from '../platform/fairQueue.ts';
import type { Reply, Route, Visit } from '../platform/http/visit.ts';
import type { Act } from '../platform/journal.ts';
import type { Outbox } from '../platform/mail/outbox.ts';
import { ok, type Result } from '../platform/result.ts';
import { isUuid } from '../platform/uuid.ts';
import type { AskedLetter } from './accessLetter.ts';
import {
  type AccountId,
  type Candidate,
  type CivilStatus,
  HOMES,
  type SignedInPerson,
  type StaffMember,
} from './account.ts';
import { askAccessLetter, dropAccessLetter, type LetterOrder, makeAccessCode } from './actions/accessLetter.ts';
import { type ActCodes, createActCodes } from './actions/actCode.ts';
import { type Corrected, correctCivilStatus } from './actions/changeCivilStatus.ts';
import { checkCurrentPassword } from './actions/changePassword.ts';
import { type Access, accessOf, forgetWrongTries, type Helped, mailAccess } from './actions/helpOwner.ts';
import { openForCandidate, type PaperAccount } from './actions/openForCandidate.ts';
import {
  decideRecovery,
  proposeRecovery,
  type RecoveryDecision,
  type RecoveryOrder,
} from './actions/recoverAddress.ts';
import {
  changeStaff,
  createStaff,
  inviteStaff,
  type StaffChange,
  type StaffForm,
  setStaffDisabled,
} from './actions/staff.ts';
import {
  confirmAccess,
  confirmStaff,
  dropStaff,
  followList,
  type ProposalOrder,
  type ProposedStaff,
  proposalsFor,
  proposeStaff,
  type ShownProposal,
  type StaffProposalDecision,
} from './actions/staffProposals.ts';
import { tellUnactivated } from './actions/tellUnactivated.ts';
import { createHashing } from './credentials/passwords.ts';
import { createActivated, type DemonstrationAccount, ensureDemonstrationAccounts } from './demonstration.ts';
import { type AccountsDeps, accountSecret } from './deps.ts';
import { createGuards, createSessions, type Guards } from './guards.ts';
import type { Recovery, RecoverySubject } from './recovery.ts';
import type { Refusal } from './refusals.ts';
import { type DemonstrationDoor, demonstrationDoor } from './routes/demonstration.ts';
import type { Door } from './routes/door.ts';
import { toSignIn } from './routes/signIn.ts';
import { routesOf } from './routes.ts';
import { type RelyingParty, relyingPartyOf } from './rules/relyingParty.ts';
import { askedLetter } from './store/accessLetters.ts';
import { expired, neverActivated, type Unactivated } from './store/accounts.ts';
import { findByWhatIsSaid, findCandidates, type SaidOfOneself } from './store/candidates.ts';
import { lastRecovery } from './store/recoveries.ts';
import { examinerAccount, findStaff } from './store/staff.ts';

export type AccountsParts = {
  readonly db: Database;
  readonly events: EventBus;
  readonly outbox: Outbox;
  /** The server's secret; this room draws its own key from it. */
  readonly secret: string;
  readonly publicUrl: URL;
  readonly catalogue: AccountsDeps['catalogue'];
  readonly policyAt: Door['policyAt'];
  /** The academy's own name by which a visitor came; null: the public address. */
  readonly hostAt?: (visit: Visit) => string | null;
  /** Staff can do nothing before they have a second factor. */
  readonly secondFactorRequired: boolean;
  readonly civilStatusLocked: (db: Database, id: AccountId) => Promise<boolean>;
  readonly contactOf: (academy: string) => string;
  readonly chrome: Door['chrome'];
  readonly home?: Door['home'];
  readonly mailbox?: string | null;
  /** Milliseconds of which answers about an unknown address take a multiple. */
  readonly evenMilliseconds?: number;
};

export type Accounts = {
  readonly routes: readonly Route[];
  readonly guards: Guards;
  /** Who is signed in; one read a visit, whoever asks. */
  readonly sessionOf: (visit: Visit) => Promise<SignedInPerson | null>;
  /** Whether a visitor's cookie names a session, ended or not: as much as is known without the database. */
  readonly holdsSession: (visit: Visit) => boolean;
  /** Of that cookie. */
  readonly tokenOf: (visit: Visit) => string | null;
  /** Passwords that wait to be looked at. */
  readonly passwords: Pick<FairQueue, 'oldest'>;
  /** The platform's standing page for somebody who isn't signed in. */
  readonly toSignIn: (visit: Visit) => Reply;
  /** null also for what is no id. */
  readonly findCandidate: (db: Database, id: string) => Promise<Candidate | null>;
  /** Those of the ids that are candidates, in no order. */
  readonly findCandidates: (db: Database, ids: readonly AccountId[]) => Promise<readonly Candidate[]>;
  /** Those of whom two things at least, or three, are exactly as somebody said. */
  readonly findByWhatIsSaid: (db: Database, said: SaidOfOneself) => Promise<readonly Candidate[]>;
  /** What keeps an owner from their account, and what an office may do about it. */
  readonly accessOf: (db: Database, owner: Candidate) => Promise<Access>;
  readonly mailAccess: (tx: Tx, act: Act, helped: Helped) => Promise<Result<'activation' | 'password', Refusal>>;
  readonly forgetWrongTries: (tx: Tx, act: Act, helped: Helped) => Promise<void>;
  readonly correctCivilStatus: (
    tx: Tx,
    act: Act,
    id: AccountId,
    status: CivilStatus,
    version: number,
  ) => Promise<Result<Corrected, Refusal>>;
  /** The last change of a lost address that this academy asked for. */
  readonly lastRecovery: (db: Database, academy: string, id: AccountId) => Promise<Recovery | null>;
  readonly proposeRecovery: (
    tx: Tx,
    act: Act,
    subject: RecoverySubject,
    order: RecoveryOrder,
  ) => Promise<Result<null, Refusal>>;
  readonly decideRecovery: (tx: Tx, act: Act, order: RecoveryDecision) => Promise<Result<null, Refusal>>;
  /** From a paper form, by an officer. */
  readonly openForCandidate: (tx: Tx, act: Act, order: PaperAccount) => Promise<Result<AccountId, Refusal>>;
  /** To be printed in a letter; told once. */
  readonly askedLetter: (db: Database, academy: string, id: AccountId) => Promise<AskedLetter | null>;
  readonly askAccessLetter: (tx: Tx, act: Act, order: LetterOrder) => Promise<Result<null, Refusal>>;
  readonly dropAccessLetter: (tx: Tx, act: Act, order: LetterOrder) => Promise<Result<null, Refusal>>;
  readonly makeAccessCode: (
    tx: Tx,
    act: Act,
    order: LetterOrder & { readonly secondPersonDays: number },
  ) => Promise<Result<string, Refusal>>;
  /** The owner's own word that it is them, tried a few times only. */
  readonly checkPassword: (session: SignedInPerson, password: string) => Promise<Result<null, Refusal>>;
  readonly actCodes: ActCodes;
  /** Without who examines. */
  readonly listStaff: (db: Database, academy: string) => Promise<readonly StaffMember[]>;
  readonly examinerAccount: (db: Database, academy: string, address: string) => Promise<AccountId | null>;
  readonly createStaff: (
    tx: Tx,
    act: Act,
    form: StaffForm,
    passwordHash: string | null,
  ) => Promise<Result<AccountId, Refusal>>;
  readonly inviteStaff: (tx: Tx, act: Act, form: StaffForm) => Promise<Result<AccountId, Refusal>>;
  readonly changeStaff: (tx: Tx, act: Act, id: AccountId, change: StaffChange) => Promise<Result<null, Refusal>>;
  readonly setStaffDisabled: (
    tx: Tx,
    act: Act,
    academy: string,
    id: AccountId,
    disabled: boolean,
  ) => Promise<Result<null, Refusal>>;
  /** What takes two: a head or an administrator to name, a second proof to take away from who lost it. */
  readonly proposeStaff: (tx: Tx, act: Act, order: ProposalOrder, days: number) => Promise<Result<null, Refusal>>;
  readonly confirmStaff: (tx: Tx, act: Act, decision: StaffProposalDecision) => Promise<Result<null, Refusal>>;
  readonly dropStaff: (
    tx: Tx,
    act: Act,
    decision: Pick<StaffProposalDecision, 'proposal' | 'academy'>,
  ) => Promise<Result<null, Refusal>>;
  readonly proposalsFor: (
    db: Database,
    reader: Pick<StaffProposalDecision, 'academy' | 'by' | 'days'>,
  ) => Promise<readonly ShownProposal[]>;
  /** A second person knows that whose access this is isn't who opened it. */
  readonly confirmAccess: (
    tx: Tx,
    act: Act,
    order: Pick<StaffProposalDecision, 'by' | 'academy' | 'days'> & { readonly member: AccountId },
  ) => Promise<Result<null, Refusal>>;
  /** False: nobody there bears this address with this role, nor waits to. */
  readonly followList: (tx: Tx, act: Act, one: ProposedStaff) => Promise<Result<boolean, Refusal>>;
  readonly ensureDemonstrationAccounts: (
    academy: string,
    portfolios: readonly string[],
    /** Of the addresses of its staff. */
    prefix?: string,
  ) => Promise<readonly DemonstrationAccount[]>;
  /** An invented candidate of a demonstration, with a password that is hashed already. */
  readonly createActivated: (
    candidate: { readonly address: string; readonly status: CivilStatus },
    hash: string,
  ) => Promise<AccountId>;
  /** By which a demonstration is toured. */
  readonly demonstration: DemonstrationDoor;
  /** For the nightly job: ended sessions and dead links. */
  readonly expired: Due;
  readonly neverActivated: typeof neverActivated;
  /** Tells those of whom that is so soon, each once. */
  readonly tellUnactivated: (of: Unactivated) => Promise<void>;
};

export function createAccounts(given: AccountsParts): Accounts {
  const { secret, evenMilliseconds = 150 } = given;
  const deps: AccountsDeps = { ...given, secret: accountSecret(secret), evenMilliseconds, hashing: createHashing() };
  const sessions = createSessions(deps);
  const guards = createGuards(sessions);
  const { chrome, policyAt, hostAt = () => null, home = HOMES, mailbox = null } = given;
  const relyingPartyAt = (visit: Visit): RelyingParty | null => relyingPartyOf(deps.publicUrl, hostAt(visit));
  const door: Door = { deps, sessions, guards, chrome, policyAt, relyingPartyAt, home, mailbox };
  return {
    routes: routesOf(door),
    guards,
    sessionOf: sessions.sessionOf,
    holdsSession: (visit) => sessions.tokenOf(visit) !== null,
    tokenOf: sessions.tokenOf,
    passwords: deps.hashing,
    toSignIn,
    findCandidate: async (on, id) => (isUuid(id) ? ((await findCandidates(on, [id]))[0] ?? null) : null),
    findCandidates,
    findByWhatIsSaid,
    accessOf: (on, owner) => accessOf(deps, on, owner),
    mailAccess: (tx, act, helped) => mailAccess(deps, tx, act, helped),
    forgetWrongTries: (tx, act, helped) => forgetWrongTries(deps, tx, act, helped),
    correctCivilStatus: (tx, act, id, status, version) => correctCivilStatus(deps, tx, act, id, status, version),
    lastRecovery,
    proposeRecovery,
    decideRecovery: (tx, act, order) => decideRecovery(deps, tx, act, order),
    openForCandidate: (tx, act, order) => openForCandidate(deps, tx, act, order),
    askedLetter,
    askAccessLetter,
    dropAccessLetter,
    makeAccessCode: (tx, act, order) => makeAccessCode(deps, tx, act, order),
    checkPassword: async (session, password) => {
      const checked = await checkCurrentPassword(deps, session, password);
      return checked.ok ? ok(null) : checked;
    },
    actCodes: createActCodes(deps),
    listStaff: findStaff,
    examinerAccount,
    createStaff: (tx, act, form, hash) => createStaff(deps, tx, act, form, hash),
    inviteStaff: (tx, act, form) => inviteStaff(deps, tx, act, form),
    changeStaff: (tx, act, id, change) => changeStaff(deps, tx, act, id, change),
    setStaffDisabled: (tx, act, academy, id, disabled) => setStaffDisabled(deps, tx, act, academy, id, disabled),
    proposeStaff: (tx, act, order, days) => proposeStaff(deps, tx, act, order, days),
    confirmStaff: (tx, act, decision) => confirmStaff(deps, tx, act, decision),
    dropStaff,
    proposalsFor,
    confirmAccess,
    followList: (tx, act, one) => followList(deps, tx, act, one),
    ensureDemonstrationAccounts: (academy, portfolios, prefix) =>
      ensureDemonstrationAccounts(deps, academy, portfolios, prefix),
    createActivated: (candidate, hash) => createActivated(deps, candidate, hash),
    demonstration: demonstrationDoor(door),
    expired,
    neverActivated,
    tellUnactivated: (of) => tellUnactivated(deps, of),
  };
}
