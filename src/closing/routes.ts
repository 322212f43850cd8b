import { h } from 'preact';
import { actBy } from '../accounts/index.ts';
import { candidateOfEnrolment, type EnrolmentDeps, isRunning, type OwnEnrolment } from '../enrolment/index.ts';
import { type Reply, type Route, redirect, route, type Visit } from '../platform/http/visit.ts';
import { emptyForm, type FormState, parseForm, show, typedForm, withFault } from '../ui/index.ts';
import { writeObservations } from './actions/writeObservations.ts';
import { addresses } from './addresses.ts';
import { ObservationsPage, observationForm } from './pages/observationsPage.tsx';
import { refusals } from './refusals.ts';
import { listObservations, listRegularisations } from './store.ts';
import { texts } from './texts.ts';

/** The candidate's part of the closing. */
export function closingRoutes(deps: EnrolmentDeps): readonly Route[] {
  const who = candidateOfEnrolment(deps);
  const path = '/candidatures/:id/observations';
  return [
    route({ method: 'GET', path, who, handle: (visit, own) => showObservations(deps, visit, own) }),
    route({ method: 'POST', path, who, handle: (visit, own) => write(deps, visit, own) }),
  ];
}

async function showObservations(
  deps: EnrolmentDeps,
  visit: Visit,
  { candidate, enrolment }: OwnEnrolment,
  state: FormState = emptyForm,
  status = 200,
): Promise<Reply> {
  const [invitations, written, chrome] = await Promise.all([
    listRegularisations(deps.db, [enrolment.id]),
    listObservations(deps.db, enrolment.id),
    deps.chrome(visit, candidate, enrolment),
  ]);
  const [last] = invitations;
  const isOpen =
    last !== undefined && isRunning(enrolment) && Temporal.Instant.compare(deps.clock.now(), last.until) < 0;
  return show(
    h(ObservationsPage, {
      chrome,
      csrf: visit.csrf(),
      enrolmentId: enrolment.id,
      until: isOpen ? last.until : null,
      written,
      state,
      flash: visit.query.message === 'enregistrees' ? { tone: 'ok', text: texts.observations.done } : null,
    }),
    status,
  );
}

async function write(deps: EnrolmentDeps, visit: Visit, own: OwnEnrolment): Promise<Reply> {
  const read = parseForm(observationForm, visit.body);
  if (!read.ok) return showObservations(deps, visit, own, read.error, 422);
  const done = await writeObservations(deps, actBy(visit, own.candidate), {
    id: own.enrolment.id,
    candidateId: own.candidate.accountId,
    words: read.value.observations,
  });
  if (done.ok) return redirect(`${addresses.observations(own.enrolment.id)}?message=enregistrees`);
  const state = withFault(typedForm(observationForm, visit.body), null, refusals.inWords(done.error));
  return showObservations(deps, visit, own, state, refusals.status(done.error));
}
