import { isRunning, lockEnrolment, readEnrolmentId } from '../../enrolment/index.ts';
import { whyUnreadable } from '../../keptFiles/index.ts';
import { paperAddresses as addresses, type PaperActDeps } from '../../papers/index.ts';
import { closingOf, findPieceById, pieceInWords, refuseDeposit } from '../../pieces/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Published } from '../../platform/events.ts';
import { SYSTEM } from '../../platform/journal.ts';
import { aboutOf, post, valuesOf } from '../../post/index.ts';
import { untilInWords } from '../../ui/index.ts';
import { fileMails } from '../mails.ts';
import { mailTexts } from '../texts.ts';

const say = mailTexts.infected;

type Unusable = Published<'piece.fileInfected' | 'piece.fileRefused'>;

/** Of a piece, and of a document of health, which its receipt alone names. */
const MAILS = {
  'piece.fileInfected': [fileMails.fileInfected, fileMails.healthInfected],
  'piece.fileRefused': [fileMails.fileUnreadable, fileMails.healthUnreadable],
} as const;

/**
 * The mail of a file that can't serve, at once: it is infected, or couldn't be read. There may be time to give another. Who has no mail box
 * deposits nothing: it is a scan of the office's, which sees on the file that it is to be made again.
 */
export async function tellUnusable(
  deps: PaperActDeps,
  tx: Tx,
  { id: eventId, name, payload }: Unusable,
): Promise<void> {
  if ('replacedBy' in payload) return;
  const id = readEnrolmentId(payload.enrolmentId);
  const enrolment = id === null ? null : await lockEnrolment(tx, id);
  if (enrolment === null || !isRunning(enrolment)) return;
  const piece = await findPieceById(tx, enrolment.academy, payload.pieceId);
  const candidate = await deps.findCandidate(tx, enrolment.candidateId);
  if (piece === null || candidate === null) return;
  const about = aboutOf(deps.catalogue(), enrolment, candidate);
  const path = piece.confidential ? addresses.pieces(enrolment.id) : addresses.piece(enrolment.id, piece.code);
  const { now } = await readMoment(tx, SYSTEM);
  const until = refuseDeposit(piece, { begunAt: now, now }) === null ? closingOf(piece) : null;
  const { receipt } = payload;
  const values = {
    ...valuesOf(deps, about, path),
    // A mail box has other readers, and an officer is nobody to ask about health: the page says to whom.
    ...(piece.confidential ? { contact: say.whomOfHealth } : {}),
    receipt,
    file: [...piece.files, ...piece.refused].find((file) => file.receipt === receipt)?.name ?? receipt,
    piece: pieceInWords(deps.catalogue(), piece),
    remedy: until === null ? say.write(piece.confidential) : say.giveAnother(untilInWords(until)),
    comment: 'why' in payload ? whyOf(payload, until !== null) : '',
  };
  const [ofPiece, ofHealth] = MAILS[name];
  const mail = piece.confidential ? ofHealth : ofPiece;
  await post(deps, tx, about, { eventId }, mail.write(deps.catalogue(), values));
}

function whyOf({ why, page }: Published<'piece.fileRefused'>['payload'], mayGive: boolean): string {
  const words = whyUnreadable(why, mayGive);
  return page === undefined ? words : say.ofPage(page, words);
}
