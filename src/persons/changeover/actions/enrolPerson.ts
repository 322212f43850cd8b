import type { AccountId, AccountRefusal, CivilStatus } from '../../../accounts/index.ts';
import type { Catalogue } from '../../../catalogue/index.ts';
import {
  beginOnPaper,
  type EnrolmentId,
  type EnrolmentRefusal,
  findEnrolmentOf,
  isLiving,
  lastEntry,
  listOwnEnrolments,
  openEntry,
  subjectOf,
} from '../../../enrolment/index.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { transact } from '../../../platform/database/transact.ts';
import { onceAccepted } from '../../../platform/http/once.ts';
import { type Act, record } from '../../../platform/journal.ts';
import { ok, type Result, refuse } from '../../../platform/result.ts';
import { parisDay } from '../../../platform/time.ts';
import { type Scope, visibleEnrolment } from '../../../scope/index.ts';
import type { PersonDeps } from '../../deps.ts';
import { changeoverTexts } from '../changeoverTexts.ts';
import { categoryNamed } from '../rules/readList.ts';
import { settleLine } from '../store/imports.ts';
import { type CarriedPerson, lockPerson } from '../store/lines.ts';

export type PersonOrder = {
  readonly scope: Scope;
  readonly line: string;
  readonly officerId: string;
  /** Who they are, as the officer read it; null: go on with what was begun from this line. */
  readonly person: {
    readonly status: CivilStatus;
    readonly address: string | null;
    /** The account that is theirs already, as the officer says; null: a new one is opened. */
    readonly account: AccountId | null;
  } | null;
  readonly key: string | null;
};
/** `typing`: the steps are open to this officer; else they are registered here, and their file says it all. */
export type PersonEnrolled = { readonly id: EnrolmentId; readonly typing: boolean };
export type PersonRefusal =
  | { readonly code: 'person-gone' }
  | { readonly code: 'account'; readonly why: AccountRefusal }
  | { readonly code: 'entry'; readonly why: EnrolmentRefusal };

type Enrolled = Result<PersonEnrolled, PersonRefusal>;

/**
 * Opens the enrolment of somebody of a list: account, draft and entry exist together or not at all, with what the list says and nothing
 * else. One line is one enrolment, whoever asks and how often: who comes second goes on with it, or reads who has it.
 */
export function enrolPerson(
  deps: Pick<PersonDeps, 'db' | 'catalogue' | 'accounts'>,
  act: Act,
  order: PersonOrder,
): Promise<Enrolled> {
  const { line, key, officerId: owner, person } = order;
  return transact<PersonEnrolled, PersonRefusal>(deps.db, (tx) =>
    onceAccepted<PersonEnrolled, PersonRefusal>(
      tx,
      { key, owner, purpose: `changeover ${line}`, content: person },
      () => enrol(deps, tx, act, order),
    ),
  );
}

async function enrol(
  deps: Pick<PersonDeps, 'catalogue' | 'accounts'>,
  tx: Tx,
  act: Act,
  { scope, line, officerId, person }: PersonOrder,
): Promise<Enrolled> {
  const { academy } = scope;
  const carried = await lockPerson(tx, scope, line);
  if (carried === null) return refuse({ code: 'person-gone' });
  const own = carried.enrolmentId === null ? null : await findEnrolmentOf(tx, academy, carried.enrolmentId);
  if (own !== null && own.number !== null) return ok({ id: own.id, typing: false });
  if (own === null || !isLiving(own)) {
    if (person === null) return refuse({ code: 'person-gone' });
    const registered = person.account === null ? null : await registeredAs(tx, person.account, carried.session);
    if (registered !== null) {
      if ((await visibleEnrolment(tx, scope, registered)) === null)
        return refuse({ code: 'entry', why: { code: 'already-enrolled' } });
      await join(tx, act, carried, registered, { academy, officerId });
      return ok({ id: registered, typing: false });
    }
  }
  const begun = own !== null && isLiving(own) ? ok(own.id) : await begin(deps, tx, act, { academy, carried, person });
  if (!begun.ok) return begun;
  const id = begun.value;
  if (id !== own?.id) await join(tx, act, carried, id, { academy, officerId });
  const open = await lastEntry(tx, id);
  if (open?.endedAt === null && open.officerId === officerId) return ok({ id, typing: true });
  const receivedOn = parisDay(carried.importedAt);
  const words = changeoverTexts.entry(carried);
  const opened = await openEntry(deps, tx, act, { id, academy, officerId, way: 'carried', receivedOn, words });
  return opened.ok ? ok({ id, typing: true }) : refuse({ code: 'entry', why: opened.error });
}

async function begin(
  deps: Pick<PersonDeps, 'catalogue' | 'accounts'>,
  tx: Tx,
  act: Act,
  {
    academy,
    carried,
    person,
  }: { readonly academy: string; readonly carried: CarriedPerson } & Pick<PersonOrder, 'person'>,
): Promise<Result<EnrolmentId, PersonRefusal>> {
  if (person === null) return refuse({ code: 'person-gone' });
  const { status, address, account } = person;
  const opened =
    account === null ? await deps.accounts.openForCandidate(tx, act, { academy, status, address }) : ok(account);
  if (!opened.ok) return refuse({ code: 'account', why: opened.error });
  const begun = await beginOnPaper(deps, tx, act, opened.value, carried.session, knownOf(deps.catalogue(), carried));
  return begun.ok ? begun : refuse({ code: 'entry', why: begun.error });
}

/** The category of the rules whose name is the list's; the speciality by its code. */
function knownOf(catalogue: Catalogue, { session, category, speciality }: CarriedPerson) {
  const exam = catalogue.exam(catalogue.session(session)?.exam ?? '');
  return { category: categoryNamed(category, exam?.categories ?? []), speciality };
}

/** A running enrolment of that session, with its number. */
async function registeredAs(tx: Tx, account: AccountId, session: string): Promise<EnrolmentId | null> {
  const own = await listOwnEnrolments(tx, account);
  return own.find((one) => one.session === session && one.number !== null && isLiving(one))?.id ?? null;
}

async function join(
  tx: Tx,
  act: Act,
  { id: line, number }: CarriedPerson,
  enrolmentId: EnrolmentId,
  { academy, officerId }: { readonly academy: string; readonly officerId: string },
): Promise<void> {
  await settleLine(tx, line, enrolmentId, officerId);
  const enrolment = await findEnrolmentOf(tx, academy, enrolmentId);
  if (enrolment !== null) await record(tx, act, 'changeover.joined', subjectOf(enrolment), { enrolmentId, number });
}
