import { examSubject, type FormAuthor } from '../../exam/index.ts';
import type { PaperActDeps } from '../../papers/index.ts';
import { findPublishedPlan } from '../../plan/index.ts';
import { transact } from '../../platform/database/transact.ts';
import { onceAccepted } from '../../platform/http/once.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { Refusal } from '../refusals.ts';
import { holdPlan, lookAtAgain } from '../store/summonses.ts';
import { listOutdated } from '../store/summonsList.ts';

/** Whose summons says another room, centre or material than what stands now has a new one, by the job, as after a publication. Gives how many. */
export function summonAnew(
  deps: Pick<PaperActDeps, 'db' | 'events' | 'jobs'>,
  act: Act,
  { place, officerId, key }: FormAuthor,
): Promise<Result<number, Refusal>> {
  const sent = { key, owner: officerId, purpose: 'summonses anew', content: place };
  return transact<number, Refusal>(deps.db, (tx) =>
    onceAccepted<number, Refusal>(tx, sent, async () => {
      const plan = await findPublishedPlan(tx, place);
      if (plan === null || (await holdPlan(tx, plan.id))?.published !== true) return refuse({ code: 'none-outdated' });
      const outdated = await listOutdated(tx, place);
      if (outdated.length === 0) return refuse({ code: 'none-outdated' });
      await lookAtAgain(tx, plan.id, outdated);
      const said = { planId: plan.id, candidates: outdated.length };
      await deps.events.publish(tx, act, 'summons.anew', examSubject(place), said);
      await deps.jobs.enqueue(tx, 'summons.tell', { planId: plan.id });
      return ok(outdated.length);
    }),
  );
}
