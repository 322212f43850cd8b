import { h } from 'preact';
import { actBy } from '../../accounts/index.ts';
import { type EnrolmentId, readEnrolmentId } from '../../enrolment/index.ts';
import { type Reply, type Route, redirect, route, type Visit, versionIn } from '../../platform/http/visit.ts';
import type { Result } from '../../platform/result.ts';
import { readAccounts } from '../../results/index.ts';
import {
  emptyForm,
  type Field,
  type FormState,
  parseForm,
  show,
  type Typed,
  typedIn,
  withFault,
} from '../../ui/index.ts';
import { confirmAddition, effectOf, proposeAddition, withdrawAddition } from '../actions/addToRecord.ts';
import { personsOf } from '../actions/closeRecord.ts';
import { givePoints, takePointsBack } from '../actions/givePoints.ts';
import { addresses } from '../addresses.ts';
import { candidateTexts as say } from '../candidateTexts.ts';
import { changesOf } from '../contents/addition.ts';
import { type SessionRules, sessionRules } from '../deliberation.ts';
import type { JuryDeps } from '../deps.ts';
import { type AtJury, headOfJury, readerOfJury } from '../guards.ts';
import { CandidateGone } from '../pages/candidateGone.tsx';
import { CandidatePage } from '../pages/candidatePage.tsx';
import { LISTS } from '../pages/candidatesPage.tsx';
import type { CandidateView, PointEffect, Said } from '../pages/candidateViews.ts';
import { additionFields, pointFields, reasonField } from '../pages/fields.ts';
import { type Refusal, refusals } from '../refusals.ts';
import { wantedOf } from '../rules/anew.ts';
import { driftOf } from '../rules/drift.ts';
import { leastToPass, mayRaise, raised, whyNotRaised } from '../rules/points.ts';
import { decisionOf } from '../rules/standing.ts';
import { whyNotConfirmed } from '../rules/twoPersons.ts';
import { averageInWords, codeOf, outcomeInWords, sumInWords } from '../said.ts';
import { findAddition, listAdditions } from '../store/additions.ts';
import { findJury } from '../store/juries.ts';
import { listGiven, readPoints } from '../store/points.ts';
import { verdictsOfJury } from '../store/verdicts.ts';
import { inList, type Listed, listed, listIn, namesShown, notesOf } from './candidates.ts';
import { orderOf, pageFrame, specialityNames } from './frame.ts';

const PATH = '/gestion/deliberation/:id/candidats/:candidat';

/** One candidate before the jury. */
export function candidateRoutes(deps: JuryDeps): readonly Route[] {
  const [reader, head] = [readerOfJury(deps), headOfJury(deps)];
  const post = (path: string, handle: (deps: JuryDeps, visit: Visit, at: AtJury) => Promise<Reply>): Route =>
    route({ method: 'POST', path, who: head, handle: (visit, at) => handle(deps, visit, at) });
  return [
    route({ method: 'GET', path: PATH, who: reader, handle: (visit, at) => showCandidate(deps, visit, at) }),
    post(`${PATH}/points`, points),
    post(`${PATH}/retrait`, takeBack),
    post(`${PATH}/additif`, propose),
    route({
      method: 'POST',
      path: '/gestion/deliberation/:id/additifs/:additif/confirmation',
      who: reader,
      handle: (visit, at) => confirm(deps, visit, at),
    }),
    post('/gestion/deliberation/:id/additifs/:additif/retrait', withdraw),
  ];
}

type Shown = {
  readonly form: CandidateView['form'];
  readonly state: FormState;
  readonly status: number;
  readonly effect?: PointEffect;
};

/** The list that they came from travels with the forms. */
function fromList(visit: Visit): Visit {
  if (visit.method === 'GET') return visit;
  const { 'liste-liste': liste, 'liste-noms': noms } = visit.body;
  return {
    ...visit,
    query: { liste: typeof liste === 'string' ? liste : undefined, noms: noms === '1' ? '1' : undefined },
  };
}

async function showCandidate(deps: JuryDeps, asked: Visit, at: AtJury, shown: Shown | null = null): Promise<Reply> {
  const visit = fromList(asked);
  const rules = sessionRules(deps.catalogue(), at.jury.session);
  const id = readEnrolmentId(visit.params.candidat);
  const all = rules === null ? [] : await listed(deps, at.jury, rules.pass);
  const one = all.find(({ account }) => account.enrolmentId === id);
  if (rules === null || one === undefined) return notHere(deps, visit, at);
  return show(h(CandidatePage, await viewOf(deps, visit, at, { rules, all, one, shown })), shown?.status ?? 200);
}

