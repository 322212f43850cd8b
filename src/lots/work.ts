import type { DeskDeps } from '../scope/index.ts';

/** Where a long work stands. `failed`: it ended before it was done, and may be asked for again. */
export type WorkState = 'running' | 'finished' | 'failed' | 'stopped';

/** Something that somebody asked for and that takes longer than a page may: it goes on without them, and ends in their tray. */
export type Work = {
  readonly id: string;
  /** What kind of work it is. */
  readonly title: string;
  readonly what: string;
  /** Its page: how far it is, what it gives. */
  readonly href: string;
  readonly state: WorkState;
  readonly done: number;
  /** null: not counted yet. */
  readonly total: number | null;
  readonly orderedAt: Temporal.Instant;
};

/** So long a work stands in the tray of who asked for it. */
export const WORKS_SHOWN = Temporal.Duration.from({ hours: 7 * 24 });

/** The works of one kind that somebody asked for since then; a room declares its own, and `office/works/works.ts` has them all. */
export type WorkSource<Deps = DeskDeps> = (
  deps: Deps,
  by: { readonly academy: string; readonly accountId: string; readonly since: Temporal.Instant },
) => Promise<readonly Work[]>;
