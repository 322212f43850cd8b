import { actBy } from '../../accounts/index.ts';
import { type EnrolmentId, readEnrolmentId } from '../../enrolment/index.ts';
import { type Reply, type Route, redirect, type Visit } from '../../platform/http/visit.ts';
import { ok } from '../../platform/result.ts';
import { act, type ShownAgain } from '../../ui/index.ts';
import { markExamined } from '../actions/examine.ts';
import { givePoints, takePointsBack } from '../actions/givePoints.ts';
import { addresses } from '../addresses.ts';
import { type SessionRules, sessionRules } from '../deliberation.ts';
import type { JuryDeps } from '../deps.ts';
import { type AtJury, headOfJury } from '../guards.ts';
import { pointFields } from '../pages/fields.ts';
import { refusals } from '../refusals.ts';
import { CANDIDATE, fromList, listOf, showCandidate, toCandidate } from './candidate.ts';
import { orderOfList } from './candidateView.ts';
import { orderOf } from './frame.ts';
import { candidatesOfJury } from './listed.ts';

/** What a jury does with a candidate: points, given and taken back, or nothing, which counts as examined. */
export function pointRoutes(deps: JuryDeps): readonly Route[] {
  const page = (path: string, form: 'points' | 'retrait' | null) => ({
    path: CANDIDATE + path,
    who: headOfJury(deps),
    refusals,
    again: (...[visit, at, state, status]: ShownAgain<AtJury>) =>
      showCandidate(deps, visit, at, { form, state, status }),
  });
  const [, , reasonField] = pointFields([]);
  return [
    act({
      ...page('/points', 'points'),
      note: 'Le chef de bureau écrit les points que le jury donne à une unité, avec un motif.',
      // Whether the unit can be raised is the act's to say, on the marks as they are by then.
      fields: (_, { body: { unite: unit } }) =>
        pointFields(typeof unit === 'string' ? [{ value: unit, label: unit }] : []),
      do: async ({ unite: unit, note: after, motif: reason }, at, visit) => {
        const enrolmentId = readEnrolmentId(visit.params.candidat);
        if (enrolmentId === null) return ok(null);
        const shown = { before: shownIn(visit.body.avant) ?? -1, given: shownIn(visit.body.deja) };
        const order = { ...orderOf(at, null), ...shown, enrolmentId, unit, reason, after };
        const done = await givePoints(deps, actBy(visit, at.staff), order);
        return done.ok ? ok(enrolmentId) : done;
      },
      to: (id, at, visit) => (id === null ? showCandidate(deps, visit, at) : toCandidate(visit, at, id, 'points')),
    }),
    act({
      ...page('/retrait', 'retrait'),
      note: 'Le chef de bureau retire des points donnés par le jury, avec un motif.',
      fields: [reasonField],
      do: async ({ motif: reason }, at, visit) => {
        const enrolmentId = readEnrolmentId(visit.params.candidat);
        if (enrolmentId === null) return ok(null);
        const order = { ...orderOf(at, null), enrolmentId, unit: unitIn(visit), before: 0, reason };
        const given = shownIn(visit.body.deja);
        const done = await takePointsBack(deps, actBy(visit, at.staff), { ...order, given });
        return done.ok ? ok(enrolmentId) : done;
      },
      to: (id, at, visit) =>
        id === null ? showCandidate(deps, visit, at) : toCandidate(visit, at, id, 'pointsretires'),
      again: (visit, at, { typed, faults }, status) => {
        const state = { typed: { ...typed, unite: unitIn(visit) }, faults };
        return showCandidate(deps, visit, at, { form: 'retrait', state, status });
      },
    }),
    act({
      ...page('/vu', null),
      note: 'Le chef de bureau note que le jury a examiné un candidat.',
      fields: [],
      do: async (_, at, visit) => {
        const enrolmentId = readEnrolmentId(visit.params.candidat);
        const rules = sessionRules(deps.catalogue(), at.jury.session);
        if (enrolmentId === null || rules === null) return ok(null);
        const done = await markExamined(deps, actBy(visit, at.staff), { ...orderOf(at, null), enrolmentId });
        return done.ok ? ok({ enrolmentId, rules }) : done;
      },
      to: (done, at, visit) =>
        done === null ? showCandidate(deps, visit, at) : toNext(deps, visit, at, done.enrolmentId, done.rules),
    }),
  ];
}

const unitIn = ({ body: { unite } }: Visit): string => (typeof unite === 'string' ? unite : '');

/** Half points that the page showed. */
function shownIn(value: unknown): number | null {
  return typeof value === 'string' && /^\d{1,2}$/.test(value) ? Number(value) : null;
}

/** To the next one of the list who isn't examined yet; from its last, to those that are left at its beginning. */
async function toNext(deps: JuryDeps, visit: Visit, at: AtJury, id: EnrolmentId, rules: SessionRules): Promise<Reply> {
  const all = await candidatesOfJury(deps, at.jury, rules.pass);
  const one = all.find(({ account }) => account.enrolmentId === id);
  if (one === undefined) return showCandidate(deps, visit, at);
  const order = orderOfList(fromList(visit), { rules, all, one });
  const here = order.indexOf(one);
  const next = [...order.slice(here + 1), ...order.slice(0, here)].find(({ waits }) => waits);
  return next === undefined
    ? redirect(addresses.candidates(at.jury.id, { ...listOf(visit), message: 'vus' }))
    : toCandidate(visit, at, next.account.enrolmentId, 'vu');
}
