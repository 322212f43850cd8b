import { h } from 'preact';
import { accountRefusals, actBy, birthDateRules, civilStatusFields, personName } from '../../../accounts/index.ts';
import { type Reply, type Route, redirect, route, type Visit, versionIn } from '../../../platform/http/visit.ts';
import { parisDay } from '../../../platform/time.ts';
import type { FileAtDesk } from '../../../scope/index.ts';
import { deskAddresses, fileAtDesk } from '../../../scope/index.ts';
import { type FormState, formOf, parseForm, show, typedForm, withFault } from '../../../ui/index.ts';
import { correctCivilStatus } from '../../actions/correctCivilStatus.ts';
import type { PersonDeps } from '../../deps.ts';
import { CivilStatusPage, reasonField } from '../pages/civilStatusPage.tsx';

const PATH = '/gestion/dossiers/:id/etat-civil';

export function civilStatusRoutes(deps: PersonDeps): readonly Route[] {
  const who = fileAtDesk(deps);
  return [
    route({ method: 'GET', path: PATH, who, handle: (visit, at) => showCorrection(deps, visit, at) }),
    route({ method: 'POST', path: PATH, who, handle: (visit, at) => correctStatus(deps, visit, at) }),
  ];
}

const fields = [...civilStatusFields, reasonField] as const;

async function showCorrection(
  deps: PersonDeps,
  visit: Visit,
  at: FileAtDesk,
  state: FormState | null = null,
  status = 200,
): Promise<Reply> {
  // Read again: after a conflict the form must carry the row as it is now.
  const latest = (await deps.accounts.findCandidate(deps.db, at.candidate.accountId)) ?? at.candidate;
  return show(
    h(CivilStatusPage, {
      ...(await deps.frame(visit, at.staff)),
      enrolmentId: at.enrolment.id,
      number: at.enrolment.number ?? '',
      name: personName(latest),
      version: latest.rowVersion,
      state: state ?? formOf(civilStatusFields, latest),
    }),
    status,
  );
}

async function correctStatus(deps: PersonDeps, visit: Visit, at: FileAtDesk): Promise<Reply> {
  const read = parseForm(fields, visit.body, birthDateRules(parisDay(deps.clock.now())));
  if (!read.ok) return showCorrection(deps, visit, at, read.error, 422);
  const { reason, ...status } = read.value;
  const order = { status, reason, version: versionIn(visit) };
  const done = await correctCivilStatus(deps, actBy(visit, at.staff), at, order);
  if (done.ok)
    return redirect(deskAddresses.file(at.enrolment.id, { message: done.value.changed ? 'etat-civil' : 'inchange' }));
  const state = withFault(typedForm(fields, visit.body), null, accountRefusals.inWords(done.error));
  return showCorrection(deps, visit, at, state, accountRefusals.status(done.error));
}
