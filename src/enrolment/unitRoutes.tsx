import { actBy } from '../accounts/index.ts';
import { type Reply, type Route, redirect, route, type Visit } from '../platform/http/visit.ts';
import { emptyForm, type FormState, parseForm, show, withFault } from '../ui/index.ts';
import { answerUnits } from './actions/completeUnits.ts';
import { addresses } from './addresses.ts';
import type { EnrolmentDeps } from './deps.ts';
import { candidateOfEnrolment, type OwnEnrolment } from './guards.ts';
import { completedFile, unitBlocks } from './openCompletion.ts';
import { UNITS_ANSWERS, UnitsPage, wrongField } from './pages/unitsPage.tsx';
import { refusals } from './refusals.ts';
import { readRegistered } from './registeredFile.ts';
import { textIn } from './steps/reading.ts';
import { lastCompletion } from './store/completions.ts';

/** The candidate reads the units that an officer completed, and says whether they are right: whenever they like, also after the closing. */
export function unitRoutes(deps: EnrolmentDeps): readonly Route[] {
  const who = candidateOfEnrolment(deps);
  const path = '/candidatures/:id/unites';
  return [
    route({ method: 'GET', path, who, handle: (visit, own) => showUnits(deps, visit, own) }),
    route({ method: 'POST', path, who, handle: (visit, own) => answer(deps, visit, own) }),
  ];
}

async function showUnits(
  deps: EnrolmentDeps,
  visit: Visit,
  { candidate, enrolment }: OwnEnrolment,
  state: FormState = emptyForm,
  status = 200,
): Promise<Reply> {
  const completion = await lastCompletion(deps.db, enrolment);
  const before = readRegistered(deps.catalogue(), enrolment, candidate.candidate);
  const stands = completion?.state === 'proposed' && completion.version === enrolment.version;
  const after = stands && before !== null ? completedFile(before, completion) : null;
  return show(
    <UnitsPage
      chrome={await deps.chrome(visit, candidate, enrolment)}
      csrf={visit.csrf()}
      flash={null}
      enrolment={enrolment}
      completion={completion}
      before={unitBlocks(before)}
      after={unitBlocks(after)}
      state={state}
    />,
    status,
  );
}

async function answer(deps: EnrolmentDeps, visit: Visit, own: OwnEnrolment): Promise<Reply> {
  const { candidate, enrolment } = own;
  const contests = textIn(visit.body, 'reponse') !== UNITS_ANSWERS.confirm;
  const read = contests ? parseForm([wrongField], visit.body) : null;
  if (read?.ok === false) return showUnits(deps, visit, own, read.error, 422);
  const done = await answerUnits(deps, actBy(visit, candidate), {
    id: enrolment.id,
    candidateId: candidate.accountId,
    completion: textIn(visit.body, 'liste'),
    words: read === null ? null : read.value.inexact,
  });
  if (done.ok) return redirect(addresses.units(enrolment.id));
  const typed = { [wrongField.name]: textIn(visit.body, wrongField.name) };
  const state = withFault({ typed, faults: [] }, null, refusals.inWords(done.error));
  return showUnits(deps, visit, own, state, refusals.status(done.error));
}
