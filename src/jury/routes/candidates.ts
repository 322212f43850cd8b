import { h } from 'preact';
import { personName } from '../../accounts/index.ts';
import type { PassMarks } from '../../catalogue/index.ts';
import type { EnrolmentId } from '../../enrolment/index.ts';
import { type Reply, type Route, route, type Visit } from '../../platform/http/visit.ts';
import type { Account } from '../../results/index.ts';
import { markInWords, show } from '../../ui/index.ts';
import { candidateTexts } from '../candidateTexts.ts';
import { readCandidates, sessionRules } from '../deliberation.ts';
import type { JuryDeps } from '../deps.ts';
import { type AtJury, readerOfJury } from '../guards.ts';
import { type Jury, MOST } from '../jury.ts';
import { CandidatesPage, LISTS, type ListName } from '../pages/candidatesPage.tsx';
import { countStandings, decisionOf, inOrder, standingSaid } from '../rules/standing.ts';
import { averageInWords, codeOf, observationsOf } from '../said.ts';
import { namesOf } from '../store/names.ts';
import { verdictsOfJury } from '../store/verdicts.ts';
import type { Decision, JuryPoint } from '../verdict.ts';
import { pageFrame, specialityNames } from './frame.ts';

export function candidatesRoutes(deps: JuryDeps): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/gestion/deliberation/:id/candidats',
      who: readerOfJury(deps),
      handle: (visit, at) => showCandidates(deps, visit, at),
    }),
  ];
}

/** A candidate of a jury: as the marks and its points stand, or as its closed record says. */
export type Listed = {
  readonly account: Account;
  readonly decision: Decision;
  readonly points: readonly JuryPoint[];
  readonly stale: readonly JuryPoint[];
};

/** In the order of the deliberation. */
export async function listed(deps: JuryDeps, jury: Jury, pass: PassMarks): Promise<readonly Listed[]> {
  if (jury.state === 'closed') {
    const verdicts = await verdictsOfJury(deps.db, jury);
    return inOrder(
      verdicts.map(({ account, decision, juryPoints }) => ({ account, decision, points: juryPoints, stale: [] })),
      pass,
    );
  }
  const candidates = await readCandidates(deps.db, deps.catalogue(), jury, pass);
  return inOrder(
    candidates.map((one) => ({ ...one, decision: decisionOf(one.account.judgement) })),
    pass,
  );
}

export function listIn(visit: Visit): ListName {
  const asked = visit.query.liste ?? '';
  return Object.hasOwn(LISTS, asked) ? (asked as ListName) : 'tous';
}

export function inList(candidates: readonly Listed[], list: ListName, pass: PassMarks): readonly Listed[] {
  const wanted: readonly string[] | null = LISTS[list];
  return wanted === null ? candidates : candidates.filter((one) => wanted.includes(standingSaid(one, pass)));
}

/** What is said of a candidate beside the figures. */
export function notesOf({ account }: Pick<Listed, 'account'>): readonly string[] {
  return [
    ...observationsOf(account),
    ...account.doubts
      .filter((doubt) => doubt !== 'option-unknown' && doubt !== 'under-reserve')
      .map((doubt) => candidateTexts.doubts[doubt]),
  ];
}

/** Of whom names were asked for, by a head. */
export async function namesShown(
  deps: Pick<JuryDeps, 'db'>,
  visit: Visit,
  { staff, member }: AtJury,
  ids: readonly EnrolmentId[],
): Promise<ReadonlyMap<EnrolmentId, string> | null> {
  if (member !== null || visit.query.noms !== '1') return null;
  const named = await namesOf(deps.db, staff.academy, ids);
  return new Map([...named].map(([id, person]) => [id, personName(person)]));
}

async function showCandidates(deps: JuryDeps, visit: Visit, at: AtJury): Promise<Reply> {
  const { staff, jury, member } = at;
  const rules = sessionRules(deps.catalogue(), jury.session);
  const pass = rules?.pass ?? { average: 20, professional: null };
  const all = await listed(deps, jury, pass);
  const list = listIn(visit);
  const found = inList(all, list, pass);
  const pages = Math.max(1, Math.ceil(found.length / MOST.page));
  const page = Math.min(pages, /^[1-9]\d{0,2}$/.test(visit.query.page ?? '') ? Number(visit.query.page) : 1);
  const shown = found.slice((page - 1) * MOST.page, page * MOST.page);
  const names = await namesShown(
    deps,
    visit,
    at,
    shown.map(({ account }) => account.enrolmentId),
  );
  const nameOf = specialityNames(deps.catalogue(), jury.session);
  return show(
    h(CandidatesPage, {
      ...(await pageFrame(deps, visit, staff)),
      jury,
      counts: { ...countStandings(all, pass), all: all.length, points: 0 },
      list,
      lines: shown.map((one) => ({
        id: one.account.enrolmentId,
        number: one.account.number,
        name: names?.get(one.account.enrolmentId) ?? null,
        speciality: nameOf(one.account.speciality),
        average: averageInWords(one.account.judgement.average),
        professional: averageInWords(one.account.judgement.professionalAverage),
        points: one.points.map((point) => pointInWords(one.account, point)),
        decision: one.decision,
        notes: notesOf(one),
      })),
      page,
      pages,
      two: pass.professional !== null,
      names: member === null ? names !== null : null,
    }),
  );
}

function pointInWords({ units }: Account, { unit, before, after }: JuryPoint): string {
  const named = units.find(({ id }) => id === unit);
  return `${named === undefined ? unit : codeOf(named)}\u00a0: ${markInWords(before)} → ${markInWords(after)}`;
}
