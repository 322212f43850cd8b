import { type Facts, holds, type PieceType } from '../../catalogue/index.ts';

/** A piece that the rules ask for, each with its reasons: never a line without a why. */
export type RequiredPiece = { readonly code: string; readonly reasons: readonly string[] };

/**
 * The pieces asked of an enrolment, in the order of the catalogue (pieces.md, section 3). Those that only excuse others
 * (R.408 waiver) hold health data and have readers of their own: they are not asked for here.
 */
export function requiredPieces(types: readonly PieceType[], facts: Facts): readonly RequiredPiece[] {
  return types.flatMap((type) => {
    if (type.health || type.excuses.length > 0) return [];
    const reasons = type.rules.filter((rule) => holds(rule.when, facts)).map((rule) => rule.why);
    return reasons.length === 0 ? [] : [{ code: type.code, reasons: [...new Set(reasons)] }];
  });
}
