import { randomUUID } from 'node:crypto';
import { h } from 'preact';
import { accountId, actBy, addressInWords, CIVIL_STATUS, personName } from '../../../accounts/index.ts';
import { listOpenDrafts } from '../../../enrolment/index.ts';
import { LARGEST_SENT } from '../../../keptFiles/index.ts';
import { pick } from '../../../platform/database/columns.ts';
import { idempotencyKey } from '../../../platform/http/once.ts';
import { type Reply, type Route, redirect, route, type Visit } from '../../../platform/http/visit.ts';
import { parisDay } from '../../../platform/time.ts';
import { type AtDesk, atDesk, nameOfSession, sessionName } from '../../../scope/index.ts';
import {
  type Body,
  emptyForm,
  type FormState,
  type Option,
  parseForm,
  show,
  typedForm,
  withFault,
} from '../../../ui/index.ts';
import { enrolOnPaper } from '../../actions/typeForCandidate.ts';
import { addresses as personAddresses } from '../../addresses.ts';
import type { PersonDeps } from '../../deps.ts';
import { listSameName } from '../../store/sameName.ts';
import { PaperPage, sessionField } from '../pages/paperPage.tsx';
import { askedFields } from '../pages/typingPage.tsx';
import { accountField, mailField, OTHER_PERSON, statusFields } from '../pages/whoFields.tsx';
import { paperTexts as say } from '../paperTexts.ts';
import { askedOf, dayRules } from './asked.ts';
import { typingFault } from './typingFault.ts';

/** An enrolment that came on paper: its account and its draft, then the same steps. */
export function paperRoutes(deps: PersonDeps): readonly Route[] {
  const who = atDesk(deps);
  const path = '/gestion/inscrire';
  return [
    route({ method: 'GET', path, who, handle: (visit, at) => showForm(deps, visit, at) }),
    route({
      method: 'POST',
      path,
      who,
      upload: true,
      note: 'Un gestionnaire, ou le chef de bureau, inscrit une personne qui le demande sur papier, avec la preuve de sa demande.',
      handle: (visit, at) => enrol(deps, visit, at),
    }),
  ];
}

/** Of this academy, begun, and whose papers can still be corrected. */
export function sessionsToType(
  deps: Pick<PersonDeps, 'catalogue' | 'clock'>,
  { scope }: Pick<AtDesk, 'scope'>,
): readonly Option[] {
  const now = deps.clock.now();
  return deps
    .catalogue()
    .sessions()
    .filter(({ academy }) => academy === scope.academy)
    .filter(({ window }) => Temporal.Instant.compare(window.opensAt, now) <= 0)
    .filter(({ lastCorrectionAt }) => Temporal.Instant.compare(now, lastCorrectionAt) < 0)
    .map((session) => ({ value: session.code, label: sessionName(deps.catalogue(), session) }));
}

async function showForm(
  deps: PersonDeps,
  visit: Visit,
  at: AtDesk,
  state: FormState = emptyForm,
  accounts: readonly Option[] = [],
  status = 200,
): Promise<Reply> {
  const { staff, scope } = at;
  const open = await listOpenDrafts(deps.db, scope.academy, staff.accountId);
  const people = await deps.accounts.findCandidates(
    deps.db,
    open.map(({ candidateId }) => accountId(candidateId)),
  );
  const names = new Map<string, string>(people.map((one) => [one.accountId, personName(one)]));
  return show(
    h(PaperPage, {
      ...(await deps.frame(visit, staff)),
      sessions: sessionsToType(deps, at),
      accounts,
      drafts: open.map(({ id, candidateId, session, openedAt }) => ({
        id,
        name: names.get(candidateId) ?? '',
        session: nameOfSession(deps.catalogue(), session),
        openedAt,
      })),
      state,
      idempotencyKey: randomUUID(),
    }),
    status,
  );
}

async function enrol(deps: PersonDeps, visit: Visit, at: AtDesk): Promise<Reply> {
  const { staff, scope } = at;
  const { fields, file } = await visit.upload({ bytes: LARGEST_SENT });
  const session = sessionField(sessionsToType(deps, at));
  const all = [session, ...statusFields, mailField, ...askedFields] as const;
  const typed = (): FormState => typedForm([...all, accountField([])], fields);
  const opensAt = deps.catalogue().session(String(fields.session))?.window.opensAt ?? null;
  const read = parseForm(all, fields, dayRules(parisDay(deps.clock.now()), opensAt));
  const again = (state: FormState, accounts: readonly Option[], code: number): Promise<Reply> => {
    file?.content.resume();
    return showForm(deps, visit, at, { ...state, typed: typed().typed }, accounts, code);
  };
  if (!read.ok) return again(read.error, [], 422);
  const person = pick(CIVIL_STATUS, read.value);
  const same = await listSameName(deps.db, person);
  const accounts = accountOptions(same);
  const chosen = accountIn(fields, accounts);
  if (accounts.length > 0 && chosen === null)
    return again(withFault(typed(), 'compte', say.found.missing), accounts, 422);
  const done = await enrolOnPaper(deps, actBy(visit, staff), {
    academy: scope.academy,
    session: read.value.session,
    status: person,
    address: read.value.address,
    account: chosen === null || chosen === OTHER_PERSON ? null : accountId(chosen),
    entry: askedOf(read.value, staff.accountId),
    file,
    key: idempotencyKey(fields.cle),
  });
  if (done.ok) return redirect(personAddresses.typing(done.value, 'identification'));
  const { fault, status: code } = typingFault(done.error);
  return showForm(deps, visit, at, { typed: typed().typed, faults: [fault] }, accounts, code);
}

/** Accounts that may be somebody's already. */
export function accountOptions(same: Awaited<ReturnType<typeof listSameName>>): readonly Option[] {
  return same.map((one) => ({
    value: one.id,
    label: say.found.account(personName(one), veiled(addressInWords(one))),
  }));
}

/** The one that was chosen; null: none. */
export function accountIn(fields: Body, accounts: readonly Option[]): string | null {
  const asked = fields.compte;
  return typeof asked === 'string' && (asked === OTHER_PERSON || accounts.some(({ value }) => value === asked))
    ? asked
    : null;
}

/** Enough for its owner to know it, and no more: an officer reads the whole address on a file of theirs. */
function veiled(address: string): string {
  return address.replace(/^(.).*(@.*)$/, '$1…$2');
}
