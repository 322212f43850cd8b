import type { SignedInStaff } from '../../accounts/index.ts';
import type { PackFile } from '../../catalogue/index.ts';
import { transact } from '../../platform/database/transact.ts';
import { atVersion } from '../../platform/http/once.ts';
import { type Act, record } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { EditorDeps } from '../deps.ts';
import { DRAFT_LIFE, type Draft, type DraftRefusal, type FileChanges, type OpenDraft } from '../draft.ts';
import { changesBetween, isTooBig } from '../rules/files.ts';
import { lostByChange } from '../rules/mailNeeds.ts';
import { othersTouched } from '../rules/otherAcademies.ts';
import { insertSave, lockDraft, updateDraft } from '../store/drafts.ts';
import { draftSubject } from './subject.ts';

export type SaveOrder = {
  /** The version that the form was made from. */
  readonly version: number;
  /** All files as they are to be. */
  readonly files: readonly PackFile[];
  /** What was done, for the list of saves: « Session 2027 copiée ». */
  readonly what: string;
};

/** Keeps a change of a draft, faulty or not; each save can be taken back. */
export async function saveDraft(
  deps: Pick<EditorDeps, 'db' | 'rules'>,
  act: Act,
  staff: SignedInStaff,
  open: OpenDraft,
  { version, what, files }: SaveOrder,
): Promise<Result<null, DraftRefusal>> {
  if (isTooBig(open.files, files)) return refuse({ code: 'too-big' });
  const changes = changesBetween(open.before, files);
  if (Object.entries(changes).flat().some(isUnwritable)) return refuse({ code: 'control-character' });
  const names = othersTouched(open.files, files, staff.academy);
  if (names.length > 0) return refuse({ code: 'other-academy', names });
  const lost = lostByChange(deps.rules.mails, open.files, files);
  if (lost.length > 0) return refuse({ code: 'mail-loses', lost });
  return transact<null, DraftRefusal>(deps.db, async (tx) => {
    const draft = await lockDraft(tx, staff.academy, open.draft.id);
    if (draft === null || !DRAFT_LIFE.may('save', draft.state)) return refuse({ code: 'not-open' });
    const versions = { now: draft.version, seen: version };
    return atVersion<null, DraftRefusal>(tx, act, versions, { code: 'changed-meanwhile' }, async () => {
      if (sameChanges(draft.changes, changes)) return refuse({ code: 'nothing-changed' });
      await insertSave(tx, draft, what, staff.accountId);
      await updateDraft(tx, { ...draft, changes, authors: withAuthor(draft, staff) });
      await record(tx, act, 'rules.saved', draftSubject(draft), { what, files: Object.keys(changes) });
      return ok(null);
    });
  });
}

export function withAuthor({ authors }: Draft, { accountId }: SignedInStaff): readonly string[] {
  return [...new Set([...authors, accountId])];
}

function sameChanges(a: FileChanges, b: FileChanges): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && a[name] === b[name]);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** What no keyboard gives, and no YAML file may hold. */
function isUnwritable(text: string | null): boolean {
  return text !== null && (CONTROL.test(text) || !text.isWellFormed());
}
