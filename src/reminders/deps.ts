import type { PaperActDeps } from '../papers/index.ts';
import type { Jobs } from '../platform/jobs.ts';

/** What the acts of this room work with. */
export type RemindersDeps = PaperActDeps & { readonly jobs: Pick<Jobs, 'handle' | 'enqueue' | 'everyMinute'> };
export type RemindDeps = PaperActDeps;
