import { type Guard, isDenial } from '../../platform/http/visit.ts';
import type { EditorDeps } from '../deps.ts';
import { type AtDraft, draftKeeper } from '../guards.ts';
import { type Shelf, type Thing, thingNamed } from '../rules/things.ts';

export type AtThing = { readonly at: AtDraft; readonly thing: Thing };

/** The draft in the address, and the thing of it that the address names. */
export function atThing(deps: EditorDeps, shelf: Shelf, parameter: string): Guard<AtThing> {
  const keeper = draftKeeper(deps);
  return {
    name: `${keeper.name}, one of its ${shelf}`,
    admit: async (visit) => {
      const at = await keeper.admit(visit);
      if (isDenial(at)) return at;
      const thing = thingNamed(at.files, shelf, visit.params[parameter] ?? '');
      return thing === undefined ? { denied: 'not-found' } : { at, thing };
    },
  };
}
