import { randomUUID } from 'node:crypto';
import { actBy, noticeAgreementOf, noticeOffer } from '../accounts/index.ts';
import { idempotencyKey } from '../platform/http/once.ts';
import { type Reply, type Route, redirect, route, type Visit } from '../platform/http/visit.ts';
import { emptyForm, type Flash, type FormState, parseForm, show, typedIn, withFault } from '../ui/index.ts';
import { abandonChanges } from './actions/abandonChanges.ts';
import { declareDisabledWorker } from './actions/declareDisabledWorker.ts';
import { type Registered, registerEnrolment } from './actions/registerEnrolment.ts';
import { withdrawEnrolment } from './actions/withdrawEnrolment.ts';
import { addresses } from './addresses.ts';
import { civilStatusLines, ownDossier, refuse } from './answers.tsx';
import { officersToAsk } from './contacts.ts';
import type { EnrolmentDeps } from './deps.ts';
import { disclosureRoutes } from './disclosureRoutes.tsx';
import { isLiving, stampOf } from './enrolment.ts';
import { candidateOfEnrolment, momentOf, type OwnEnrolment } from './guards.ts';
import { REASONS_READ, RecapitulatifPage, reserveField } from './pages/recapitulatifPage.tsx';
import { WithdrawalPage, withdrawalField } from './pages/withdrawalPage.tsx';
import { refusals } from './refusals.ts';
import { reserveAhead } from './reserve.ts';
import { completeReview, reviewAnswers } from './review.ts';
import { refuseChange } from './rules/changes.ts';
import { stepRoutes } from './stepRoutes.tsx';
import { lockedForm } from './steps/qualification/questions.ts';
import { textIn } from './steps/reading.ts';
import { placeOf } from './steps/steps.ts';
import { findOwnEnrolment } from './store.ts';
import { changedLines, ownSummaryOf } from './summary.ts';
import { texts } from './texts.ts';
import { unitRoutes } from './unitRoutes.tsx';

