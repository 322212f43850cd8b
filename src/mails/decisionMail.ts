import { enrolmentAddresses } from '../enrolment/index.ts';
import { paperAddresses as addresses, type PaperActDeps, remediesFrom } from '../papers/index.ts';
import { type PieceWithFiles, pieceInWords } from '../pieces/index.ts';
import { parisDay } from '../platform/time.ts';
import { type About, type Mail, valuesOf, type WrittenTold } from '../post/index.ts';
import { listing, shortDay } from '../ui/index.ts';
import {
  acceptedInWords,
  contestInWords,
  decisionsInWords,
  examinedInWords,
  outcomeInWords,
  remedyInWords,
} from './decisionTexts.ts';
import { fileMails } from './mails.ts';
import type { DecisionNews } from './rules/decisionNews.ts';
import type { DecisionToMail } from './store.ts';
import { mailTexts } from './texts.ts';

const say = mailTexts;

export type WrittenDecisionMail = WrittenTold & Pick<Mail, 'behind'>;

/** The mail of some decisions: of one thing in its own words, of several in those of all; null when nothing is left to tell. */
export function decisionMail(
  deps: Pick<PaperActDeps, 'catalogue' | 'publicUrl'>,
  about: About,
  given: DecisionNews<PieceWithFiles>,
  { todo, now }: { readonly todo: string; readonly now: Temporal.Instant },
): WrittenDecisionMail | null {
  const catalogue = deps.catalogue();
  const { id } = about.enrolment;
  const { validation, refused } = given;
  // A validation says that all the pieces that count are in order.
  const accepted =
    validation === 'validated' ? given.accepted.filter(({ piece }) => !piece.countsForValidation) : given.accepted;
  const news = { ...given, accepted };
  const remedies = remediesFrom(about, parisDay(now));
  const hub = valuesOf(deps, about, enrolmentAddresses.hub(id));
  const list = valuesOf(deps, about, addresses.pieces(id));
  switch (whatAlone(news)) {
    case 'nothing':
      return null;
    case 'validation':
      return fileMails.validated.write(catalogue, hub);
    case 'confidential':
      return {
        ...fileMails.healthExamined.write(catalogue, list),
        behind: examinedInWords(catalogue, news.confidential, now),
      };
    case 'accepted': {
      const values = { ...list, pieces: acceptedInWords(catalogue, accepted), todo };
      return fileMails.piecesAccepted.write(catalogue, values);
    }
    case 'refused': {
      const [refusal] = refused;
      if (refusal === undefined) break;
      const { piece } = refusal;
      const values = {
        ...valuesOf(deps, about, addresses.piece(id, piece.code)),
        piece: pieceInWords(catalogue, piece),
        comment: piece.comment ?? '',
        ...remedyInWords(catalogue, refusal, validation, now, remedies),
      };
      return fileMails.pieceRefused.write(catalogue, values);
    }
    default:
  }
  const decisions = decisionsInWords(catalogue, news, now);
  const values = { ...hub, outcome: outcomeInWords(news), decisions, todo, remedy: contestInWords(news, remedies) };
  const mail = fileMails.decided.write(catalogue, values);
  return { ...mail, body: mail.body.replace(/\n{3,}/g, '\n\n') };
}

/**
 * What an officer filed for its candidate, with the receipt of each that they haven't taken away since: of one thing or of several in the same
 * words; null when nothing is left to tell.
 */
export function filedMail(
  deps: Pick<PaperActDeps, 'catalogue' | 'publicUrl'>,
  about: About,
  filings: readonly DecisionToMail[],
  pieces: readonly PieceWithFiles[],
): (WrittenDecisionMail & { readonly eventId: string }) | null {
  const catalogue = deps.catalogue();
  const filed = pieces.flatMap((piece) => {
    const theirs = filings.filter(({ pieceId }) => pieceId === piece.id).map(({ receipt }) => receipt);
    const files = piece.files.filter(({ receipt }) => theirs.includes(receipt));
    return files.length === 0 ? [] : [{ piece, files }];
  });
  const [[first], [only, ...others]] = [filings, filed];
  if (first === undefined || only === undefined) return null;
  const { id } = about.enrolment;
  const values = {
    ...valuesOf(deps, about, others.length === 0 ? addresses.piece(id, only.piece.code) : addresses.pieces(id)),
    piece: listing(filed.map(({ piece }) => pieceInWords(catalogue, piece))),
    receipt: filed
      .flatMap(({ piece, files }) =>
        files.map(({ receipt, begunAt, finishedAt }) =>
          say.receipt(receipt, {
            code: others.length === 0 ? null : piece.code,
            on: shortDay(parisDay(begunAt)),
            filedOn: shortDay(parisDay(finishedAt)),
          }),
        ),
      )
      .join(', '),
  };
  return { eventId: first.eventId, ...fileMails.pieceFiled.write(catalogue, values) };
}

/** The one thing that there is to tell, where it has a mail of its own. */
function whatAlone({
  refused,
  accepted,
  reopened,
  confidential,
  validation,
}: DecisionNews<PieceWithFiles>): 'nothing' | 'validation' | 'confidential' | 'accepted' | 'refused' | 'several' {
  const counts = [refused, accepted, reopened, confidential].map(({ length }) => length);
  const kinds = counts.filter((count) => count > 0).length;
  if (kinds === 0 && validation !== 'undone') return validation === null ? 'nothing' : 'validation';
  if (kinds !== 1 || validation === 'validated') return 'several';
  // A validation is undone by a refusal, whose mail says so.
  if (refused.length === 1) return 'refused';
  if (validation !== null) return 'several';
  if (confidential.length > 0) return 'confidential';
  return accepted.length > 0 && accepted.every(({ after }) => after === null) ? 'accepted' : 'several';
}
