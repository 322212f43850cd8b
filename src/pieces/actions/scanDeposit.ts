import { isRunning, lockEnrolment, subjectOf } from '../../enrolment/index.ts';
import { type Antivirus, AntivirusFault, type Verdict } from '../../platform/antivirus.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import { type FileStore, MissingFile } from '../../platform/files.ts';
import { SYSTEM } from '../../platform/journal.ts';
import type { PieceActDeps } from '../deps.ts';
import type { PieceWithFiles } from '../piece.ts';
import { refuseDeposit } from '../rules/pieceState.ts';
import {
  findUnscanned,
  listUnscanned,
  reopenForAnother,
  type Scanned,
  type Unscanned,
  writeVerdict,
} from '../store/scans.ts';
import { lockPiece } from '../store.ts';

export type ScanDeps = PieceActDeps & {
  readonly files: Pick<FileStore, 'open'>;
  readonly antivirus: Pick<Antivirus, 'scan'>;
};

/** The job of one deposit; harmless a second time. */
export async function scanDeposit(deps: ScanDeps, depositId: string): Promise<void> {
  const file = await findUnscanned(deps.db, depositId);
  if (file !== null) await scan(deps, file);
}

const BATCH = 100;
/** One file that the antivirus can't read holds up no other; so many in a row, and it is the antivirus. */
const PATIENCE = 5;

/** What no job brought to its end: files of before there was an antivirus, and those that came while it was away. */
export async function scanRest(deps: ScanDeps): Promise<void> {
  let last: string | null = null;
  let failures = 0;
  do {
    const files: readonly Unscanned[] = await listUnscanned(deps.db, last, BATCH);
    for (const file of files) {
      try {
        await scan(deps, file);
        failures = 0;
      } catch (error) {
        failures += 1;
        if (!(error instanceof AntivirusFault) || failures === PATIENCE) throw error;
      }
    }
    last = files.at(-1)?.id ?? null;
  } while (last !== null);
}

/** The antivirus is heard outside the transaction: nobody waits for it. */
async function scan(deps: ScanDeps, file: Unscanned): Promise<void> {
  const verdict = await hear(deps, file.fileKey);
  if (verdict === null) return;
  await deps.db.transaction().execute(async (tx) => {
    // The enrolment first, then the piece, as everywhere.
    const enrolment = await lockEnrolment(tx, file.enrolmentId);
    const scanned = await writeVerdict(tx, file.id, verdict);
    if (enrolment === null || scanned === null || verdict.found === 'clean' || !scanned.counts) return;
    const piece = await lockPiece(tx, enrolment.id, scanned.code);
    if (piece === null) return;
    const reopened = isRunning(enrolment) && (await reopen(tx, piece));
    await deps.events.publish(
      tx,
      SYSTEM,
      'piece.fileInfected',
      subjectOf(enrolment),
      toldOf(piece, file, scanned, reopened),
    );
  });
}

/** A file that is lost is the nightly check's matter. */
async function hear({ files, antivirus }: ScanDeps, key: string): Promise<Verdict | null> {
  try {
    return await antivirus.scan(await files.open(key));
  } catch (error) {
    if (error instanceof MissingFile) return null;
    throw error;
  }
}

/** No machine decides against a person: the piece only opens again, where another file could still be given in time. */
async function reopen(tx: Tx, piece: PieceWithFiles): Promise<boolean> {
  if (piece.handedOverAt === null) return false;
  const moment = await readMoment(tx, SYSTEM);
  if (refuseDeposit({ ...piece, handedOverAt: null }, moment) !== null) return false;
  await reopenForAnother(tx, piece.id);
  return true;
}

function toldOf(piece: PieceWithFiles, file: Unscanned, { receipt }: Scanned, reopened: boolean) {
  const { enrolmentId, id: pieceId, code, confidential } = piece;
  return { enrolmentId, pieceId, code, confidential, depositId: file.id, receipt, reopened };
}
