import type { EnrolmentId } from '../../enrolment/index.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { readAccounts } from '../../results/index.ts';
import { emptyForm, type FormState } from '../../ui/index.ts';
import { effectOf } from '../actions/addToRecord.ts';
import { personsOf } from '../actions/closeRecord.ts';
import { mayConfirm } from '../actions/confirm.ts';
import { candidateTexts as say } from '../candidateTexts.ts';
import { changesOf } from '../contents/addition.ts';
import type { SessionRules } from '../deliberation.ts';
import type { JuryDeps } from '../deps.ts';
import type { AtJury } from '../guards.ts';
import { codeOf, missingInWords, outcomeInWords, sumInWords } from '../inWords.ts';
import { JURY_LIFE } from '../jury.ts';
import type { CandidateView, PointEffect, Said } from '../pages/candidateViews.ts';
import { driftOf } from '../rules/drift.ts';
import { mayRaise, raisesOf } from '../rules/points.ts';
import { wantedOf } from '../rules/saidAnew.ts';
import { listAdditions } from '../store/additions.ts';
import { lastReasons } from '../store/examined.ts';
import { listGiven } from '../store/points.ts';
import { verdictsOfJury } from '../store/verdicts.ts';
import { pageFrame, specialityNames } from './frame.ts';
import { inList, type ListedCandidate, listIn, namesShown, notesOf, readTold } from './listed.ts';

/** Which form was refused, and what points would change. */
export type Shown = {
  readonly form: CandidateView['form'];
  readonly state: FormState;
  readonly status: number;
  readonly effect?: PointEffect;
};

export type FoundCandidate = {
  readonly rules: SessionRules;
  readonly all: readonly ListedCandidate[];
  readonly one: ListedCandidate;
  readonly shown: Shown | null;
};

/** Those of the list that they came from, which whoever was examined meanwhile has left. */
export function orderOfList(
  visit: Visit,
  { rules, all, one }: Pick<FoundCandidate, 'rules' | 'all' | 'one'>,
): readonly ListedCandidate[] {
  const list = listIn(visit);
  const among = inList(all, list, rules.pass);
  const here = ({ account }: ListedCandidate): boolean => account.enrolmentId === one.account.enrolmentId;
  if (among.some(here)) return among;
  return list === 'a-voir' ? all.filter((other) => other.waits || here(other)) : all;
}

/** All that the page of one candidate shows. */
export async function viewOf(deps: JuryDeps, visit: Visit, at: AtJury, found: FoundCandidate): Promise<CandidateView> {
  const { staff, jury, member } = at;
  const { rules, all, one, shown } = found;
  const { account, decision, points: given, stale } = one;
  const { pass, step } = rules;
  const id = account.enrolmentId;
  const list = listIn(visit);
  const order = orderOfList(visit, found);
  const rank = order.findIndex((other) => other.account.enrolmentId === id);
  const open = jury.state !== 'closed';
  const [names, told, persons] = await Promise.all([
    namesShown(deps, visit, at, [id]),
    readTold(deps, jury, [id]),
    personsOf(deps, deps.db, staff.academy),
  ]);
  return {
    ...(await pageFrame(deps, visit, staff)),
    jury,
    writes: member === null && JURY_LIFE.may('deliberate', jury.state),
    head: member === null,
    account,
    speciality: specialityNames(deps.catalogue(), jury.session)(account.speciality),
    name: names?.get(id) ?? null,
    decision,
    notes: notesOf(one, told.get(id) ?? [], at),
    told: told.get(id) ?? [],
    sum: sumInWords(account),
    missing: open ? missingInWords(account, pass) : null,
    points: given,
    stale,
    raises: new Map(open && step !== null ? raisesOf(account, pass, step).map((raise) => [raise.unit.id, raise]) : []),
    raisable: account.units.filter(mayRaise).map((unit) => ({
      value: unit.id,
      label: say.points.option(codeOf(unit), unit.title, outcomeInWords(unit.outcome)),
    })),
    given: await listGiven(deps.db, jury, id),
    reasons: open ? await lastReasons(deps.db, jury) : [],
    effect: shown?.effect ?? null,
    examined: one.examined,
    place: {
      rank: rank + 1,
      all: order.length,
      toExamine: all.filter(({ waits }) => waits).length,
      previous: order[rank - 1]?.account.enrolmentId ?? null,
      next: order[rank + 1]?.account.enrolmentId ?? null,
    },
    more: { ...(list === 'tous' ? {} : { liste: list }), ...(names === null ? {} : { noms: 1 }) },
    personOf: (by) => persons(by),
    said: open ? null : await saidOf(deps, at, id, rules),
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
      (await mayConfirm(deps, pending.proposedBy, { by: staff.accountId, member }, rules.jury)),
  };
}
