import { ANNULMENT } from '../closing/index.ts';
import { type Enrolment, isRunning, SET_ASIDE, whereOf } from '../enrolment/index.ts';
import { type Exclusion, LEFT_OUT, VALIDATION_UNDONE } from '../hearings/index.ts';
import { isLate, lastDayToAppeal, lawTexts } from '../law/index.ts';
import { decisionsToldTo, readTold, remediesAgainst, type ToldDecision, toldInWords } from '../papers/index.ts';
import { parisDay } from '../platform/time.ts';
import type { CandidateDeps } from './deps.ts';
import type { HubView } from './pages/hub/view.ts';
import { texts } from './texts.ts';

/** What was decided against them, as it was told. */
export function toldTo({ db, clock }: CandidateDeps, enrolment: Enrolment): Promise<readonly ToldDecision[]> {
  return enrolment.number === null ? Promise.resolve([]) : decisionsToldTo(db, enrolment, clock.now());
}

/** The decisions against its candidate that end nothing, and stand; units of one paper, told at one instant, together. */
export function standingIn(
  enrolment: Enrolment,
  told: readonly ToldDecision[],
  exclusions: readonly Exclusion[],
): { readonly undone: ToldDecision | null; readonly leftOut: readonly { readonly excluded: readonly Exclusion[] }[] } {
  if (!isRunning(enrolment)) return { undone: null, leftOut: [] };
  const undone = enrolment.status === 'registered' && told.find(({ act }) => act === VALIDATION_UNDONE.code);
  const standing = exclusions.filter(({ liftedAt }) => liftedAt === null);
  const together = [...Map.groupBy(standing, ({ at }) => at.toString()).values()];
  return { undone: undone || null, leftOut: together.map((excluded) => ({ excluded })) };
}

export async function decidedOf(
  deps: CandidateDeps,
  enrolment: Enrolment,
  told: readonly ToldDecision[],
  exclusions: readonly Exclusion[],
): Promise<Pick<HubView, 'undone' | 'leftOut'>> {
  const { undone, leftOut } = standingIn(enrolment, told, exclusions);
  const at = atOf(deps, enrolment);
  return {
    undone: undone && (await readTold(deps.db, undone, undone, at)),
    leftOut: await Promise.all(
      leftOut.flatMap(({ excluded }) =>
        excluded.slice(0, 1).map(async ({ decisionId: id, at: decidedAt, enrolmentId }) => {
          const its = told.find(({ act, toldAt }) => act === LEFT_OUT.code && toldAt.equals(decidedAt)) ?? null;
          return { excluded, decision: await readTold(deps.db, { id, enrolmentId }, its, at) };
        }),
      ),
    ),
  };
}

function atOf({ catalogue, clock }: CandidateDeps, enrolment: Enrolment) {
  return { now: clock.now(), where: whereOf(catalogue().academy(enrolment.academy), enrolment) };
}

/** By whom it was ended, or is to be: where the notification of that stands, and how it is contested. */
export function endOf(
  deps: CandidateDeps,
  enrolment: Enrolment,
  told: readonly ToldDecision[],
): Pick<HubView, 'notified' | 'remedies' | 'cancelledBy'> {
  const isCancelled = enrolment.status === 'cancelled';
  const academy = deps.catalogue().academy(enrolment.academy);
  if ((!isCancelled && enrolment.reserve !== 'upheld') || academy === undefined)
    return { notified: null, remedies: [] };
  const at = atOf(deps, enrolment);
  const its = told.find(({ act }) => act === (isCancelled ? ANNULMENT : SET_ASIDE).code) ?? null;
  const until = its === null || its.notifiedOn === null ? null : lastDayToAppeal(its.notifiedOn, at.where);
  const words = toldInWords(its, at);
  const isLoose = isCancelled && words !== null && until === null && its?.toUndo === false;
  const over = until !== null && isLate(parisDay(at.now), until) ? [lawTexts.appealIsOver(until)] : null;
  return {
    cancelledBy: its?.author ?? null,
    notified: isLoose ? `${words} ${texts.hub.ended.notBinding}` : words,
    remedies: its?.toUndo ? [] : (over ?? remediesAgainst({ academy, enrolment }, { until })),
  };
}
