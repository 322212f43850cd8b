import type { Catalogue, PieceType, ResolvedSession } from '../../catalogue/index.ts';

/** The certificates of safety that the session's exam may ask for (R.408): the pieces asked of who needs scaffolding, none of health. */
export function certificateCodes(
  catalogue: Pick<Catalogue, 'pieceTypes'>,
  { exam }: Pick<ResolvedSession, 'exam'>,
): readonly string[] {
  return catalogue
    .pieceTypes(exam)
    .filter(isCertificate)
    .map(({ code }) => code);
}

function isCertificate({ health, rules }: PieceType): boolean {
  return !health && rules.some(({ when }) => JSON.stringify(when).includes('"scaffoldingAnnexes"'));
}
