import { actBy } from '../accounts/index.ts';
import { type Reply, type Route, route, type Visit } from '../platform/http/visit.ts';
import { act, emptyForm, type FormState, show } from '../ui/index.ts';
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
    act({
      path,
      who,
      refusals,
      note: "Le candidat dont c'est le dossier dit si les unités que le bureau a complétées sont les siennes.",
      fields: (_, { body }) => (textIn(body, 'reponse') === UNITS_ANSWERS.confirm ? [] : [wrongField]),
      do: ({ inexact: words = null }, { candidate, enrolment: { id } }, visit) => {
        const order = { id, candidateId: candidate.accountId, completion: textIn(visit.body, 'liste'), words };
        return answerUnits(deps, actBy(visit, candidate), order);
      },
      to: (_, { enrolment }) => addresses.units(enrolment.id),
      again: (...shown) => showUnits(deps, ...shown),
    }),
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
