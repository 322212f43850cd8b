import { type EnrolmentId, subjectOf } from '../../enrolment/index.ts';
import { examAddresses as addresses, type ExamPlace, type ExamScope } from '../../exam/index.ts';
import type { PaperActDeps } from '../../papers/index.ts';
import { findPublishedPlan } from '../../plan/index.ts';
import { transact } from '../../platform/database/transact.ts';
import { onceAccepted } from '../../platform/http/once.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { post, readAbout, valuesOf } from '../../post/index.ts';
import { instantInWords } from '../../ui/index.ts';
import { summonsMails } from '../mails.ts';
import type { Refusal } from '../refusals.ts';
import { holdPlan, insertSentAgain, resettle, sentLately } from '../store/summonses.ts';
import { readKnown } from '../summonsOf.ts';
import { issue, summonsChangesFor } from './tellSummonses.ts';

export type AgainOrder = {
  readonly place: ExamPlace;
  readonly scope: ExamScope;
  readonly enrolmentId: EnrolmentId;
  readonly officerId: string;
  /** Of the form: sent twice it is done once. */
  readonly key: string | null;
};

/**
 * One candidate again, by hand: where something of their summons changed since, or could not be told, a new one; otherwise the mail
 * alone, and the paper is the same.
 */
export function sendSummonsAgain(
  deps: PaperActDeps,
  act: Act,
  order: AgainOrder,
): Promise<Result<'issued' | 'sent', Refusal>> {
  const { place, scope, enrolmentId, officerId, key } = order;
  const sent = { key, owner: officerId, purpose: `summons ${enrolmentId}`, content: place };
  return transact<'issued' | 'sent', Refusal>(deps.db, (tx) =>
    onceAccepted<'issued' | 'sent', Refusal>(tx, sent, async () => {
      const about = await readAbout(deps, tx, enrolmentId);
      const { enrolment, number, portfolio } = about;
      const { academy, session } = enrolment;
      const theirs = scope.portfolios === null || scope.portfolios.includes(portfolio.code);
      if (academy !== place.academy || session !== place.session || !theirs) return refuse({ code: 'not-found' });
      const plan = await findPublishedPlan(tx, place);
      if (plan === null || (await holdPlan(tx, plan.id))?.published !== true) return refuse({ code: 'no-summons' });
      const known = await readKnown(tx, deps.catalogue(), place, plan.id, [enrolmentId]);
      const found = await summonsChangesFor(deps, tx, about, { enrolmentId, known });
      if (found.outcome !== 'same') {
        await resettle(tx, place, { planId: plan.id, enrolmentId }, found.outcome);
        await issue(deps, tx, act, about, { ...place, planId: plan.id }, found);
        return ok('issued');
      }
      const { last } = found;
      if (last === null || last.firstAt === null) return refuse({ code: 'no-summons' });
      if (await sentLately(tx, enrolmentId)) return refuse({ code: 'sent-lately' });
      const { rank } = last;
      const subject = subjectOf(enrolment);
      const eventId = await deps.events.publish(tx, act, 'summons.sentAgain', subject, { enrolmentId, number, rank });
      await insertSentAgain(tx, place, { eventId, enrolmentId, rank, officerId });
      const first = instantInWords(last.firstAt);
      const values = { ...valuesOf(deps, about, addresses.summons(enrolmentId)), first };
      await post(deps, tx, about, { eventId }, summonsMails.issued.write(deps.catalogue(), values));
      return ok('sent');
    }),
  );
}
