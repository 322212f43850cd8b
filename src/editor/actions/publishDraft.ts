import { type SignedInStaff, secondPerson } from '../../accounts/index.ts';
import { lockPublications, packFingerprint, publish } from '../../catalogue/index.ts';
import { transact } from '../../platform/database/transact.ts';
import { atVersion } from '../../platform/http/once.ts';
import { type Act, record } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { EditorDeps } from '../deps.ts';
import { DRAFT_LIFE, type DraftRefusal, type OpenDraft } from '../draft.ts';
import { examinePack, runCases } from '../examination.ts';
import { changesHealth } from '../rules/stillNamed.ts';
import { lockDraft, writePublished } from '../store/drafts.ts';
import { draftSubject } from './subject.ts';
import { obstacleIn } from './submitDraft.ts';

export type PublishOrder = {
  readonly version: number;
  /** Why although cases fail; null when none does. */
  readonly despite: string | null;
  /** Do the pieces of registered enrolments follow? null when no enrolment is touched, and no piece that holds health data. */
  readonly applied: boolean | null;
  /** Was it ticked that these rules close something that is open? */
  readonly closes: boolean;
};

/** Every node has the new rules by then: whoever registers later is not touched by them. */
const TOLD_AFTER_SECONDS = 10;

/**
 * Puts a submitted draft in force, by a second person (decision 100). Enrolments that would be lost and failing cases are
 * judged again here, whatever the page showed. Gives the number of the publication.
 */
export async function publishDraft(
  deps: Pick<EditorDeps, 'db' | 'rules' | 'readings' | 'accounts' | 'clock' | 'jobs'>,
  act: Act,
  staff: SignedInStaff,
  open: OpenDraft,
  order: PublishOrder,
): Promise<Result<number, DraftRefusal>> {
  const { read } = open;
  if (!read.ok) return refuse({ code: 'faulty' });
  const cases = await runCases(deps, read.value);
  if (cases === null) return refuse({ code: 'cases-not-run' });
  const failing = cases.some(({ differences }) => differences.length > 0);
  if (failing && order.despite === null) return refuse({ code: 'reason-needed' });
  const consequences = await examinePack(deps, read.value);
  const obstacle = obstacleIn(consequences);
  if (obstacle !== null) return refuse(obstacle);
  const asks = consequences.touched.length > 0 || changesHealth(deps.rules.current().pack, read.value);
  if (asks && order.applied === null) return refuse({ code: 'choice-needed' });
  if (consequences.closures.length > 0 && !order.closes) return refuse({ code: 'closing-unconfirmed' });

  const done = await transact<number, DraftRefusal>(deps.db, async (tx) => {
    const inForce = await lockPublications(tx);
    const draft = await lockDraft(tx, staff.academy, open.draft.id);
    if (draft === null) return refuse({ code: 'not-submitted' });
    const code = DRAFT_LIFE.whyNot('publish', draft.state);
    const changed: DraftRefusal = { code: code ?? 'changed-meanwhile' };
    return atVersion<number, DraftRefusal>(tx, act, { now: draft.version, seen: order.version }, changed, async () => {
      if (code !== null || draft.version !== open.draft.version) return refuse(changed);
      // By the rules in force: a draft can't shorten it for itself.
      const days = deps.rules.current().installation().secondPersonDays;
      const second = await secondPerson(tx, { by: staff.accountId, wrote: draft.authors, days });
      if (!second.ok) return second;
      if (inForce === null || inForce.id !== draft.base) return refuse({ code: 'other-rules-in-force' });
      const fingerprint = packFingerprint(read.value);
      const folder = draft.delivered ?? inForce.folder;
      const publication = await publish(
        tx,
        act,
        { files: open.files, fingerprint, origin: 'office', folder },
        staff.academy,
      );
      const applied = order.applied ?? false;
      const publishedDespite = failing ? order.despite : null;
      await writePublished(tx, draft, second.value, { publication, publishedDespite, applied: order.applied });
      await record(tx, act, 'rules.published', draftSubject(draft), {
        publication,
        fingerprint,
        despite: order.despite,
      });
      await deps.jobs.enqueue(tx, 'rules.tell', { publication, before: inForce.id, applied }, TOLD_AFTER_SECONDS);
      return ok(publication);
    });
  });
  if (done.ok) await deps.rules.refresh();
  return done;
}
