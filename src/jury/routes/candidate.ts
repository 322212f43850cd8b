import { h } from 'preact';
import { readEnrolmentId } from '../../enrolment/index.ts';
import { type Reply, type Route, redirect, route, type Visit } from '../../platform/http/visit.ts';
import { show } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { type SessionRules, sessionRules } from '../deliberation.ts';
import type { JuryDeps } from '../deps.ts';
import { type AtJury, readerOfJury } from '../guards.ts';
import { CandidateGone } from '../pages/candidateGone.tsx';
import { CandidatePage } from '../pages/candidatePage.tsx';
import { LISTS } from '../pages/candidatesPage.tsx';
import { type Shown, viewOf } from './candidateView.ts';
import { pageFrame } from './frame.ts';
import { candidatesOfJury, type ListedCandidate } from './listed.ts';
import { whatIf } from './whatIf.ts';

export const CANDIDATE = '/gestion/deliberation/:id/candidats/:candidat';

/** One candidate before the jury; with a unit and a mark in the address, what they would change. */
export function candidateRoutes(deps: JuryDeps): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: CANDIDATE,
      who: readerOfJury(deps),
      handle: (visit, at) => showCandidate(deps, visit, at),
    }),
  ];
}

/** The list that they came from travels with the forms. */
export function fromList(visit: Visit): Visit {
  if (visit.method === 'GET') return visit;
  const { 'liste-liste': liste, 'liste-noms': noms } = visit.body;
  return {
    ...visit,
    query: { liste: typeof liste === 'string' ? liste : undefined, noms: noms === '1' ? '1' : undefined },
  };
}

export async function showCandidate(
  deps: JuryDeps,
  asked: Visit,
  at: AtJury,
  refused: Shown | null = null,
): Promise<Reply> {
  const visit = fromList(asked);
  const rules = sessionRules(deps.catalogue(), at.jury.session);
  const id = readEnrolmentId(visit.params.candidat);
  const all = rules === null ? [] : await candidatesOfJury(deps, at.jury, rules.pass);
  const one = all.find(({ account }) => account.enrolmentId === id);
  if (rules === null || one === undefined) return notHere(deps, visit, at);
  const shown = shownOf(asked, at, rules, one, refused);
  return show(h(CandidatePage, await viewOf(deps, visit, at, { rules, all, one, shown })), shown?.status ?? 200);
}

/** What was asked for in the address; of points that were refused, what they would change beside why they weren't kept. */
function shownOf(
  { method, query, body }: Visit,
  at: AtJury,
  rules: SessionRules,
  one: ListedCandidate,
  refused: Shown | null,
): Shown | null {
  if (refused === null) return method === 'GET' && query.acte === 'voir' ? whatIf(query, at, rules, one) : null;
  const effect = refused.form === 'points' ? whatIf(body, at, rules, one)?.effect : undefined;
  return effect === undefined ? refused : { ...refused, effect };
}

/** Back to the list: no such candidate any more. */
async function notHere(deps: JuryDeps, visit: Visit, { staff, jury }: AtJury): Promise<Reply> {
  const frame = await pageFrame(deps, visit, staff);
  return show(h(CandidateGone, { ...frame, jury }), 404);
}

/** To a candidate's page, from the same list. */
export function toCandidate(asked: Visit, { jury }: AtJury, candidate: string, message: string): Reply {
  return redirect(addresses.candidate(jury.id, candidate, { ...listOf(asked), message }));
}

/** What the address says of the list that they came from. */
export function listOf(asked: Visit): { readonly liste: string | undefined; readonly noms: string | undefined } {
  const { liste, noms } = fromList(asked).query;
  return { liste: liste !== undefined && Object.hasOwn(LISTS, liste) ? liste : undefined, noms };
}
