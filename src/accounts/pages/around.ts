import type { Chrome, Flash } from '../../ui/index.ts';

/** What stands around any page of this room. */
export type Around = { readonly chrome: Chrome; readonly csrf: string; readonly flash: Flash | null };