/** Back to the list: no such candidate any more. */
async function notHere(deps: JuryDeps, visit: Visit, { staff, jury }: AtJury): Promise<Reply> {
  const frame = await pageFrame(deps, visit, staff);
  return show(h(CandidateGone, { ...frame, jury }), 404);
}

type Found = {
  readonly rules: SessionRules;
  readonly all: readonly Listed[];
  readonly one: Listed;
  readonly shown: Shown | null;
};

async function viewOf(
  deps: JuryDeps,
  visit: Visit,
  at: AtJury,
  { rules, all, one, shown }: Found,
): Promise<CandidateView> {
  const { staff, jury, member } = at;
  const { account, decision, points: given, stale } = one;
  const { pass, step } = rules;
  const list = listIn(visit);
  const among = inList(all, list, pass);
  const order = among.some(({ account: { enrolmentId } }) => enrolmentId === account.enrolmentId) ? among : all;
  const rank = order.findIndex(({ account: { enrolmentId } }) => enrolmentId === account.enrolmentId);
  const names = await namesShown(deps, visit, at, [account.enrolmentId]);
  const writes = member === null && jury.state === 'open';
  const persons = await personsOf(deps, deps.db, staff.academy);
  const open = jury.state !== 'closed';
  const least = new Map(
    open && account.judgement.outcome === 'FAILED' && step !== null
      ? account.units.flatMap((unit) => {
          const mark = leastToPass(account, unit, pass, step);
          return mark === null ? [] : [[unit.id, mark] as const];
        })
      : [],
  );
  return {
    ...(await pageFrame(deps, visit, staff)),
    jury,
    writes,
    head: member === null,
    account,
    speciality: specialityNames(deps.catalogue(), jury.session)(account.speciality),
    name: names?.get(account.enrolmentId) ?? null,
    decision,
    notes: notesOf(one),
    sum: sumInWords(account),
    points: given,
    stale,
    least,
    raisable: account.units.filter(mayRaise).map((unit) => ({
      value: unit.id,
      label: say.points.option(codeOf(unit), unit.title, outcomeInWords(unit.outcome)),
    })),
    given: await listGiven(deps.db, jury, account.enrolmentId),
    effect: shown?.effect ?? null,
    place: {
      rank: rank + 1,
      all: order.length,
      previous: order[rank - 1]?.account.enrolmentId ?? null,
      next: order[rank + 1]?.account.enrolmentId ?? null,
    },
    more: { ...(list === 'tous' ? {} : { liste: list }), ...(names === null ? {} : { noms: 1 }) },
    personOf: (by) => persons(by),
    said: open ? null : await saidOf(deps, at, account.enrolmentId, rules),
    form: shown?.form ?? null,
    state: shown?.state ?? emptyForm,
  };
}

async function saidOf(
  deps: JuryDeps,
  { staff, jury, member }: AtJury,
  id: EnrolmentId,
  rules: SessionRules,
): Promise<Said | null> {
  const verdict = (await verdictsOfJury(deps.db, jury)).find(({ enrolmentId }) => enrolmentId === id);
  if (verdict === undefined) return null;
  const [today] = await readAccounts(deps.db, deps.catalogue(), jury, [id]);
  const pending =
    (await listAdditions(deps.db, jury)).find((one) => one.enrolmentId === id && one.state === 'proposed') ?? null;
  const effect = pending === null ? null : await effectOf(deps, deps.db, jury, id, wantedOf(pending.decision));
  return {
    verdict,
    drift: today === undefined ? [] : driftOf(verdict, today),
    pending,
    changes: effect?.ok === true ? changesOf(verdict, effect.value.anew) : [],
    fallen: effect?.ok === true ? effect.value.anew.fallen : [],
    mayConfirm:
      pending !== null &&
      effect?.ok === true &&
      whyNotConfirmed(pending.proposedBy, { by: staff.accountId, member }, rules.jury) === null,
  };
}

