import { type Facts, holds, type PieceType, withoutHealth } from '../../catalogue/index.ts';

/** A piece that the rules ask for, each with its reasons: never a line without a why. */
export type RequiredPiece = { readonly code: string; readonly reasons: readonly string[] };

/**
 * The pieces asked of an enrolment, in the order of the catalogue (docs/product.md). Those that only excuse others
 * (R.408 waiver) are offered, not asked.
 */
export function requiredPieces(types: readonly PieceType[], facts: Facts): readonly RequiredPiece[] {
  return types.filter(({ health, excuses }) => !health && excuses.length === 0).flatMap(asked(facts));
}

/** The pieces that may be given instead of others that are asked: offered, never demanded (R.408 waiver). */
export function offeredPieces(types: readonly PieceType[], facts: Facts): readonly RequiredPiece[] {
  const required = new Set(requiredPieces(types, facts).map(({ code }) => code));
  return types.filter(({ excuses }) => excuses.some((code) => required.has(code))).flatMap(asked(facts));
}

/** What is declared of one's health decides on no piece that the office reads: being asked for it would tell. */
const asked = (facts: Facts) => {
  const seen = withoutHealth(facts);
  return ({ code, rules, health }: PieceType): readonly RequiredPiece[] => {
    const reasons = rules.filter((rule) => holds(rule.when, health ? facts : seen)).map((rule) => rule.why);
    return reasons.length === 0 ? [] : [{ code, reasons: [...new Set(reasons)] }];
  };
};
