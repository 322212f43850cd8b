import type { ExamActDeps } from '../exam/index.ts';
import type { Placer } from './placing/placer.ts';

/** What the placing works with. */
export type PlacingDeps = ExamActDeps & { readonly placer: Pick<Placer, 'place'> };
