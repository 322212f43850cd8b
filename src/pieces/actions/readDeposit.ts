import { keptFor } from '../../catalogue/index.ts';
import { type Enrolment, isRunning, lockEnrolment, subjectOf, voidSignature } from '../../enrolment/index.ts';
import {
  type FileRefusal,
  forgetUnread,
  type ReadingSource,
  type RenderedFile,
  type Unreadable,
} from '../../keptFiles/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import { SYSTEM } from '../../platform/journal.ts';
import { after } from '../../platform/time.ts';
import { type PieceActDeps, sessionOf } from '../deps.ts';
import { type Deposit, type PieceWithFiles, SIGNED_CONFIRMATION } from '../piece.ts';
import { correctionTime } from '../rules/correctionTime.ts';
import { closingOf } from '../rules/deadline.ts';
import { isAsked } from '../rules/pieceState.ts';
import {
  DEPOSITS_ROOM,
  findDeposit,
  findOwner,
  replaceEarlier,
  writeReadDeposit,
  writeUnneeded,
  writeUnreadable,
} from '../store/deposits.ts';
import { lockPiece } from '../store/pieces.ts';
import { findSheetOwner, putSheetsBack, SHEETS, writeReadSheet, writeRefusedSheet } from '../store/sheets.ts';
import { reopenForAnother } from './reopenForAnother.ts';

/** Deposits that were received while others were read: what their reading changes, and what it can't do. */
export function unreadDeposits(deps: PieceActDeps): ReadingSource<Found> {
  return {
    room: DEPOSITS_ROOM,
    lock: lockFound,
    read: (tx, found, _, file) => settleRead(deps, tx, found, file),
    refused: (tx, found, _, refusal, whole) => settleRefused(deps, tx, found, refusal, whole),
  };
}

/** Files prepared to become one document: nothing hangs on them yet. */
export const unreadSheets = ({ catalogue }: Pick<PieceActDeps, 'catalogue'>): ReadingSource<Enrolment> => ({
  room: SHEETS,
  lock: async (tx, id) => {
    const owner = await findSheetOwner(tx, id);
    return owner === null ? null : lockEnrolment(tx, owner);
  },
  read: async (tx, _, id, file) => {
    await writeReadSheet(tx, id, file);
    return null;
  },
  refused: async (tx, _, id, { code }) => {
    const { now } = await readMoment(tx, SYSTEM);
    return (await writeRefusedSheet(tx, id, code)) ? after(now, keptFor(catalogue(), 'unfinishedFile')) : null;
  },
});

type Found = {
  readonly enrolment: Enrolment;
  readonly piece: PieceWithFiles;
  readonly deposit: Deposit;
};

/** Null where it is read already. */
async function lockFound(tx: Tx, depositId: string): Promise<Found | null> {
  const owner = await findOwner(tx, depositId);
  const enrolment = owner === null ? null : await lockEnrolment(tx, owner.enrolmentId);
  if (owner === null || enrolment === null) return null;
  const piece = await lockPiece(tx, enrolment.id, owner.code);
  const deposit = await findDeposit(tx, enrolment.id, depositId);
  return piece === null || deposit?.kept.unread !== true ? null : { enrolment, piece, deposit };
}

/** What a page of it looks like may have it refused: what was sent stays as long as that could be corrected. */
async function settleRead(
  deps: PieceActDeps,
  tx: Tx,
  { enrolment, piece, deposit }: Found,
  file: RenderedFile,
): Promise<Temporal.Instant | null> {
  await writeReadDeposit(tx, deposit.id, file);
  if (deposit.state === 'stored' && !isRepeatable(deps, piece)) await replaceEarlier(tx, deposit);
  if (deposit.state !== 'stored') return null;
  const payload = { ...toldOf(piece, deposit), sha256: file.sha256 };
  await deps.events.publish(tx, SYSTEM, 'piece.fileRead', subjectOf(enrolment), payload);
  if ((file.hints ?? []).length === 0) return null;
  return correctionTime(sessionOf(deps.catalogue(), piece.session), closingOf(piece));
}

/**
 * Refused like another, kindly: with why, and a time of its own. What its candidate took back meanwhile is nobody's business; where a later one
 * has its place, or waits to have it, no time is spent and nobody is told: that one tells if it can't be read either.
 */
async function settleRefused(
  deps: PieceActDeps,
  tx: Tx,
  { enrolment, piece, deposit }: Found,
  { code }: FileRefusal,
  whole: Unreadable,
): Promise<Temporal.Instant | null> {
  const { id: depositId, state } = deposit;
  if (state === 'removed' || state === 'replaced') {
    await writeUnneeded(tx, depositId, state);
    return null;
  }
  const asked = isRunning(enrolment) && isAsked(piece);
  const payload = { ...toldOf(piece, deposit), why: code };
  const later = isRepeatable(deps, piece) ? undefined : piece.files.findLast((other) => isLater(other, deposit));
  if (later !== undefined) {
    await writeUnneeded(tx, depositId, 'replaced');
    const replaced = { ...payload, until: null, replacedBy: later.receipt };
    if (asked) await deps.events.publish(tx, SYSTEM, 'piece.fileRefused', subjectOf(enrolment), replaced);
    return null;
  }
  const bad = whole.parts.length > 1 && whole.at !== null ? whole.parts[whole.at] : undefined;
  await writeUnreadable(tx, { ...deposit, name: bad?.name ?? deposit.name }, code);
  const until = asked ? await reopenForAnother(deps, tx, piece, depositId) : null;
  const last = piece.files.length === 1;
  if (piece.code === SIGNED_CONFIRMATION && piece.status === 'none' && last) await voidSignature(tx, enrolment);
  const page = bad === undefined || whole.at === null ? {} : { page: whole.at + 1 };
  const told = { ...payload, ...page, until: until?.toString() ?? null };
  if (asked) await deps.events.publish(tx, SYSTEM, 'piece.fileRefused', subjectOf(enrolment), told);
  const { now } = await readMoment(tx, SYSTEM);
  const keptUntil = after(now, keptFor(deps.catalogue(), 'unfinishedFile'));
  if (until === null || bad === undefined) return until ?? keptUntil;
  // Their bytes are those of the pages again.
  await forgetUnread(tx, [depositId]);
  await putSheetsBack(tx, piece, whole, { code, now, until: keptUntil });
  return null;
}

function isRepeatable({ catalogue }: PieceActDeps, piece: PieceWithFiles): boolean {
  return catalogue().pieceType(piece)?.repeatable ?? false;
}

/** Given after it, and good as far as anybody knows. */
function isLater({ finishedAt, kept }: Deposit, deposit: Deposit): boolean {
  return Temporal.Instant.compare(finishedAt, deposit.finishedAt) > 0 && kept.scan !== 'infected';
}

function toldOf(piece: PieceWithFiles, { id: depositId, receipt }: Deposit) {
  const { enrolmentId, id: pieceId, code, confidential } = piece;
  return { enrolmentId, pieceId, code, confidential, depositId, receipt };
}
