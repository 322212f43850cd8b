import { randomUUID } from 'node:crypto';
import { h } from 'preact';
import { actBy } from '../../accounts/index.ts';
import {
  type AtExam,
  type AtSession,
  examAddresses as addresses,
  atExam,
  type ExamDeps,
  examFrame,
  examTexts,
  headAtExam,
  inSession,
  staffNames,
  whoOf,
} from '../../exam/index.ts';
import { type Reply, type Route, route, type Visit, versionIn } from '../../platform/http/visit.ts';
import { NoSessionPage } from '../../scope/index.ts';
import { act, emptyForm, type FormState, type ShownAgain, show } from '../../ui/index.ts';
import { correctPlan, dropPlan, orderPlan } from '../actions/orderPlan.ts';
import { modeField } from '../pages/planFields.ts';
import { PlanPage } from '../pages/planPage.tsx';
import { PLAN_LIFE } from '../plan.ts';
import { atPlan, choosePlan } from '../planFrame.ts';
import { planTexts } from '../planTexts.ts';
import { refusals } from '../refusals.ts';
import { centreLoads, countPlan } from '../store/planLists.ts';
import { listPlans } from '../store/plans.ts';
import { whatIsBehind } from '../whatIsBehind.ts';

const PATH = '/gestion/examen/plan';

export function planRoutes(deps: ExamDeps): readonly Route[] {
  const head = inSession(headAtExam(deps));
  const theirs = atPlan(deps, head);
  const page = { refusals, again: (...shown: ShownAgain<AtSession>) => showPlan(deps, ...shown) };
  return [
    route({ method: 'GET', path: PATH, who: atExam(deps), handle: (visit, at) => showPlan(deps, visit, at) }),
    act({
      ...page,
      path: `${PATH}/repartir`,
      who: head,
      note: 'Le chef de bureau fait répartir les candidats dans les salles.',
      fields: [modeField],
      do: async ({ mode }, at, visit) => {
        const plan = choosePlan(await listPlans(deps.db, at.place), visit.query.numero);
        const target =
          plan !== null && PLAN_LIFE.may('order-again', plan.state) ? { id: plan.id, version: versionIn(visit) } : null;
        const which = mode === 'missing' ? 'missing' : 'all';
        return orderPlan(deps, actBy(visit, at.staff), whoOf(visit, at), target, which);
      },
      to: (_, { session: { code: session } }) => addresses.plan({ session, message: 'commandee' }),
    }),
    act({
      ...page,
      path: `${PATH}/corriger`,
      who: head,
      note: 'Le chef de bureau prépare la correction du plan publié.',
      fields: [],
      do: (_, at, visit) => correctPlan(deps, actBy(visit, at.staff), whoOf(visit, at)),
      to: (_, { session: { code: session } }) => addresses.plan({ session, message: 'corrigee' }),
    }),
    act({
      ...page,
      path: `${PATH}/abandonner`,
      who: theirs,
      note: "Le chef de bureau abandonne un plan qui n'est pas publié.",
      fields: [],
      do: (_, at, visit) => {
        const target = { id: at.plan.id, version: versionIn(visit) };
        return dropPlan(deps, actBy(visit, at.staff), whoOf(visit, at), target);
      },
      to: (_, { session: { code: session } }) => addresses.plan({ session, message: 'abandonnee' }),
    }),
  ];
}

export async function showPlan(
  deps: ExamDeps,
  visit: Visit,
  at: AtExam,
  state: FormState = emptyForm,
  status = 200,
): Promise<Reply> {
  const frame = await examFrame(deps, visit, at.staff, planTexts.flash);
  const { session, sessions, scope } = at.desk;
  if (session === null) return show(h(NoSessionPage, { ...frame, title: examTexts.title }));
  const place = { academy: scope.academy, session: session.code };
  const isHead = at.staff.role === 'head';
  const plans = await listPlans(deps.db, place);
  const plan = choosePlan(plans, visit.query.numero);
  const hasRows = plan !== null && plan.state !== 'working' && plan.state !== 'failed';
  const published = plans.find((one) => one.state === 'published');
  const open = plans.some((one) => PLAN_LIFE.may('drop', one.state));
  return show(
    h(PlanPage, {
      ...frame,
      sessions,
      session: session.code,
      isHead,
      plans: isHead ? plans : plans.filter((one) => one.state !== 'failed'),
      plan,
      nameOf: await staffNames(deps, scope.academy),
      counts: hasRows ? await countPlan(deps.db, plan.id, scope.portfolios) : null,
      centres: hasRows ? await centreLoads(deps.db, place, plan.id) : [],
      behind:
        isHead && published !== undefined && !open
          ? await whatIsBehind(deps.db, deps.catalogue(), place, published.id)
          : null,
      state,
      idempotencyKey: randomUUID(),
    }),
    status,
  );
}
