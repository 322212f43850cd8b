import type { Catalogue } from '../catalogue/index.ts';
import { closingOf, type PieceWithFiles, pieceInWords } from '../pieces/index.ts';
import { endInWords, listing, sinceInWords, untilInWords } from '../ui/index.ts';
import type { DecisionNews, Telling } from './rules/decisionNews.ts';
import { texts } from './texts.ts';

const say = texts.mails.decisions;

type News = DecisionNews<PieceWithFiles>;

/** « Document justifiant l'identité (DCSTID01) et Justificatif de domicile (DOMICIL) » */
export function acceptedInWords(catalogue: Catalogue, accepted: News['accepted']): string {
  return listing(accepted.map(({ piece }) => pieceInWords(catalogue, piece.code)));
}

/** For the subject of the mail: what weighs most. */
export function outcomeInWords({ refused, validation, reopened }: News): string {
  if (refused.length > 0) return say.outcome.refused(refused.length);
  if (validation === 'validated') return say.outcome.validated;
  if (validation === 'undone') return say.outcome.undone;
  return reopened.length > 0 ? say.outcome.reopened : say.outcome.examined;
}

/** Every decision, a paragraph each; what weighs most comes first. */
export function decisionsInWords(catalogue: Catalogue, news: News, now: Temporal.Instant): string {
  const name = ({ piece }: Telling<PieceWithFiles>): string => pieceInWords(catalogue, piece.code);
  const plain = news.accepted.filter(({ after }) => after === null);
  return [
    ...(news.validation === 'validated' ? [say.validated] : []),
    ...(news.validation === 'undone' ? [say.validationUndone] : []),
    ...news.refused.flatMap((one) => [
      say.refused(name(one), one.piece.comment ?? ''),
      remedyInWords(one, null, now).remedy,
    ]),
    ...news.accepted.filter(({ after }) => after !== null).map((one) => say.acceptedAfterRefusal(name(one))),
    ...(plain.length === 0 ? [] : [say.accepted(plain.length, acceptedInWords(catalogue, plain))]),
    ...news.reopened.map((one) =>
      one.after === 'compliant' ? say.complianceReopened(name(one)) : say.refusalReopened(name(one)),
    ),
    ...(news.confidential.length === 0 ? [] : [say.confidential]),
  ].join('\n\n');
}

/** What a refusal takes back, until when the piece may be given again, and how to contest. */
export function remedyInWords(
  { piece, after }: Telling<PieceWithFiles>,
  validation: News['validation'],
  now: Temporal.Instant,
): { readonly deadline: string; readonly remedy: string } {
  const closesAt = closingOf(piece);
  const paragraphs = [
    ...(validation === 'undone' ? [say.validationUndone] : []),
    ...(after === 'compliant' ? [say.complianceRefused] : []),
    Temporal.Instant.compare(now, closesAt) < 0
      ? say.giveAgain(untilInWords(closesAt))
      : say.noMoreGiving(sinceInWords(closesAt)),
  ];
  return { deadline: endInWords(closesAt), remedy: paragraphs.join('\n\n') };
}
