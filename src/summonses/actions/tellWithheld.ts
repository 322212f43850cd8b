import type { EnrolmentId } from '../../enrolment/index.ts';
import { tellCandidate } from '../../messages/index.ts';
import type { PaperActDeps } from '../../papers/index.ts';
import { type PlanId, readPlan } from '../../plan/index.ts';
import type { Database } from '../../platform/database/database.ts';
import { SYSTEM } from '../../platform/journal.ts';
import { readAbout } from '../../post/index.ts';
import { readSitters, type SessionSitter } from '../../sitters/index.ts';
import { lastSummons } from '../store/summonses.ts';
import { noteWithheld } from '../store/withheld.ts';
import { fileOf, namesIn } from '../summonsOf.ts';
import { summonsTexts as say } from '../summonsTexts.ts';

/** Whoever presents units of which none may be sat, for want of a certificate: no seat, so no summons either. */
export function withheldOf<One extends Pick<SessionSitter, 'units' | 'withheld'>>(
  sitters: readonly One[],
): readonly One[] {
  return sitters.filter(({ units, withheld }) => units.length === 0 && withheld.length > 0);
}

/**
 * Once a plan is published and its summonses are out, whoever has none because all that they present is withheld is told so, with the way
 * out, once for the same units: silence would look like a summons that got lost.
 */
export async function tellWithheld(deps: PaperActDeps, { planId }: { readonly planId: string }): Promise<void> {
  const plan = await readPlan(deps.db, planId as PlanId);
  if (plan === null || plan.state !== 'published' || plan.publishedBy === null) return;
  const { publishedBy: staffId } = plan;
  for (const { enrolmentId, withheld } of withheldOf(await readSitters(deps.db, deps.catalogue(), plan)))
    await tellOne(deps, { staffId, enrolmentId, withheld });
}

type Whom = { readonly staffId: string; readonly enrolmentId: EnrolmentId; readonly withheld: readonly string[] };

async function tellOne(deps: PaperActDeps & { readonly db: Database }, whom: Whom): Promise<void> {
  await deps.db.transaction().execute(async (tx) => {
    const { staffId, enrolmentId, withheld } = whom;
    const about = await readAbout(deps, tx, enrolmentId);
    // A summons that is void says by itself what isn't sat any more.
    if ((await lastSummons(tx, enrolmentId)) !== null) return;
    const { academy, session } = about.enrolment;
    if (!(await noteWithheld(tx, { academy, session }, { enrolmentId, units: withheld }))) return;
    const { full } = namesIn(fileOf(deps.catalogue(), about));
    const words = say.noSummons(withheld.map(full));
    await tellCandidate(deps, tx, SYSTEM, about, { staffId, piece: null, words, answers: false, lotId: null });
  });
}
