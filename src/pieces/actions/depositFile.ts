import { randomBytes, randomUUID } from 'node:crypto';
import { type EnrolmentId, lockEnrolment, markSigned, readMoment, subjectOf } from '../../enrolment/index.ts';
import { transact } from '../../platform/database/transact.ts';
import { once } from '../../platform/http/once.ts';
import type { UploadedFile } from '../../platform/http/upload.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { LARGEST_FILE, MOST_FILES, type PieceWithFiles, SIGNED_CONFIRMATION } from '../piece.ts';
import type { PiecesDeps } from '../pieces.ts';
import type { Refusal } from '../refusals.ts';
import { inspectFile } from '../rules/fileContent.ts';
import { refuseDeposit } from '../rules/pieceState.ts';
import { lockPiece, writeDeposit } from '../store.ts';

export type DepositOrder = {
  readonly enrolmentId: EnrolmentId;
  readonly candidateId: string;
  readonly code: string;
  readonly key: string | null;
  readonly file: UploadedFile | null;
};

export type DepositReceipt = { readonly receipt: string; readonly name: string };

/**
 * Takes a file for a piece: streamed to the store while it is measured and hashed, looked at, and only then written as a
 * deposit. Whatever is refused leaves nothing behind. What counts against the deadline is when the request began.
 */
export async function depositFile(
  deps: PiecesDeps,
  act: Act,
  order: DepositOrder,
): Promise<Result<DepositReceipt, Refusal>> {
  const { file } = order;
  if (file === null || file.name === '') {
    file?.content.resume();
    return refuse({ code: 'no-file' });
  }
  const fileKey = `${order.enrolmentId}/${randomUUID()}`;
  let fault: Refusal | null = null;
  let kind: 'application/pdf' | 'image/jpeg' = 'application/pdf';
  const stored = await deps.files.put(fileKey, file.content, async (received) => {
    if (file.isTruncated() || received.size > LARGEST_FILE) fault = { code: 'too-large' };
    else {
      const found = inspectFile(await received.read());
      if ('fault' in found) fault = { code: `file-${found.fault}` };
      else kind = found.kind;
    }
    return fault === null;
  });
  if (stored === null) return refuse(fault ?? { code: 'file-cut' });
  const written = await writeInTime(deps, act, order, {
    fileKey,
    type: kind,
    name: shownName(file.name),
    size: stored.size,
    sha256: stored.sha256,
  });
  // A twin of this request (double click) may have filed the same piece already: then this copy is not the one on record.
  if (!written.ok || written.value.fileKey !== fileKey) await deps.files.remove(fileKey);
  return written.ok ? ok({ receipt: written.value.receipt, name: shownName(file.name) }) : written;
}

type StoredFile = {
  readonly fileKey: string;
  readonly type: 'application/pdf' | 'image/jpeg';
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
};

async function writeInTime(
  deps: PiecesDeps,
  act: Act,
  order: DepositOrder,
  file: StoredFile,
): Promise<Result<{ receipt: string; fileKey: string }, Refusal>> {
  return transact<{ receipt: string; fileKey: string }, Refusal>(deps.db, async (tx) => {
    const enrolment = await lockEnrolment(tx, order.enrolmentId);
    if (enrolment === null || enrolment.candidateId !== order.candidateId) return refuse({ code: 'not-found' });
    let refusal: Refusal | null = null;
    const outcome = await once(tx, order.key, order.candidateId, `deposit ${order.code}`, async () => {
      const piece = await lockPiece(tx, enrolment.id, order.code);
      refusal = piece === null ? { code: 'not-found' } : await refuseNow(deps, act, piece, tx, enrolment.status);
      if (piece === null || refusal !== null) return { receipt: '', fileKey: '' };
      const moment = await readMoment(tx, act);
      const receipt = newReceipt();
      const repeatable = deps.catalogue().pieceType(piece.code)?.repeatable ?? false;
      const depositId = await writeDeposit(
        tx,
        piece,
        { ...file, receipt, begunAt: moment.begunAt, enrolmentVersion: enrolment.version },
        !repeatable,
      );
      await deps.events.publish(tx, act, 'piece.deposited', subjectOf(enrolment), {
        enrolmentId: enrolment.id,
        pieceId: piece.id,
        code: piece.code,
        depositId,
        sha256: file.sha256,
        receipt,
      });
      // « Counts as signed when uploaded in time, then checked » (product.md, section 8).
      if (piece.code === SIGNED_CONFIRMATION) await markSigned(deps, tx, act, enrolment);
      return { receipt, fileKey: file.fileKey };
    });
    return refusal === null ? ok(outcome) : refuse(refusal);
  });
}

async function refuseNow(
  deps: PiecesDeps,
  act: Act,
  piece: PieceWithFiles,
  tx: Parameters<typeof readMoment>[0],
  status: string,
): Promise<Refusal | null> {
  if (status !== 'registered' && status !== 'validated') return { code: 'enrolment-ended' };
  const session = deps.catalogue().session(piece.session);
  const moment = await readMoment(tx, act);
  const refusal = refuseDeposit(piece, session.correctionsEndAt, moment);
  if (refusal !== null) return { code: refusal, piece };
  const repeatable = deps.catalogue().pieceType(piece.code)?.repeatable ?? false;
  return repeatable && piece.files.length >= MOST_FILES ? { code: 'too-many-files' } : null;
}

/** The name on the sender's machine, without its folders, for people to recognise. */
function shownName(name: string): string {
  const base = name.split(/[\\/]/).at(-1) ?? name;
  return (
    base
      .normalize('NFC')
      .replace(/[\p{Cc}\p{Cf}]/gu, '')
      .slice(0, 120) || 'fichier'
  );
}

/** `D-7K3M-9QX2`: 40 random bits without look-alikes, to quote on the telephone. */
function newReceipt(): string {
  const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ34';
  const letters = [...randomBytes(8)].map((byte) => alphabet[byte % 32]).join('');
  return `D-${letters.slice(0, 4)}-${letters.slice(4)}`;
}
