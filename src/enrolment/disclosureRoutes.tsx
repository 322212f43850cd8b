import { actBy } from '../accounts/index.ts';
import { type Reply, type Route, redirect, route, type Visit } from '../platform/http/visit.ts';
import { type Flash, parseForm, show } from '../ui/index.ts';
import { changeDisclosure } from './actions/changeDisclosure.ts';
import { addresses } from './addresses.ts';
import { refuse } from './answers.tsx';
import type { EnrolmentDeps } from './deps.ts';
import { candidateOfEnrolment, type OwnEnrolment } from './guards.ts';
import { DisclosurePage } from './pages/disclosurePage.tsx';
import { disclosure } from './steps/informations/disclosure.ts';
import { texts } from './texts.ts';

const say = texts.disclosure;

/** Whatever became of the enrolment, its candidate says who may read the results. */
export function disclosureRoutes(deps: EnrolmentDeps): readonly Route[] {
  const who = candidateOfEnrolment(deps);
  const path = '/candidatures/:id/diffusion';
  return [
    route({ method: 'GET', path, who, handle: (visit, own) => showDisclosure(deps, visit, own) }),
    route({
      method: 'POST',
      path,
      who,
      note: "Le candidat dont c'est le dossier dit qui peut lire ses résultats.",
      handle: (visit, own) => change(deps, visit, own),
    }),
  ];
}

async function showDisclosure(
  deps: EnrolmentDeps,
  visit: Visit,
  { candidate, enrolment }: OwnEnrolment,
): Promise<Reply> {
  // What isn't registered yet is answered in its step.
  if (enrolment.registered === null) return redirect(addresses.step(enrolment.id, 'informations'));
  const { message } = visit.query;
  const flash: Flash | null =
    message === 'enregistre'
      ? { tone: 'ok', text: say.saved }
      : message === 'inchange'
        ? { tone: 'info', text: say.same }
        : null;
  return show(
    <DisclosurePage
      chrome={await deps.chrome(visit, candidate, enrolment)}
      enrolment={enrolment}
      csrf={visit.csrf()}
      state={{ typed: enrolment.registered.informations ?? {}, faults: [] }}
      flash={flash}
    />,
  );
}

async function change(deps: EnrolmentDeps, visit: Visit, { candidate, enrolment }: OwnEnrolment): Promise<Reply> {
  const read = parseForm([disclosure.online, disclosure.press], visit.body);
  if (!read.ok) return showDisclosure(deps, visit, { candidate, enrolment });
  const done = await changeDisclosure(deps, actBy(visit, candidate), {
    id: enrolment.id,
    candidateId: candidate.accountId,
    disclosure: { online: read.value.discloseOnline, press: read.value.disclosePress },
  });
  if (!done.ok) return refuse(deps, visit, candidate, done.error, addresses.hub(enrolment.id));
  return redirect(`${addresses.disclosure(enrolment.id)}?message=${done.value ? 'enregistre' : 'inchange'}`);
}
