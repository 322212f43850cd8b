import type { SignedInStaff } from '../../accounts/index.ts';
import { type Act, record } from '../../platform/journal.ts';
import { refuse } from '../../platform/result.ts';
import type { EditorDeps } from '../deps.ts';
import type { DraftRefusal, OpenDraft } from '../draft.ts';
import { type Consequences, examinePack } from '../examination.ts';
import { updateDraft } from '../store/drafts.ts';
import { changeDraft, type Done } from './changeState.ts';
import { draftSubject } from './subject.ts';
import { tellKeepers } from './tellKeepers.ts';

type Deps = Pick<EditorDeps, 'db' | 'rules' | 'accounts' | 'clock' | 'outbox' | 'publicUrl'>;

/**
 * Asks somebody else to read it again and to publish it, and tells them. Only a sound draft that changes something, and
 * that somebody could publish, is submitted.
 */
export async function submitDraft(
  deps: Deps,
  act: Act,
  staff: SignedInStaff,
  { draft: seen, read }: OpenDraft,
  order: { readonly version: number; readonly purpose: string },
): Done {
  if (!read.ok) return refuse({ code: 'faulty' });
  if (Object.keys(seen.changes).length === 0) return refuse({ code: 'nothing-changed' });
  const obstacle = obstacleIn(await examinePack(deps, read.value));
  if (obstacle !== null) return refuse(obstacle);
  return changeDraft(deps, act, staff, seen, order.version, 'submit', async (tx, draft) => {
    const { purpose } = order;
    await updateDraft(tx, { ...draft, state: 'submitted', submittedBy: staff.accountId, purpose, sentBack: null });
    const eventId = await record(tx, act, 'rules.submitted', draftSubject(draft), { purpose });
    await tellKeepers(deps, tx, { eventId, draft, purpose, author: staff.displayName });
  });
}

/** Why nobody may publish rules with these consequences; null when somebody may. */
export function obstacleIn({ lostNames, breaches, touched }: Consequences): DraftRefusal | null {
  if (lostNames.length > 0 || touched.some(({ effects }) => effects.lost)) return { code: 'loses-enrolments' };
  return breaches.length > 0 ? { code: 'running-session' } : null;
}
