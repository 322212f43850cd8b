import type { Piece } from '../piece.ts';

/** A piece that becomes *dispensé*, and the waiver that makes it so. */
export type Excused = { readonly code: string; readonly by: string };

export type ExcuseChanges = {
  readonly excused: readonly Excused[];
  /** Pieces whose waiver no longer holds: they are again what they were. */
  readonly dueAgain: readonly string[];
};

type Standing = Pick<Piece, 'code' | 'status' | 'excuses' | 'excusedBy'>;

/**
 * What the waivers of an enrolment change now (order of 20 July 2015, article 1): a compliant one excuses the pieces that it
 * names, as long as they are asked. A certificate found compliant needs no excuse and stays so.
 */
export function excuseChanges(pieces: readonly Standing[]): ExcuseChanges {
  const waivers = pieces.filter(({ status }) => status === 'compliant');
  const changes = pieces.map((piece) => {
    const { code, status } = piece;
    const needsNone = status === 'not-applicable' || status === 'compliant';
    const by = needsNone ? undefined : waivers.find(({ excuses }) => excuses.includes(code))?.code;
    return { piece, by: by ?? null };
  });
  return {
    excused: changes.flatMap(({ piece, by }) =>
      by === null || piece.excusedBy === by ? [] : [{ code: piece.code, by }],
    ),
    dueAgain: changes.flatMap(({ piece, by }) => (by === null && piece.excusedBy !== null ? [piece.code] : [])),
  };
}
