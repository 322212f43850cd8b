import { h } from 'preact';
import { actBy } from '../../accounts/index.ts';
import { candidateOfEnrolment, type OwnEnrolment } from '../../enrolment/index.ts';
import { type Reply, type Route, redirect, route, type Visit } from '../../platform/http/visit.ts';
import { emptyForm, type FormState, frameOf, parseForm, show, typedForm, withFault } from '../../ui/index.ts';
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
    route({ method: 'POST', path, who, handle: (visit, own) => ask(deps, visit, own) }),
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

async function ask(deps: FormerDeps, visit: Visit, own: OwnEnrolment): Promise<Reply> {
  const { candidate, enrolment } = own;
  const read = parseForm([numberField], visit.body);
  if (!read.ok) return showOwn(deps, visit, own, read.error, 422);
  const order = {
    enrolmentId: enrolment.id,
    candidateId: candidate.accountId,
    number: read.value.numero ?? null,
    ip: visit.ip,
  };
  const done = await askForResults(deps, actBy(visit, candidate), order);
  if (done.ok) return redirect(addresses.own(enrolment.id, { message: 'demande' }));
  const state = typedForm([numberField], visit.body);
  return showOwn(deps, visit, own, withFault(state, null, refusals.inWords(done.error)), refusals.status(done.error));
}
