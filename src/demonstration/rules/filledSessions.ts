import type { ResolvedSession } from '../../catalogue/index.ts';

/** Of a demonstration that was filled: the session whose exam was sat, and the one that is open now. */
export type FilledSessions<One> = { readonly sat: One; readonly open: One };

/** null: an empty demonstration, whose pack has one session of its own at most. */
export function filledSessions<One extends Pick<ResolvedSession, 'demonstration' | 'window'>>(
  sessions: readonly One[],
): FilledSessions<One> | null {
  const own = sessions
    .filter(({ demonstration }) => demonstration)
    .toSorted((one, other) => Temporal.Instant.compare(one.window.opensAt, other.window.opensAt));
  const [sat, ...later] = own;
  const open = later.at(-1);
  return sat && open ? { sat, open } : null;
}
