import { type Guard, isDenial } from '../../platform/http/visit.ts';
import type { EditorDeps } from '../deps.ts';
import { type AtDraft, draftKeeper } from '../guards.ts';
import { type Entry, entryNamed, type Shelf } from '../rules/entries.ts';
import { isOwnSession } from '../rules/otherAcademies.ts';

export type AtEntry = { readonly at: AtDraft; readonly entry: Entry };

export type Completed = (files: AtDraft['files'], code: string) => AtDraft['files'];

/** The draft in the address, and the entry of it that the address names. `completed`: with what stands for it where it has none. */
export function atEntry(
  deps: EditorDeps,
  shelf: Shelf,
  parameter: string,
  completed: Completed = (files) => files,
): Guard<AtEntry> {
  const keeper = draftKeeper(deps);
  return {
    name: `${keeper.name}, one of its ${shelf}`,
    admit: async (visit) => {
      const at = await keeper.admit(visit);
      if (isDenial(at)) return at;
      const code = visit.params[parameter] ?? '';
      const entry = entryNamed(completed(at.files, code), shelf, code);
      if (entry === undefined) return { denied: 'not-found' };
      const isHidden = shelf === 'sessions' && !isOwnSession(at.files, entry, at.staff.academy);
      return isHidden ? { denied: 'not-found' } : { at, entry };
    },
  };
}
