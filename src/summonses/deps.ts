import type { ExamDeps } from '../exam/index.ts';
import type { PaperActDeps } from '../papers/index.ts';

/** What the pages of this room work with. */
export type SummonsDeps = ExamDeps & {
  /** What candidates are written to with. */
  readonly letters: PaperActDeps;
};
