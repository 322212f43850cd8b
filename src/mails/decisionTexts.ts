import type { Catalogue } from '../catalogue/index.ts';
import {
  closingOf,
  endOfGiving,
  isOver,
  lastDayBefore,
  mayReplace,
  type PieceWithFiles,
  pieceInWords,
} from '../pieces/index.ts';
import { dayInWords, listing, sinceInWords } from '../ui/index.ts';
import type { DecisionNews, PieceTelling } from './rules/decisionNews.ts';
import { mailTexts } from './texts.ts';

const say = mailTexts.decisions;

type News = DecisionNews<PieceWithFiles>;

/** « Document justifiant l'identité (DCSTID01) et Justificatif de domicile (DOMICIL) » */
export function acceptedInWords(catalogue: Catalogue, accepted: News['accepted']): string {
  return listing(accepted.map(({ piece }) => pieceInWords(catalogue, piece)));
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
  const name = ({ piece }: PieceTelling<PieceWithFiles>): string => pieceInWords(catalogue, piece);
  const plain = news.accepted.filter(({ after }) => after === null);
  return [
    ...(news.validation === 'validated' ? [say.validated] : []),
    ...(news.validation === 'undone' ? [say.validationUndone] : []),
    ...(news.validation === null ? onlyToRedo(news.refused, now) : []),
    ...[...Map.groupBy(news.refused, ({ piece }) => wayOut(catalogue, piece, 1, now)).values()].flatMap((alike) => [
      ...alike.map((one) => [say.refused(name(one), one.piece.comment ?? ''), ...aboutIt(one)].join('\n')),
      ...alike.slice(0, 1).map(({ piece }) => wayOut(catalogue, piece, alike.length, now)),
    ]),
    ...news.accepted.filter(({ after }) => after !== null).map((one) => say.acceptedAfterRefusal(name(one))),
    ...(plain.length === 0 ? [] : [say.accepted(plain.length, acceptedInWords(catalogue, plain))]),
    ...news.reopened.map((one) =>
      one.after === 'compliant' ? say.complianceReopened(name(one)) : say.refusalReopened(name(one)),
    ),
    ...(news.confidential.length === 0 ? [] : [say.confidential]),
  ].join('\n\n');
}

/** Of documents of health, in a letter of their own: sealed, it names them, which a mail doesn't. */
export function examinedInWords(catalogue: Catalogue, pieces: News['confidential'], now: Temporal.Instant): string {
  const telling = (status: PieceWithFiles['status']): News['refused'] =>
    pieces.filter((piece) => piece.status === status).map((piece) => ({ piece, after: null }));
  const [refused, accepted] = [telling('non-compliant'), telling('compliant')];
  const decided = { refused, accepted, reopened: [], confidential: [], validation: null };
  const others = pieces.filter(({ status }) => status !== 'non-compliant' && status !== 'compliant');
  const again = others.map((piece) => say.examinedAgain(pieceInWords(catalogue, piece)));
  return [decisionsInWords(catalogue, decided, now), ...again].filter((one) => one !== '').join('\n\n');
}

/**
 * How it is notified, and the remedies (CRPA L411-2; code de justice administrative, R421-1, R421-5); empty where nothing is decided against the
 * candidate: a piece to be given again decides nothing.
 */
export function contestInWords({ validation }: Pick<News, 'validation'>, remedies: readonly string[]): string {
  return validation === 'undone' ? [say.notified, ...remedies].join('\n\n') : '';
}

/** What a refusal takes back, until when the piece may be given again, and how to contest where a validation falls with it. */
export function remedyInWords(
  catalogue: Catalogue,
  refusal: PieceTelling<PieceWithFiles>,
  validation: News['validation'],
  now: Temporal.Instant,
  remedies: readonly string[],
): { readonly deadline: string; readonly remedy: string } {
  return {
    deadline: refusal.piece.awaitsNotice ? say.dayOfNotice : endOfGiving(refusal.piece.mode, closingOf(refusal.piece)),
    remedy: [
      ...(validation === 'undone' ? [] : onlyToRedo([refusal], now)),
      ...(validation === 'undone' ? [say.validationUndone] : []),
      ...aboutIt(refusal),
      wayOut(catalogue, refusal.piece, 1, now),
      contestInWords({ validation }, remedies),
    ]
      .filter((one) => one !== '')
      .join('\n\n'),
  };
}

function isOpen(piece: PieceWithFiles, now: Temporal.Instant): boolean {
  return !isOver(piece, now);
}

/** Said where each may still be given again: nobody is told that nothing is lost once it is. */
function onlyToRedo(refused: News['refused'], now: Temporal.Instant): readonly string[] {
  const open = refused.every(({ piece }) => isOpen(piece, now));
  return refused.length > 0 && open ? [say.onlyToRedo(refused.length)] : [];
}

function aboutIt({ piece, after }: PieceTelling<PieceWithFiles>): readonly string[] {
  return [
    ...(after === 'compliant' ? [say.complianceRefused] : []),
    ...(piece.returnedOn === null ? [] : [say.returned(dayInWords(piece.returnedOn))]),
  ];
}

/** Said once of the pieces that are given again in one way by one day. */
function wayOut(catalogue: Catalogue, piece: PieceWithFiles, count: number, now: Temporal.Instant): string {
  const { mode } = piece;
  const closesAt = closingOf(piece);
  if (piece.awaitsNotice) return say.fromNotice(mode === 'post', count);
  const isJoined = mayReplace(piece, catalogue.pieceType(piece)?.repeatable === true);
  if (isOpen(piece, now))
    return mode === 'post'
      ? say.sendAgain(endOfGiving(mode, closesAt), count)
      : [say.giveAgain(endOfGiving(mode, closesAt), count), ...(isJoined ? [say.joins] : [])].join(' ');
  return mode === 'post'
    ? say.noMoreSending(dayInWords(lastDayBefore(closesAt)), count)
    : say.noMoreGiving(sinceInWords(closesAt), count);
}
