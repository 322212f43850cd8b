import type { PaperActDeps } from '../papers/index.ts';

/** What the acts of this room work with. */
export type HearingActDeps = PaperActDeps;
