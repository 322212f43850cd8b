import { actBy } from '../../accounts/index.ts';
import { readEnrolmentId } from '../../enrolment/index.ts';
import { type Reply, type Route, redirect, route, type Visit } from '../../platform/http/visit.ts';
import { emptyForm, type FormState, parseForm, typedForm, typedIn, withFault } from '../../ui/index.ts';
import { examine } from '../actions/examine.ts';
import { givePoints, takePointsBack } from '../actions/givePoints.ts';
import { addresses } from '../addresses.ts';
import { sessionRules } from '../deliberation.ts';
import type { JuryDeps } from '../deps.ts';
import { type AtJury, headOfJury } from '../guards.ts';
import { pointFields } from '../pages/fields.ts';
import { type Refusal, refusals } from '../refusals.ts';
import { findJury } from '../store/juries.ts';
import { CANDIDATE, fromList, listOf, showCandidate, toCandidate } from './candidate.ts';
import { orderOfList } from './candidateView.ts';
import { orderOf } from './frame.ts';
import { listed } from './listed.ts';

/** What a jury does with a candidate: points, given and taken back, or nothing, which counts as examined. */
export function pointRoutes(deps: JuryDeps): readonly Route[] {
  const who = headOfJury(deps);
  const post = (path: string, handle: (deps: JuryDeps, visit: Visit, at: AtJury) => Promise<Reply>): Route =>
    route({ method: 'POST', path: CANDIDATE + path, who, handle: (visit, at) => handle(deps, visit, at) });
  return [post('/points', give), post('/retrait', takeBack), post('/vu', tick)];
}

/** Half points that the page showed. */
function shownIn(value: unknown): number | null {
  return typeof value === 'string' && /^\d{1,2}$/.test(value) ? Number(value) : null;
}

async function give(deps: JuryDeps, visit: Visit, at: AtJury): Promise<Reply> {
  const id = readEnrolmentId(visit.params.candidat);
  const { unite: unit } = visit.body;
  // Whether the unit can be raised is the act's to say, on the marks as they are by then.
  const fields = pointFields(typeof unit === 'string' ? [{ value: unit, label: unit }] : []);
  const read = parseForm(fields, visit.body);
  if (id === null) return showCandidate(deps, visit, at);
  if (!read.ok) return showCandidate(deps, visit, at, { form: 'points', state: read.error, status: 422 });
  const { unite, note, motif } = read.value;
  const order = { ...orderOf(at, null), enrolmentId: id, unit: unite, reason: motif, after: note };
  const shown = { before: shownIn(visit.body.avant) ?? -1, given: shownIn(visit.body.deja) };
  const done = await givePoints(deps, actBy(visit, at.staff), { ...order, ...shown });
  if (done.ok) return toCandidate(visit, at, id, 'points');
  return again(deps, visit, at, done.error, 'points', typedForm(fields, visit.body));
}

async function takeBack(deps: JuryDeps, visit: Visit, at: AtJury): Promise<Reply> {
  const id = readEnrolmentId(visit.params.candidat);
  const unit = typeof visit.body.unite === 'string' ? visit.body.unite : '';
  const [, , reason] = pointFields([]);
  const read = parseForm([reason], visit.body);
  if (id === null) return showCandidate(deps, visit, at);
  if (!read.ok) {
    const state = { ...read.error, typed: { ...read.error.typed, unite: unit } };
    return showCandidate(deps, visit, at, { form: 'retrait', state, status: 422 });
  }
  const order = { ...orderOf(at, null), enrolmentId: id, unit, before: 0, reason: read.value.motif };
  const done = await takePointsBack(deps, actBy(visit, at.staff), { ...order, given: shownIn(visit.body.deja) });
  if (done.ok) return toCandidate(visit, at, id, 'pointsretires');
  const typed = { ...typedIn([reason], visit.body), unite: unit };
  return again(deps, visit, at, done.error, 'retrait', { typed, faults: [] });
}

/** To the next one of the list who isn't examined yet; from its last, to those that are left at its beginning. */
async function tick(deps: JuryDeps, visit: Visit, at: AtJury): Promise<Reply> {
  const id = readEnrolmentId(visit.params.candidat);
  const rules = sessionRules(deps.catalogue(), at.jury.session);
  if (id === null || rules === null) return showCandidate(deps, visit, at);
  const done = await examine(deps, actBy(visit, at.staff), { ...orderOf(at, null), enrolmentId: id });
  if (!done.ok) return again(deps, visit, at, done.error, null, emptyForm);
  const all = await listed(deps, at.jury, rules.pass);
  const one = all.find(({ account }) => account.enrolmentId === id);
  if (one === undefined) return showCandidate(deps, visit, at);
  const order = orderOfList(fromList(visit), { rules, all, one });
  const here = order.indexOf(one);
  const next = [...order.slice(here + 1), ...order.slice(0, here)].find(({ waits }) => waits);
  return next === undefined
    ? redirect(addresses.candidates(at.jury.id, { ...listOf(visit), message: 'vus' }))
    : toCandidate(visit, at, next.account.enrolmentId, 'vu');
}

/** The page as it stands now, with the refusal and what was typed. */
async function again(
  deps: JuryDeps,
  visit: Visit,
  at: AtJury,
  error: Refusal,
  form: 'points' | 'retrait' | null,
  typed: FormState,
): Promise<Reply> {
  const jury = (await findJury(deps.db, at.staff.academy, at.jury.id)) ?? at.jury;
  const state = withFault(typed, null, refusals.inWords(error));
  return showCandidate(deps, visit, { ...at, jury }, { form, state, status: refusals.status(error) });
}
