/**
 * Whose turn it is, where a run of everything (`npm test`) tries a part of what there is, and another after each commit: of so many parts
 * one, from 0. Null: all are tried, as they are by a file that is run alone and by the command of its campaign.
 */
export function turnOf(parts: number): number | null {
  const { REGISTRE_TURN: drawn } = process.env;
  return drawn === undefined ? null : Number(drawn) % parts;
}

/** Those whose turn it is among these, in their order; all where no turn is drawn. */
export function ofThisTurn<Item>(items: readonly Item[], parts: number): readonly Item[] {
  const turn = turnOf(parts);
  return items.filter((_, index) => turn === null || index % parts === turn);
}
