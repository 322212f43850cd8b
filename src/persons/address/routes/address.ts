import { randomUUID } from 'node:crypto';
import { h } from 'preact';
import {
  type AccountRefusal,
  accountRefusals,
  actBy,
  addressInWords,
  PROOF_DAYS,
  personName,
  sameAddressRules,
  whyNotSecond,
} from '../../../accounts/index.ts';
import { idempotencyKey } from '../../../platform/http/once.ts';
import { type Reply, type Route, redirect, route, type Visit } from '../../../platform/http/visit.ts';
import { parisDay } from '../../../platform/time.ts';
import type { FileAtDesk } from '../../../scope/index.ts';
import { deskAddresses, fileAtDesk, peopleOf } from '../../../scope/index.ts';
import { emptyForm, type FormState, parseForm, rule, show, typedForm, withFault } from '../../../ui/index.ts';
import { decideRecovery, proposeRecovery } from '../../actions/recoverAddress.ts';
import type { PersonDeps } from '../../deps.ts';
import { addressTexts as say } from '../addressTexts.ts';
import { ADDRESS_ACTS, AddressPage, recoveryFields } from '../pages/addressPage.tsx';

export function addressRoutes(deps: PersonDeps): readonly Route[] {
  const who = fileAtDesk(deps);
  const path = '/gestion/dossiers/:id/adresse';
  return [
    route({ method: 'GET', path, who, handle: (visit, at) => showAddress(deps, visit, at) }),
    route({ method: 'POST', path, who, handle: (visit, at) => changeAddress(deps, visit, at) }),
  ];
}

/** A proof is seen before it is typed in, and lately. */
function seenRules(today: Temporal.PlainDate) {
  return [
    rule<{ readonly seenOn: Temporal.PlainDate }>(['seenOn'], ({ seenOn }) => {
      const days = seenOn.until(today, { largestUnit: 'day' }).days;
      if (days < 0) return { field: 'seenOn', message: say.fields.future };
      return days > PROOF_DAYS ? { field: 'seenOn', message: say.fields.old(PROOF_DAYS) } : null;
    }),
  ];
}

async function showAddress(
  deps: PersonDeps,
  visit: Visit,
  at: FileAtDesk,
  state: FormState = emptyForm,
  status = 200,
): Promise<Reply> {
  const { enrolment, candidate, staff, scope } = at;
  const [members, recovery] = await Promise.all([
    deps.accounts.listStaff(deps.db, scope.academy),
    deps.accounts.lastRecovery(deps.db, enrolment.academy, candidate.accountId),
  ]);
  const days = deps.catalogue().installation().secondPersonDays;
  return show(
    h(AddressPage, {
      ...(await deps.frame(visit, staff)),
      enrolmentId: enrolment.id,
      number: enrolment.number ?? '',
      name: personName(candidate),
      address: addressInWords(candidate),
      people: peopleOf(members, staff.accountId),
      recovery: isOver(recovery, deps.clock.now())
        ? { ...recovery, state: 'lapsed', endedAt: recovery.endsAt }
        : recovery,
      own:
        recovery !== null &&
        (await whyNotSecond(deps.db, { by: staff.accountId, wrote: [recovery.proposedBy], days })) !== null,
      idempotencyKey: randomUUID(),
      state,
    }),
    status,
  );
}

type Found = Awaited<ReturnType<PersonDeps['accounts']['lastRecovery']>>;

/** Approved, and its link no longer serves. */
function isOver(recovery: Found, now: Temporal.Instant): recovery is NonNullable<Found> {
  const ends = recovery?.state === 'approved' ? recovery.endsAt : null;
  return ends !== null && Temporal.Instant.compare(ends, now) <= 0;
}

async function changeAddress(deps: PersonDeps, visit: Visit, at: FileAtDesk): Promise<Reply> {
  const step =
    visit.body.acte === ADDRESS_ACTS.approve ? 'approve' : visit.body.acte === ADDRESS_ACTS.drop ? 'drop' : null;
  if (step === null) return propose(deps, visit, at);
  const order = { step, recovery: String(visit.body.changement ?? '') } as const;
  const done = await decideRecovery(deps, actBy(visit, at.staff), at, order);
  if (!done.ok) return refused(deps, visit, at, emptyForm, done.error);
  const message = step === 'approve' ? 'adresse-approuvee' : 'adresse-arretee';
  return redirect(deskAddresses.file(at.enrolment.id, { message }));
}

async function propose(deps: PersonDeps, visit: Visit, at: FileAtDesk): Promise<Reply> {
  const rules = [...sameAddressRules, ...seenRules(parisDay(deps.clock.now()))];
  const read = parseForm(recoveryFields, visit.body, rules);
  if (!read.ok) return showAddress(deps, visit, at, read.error, 422);
  const { address, proof, seenOn } = read.value;
  const order = { address, proof, seenOn, key: idempotencyKey(visit.body.cle) };
  const done = await proposeRecovery(deps, actBy(visit, at.staff), at, order);
  if (done.ok) return redirect(deskAddresses.file(at.enrolment.id, { message: 'adresse-proposee' }));
  return refused(deps, visit, at, typedForm(recoveryFields, visit.body), done.error);
}

function refused(
  deps: PersonDeps,
  visit: Visit,
  at: FileAtDesk,
  state: FormState,
  refusal: AccountRefusal,
): Promise<Reply> {
  const field = refusal.code === 'recovery-same-address' || refusal.code === 'address-taken' ? 'address' : null;
  const faulty = withFault(state, field, accountRefusals.inWords(refusal));
  return showAddress(deps, visit, at, faulty, accountRefusals.status(refusal));
}
