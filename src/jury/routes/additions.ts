import { actBy } from '../../accounts/index.ts';
import { readEnrolmentId } from '../../enrolment/index.ts';
import { type Reply, type Route, redirect, route, type Visit, versionIn } from '../../platform/http/visit.ts';
import type { Result } from '../../platform/result.ts';
import { type Field, parseForm, type Typed, typedIn, withFault } from '../../ui/index.ts';
import { confirmAddition, proposeAddition, withdrawAddition } from '../actions/addToRecord.ts';
import { addresses } from '../addresses.ts';
import { candidateTexts as say } from '../candidateTexts.ts';
import type { JuryDeps } from '../deps.ts';
import { type AtJury, headOfJury, readerOfJury } from '../guards.ts';
import type { CandidateView } from '../pages/candidateViews.ts';
import { additionFields, reasonField } from '../pages/fields.ts';
import { type Refusal, refusals } from '../refusals.ts';
import { wantedOf } from '../rules/anew.ts';
import { findAddition } from '../store/additions.ts';
import { findJury } from '../store/juries.ts';
import { CANDIDATE, showCandidate, toCandidate } from './candidate.ts';

const ADDITION = '/gestion/deliberation/:id/additifs/:additif';

/** After the closing: a head proposes a dated addition, another person confirms it. */
export function additionRoutes(deps: JuryDeps): readonly Route[] {
  const [reader, head] = [readerOfJury(deps), headOfJury(deps)];
  return [
    route({
      method: 'POST',
      path: `${CANDIDATE}/additif`,
      who: head,
      handle: (visit, at) => propose(deps, visit, at),
    }),
    route({
      method: 'POST',
      path: `${ADDITION}/confirmation`,
      who: reader,
      handle: (visit, at) => confirm(deps, visit, at),
    }),
    route({
      method: 'POST',
      path: `${ADDITION}/retrait`,
      who: head,
      handle: (visit, at) => withdraw(deps, visit, at),
    }),
  ];
}

async function propose(deps: JuryDeps, visit: Visit, at: AtJury): Promise<Reply> {
  const id = readEnrolmentId(visit.params.candidat);
  const read = parseForm(additionFields, visit.body);
  const form = 'additif';
  if (id === null) return showCandidate(deps, visit, at);
  if (!read.ok) return showCandidate(deps, visit, at, { form, state: read.error, status: 422 });
  const { objet, decision, motif } = read.value;
  const typed = typedIn(additionFields, visit.body);
  const wrong = objet === 'decision' && decision === null ? say.addition.decisionMissing : null;
  const useless = objet === 'mark' && decision !== null ? say.addition.decisionUseless : null;
  if (wrong !== null || useless !== null) {
    const state = withFault({ typed, faults: [] }, 'decision', wrong ?? useless ?? '');
    return showCandidate(deps, visit, at, { form, state, status: 422 });
  }
  const order = { id: at.jury.id, academy: at.staff.academy, by: at.staff.accountId, enrolmentId: id, reason: motif };
  const wanted = wantedOf(decision);
  const done = await proposeAddition(deps, actBy(visit, at.staff), { ...order, ...wanted });
  return done.ok ? toCandidate(visit, at, id, 'propose') : again(deps, visit, at, done, form, typed);
}

async function again(
  deps: JuryDeps,
  visit: Visit,
  at: AtJury,
  done: Extract<Result<unknown, Refusal>, { ok: false }>,
  form: CandidateView['form'],
  typed: Typed,
): Promise<Reply> {
  const jury = (await findJury(deps.db, at.staff.academy, at.jury.id)) ?? at.jury;
  const state = withFault({ typed, faults: [] }, null, refusals.inWords(done.error));
  return showCandidate(deps, visit, { ...at, jury }, { form, state, status: refusals.status(done.error) });
}

/** The page of the candidate whose addition is in the address. */
async function ofAddition(deps: JuryDeps, visit: Visit, { jury }: AtJury): Promise<Visit> {
  const addition = await findAddition(deps.db, jury, visit.params.additif);
  return { ...visit, params: { ...visit.params, candidat: addition?.enrolmentId ?? '' } };
}

async function confirm(deps: JuryDeps, asked: Visit, at: AtJury): Promise<Reply> {
  const visit = await ofAddition(deps, asked, at);
  const { staff, jury, member } = at;
  const order = { id: jury.id, academy: staff.academy, by: staff.accountId, member };
  const done = await confirmAddition(deps, actBy(visit, staff), {
    ...order,
    addition: visit.params.additif ?? '',
    rowVersion: versionIn(visit),
  });
  return done.ok ? redirect(addresses.jury(jury.id, { message: 'additif' })) : again(deps, visit, at, done, null, {});
}

async function withdraw(deps: JuryDeps, asked: Visit, at: AtJury): Promise<Reply> {
  const visit = await ofAddition(deps, asked, at);
  const read = parseForm([reasonField], visit.body);
  if (!read.ok) return showCandidate(deps, visit, at, { form: 'retrait', state: read.error, status: 422 });
  const fields: readonly Field[] = [reasonField];
  const done = await withdrawAddition(deps, actBy(visit, at.staff), {
    id: at.jury.id,
    academy: at.staff.academy,
    by: at.staff.accountId,
    addition: visit.params.additif ?? '',
    rowVersion: versionIn(visit),
    reason: read.value.motif,
  });
  return done.ok
    ? toCandidate(visit, at, visit.params.candidat ?? '', 'abandonne')
    : again(deps, visit, at, done, 'retrait', typedIn(fields, visit.body));
}
