import { actBy } from '../accounts/index.ts';
import { type Reply, type Route, redirect, route, type Visit } from '../platform/http/visit.ts';
import { act, emptyForm, type Flash, type FormState, show } from '../ui/index.ts';
import { abandonChanges } from './actions/abandonChanges.ts';
import { declareDisabledWorker } from './actions/declareDisabledWorker.ts';
import { withdrawEnrolment } from './actions/withdrawEnrolment.ts';
import { addresses } from './addresses.ts';
import { ownDossier, refuse } from './answers.tsx';
import type { EnrolmentDeps } from './deps.ts';
import { disclosureRoutes } from './disclosureRoutes.tsx';
import { isLiving } from './enrolment.ts';
import { candidateOfEnrolment, type OwnEnrolment, writtenByCandidate } from './guards.ts';
import { WithdrawalPage, withdrawalField } from './pages/withdrawalPage.tsx';
import { refusals } from './refusals.ts';
import { textIn } from './steps/reading.ts';
import { writingRoutes } from './summaryRoutes.tsx';
import { unitRoutes } from './unitRoutes.tsx';

export function enrolmentRoutes(deps: EnrolmentDeps): readonly Route[] {
  const who = candidateOfEnrolment(deps);
  return [
    ...writingRoutes(deps, writtenByCandidate(deps), '/candidatures/:id'),
    route({
      method: 'POST',
      path: '/candidatures/:id/abandonner-modifications',
      who,
      note: "Le candidat dont c'est le dossier abandonne ses modifications non enregistrées.",
      handle: async (visit, { candidate, enrolment }) => {
        const done = await abandonChanges(deps, actBy(visit, candidate), enrolment.id, candidate.accountId);
        return done.ok
          ? redirect(addresses.hub(enrolment.id))
          : refuse(deps, visit, candidate, done.error, addresses.list);
      },
    }),
    route({
      method: 'GET',
      path: '/candidatures/:id/retrait',
      who,
      handle: (visit, own) => showWithdrawal(deps, visit, own),
    }),
    act({
      path: '/candidatures/:id/retrait',
      who,
      refusals,
      note: "Le candidat dont c'est le dossier retire son inscription, ou abandonne son brouillon.",
      fields: ({ enrolment }) => [withdrawalField(enrolment.number === null)],
      do: (_, { candidate, enrolment }, visit) => {
        const version = Number(textIn(visit.body, 'version') || Number.NaN);
        const order = { id: enrolment.id, candidateId: candidate.accountId, version };
        return withdrawEnrolment(deps, actBy(visit, candidate), order);
      },
      to: (_, { enrolment }) => `${addresses.list}?message=${enrolment.number === null ? 'abandonne' : 'retire'}`,
      again: (visit, own, state, status) => showWithdrawal(deps, visit, own, state, null, status),
      refused: (refusal, visit, own, _, status) =>
        refusal.code === 'written-elsewhere'
          ? showWithdrawal(deps, visit, own, emptyForm, { tone: 'warn', text: refusals.inWords(refusal) }, status)
          : refuse(deps, visit, own.candidate, refusal, addresses.list),
    }),
    ...disclosureRoutes(deps),
    ...unitRoutes(deps),
    route({
      method: 'POST',
      path: '/candidatures/:id/declaration',
      who,
      note: "Le candidat dont c'est le dossier se déclare travailleur handicapé, ou revient dessus.",
      handle: (visit, own) => declare(deps, visit, own),
    }),
  ];
}

async function showWithdrawal(
  deps: EnrolmentDeps,
  visit: Visit,
  own: OwnEnrolment,
  state: FormState = emptyForm,
  flash: Flash | null = null,
  status = 200,
): Promise<Reply> {
  if (!isLiving(own.enrolment)) return redirect(addresses.hub(own.enrolment.id));
  const node = (
    <WithdrawalPage
      chrome={await deps.chrome(visit, own.candidate, own.enrolment)}
      enrolment={own.enrolment}
      closesAt={ownDossier(deps, own).session.window.closesAt}
      now={deps.clock.now()}
      csrf={visit.csrf()}
      state={state}
      flash={flash}
    />
  );
  return show(node, status);
}

/** « J'ai ce statut », from *Mes justificatifs*: also after the closing, as long as the certificates are awaited. */
async function declare(deps: EnrolmentDeps, visit: Visit, { candidate, enrolment }: OwnEnrolment): Promise<Reply> {
  const done = await declareDisabledWorker(deps, actBy(visit, candidate), {
    id: enrolment.id,
    candidateId: candidate.accountId,
    declared: textIn(visit.body, 'reponse') === 'oui',
  });
  const list = `${addresses.hub(enrolment.id)}/justificatifs`;
  return done.ok ? redirect(list) : refuse(deps, visit, candidate, done.error, list);
}
