import { h } from 'preact';
import { actBy } from '../accounts/index.ts';
import { candidateOfEnrolment, type EnrolmentDeps, isRunning, type OwnEnrolment } from '../enrolment/index.ts';
import { type Guard, type Reply, type Route, reaching, redirect, route, type Visit } from '../platform/http/visit.ts';
import { isUuid } from '../platform/uuid.ts';
import { emptyForm, type FormState, parseForm, show, typedForm, withFault } from '../ui/index.ts';
import { answerHearing } from './actions/answerHearing.ts';
import { addresses } from './addresses.ts';
import type { Hearing } from './hearing.ts';
import { answerForm, OwnHearingPage } from './pages/ownPage.tsx';
import { refusals } from './refusals.ts';
import { findHearing, listAnswers } from './store.ts';
import { texts } from './texts.ts';

type OwnHearing = OwnEnrolment & { readonly hearing: Hearing };

/** The candidate's part. */
export function hearingRoutes(deps: EnrolmentDeps): readonly Route[] {
  const who = ofHearing(deps);
  const path = '/candidatures/:id/procedures/:hearing';
  return [
    route({ method: 'GET', path, who, handle: (visit, own) => showOwn(deps, visit, own) }),
    route({ method: 'POST', path, who, handle: (visit, own) => answer(deps, visit, own) }),
  ];
}

function ofHearing(deps: EnrolmentDeps): Guard<OwnHearing> {
  return reaching(candidateOfEnrolment(deps), 'a hearing', async (own, visit) => {
    const { hearing: id } = visit.params;
    const hearing = id !== undefined && isUuid(id) ? await findHearing(deps.db, own.enrolment.id, id) : null;
    return hearing === null ? null : { ...own, hearing };
  });
}

async function showOwn(
  deps: EnrolmentDeps,
  visit: Visit,
  { candidate, enrolment, hearing }: OwnHearing,
  state: FormState = emptyForm,
  status = 200,
): Promise<Reply> {
  const [written, chrome] = await Promise.all([
    listAnswers(deps.db, hearing.id),
    deps.chrome(visit, candidate, enrolment),
  ]);
  const isOver = Temporal.Instant.compare(deps.clock.now(), hearing.until) >= 0;
  return show(
    h(OwnHearingPage, {
      chrome,
      csrf: visit.csrf(),
      hearing,
      open: hearing.outcome === null && !isOver && isRunning(enrolment),
      written,
      state,
      flash: visit.query.message === 'enregistree' ? { tone: 'ok', text: texts.own.done } : null,
    }),
    status,
  );
}

async function answer(deps: EnrolmentDeps, visit: Visit, own: OwnHearing): Promise<Reply> {
  const read = parseForm(answerForm, visit.body);
  if (!read.ok) return showOwn(deps, visit, own, read.error, 422);
  const { enrolment, candidate, hearing } = own;
  const done = await answerHearing(deps, actBy(visit, candidate), {
    id: enrolment.id,
    candidateId: candidate.accountId,
    hearingId: hearing.id,
    words: read.value.reponse,
  });
  if (done.ok) return redirect(`${addresses.own(enrolment.id, hearing.id)}?message=enregistree`);
  const state = withFault(typedForm(answerForm, visit.body), null, refusals.inWords(done.error));
  return showOwn(deps, visit, own, state, refusals.status(done.error));
}
