import { type ExamPlace, examSubject, type FormAuthor, type PlanActDeps } from '../../exam/index.ts';
import { lockExam } from '../../places/index.ts';
import type { Database } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import { onceAccepted } from '../../platform/http/once.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { checkPlan, isBlocking, type PlanFault } from '../checkPlan.ts';
import type { ExamPlan, SeatChange } from '../plan.ts';
import { lookAt, readRows } from '../readGround.ts';
import type { Refusal } from '../refusals.ts';
import { markPublished } from '../store/plans.ts';
import { changesBetween, findPublishedPlan } from '../store/seats.ts';
import { type PlanTarget, seenPlan } from './onDraft.ts';

/** What a publication would do, as it stands now. */
export type DryRun = {
  readonly before: ExamPlan | null;
  /** Candidates who would be summoned, and seats. */
  readonly summoned: number;
  readonly seats: number;
  readonly changes: readonly SeatChange[];
  readonly faults: readonly PlanFault[];
};

export async function dryRun(
  { catalogue }: Pick<PlanActDeps, 'catalogue'>,
  db: Database,
  place: ExamPlace,
  plan: ExamPlan,
): Promise<DryRun> {
  const look = await lookAt(db, catalogue(), place);
  const rows = await readRows(db, plan.id);
  const before = await findPublishedPlan(db, place);
  return {
    before,
    summoned: new Set(rows.seats.map(({ enrolmentId }) => enrolmentId)).size,
    seats: rows.seats.length,
    changes: await changesBetween(db, plan.id, before?.id ?? null),
    faults: look === null ? [] : checkPlan(look.ground, rows, look),
  };
}

/** Candidates are summoned by this plan from now on; the one before stays as it was, replaced. `read`: what doesn't block was read. */
export function publishPlan(
  deps: PlanActDeps,
  act: Act,
  { place, officerId, key }: FormAuthor,
  target: PlanTarget,
  { read }: { readonly read: boolean },
): Promise<Result<string, Refusal>> {
  const sent = { key, owner: officerId, purpose: 'exam publication', content: { place, target, read } };
  return transact<string, Refusal>(deps.db, (tx) =>
    onceAccepted<string, Refusal>(tx, sent, async () => {
      await lockExam(tx, place);
      const seen = await seenPlan(tx, place, target, 'publish');
      if (!seen.ok) return seen;
      const plan = seen.value;
      const { before, seats, changes, faults } = await dryRun(deps, tx, place, plan);
      if (seats === 0) return refuse({ code: 'plan-empty' });
      if (faults.some(isBlocking)) return refuse({ code: 'plan-faulty' });
      if (faults.length > 0 && !read) return refuse({ code: 'plan-not-read' });
      await markPublished(tx, place, plan.id, officerId);
      await deps.events.publish(tx, act, 'sitting.published', examSubject(place), {
        planId: plan.id,
        number: plan.number,
        basedOn: before?.id ?? null,
        changed: new Set(changes.map(({ enrolmentId }) => enrolmentId)).size,
      });
      return ok(plan.id);
    }),
  );
}
