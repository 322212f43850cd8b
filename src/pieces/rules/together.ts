import type { PieceWithFiles } from '../piece.ts';
import { handOverState } from './pieceState.ts';

type Online = Pick<
  PieceWithFiles,
  'code' | 'status' | 'handedOverAt' | 'mode' | 'excuses' | 'files' | 'group' | 'dueAt'
>;

/** What one click on *J'ai fourni toutes mes pièces* hands over, in the order of the groups. */
export type DecidedTogether = { readonly dueAt: Temporal.Instant; readonly groups: readonly string[] };

/**
 * The groups due at one instant, none of which misses anything, with at least one that waits for the button: the first to be
 * due. Null while no such set is whole; a group alone may be ready all the same (`handOverState`).
 */
export function readyTogether(pieces: readonly Online[]): DecidedTogether | null {
  const asked = pieces.filter(({ mode, status }) => mode === 'online' && status !== 'not-applicable');
  const sets = [...Map.groupBy(asked, ({ dueAt }) => dueAt.epochMilliseconds)].toSorted(
    ([one], [other]) => one - other,
  );
  for (const [at, set] of sets) {
    const states = [...Map.groupBy(set, ({ group }) => group)].map(([group, own]) => ({
      group,
      state: handOverState(own),
    }));
    const groups = states.filter(({ state }) => state === 'ready').map(({ group }) => group);
    if (groups.length > 0 && states.every(({ state }) => state !== 'missing'))
      return { dueAt: Temporal.Instant.fromEpochMilliseconds(at), groups };
  }
  return null;
}
