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
import { type Reply, type Route, route, type Visit } from '../../../platform/http/visit.ts';
import { parisDay } from '../../../platform/time.ts';
import { deskAddresses, type FileAtDesk, fileAtDesk, peopleOf } from '../../../scope/index.ts';
import { act, acts, emptyForm, type FormState, rule, type ShownAgain, show } from '../../../ui/index.ts';
import { decideRecovery, proposeRecovery } from '../../actions/recoverAddress.ts';
import type { PersonDeps } from '../../deps.ts';
import { addressTexts as say } from '../addressTexts.ts';
import { ADDRESS_ACTS, AddressPage, recoveryFields } from '../pages/addressPage.tsx';

export function addressRoutes(deps: PersonDeps): readonly Route[] {
  const who = fileAtDesk(deps);
  const path = '/gestion/dossiers/:id/adresse';
  const page = {
    path,
    who,
    refusals: { ...accountRefusals, fieldOf },
    again: (...shown: ShownAgain<FileAtDesk>) => showAddress(deps, ...shown),
  };
  const decided = (step: 'approve' | 'drop', note: string): Route =>
    act({
      ...page,
      note,
      fields: [],
      do: (_, at, visit) => {
        const order = { step, recovery: String(visit.body.changement ?? '') };
        return decideRecovery(deps, actBy(visit, at.staff), at, order);
      },
      to: (_, { enrolment }) =>
        deskAddresses.file(enrolment.id, { message: step === 'approve' ? 'adresse-approuvee' : 'adresse-arretee' }),
    });
  return [
    route({ method: 'GET', path, who, handle: (visit, at) => showAddress(deps, visit, at) }),
    acts(
      'acte',
      {
        [ADDRESS_ACTS.approve]: decided('approve', "Une autre personne approuve la nouvelle adresse d'un candidat."),
        [ADDRESS_ACTS.drop]: decided(
          'drop',
          "Un gestionnaire du dossier, ou le chef de bureau, arrête le changement d'adresse.",
        ),
      },
      act({
        ...page,
        note: 'Un gestionnaire du dossier, ou le chef de bureau, propose une adresse au candidat qui a perdu la sienne, sur preuve.',
        fields: recoveryFields,
        rules: () => [...sameAddressRules, ...seenRules(parisDay(deps.clock.now()))],
        do: ({ address, proof, seenOn }, at, visit) => {
          const order = { address, proof, seenOn, key: idempotencyKey(visit.body.cle) };
          return proposeRecovery(deps, actBy(visit, at.staff), at, order);
        },
        to: (_, { enrolment }) => deskAddresses.file(enrolment.id, { message: 'adresse-proposee' }),
      }),
    ),
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

function fieldOf({ code }: Pick<AccountRefusal, 'code'>): string | null {
  return code === 'recovery-same-address' || code === 'address-taken' ? 'address' : null;
}
