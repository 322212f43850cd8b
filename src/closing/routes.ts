import { h } from 'preact';
import { actBy } from '../accounts/index.ts';
import { candidateOfEnrolment, type EnrolmentDeps, type OwnEnrolment } from '../enrolment/index.ts';
import { type Reply, type Route, redirect, route, type Visit } from '../platform/http/visit.ts';
import { emptyForm, type FormState, parseForm, show, typedForm, withFault } from '../ui/index.ts';
import { writeObservations } from './actions/writeObservations.ts';
import { addresses } from './addresses.ts';
import { hearingOf } from './heard.ts';
import { ObservationsPage, observationForm } from './pages/observationsPage.tsx';
import { refusals } from './refusals.ts';
import { listObservations } from './store.ts';
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
  const [until, written, chrome] = await Promise.all([
    hearingOf(deps.db, enrolment, deps.clock.now()),
    listObservations(deps.db, enrolment.id),
    deps.chrome(visit, candidate, enrolment),
  ]);
  return show(
    h(ObservationsPage, {
      chrome,
      csrf: visit.csrf(),
      enrolmentId: enrolment.id,
      until,
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
