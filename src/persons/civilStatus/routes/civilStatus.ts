import { h } from 'preact';
import { accountRefusals, actBy, birthDateRules, civilStatusFields, personName } from '../../../accounts/index.ts';
import { type Reply, type Route, route, type Visit, versionIn } from '../../../platform/http/visit.ts';
import { parisDay } from '../../../platform/time.ts';
import { deskAddresses, type FileAtDesk, fileAtDesk } from '../../../scope/index.ts';
import { act, type FormState, formOf, show } from '../../../ui/index.ts';
import { correctCivilStatus } from '../../actions/correctCivilStatus.ts';
import type { PersonDeps } from '../../deps.ts';
import { CivilStatusPage, reasonField } from '../pages/civilStatusPage.tsx';

const PATH = '/gestion/dossiers/:id/etat-civil';

export function civilStatusRoutes(deps: PersonDeps): readonly Route[] {
  const who = fileAtDesk(deps);
  return [
    route({ method: 'GET', path: PATH, who, handle: (visit, at) => showCorrection(deps, visit, at) }),
    act({
      path: PATH,
      who,
      refusals: accountRefusals,
      note: "Un gestionnaire du dossier, ou le chef de bureau, corrige l'état civil du candidat, avec un motif.",
      fields: [...civilStatusFields, reasonField],
      rules: () => birthDateRules(parisDay(deps.clock.now())),
      do: ({ reason, ...status }, at, visit) =>
        correctCivilStatus(deps, actBy(visit, at.staff), at, { status, reason, version: versionIn(visit) }),
      to: ({ changed }, { enrolment }) =>
        deskAddresses.file(enrolment.id, { message: changed ? 'etat-civil' : 'inchange' }),
      again: (...shown) => showCorrection(deps, ...shown),
    }),
  ];
}

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
