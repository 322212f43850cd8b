import { randomUUID } from 'node:crypto';
import { h } from 'preact';
import { actBy } from '../../accounts/index.ts';
import type { ExamDeps } from '../../exam/index.ts';
import {
  type AtExam,
  type AtSession,
  examAddresses as addresses,
  atExam,
  examFrame,
  examTexts,
  headAtExam,
  inSession,
  staffNames,
  whoOf,
} from '../../exam/index.ts';
import { type Reply, type Route, redirect, route, type Visit, versionIn } from '../../platform/http/visit.ts';
import { NoSessionPage } from '../../scope/index.ts';
import { emptyForm, type FormState, parseForm, show, withFault } from '../../ui/index.ts';
import { correctPlan, dropPlan, orderPlan } from '../actions/orderPlan.ts';
import { whatIsBehind } from '../behind.ts';
import { modeField } from '../pages/planFields.ts';
import { PlanPage } from '../pages/planPage.tsx';
import { type AtPlan, atPlan, choose } from '../planFrame.ts';
import { planTexts } from '../planTexts.ts';
import { refusals } from '../refusals.ts';
import { centreLoads, countPlan } from '../store/planLists.ts';
import { listPlans } from '../store/plans.ts';

const PATH = '/gestion/examen/plan';

export function planRoutes(deps: ExamDeps): readonly Route[] {
  const head = inSession(headAtExam(deps));
  const theirs = atPlan(deps, head);
  return [
    route({ method: 'GET', path: PATH, who: atExam(deps), handle: (visit, at) => showPlan(deps, visit, at) }),
    route({ method: 'POST', path: `${PATH}/repartir`, who: head, handle: (visit, at) => order(deps, visit, at) }),
    route({ method: 'POST', path: `${PATH}/corriger`, who: head, handle: (visit, at) => correct(deps, visit, at) }),
    route({ method: 'POST', path: `${PATH}/abandonner`, who: theirs, handle: (visit, at) => drop(deps, visit, at) }),
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
  const plan = choose(plans, visit.query.numero);
  const hasRows = plan !== null && plan.state !== 'working' && plan.state !== 'failed';
  const published = plans.find((one) => one.state === 'published');
  const open = plans.some((one) => one.state === 'working' || one.state === 'draft');
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

async function order(deps: ExamDeps, visit: Visit, at: AtSession): Promise<Reply> {
  const session = at.session.code;
  const read = parseForm([modeField] as const, visit.body);
  if (!read.ok) return showPlan(deps, visit, at, read.error, 422);
  const plan = choose(await listPlans(deps.db, at.place), visit.query.numero);
  const target = plan?.state === 'draft' ? { id: plan.id, version: versionIn(visit) } : null;
  const mode = read.value.mode === 'missing' ? 'missing' : 'all';
  const done = await orderPlan(deps, actBy(visit, at.staff), whoOf(visit, at), target, mode);
  if (done.ok) return redirect(addresses.plan({ session, message: 'commandee' }));
  return refused(deps, visit, at, done.error);
}

async function correct(deps: ExamDeps, visit: Visit, at: AtSession): Promise<Reply> {
  const done = await correctPlan(deps, actBy(visit, at.staff), whoOf(visit, at));
  if (done.ok) return redirect(addresses.plan({ session: at.session.code, message: 'corrigee' }));
  return refused(deps, visit, at, done.error);
}

async function drop(deps: ExamDeps, visit: Visit, at: AtPlan): Promise<Reply> {
  const target = { id: at.plan.id, version: versionIn(visit) };
  const done = await dropPlan(deps, actBy(visit, at.staff), whoOf(visit, at), target);
  if (done.ok) return redirect(addresses.plan({ session: at.session.code, message: 'abandonnee' }));
  return refused(deps, visit, at, done.error);
}

function refused(
  deps: ExamDeps,
  visit: Visit,
  at: AtSession,
  refusal: Parameters<typeof refusals.inWords>[0],
): Promise<Reply> {
  const state = withFault(emptyForm, null, refusals.inWords(refusal));
  return showPlan(deps, visit, at, state, refusals.status(refusal));
}
