import type { SignedInStaff } from '../../accounts/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import { atVersion } from '../../platform/http/once.ts';
import { type Act, record } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { EditorDeps } from '../deps.ts';
import { DRAFT_LIFE, type Draft, type DraftAct, type DraftRefusal } from '../draft.ts';
import { changesAt, insertSave, lockDraft, updateDraft } from '../store/drafts.ts';
import { withAuthor } from './saveDraft.ts';
import { draftSubject } from './subject.ts';

type Deps = Pick<EditorDeps, 'db'>;
export type Done = Promise<Result<null, DraftRefusal>>;

/** Opens a submitted draft again: its author thought better of it, or who read it again says what to mend. */
export async function sendBack(
  deps: Deps,
  act: Act,
  staff: SignedInStaff,
  seen: Draft,
  order: { readonly version: number; readonly reason: string | null },
): Done {
  return changeDraft(deps, act, staff, seen, order.version, 'send-back', async (tx, draft) => {
    await updateDraft(tx, { ...draft, state: 'open', sentBack: order.reason });
    await record(tx, act, 'rules.sentBack', draftSubject(draft), { reason: order.reason });
  });
}

/** Gives a draft up; it is kept, and never opens again. */
export async function abandonDraft(deps: Deps, act: Act, staff: SignedInStaff, seen: Draft, version: number): Done {
  return changeDraft(deps, act, staff, seen, version, 'abandon', async (tx, draft) => {
    await updateDraft(tx, { ...draft, state: 'abandoned' });
    await record(tx, act, 'rules.abandoned', draftSubject(draft), null);
  });
}

/** Puts the draft back as it was in an earlier version: one more save, which can be taken back too. */
export async function takeBack(
  deps: Deps,
  act: Act,
  staff: SignedInStaff,
  seen: Draft,
  order: { readonly version: number; readonly to: number; readonly what: string },
): Done {
  const earlier = await changesAt(deps.db, seen.id, order.to);
  if (earlier === null) return refuse({ code: 'changed-meanwhile' });
  return changeDraft(deps, act, staff, seen, order.version, 'take-back', async (tx, draft) => {
    await insertSave(tx, draft, order.what, staff.accountId);
    await updateDraft(tx, { ...draft, changes: earlier, authors: withAuthor(draft, staff) });
    await record(tx, act, 'rules.saved', draftSubject(draft), { what: order.what, files: Object.keys(earlier) });
  });
}

/**
 * Leans the draft on the rules in force now. Its own files stay as they are written, even where somebody else changed the
 * same file meanwhile: the page of differences shows what that takes back.
 */
export async function bringUpToDate(
  deps: Pick<EditorDeps, 'db' | 'rules'>,
  act: Act,
  staff: SignedInStaff,
  seen: Draft,
  order: { readonly version: number; readonly what: string },
): Done {
  const base = deps.rules.inForce().publication;
  return changeDraft(deps, act, staff, seen, order.version, 'update', async (tx, draft) => {
    await insertSave(tx, draft, order.what, staff.accountId);
    await updateDraft(tx, { ...draft, state: 'open', base, authors: withAuthor(draft, staff) });
    await record(tx, act, 'rules.saved', draftSubject(draft), { what: order.what, files: Object.keys(draft.changes) });
  });
}

export async function changeDraft(
  { db }: Deps,
  act: Act,
  staff: SignedInStaff,
  seen: Draft,
  version: number,
  doing: DraftAct,
  work: (tx: Tx, draft: Draft) => Promise<void>,
): Done {
  return transact<null, DraftRefusal>(db, async (tx) => {
    const draft = await lockDraft(tx, staff.academy, seen.id);
    // One that isn't there is refused as one that was given up.
    const code = DRAFT_LIFE.whyNot(doing, draft?.state ?? 'abandoned');
    const changed: DraftRefusal = { code: code ?? 'changed-meanwhile' };
    if (draft === null) return refuse(changed);
    return atVersion<null, DraftRefusal>(tx, act, { now: draft.version, seen: version }, changed, async () => {
      if (code !== null) return refuse({ code });
      await work(tx, draft);
      return ok(null);
    });
  });
}
