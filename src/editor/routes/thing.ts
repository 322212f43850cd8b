import { type Guard, isDenial } from '../../platform/http/visit.ts';
import type { EditorDeps } from '../deps.ts';
import { type AtDraft, draftKeeper } from '../guards.ts';
import { isOwnSession } from '../rules/otherAcademies.ts';
import { type Shelf, type Thing, thingNamed } from '../rules/things.ts';

export type AtThing = { readonly at: AtDraft; readonly thing: Thing };

export type Completed = (files: AtDraft['files'], code: string) => AtDraft['files'];

/** The draft in the address, and the thing of it that the address names. `completed`: with what stands for it where it has none. */
export function atThing(
  deps: EditorDeps,
  shelf: Shelf,
  parameter: string,
  completed: Completed = (files) => files,
): Guard<AtThing> {
  const keeper = draftKeeper(deps);
  return {
    name: `${keeper.name}, one of its ${shelf}`,
    admit: async (visit) => {
      const at = await keeper.admit(visit);
      if (isDenial(at)) return at;
      const code = visit.params[parameter] ?? '';
      const thing = thingNamed(completed(at.files, code), shelf, code);
      if (thing === undefined) return { denied: 'not-found' };
      const isHidden = shelf === 'sessions' && !isOwnSession(at.files, thing, at.staff.academy);
      return isHidden ? { denied: 'not-found' } : { at, thing };
    },
  };
}
