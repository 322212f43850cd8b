import { h } from 'preact';
import { actBy } from '../../accounts/index.ts';
import { candidateOfEnrolment, type OwnEnrolment } from '../../enrolment/index.ts';
import { type Reply, type Route, route, type Visit } from '../../platform/http/visit.ts';
import { act, emptyForm, type FormState, frameOf, show } from '../../ui/index.ts';
import { askForResults } from '../actions/askForResults.ts';
import { addresses } from '../addresses.ts';
import type { FormerDeps } from '../deps.ts';
import { numberField, OwnPage } from '../pages/ownPage.tsx';
import { ownTexts } from '../personTexts.ts';
import { refusals } from '../refusals.ts';
import { lastClaim } from '../store/claims.ts';
import { listResults } from '../store/lines.ts';
import { lastUndone, listLinks } from '../store/links.ts';

/** A candidate asks for their former results, and reads those that were recognised as theirs. */
export function ownRoutes(deps: FormerDeps): readonly Route[] {
  const who = candidateOfEnrolment(deps);
  const path = '/candidatures/:id/resultats-anterieurs';
  return [
    route({ method: 'GET', path, who, handle: (visit, own) => showOwn(deps, visit, own) }),
    act({
      path,
      who,
      refusals,
      note: "Le candidat dont c'est le dossier demande ses résultats d'autrefois.",
      fields: [numberField],
      do: ({ numero }, { candidate, enrolment }, visit) => {
        const own = { enrolmentId: enrolment.id, candidateId: candidate.accountId };
        return askForResults(deps, actBy(visit, candidate), { ...own, number: numero ?? null, ip: visit.ip });
      },
      to: (_, { enrolment }) => addresses.own(enrolment.id, { message: 'demande' }),
      again: (...shown) => showOwn(deps, ...shown),
    }),
  ];
}

async function showOwn(
  deps: FormerDeps,
  visit: Visit,
  { candidate, enrolment }: OwnEnrolment,
  state: FormState = emptyForm,
  status = 200,
): Promise<Reply> {
  const { academy } = enrolment;
  const [chrome, claim, links, undone] = await Promise.all([
    deps.candidateChrome(visit, candidate, enrolment),
    lastClaim(deps.db, academy, candidate.accountId),
    listLinks(deps.db, academy, candidate.accountId),
    lastUndone(deps.db, academy, candidate.accountId),
  ]);
  const numbers = links.map(({ number }) => number);
  return show(
    h(OwnPage, {
      ...frameOf(chrome, visit, ownTexts.flash),
      enrolment,
      claim,
      links,
      undone: links.length === 0 ? undone : null,
      results: numbers.length === 0 ? [] : await listResults(deps.db, academy, numbers),
      speciality: (cfd) => deps.catalogue().speciality(cfd)?.name ?? cfd,
      state,
    }),
    status,
  );
}
