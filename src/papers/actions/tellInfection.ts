import { isRunning, lockEnrolment, readEnrolmentId } from '../../enrolment/index.ts';
import { closingOf, findPieceById, type PieceWithFiles, pieceInWords } from '../../pieces/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Published } from '../../platform/events.ts';
import { SYSTEM } from '../../platform/journal.ts';
import { untilInWords } from '../../ui/index.ts';
import { aboutOf } from '../about.ts';
import { addresses } from '../addresses.ts';
import type { PaperActDeps } from '../deps.ts';
import { letter } from '../letter.ts';
import { post, valuesOf } from '../mails.ts';
import { mailTexts } from '../mailTexts.ts';

const say = mailTexts.infected;

/**
 * The mail of an infected file, at once: there may be time to give another. A document of health is named by its receipt alone. Who
 * has no mail box deposits nothing: it is a scan of the office's, which sees on the file that it is to be made again.
 */
export async function tellInfection(
  deps: PaperActDeps,
  tx: Tx,
  { id: eventId, payload }: Published<'piece.fileInfected'>,
): Promise<void> {
  const id = readEnrolmentId(payload.enrolmentId);
  const enrolment = id === null ? null : await lockEnrolment(tx, id);
  if (enrolment === null || !isRunning(enrolment)) return;
  const piece = await findPieceById(tx, enrolment.academy, payload.pieceId);
  const candidate = await deps.findCandidate(tx, enrolment.candidateId);
  if (piece === null || candidate === null) return;
  const about = aboutOf(deps.catalogue(), enrolment, candidate);
  const path = piece.confidential ? addresses.pieces(enrolment.id) : addresses.piece(enrolment.id, piece.code);
  const { receipt } = payload;
  const values = { ...valuesOf(deps, about, path), receipt, remedy: await remedyOf(tx, piece) };
  const mail = piece.confidential
    ? { template: 'document.infected' as const, ...letter(deps.catalogue(), 'document.infected', values) }
    : {
        template: 'file.infected' as const,
        ...letter(deps.catalogue(), 'file.infected', { ...values, piece: pieceInWords(deps.catalogue(), piece) }),
      };
  await post(deps, tx, about, { eventId, template: mail.template }, mail);
}

async function remedyOf(tx: Tx, piece: PieceWithFiles): Promise<string> {
  const closesAt = closingOf(piece);
  const { now } = await readMoment(tx, SYSTEM);
  const open = piece.handedOverAt === null && Temporal.Instant.compare(now, closesAt) < 0;
  return open ? say.giveAnother(untilInWords(closesAt)) : say.write;
}
