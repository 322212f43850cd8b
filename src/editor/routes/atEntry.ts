import { type Guard, reaching } from '../../platform/http/visit.ts';
import type { EditorDeps } from '../deps.ts';
import { type AtDraft, draftKeeper } from '../guards.ts';
import { entryNamed, type PackEntry, type Shelf } from '../rules/entries.ts';
import { isOwnSession } from '../rules/otherAcademies.ts';

export type AtEntry = { readonly at: AtDraft; readonly entry: PackEntry };

export type Completed = (files: AtDraft['files'], code: string) => AtDraft['files'];

/** The draft in the address, and the entry of it that the address names. `completed`: with what stands for it where it has none. */
export function atEntry(
  deps: EditorDeps,
  shelf: Shelf,
  parameter: string,
  completed: Completed = (files) => files,
): Guard<AtEntry> {
  const keeper = draftKeeper(deps);
  return reaching(keeper, `one of its ${shelf}`, async (at, visit) => {
    const code = visit.params[parameter] ?? '';
    const entry = entryNamed(completed(at.files, code), shelf, code);
    if (entry === undefined) return null;
    const isHidden = shelf === 'sessions' && !isOwnSession(at.files, entry, at.staff.academy);
    return isHidden ? null : { at, entry };
  });
}
