import { h } from 'preact';
import { type Reply, type Route, route, type Visit } from '../../platform/http/visit.ts';
import type { Account } from '../../results/index.ts';
import { markInWords, show } from '../../ui/index.ts';
import { candidateTexts as say } from '../candidateTexts.ts';
import { sessionRules } from '../deliberation.ts';
import type { JuryDeps } from '../deps.ts';
import { type AtJury, readerOfJury } from '../guards.ts';
import { averageInWords, codeOf } from '../inWords.ts';
import { MOST } from '../jury.ts';
import { CandidatesPage } from '../pages/candidatesPage.tsx';
import { countStandings } from '../rules/juryStanding.ts';
import { raisesOf, smallestRaise } from '../rules/points.ts';
import type { JuryPoint } from '../verdict.ts';
import { pageFrame, specialityNames } from './frame.ts';
import { candidatesOfJury, inList, listIn, namesShown, notesOf, readTold } from './listed.ts';

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

async function showCandidates(deps: JuryDeps, visit: Visit, at: AtJury): Promise<Reply> {
  const { staff, jury, member } = at;
  const rules = sessionRules(deps.catalogue(), jury.session);
  const pass = rules?.pass ?? { average: 20, professional: null };
  const step = jury.state === 'closed' ? null : (rules?.step ?? null);
  const all = await candidatesOfJury(deps, jury, pass);
  const list = listIn(visit);
  const found = inList(all, list, pass);
  const pages = Math.max(1, Math.ceil(found.length / MOST.page));
  const page = Math.min(pages, /^[1-9]\d{0,2}$/.test(visit.query.page ?? '') ? Number(visit.query.page) : 1);
  const shown = found.slice((page - 1) * MOST.page, page * MOST.page);
  const ids = shown.map(({ account }) => account.enrolmentId);
  const [names, told] = await Promise.all([namesShown(deps, visit, at, ids), readTold(deps, jury, ids)]);
  const nameOf = specialityNames(deps.catalogue(), jury.session);
  const least = (account: Account): string => {
    const raise = step === null ? null : smallestRaise(raisesOf(account, pass, step));
    return raise === null ? '' : say.leastOf(codeOf(raise.unit), raise.mark, raise.more);
  };
  return show(
    h(CandidatesPage, {
      ...(await pageFrame(deps, visit, staff)),
      jury,
      counts: {
        ...countStandings(all, pass),
        all: all.length,
        points: 0,
        toExamine: all.filter(({ waits }) => waits).length,
      },
      list,
      lines: shown.map((one) => ({
        id: one.account.enrolmentId,
        number: one.account.number,
        name: names?.get(one.account.enrolmentId) ?? null,
        speciality: nameOf(one.account.speciality),
        average: averageInWords(one.account.judgement.average),
        professional: averageInWords(one.account.judgement.professionalAverage),
        least: least(one.account),
        points: one.points.map((point) => pointInWords(one.account, point)),
        decision: one.decision,
        examined: one.examined,
        notes: notesOf(one, told.get(one.account.enrolmentId) ?? [], at),
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
