import type { SignedInStaff } from '../../accounts/index.ts';
import { transact } from '../../platform/database/transact.ts';
import { onceAccepted } from '../../platform/http/once.ts';
import { type Act, record } from '../../platform/journal.ts';
import { ok, type Result } from '../../platform/result.ts';
import type { EditorDeps } from '../deps.ts';
import type { Draft, DraftId } from '../draft.ts';
import { insertDraft } from '../store/drafts.ts';
import { draftSubject } from './subject.ts';

export type StartOrder = Pick<Draft, 'title'> & Partial<Pick<Draft, 'changes' | 'delivered'>>;

/** A draft on the rules in force. Two clicks are one draft. */
export async function startDraft(
  deps: Pick<EditorDeps, 'db' | 'rules'>,
  act: Act,
  staff: SignedInStaff,
  { title, changes = {}, delivered = null }: StartOrder,
  key: string | null,
): Promise<Result<DraftId, never>> {
  const sent = { key, owner: staff.accountId, purpose: 'start rule draft', content: { title, changes, delivered } };
  return transact<DraftId, never>(deps.db, (tx) =>
    onceAccepted<DraftId, never>(tx, sent, async () => {
      const id = await insertDraft(tx, {
        academy: staff.academy,
        title,
        base: deps.rules.inForce().publication,
        changes,
        delivered,
        startedBy: staff.accountId,
      });
      await record(tx, act, 'rules.started', draftSubject({ id, academy: staff.academy }), { title });
      return ok(id);
    }),
  );
}