/** What is to be done with what was typed: shown, or kept. */
async function points(deps: JuryDeps, visit: Visit, at: AtJury): Promise<Reply> {
  const { jury } = at;
  const id = readEnrolmentId(visit.params.candidat);
  const rules = sessionRules(deps.catalogue(), jury.session);
  if (id === null || rules === null) return showCandidate(deps, visit, at);
  const [account] = await readAccounts(deps.db, deps.catalogue(), jury, [id]);
  if (account === undefined || !jury.specialities.includes(account.speciality)) return showCandidate(deps, visit, at);
  const fields = pointFields(account.units.filter(mayRaise).map(({ id: unit }) => ({ value: unit, label: unit })));
  const read = parseForm(fields, visit.body);
  if (!read.ok) return showCandidate(deps, visit, at, { form: 'points', state: read.error, status: 422 });
  const { unite, note, motif } = read.value;
  const now = (await readPoints(deps.db, jury)).get(id)?.find(({ unit }) => unit === unite) ?? null;
  const unit = account.units.find((one) => one.id === unite);
  const before = unit !== undefined && 'halfPoints' in unit.outcome ? unit.outcome.halfPoints : 0;
  const refused = (error: Refusal): Promise<Reply> =>
    showCandidate(deps, visit, at, {
      form: 'points',
      state: withFault({ typed: typedIn(fields, visit.body), faults: [] }, null, refusals.inWords(error)),
      status: refusals.status(error),
    });
  if (visit.body.acte !== 'retenir') {
    if (jury.state !== 'open') return refused({ code: jury.state === 'closed' ? 'closed' : 'closing-asked' });
    const why = whyNotRaised(unit, { before, after: note }, rules.step ?? 1);
    if (why !== null) return refused({ code: why });
    const all = await listed(deps, jury, rules.pass);
    const stands = all.find(({ account: { enrolmentId } }) => enrolmentId === id)?.account ?? account;
    const wanted = raised(stands, new Map([[unite, note]]), rules.pass);
    const from = now === null ? before : now.after;
    const effect: PointEffect = {
      unit: unite,
      before,
      given: now?.after ?? null,
      after: note,
      reason: motif,
      sentences: [
        say.points.effectOf(
          note - from,
          unit === undefined ? unite : codeOf(unit),
          averageInWords(stands.judgement.average),
          averageInWords(wanted.judgement.average),
          say.decisions[decisionOf(wanted.judgement)],
        ),
        ...(wanted.judgement.professionalAverage === null
          ? []
          : [
              say.points.effectProfessional(
                averageInWords(stands.judgement.professionalAverage),
                averageInWords(wanted.judgement.professionalAverage),
              ),
            ]),
      ],
    };
    return showCandidate(deps, visit, at, { form: null, state: emptyForm, status: 200, effect });
  }
  const order = { ...orderOf(at, null), enrolmentId: id, unit: unite, reason: motif, after: note };
  const shown = { before: shownIn(visit.body.avant) ?? -1, given: shownIn(visit.body.deja) };
  const done = await givePoints(deps, actBy(visit, at.staff), { ...order, ...shown });
  return done.ok ? toCandidate(visit, at, 'points') : refused(done.error);
}

/** Half points that the page showed. */
function shownIn(value: unknown): number | null {
  return typeof value === 'string' && /^\d{1,2}$/.test(value) ? Number(value) : null;
}

function toCandidate(asked: Visit, { jury }: AtJury, message: string): Reply {
  const { liste, noms } = fromList(asked).query;
  const list = liste !== undefined && Object.hasOwn(LISTS, liste) ? liste : undefined;
  return redirect(addresses.candidate(jury.id, asked.params.candidat ?? '', { liste: list, noms, message }));
}

async function takeBack(deps: JuryDeps, visit: Visit, at: AtJury): Promise<Reply> {
  const id = readEnrolmentId(visit.params.candidat);
  const unit = typeof visit.body.unite === 'string' ? visit.body.unite : '';
  const [, , reason] = pointFields([]);
  const read = parseForm([reason], visit.body);
  const refused = (state: FormState, status: number): Promise<Reply> =>
    showCandidate(deps, visit, at, {
      form: 'retrait',
      state: { ...state, typed: { ...state.typed, unite: unit } },
      status,
    });
  if (id === null) return showCandidate(deps, visit, at);
  if (!read.ok) return refused(read.error, 422);
  const order = { ...orderOf(at, null), enrolmentId: id, unit, before: 0, reason: read.value.motif };
  const done = await takePointsBack(deps, actBy(visit, at.staff), { ...order, given: shownIn(visit.body.deja) });
  if (done.ok) return toCandidate(visit, at, 'pointsretires');
  return refused(withFault(emptyForm, null, refusals.inWords(done.error)), refusals.status(done.error));
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
  return done.ok ? toCandidate(visit, at, 'propose') : again(deps, visit, at, done, form, typed);
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
    ? toCandidate(visit, at, 'abandonne')
    : again(deps, visit, at, done, 'retrait', typedIn(fields, visit.body));
}