export function enrolmentRoutes(deps: EnrolmentDeps): readonly Route[] {
  const who = candidateOfEnrolment(deps);
  return [
    ...stepRoutes(deps),
    route({
      method: 'GET',
      path: '/candidatures/:id/recapitulatif',
      who,
      handle: (visit, own) => showSummary(deps, visit, own),
    }),
    route({
      method: 'POST',
      path: '/candidatures/:id/recapitulatif',
      who,
      handle: (visit, own) => register(deps, visit, own),
    }),
    route({
      method: 'POST',
      path: '/candidatures/:id/abandonner-modifications',
      who,
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
    route({
      method: 'POST',
      path: '/candidatures/:id/retrait',
      who,
      handle: (visit, own) => withdraw(deps, visit, own),
    }),
    ...disclosureRoutes(deps),
    ...unitRoutes(deps),
    route({
      method: 'POST',
      path: '/candidatures/:id/declaration',
      who,
      handle: (visit, own) => declare(deps, visit, own),
    }),
  ];
}

/** What the hub says of an *Enregistrer*. */
function messageOf({ changed, onlyHealth }: Registered): string {
  if (changed) return 'enregistre';
  return onlyHealth === true ? 'enregistre-sans-signer' : 'inchange';
}

async function showSummary(
  deps: EnrolmentDeps,
  visit: Visit,
  own: OwnEnrolment,
  flash: Flash | null = null,
  status = 200,
  state: FormState = emptyForm,
): Promise<Reply> {
  const { candidate, enrolment } = own;
  const dossier = ownDossier(deps, own);
  const reviewed = reviewAnswers(dossier);
  const review = completeReview(reviewed);
  if (review === null) return redirect(`${addresses.step(enrolment.id, reviewed.next)}?ordre=1`);
  const registered =
    enrolment.number === null ? null : completeReview(reviewAnswers(ownDossier(deps, own, 'registered')));
  const blocks = ownSummaryOf(dossier, review);
  return show(
    <RecapitulatifPage
      chrome={await deps.chrome(visit, candidate, enrolment)}
      place={placeOf(dossier.exam, 'recapitulatif')}
      enrolment={enrolment}
      civilStatus={civilStatusLines(candidate)}
      blocks={blocks}
      changes={
        registered === null
          ? new Map()
          : changedLines(ownSummaryOf(ownDossier(deps, own, 'registered'), registered), blocks)
      }
      ahead={await reserveAhead(deps.db, enrolment, dossier, review)}
      contacts={officersToAsk(dossier)}
      freeForm={lockedForm(dossier, review.informations) === null}
      state={state}
      shut={refuseChange(enrolment, dossier.session.window, momentOf(deps, visit))}
      csrf={visit.csrf()}
      idempotencyKey={randomUUID()}
      stamp={stampOf(dossier.answers)}
      notice={(await noticeAgreementOf(deps.db, candidate.accountId)) === null ? 'offered' : 'accepted'}
      flash={flash}
    />,
    status,
  );
}

async function register(deps: EnrolmentDeps, visit: Visit, own: OwnEnrolment): Promise<Reply> {
  const { candidate, enrolment } = own;
  const order = {
    id: enrolment.id,
    candidateId: candidate.accountId,
    stamp: textIn(visit.body, 'version'),
    reserveRead: parseForm([reserveField], visit.body).ok ? textIn(visit.body, REASONS_READ).split(' ') : null,
    key: idempotencyKey(visit.body.cle),
    noticeAccepted: visit.body[noticeOffer.name] !== undefined,
  };
  const done = await registerEnrolment(deps, actBy(visit, candidate), order);
  if (done.ok) return redirect(`${addresses.hub(enrolment.id)}?message=${messageOf(done.value)}`);
  if (done.error.code === 'incomplete')
    return redirect(`${addresses.step(enrolment.id, reviewAnswers(ownDossier(deps, own)).next)}?ordre=1`);
  if (done.error.code === 'reserve-unread') {
    const unread = withFault(
      { typed: typedIn([noticeOffer], visit.body), faults: [] },
      reserveField.name,
      texts.reserve.unread,
    );
    return showSummary(deps, visit, own, null, refusals.status({ code: 'reserve-unread' }), unread);
  }
  if (done.error.code === 'written-elsewhere')
    return showSummary(
      deps,
      visit,
      await readAgain(deps, own),
      { tone: 'warn', text: refusals.inWords(done.error) },
      refusals.status(done.error),
    );
  return refuse(deps, visit, candidate, done.error, addresses.hub(enrolment.id));
}

/** As it stands now that somebody else was found to have written. */
async function readAgain(deps: EnrolmentDeps, own: OwnEnrolment): Promise<OwnEnrolment> {
  const { candidate, enrolment } = own;
  return { candidate, enrolment: (await findOwnEnrolment(deps.db, enrolment.id, candidate.accountId)) ?? enrolment };
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

async function withdraw(deps: EnrolmentDeps, visit: Visit, own: OwnEnrolment): Promise<Reply> {
  const { candidate, enrolment } = own;
  const confirmed = parseForm([withdrawalField(enrolment.number === null)], visit.body);
  if (!confirmed.ok)
    return showWithdrawal(deps, visit, own, confirmed.error, null, refusals.status({ code: 'confirm-withdrawal' }));
  const version = Number(textIn(visit.body, 'version') || Number.NaN);
  const order = { id: enrolment.id, candidateId: candidate.accountId, version };
  const done = await withdrawEnrolment(deps, actBy(visit, candidate), order);
  if (done.ok) return redirect(`${addresses.list}?message=${enrolment.number === null ? 'abandonne' : 'retire'}`);
  if (done.error.code !== 'written-elsewhere') return refuse(deps, visit, candidate, done.error, addresses.list);
  const flash: Flash = { tone: 'warn', text: refusals.inWords(done.error) };
  return showWithdrawal(deps, visit, await readAgain(deps, own), emptyForm, flash, refusals.status(done.error));
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
