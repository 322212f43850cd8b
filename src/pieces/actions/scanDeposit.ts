import { isRunning, lockEnrolment, subjectOf } from '../../enrolment/index.ts';
import { listedBy, type ScanSource } from '../../keptFiles/index.ts';
import type { ScanVerdict } from '../../platform/antivirus.ts';
import { SYSTEM } from '../../platform/journal.ts';
import type { PieceActDeps } from '../deps.ts';
import type { PieceWithFiles } from '../piece.ts';
import { refuseAgain } from '../store/deposits.ts';
import { lockPiece } from '../store/pieces.ts';
import { depositScans, type Scanned, type UnscannedDeposit, writeVerdict } from '../store/scans.ts';
import { reopenForAnother } from './reopenForAnother.ts';

/** The files of pieces. */
export function deposits(deps: PieceActDeps): ScanSource<UnscannedDeposit> {
  return {
    ...listedBy(deps.db, depositScans),
    settle: (file, verdict) => settle(deps, file, verdict),
  };
}

async function settle(deps: PieceActDeps, file: UnscannedDeposit, verdict: ScanVerdict): Promise<void> {
  await deps.db.transaction().execute(async (tx) => {
    // The enrolment first, then the piece, as everywhere.
    const enrolment = await lockEnrolment(tx, file.enrolmentId);
    const scanned = await writeVerdict(tx, file.id, verdict);
    if (enrolment === null || scanned === null || verdict.found === 'clean' || !scanned.counts) return;
    const piece = await lockPiece(tx, enrolment.id, scanned.code);
    if (piece === null) return;
    await refuseAgain(tx, piece.id);
    const reopened = isRunning(enrolment) && (await reopenForAnother(deps, tx, piece, file.id)) !== null;
    await deps.events.publish(
      tx,
      SYSTEM,
      'piece.fileInfected',
      subjectOf(enrolment),
      toldOf(piece, file, scanned, reopened),
    );
  });
}

function toldOf(piece: PieceWithFiles, file: UnscannedDeposit, { receipt }: Scanned, reopened: boolean) {
  const { enrolmentId, id: pieceId, code, confidential } = piece;
  return { enrolmentId, pieceId, code, confidential, depositId: file.id, receipt, reopened };
}
