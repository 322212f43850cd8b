import { hasMailbox } from '../../accounts/index.ts';
import type { ResolvedSession } from '../../catalogue/index.ts';
import {
  type Enrolment,
  type EntryWay,
  lockEnrolment,
  type RegisteredFile,
  readEnrolmentId,
  validateEnrolment,
} from '../../enrolment/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Act } from '../../platform/journal.ts';
import { type PieceActDeps, sessionOf } from '../deps.ts';
import { type PieceWithFiles, SIGNED_CONFIRMATION } from '../piece.ts';
import { correctionTime, timeFromLetter } from '../rules/correctionTime.ts';
import { closingOf } from '../rules/deadline.ts';
import { pieceList } from '../rules/pieceList.ts';
import { allInOrder, isGiven } from '../rules/pieceState.ts';
import { listPieces } from '../store/pieces.ts';
import { type WhichPieces, writeRequired } from '../store/required.ts';
import { reopenPiece } from '../store/states.ts';
import { moveTimeAgain, writeTimeAgain } from '../store/timeAgain.ts';
import {
  markTypedLate,
  moveFromNotice,
  moveOwnTime,
  moveWindows,
  prolongCorrections,
  reopenUntil,
} from '../store/windows.ts';
import { settleExcuses } from './settleExcuses.ts';

/**
 * At each *Enregistrer*: the list that the rules give for this version. A changed enrolment voids its signature, so the
 * signed confirmation is asked for again.
 */
export async function askForPieces(tx: Tx, file: RegisteredFile, act: Act): Promise<void> {
  const { enrolment } = file;
  await writeList(tx, file, act, enrolment.version > 1 ? 'all' : 'first');
  if (enrolment.version > 1) await reopenPiece(tx, enrolment.id, SIGNED_CONFIRMATION);
}

/**
 * What came on paper in time and is typed once the closing is over: what it asks for is due on days of its own, never before it was
 * asked (CRPA L114-5). Told by mail, from that day on; told by a letter, the days run from its being handed over or first presented
 * (`runFrom`): until then nothing ends. Of whoever is carried over from another system, what falls due before those days is due on them
 * too: when they were typed was the office's choice alone.
 */
export async function openLate(
  deps: Pick<PieceActDeps, 'catalogue'>,
  tx: Tx,
  file: RegisteredFile,
  act: Act,
  way: EntryWay,
): Promise<void> {
  const { now } = await readMoment(tx, act);
  const { enrolment, candidate } = file;
  const session = sessionOf(deps.catalogue(), enrolment.session);
  const from = way === 'carried' ? ownTime(session, now, !hasMailbox(candidate)) : now;
  const isOver = (piece: PieceWithFiles): boolean => Temporal.Instant.compare(closingOf(piece), from) <= 0;
  // A change that is typed late asks anew for the signature alone: the rest was late before.
  const isAsked = ({ code }: PieceWithFiles): boolean => enrolment.version === 1 || code === SIGNED_CONFIRMATION;
  await reopenMissing(deps, tx, file, now, (piece) => isOver(piece) && isAsked(piece));
}

/**
 * An enrolment that a decision had ended goes on: what is missing is due on days of its own, since nobody could give it meanwhile, and so is
 * what other rooms ask for whose time ran out since that decision (`endAgain`). Of who is told by the post, as above.
 */
export async function goOnAgain(
  deps: Pick<PieceActDeps, 'catalogue'>,
  tx: Tx,
  about: Parameters<typeof reopenMissing>[2],
  { endedAt, now }: { readonly endedAt: Temporal.Instant; readonly now: Temporal.Instant },
): Promise<void> {
  const { enrolment, candidate } = about;
  const byPost = !hasMailbox(candidate);
  const until = ownTime(sessionOf(deps.catalogue(), enrolment.session), now, byPost);
  await writeTimeAgain(tx, enrolment.id, { endedAt, until }, byPost);
  await reopenMissing(deps, tx, about, now);
}

async function reopenMissing(
  { catalogue }: Pick<PieceActDeps, 'catalogue'>,
  tx: Tx,
  { enrolment, candidate }: { readonly enrolment: Enrolment; readonly candidate: Parameters<typeof hasMailbox>[0] },
  now: Temporal.Instant,
  which: (piece: PieceWithFiles) => boolean = () => true,
): Promise<void> {
  const session = sessionOf(catalogue(), enrolment.session);
  const byPost = !hasMailbox(candidate);
  const codes = (await listPieces(tx, enrolment.id))
    .filter((piece) => piece.status === 'none' && !isGiven(piece) && which(piece))
    .map(({ code }) => code);
  if (codes.length === 0) return;
  await reopenUntil(tx, enrolment.id, codes, ownTime(session, now, byPost));
  if (byPost) await markTypedLate(tx, enrolment.id, codes);
}

/** Until the letter is handed over, nothing ends. */
function ownTime(session: ResolvedSession, now: Temporal.Instant, byPost: boolean): Temporal.Instant {
  return byPost ? session.lastCorrectionAt : correctionTime(session, now);
}

/**
 * The letter that asked for them was handed over, or first presented, on that day: from then the days of what was typed late run.
 * Null: that was noted by mistake, and nothing runs. As many days as the letter says, past the session's last correction too: that is the
 * day by which the office makes its convocations, and neither its lateness nor the post's falls on the candidate, whose place is kept.
 */
export async function runFrom(
  { catalogue }: Pick<PieceActDeps, 'catalogue'>,
  tx: Tx,
  { id, session: code }: Pick<Enrolment, 'id' | 'session'>,
  day: Temporal.PlainDate | null,
): Promise<void> {
  const session = sessionOf(catalogue(), code);
  const until = day === null ? session.lastCorrectionAt : timeFromLetter(session, day);
  await moveOwnTime(tx, id, day, until);
  await moveTimeAgain(tx, id, until);
}

/**
 * The decision of that instant, which refused a piece, was notified on that day: its days run from then, in full. Null: nobody knows that
 * it was, or that was noted by mistake, and nothing runs.
 */
export async function runFromNotice(
  { catalogue }: Pick<PieceActDeps, 'catalogue'>,
  tx: Tx,
  { id, session: code }: Pick<Enrolment, 'id' | 'session'>,
  decidedAt: Temporal.Instant,
  day: Temporal.PlainDate | null,
): Promise<void> {
  const session = sessionOf(catalogue(), code);
  const until = day === null ? session.lastCorrectionAt : timeFromLetter(session, day);
  await moveFromNotice(tx, id, decidedAt, { from: day, until });
}

/**
 * After rules were published, where the office chose so: a registered enrolment gets the list that they give, its signature
 * and its files kept. A validated one keeps its list: only windows move.
 */
export async function followRules(
  deps: Pick<PieceActDeps, 'catalogue' | 'events'>,
  tx: Tx,
  file: RegisteredFile,
  act: Act,
): Promise<void> {
  const { enrolment } = file;
  if (enrolment.status === 'registered') {
    await writeList(tx, file, act);
    // What was still missing may no longer be asked.
    if (allInOrder(await listPieces(tx, enrolment.id))) await validateEnrolment(deps, tx, act, enrolment);
  }
  const { pieceGroups, correctionsEndAt } = sessionOf(deps.catalogue(), enrolment.session);
  if (enrolment.status === 'validated') await moveWindows(tx, enrolment.id, pieceGroups);
  await prolongCorrections(tx, enrolment.id, correctionsEndAt.at);
}

/** After what the candidate said of their health changed alone: what is offered for it, and not a piece that the office reads. */
export async function offerWaivers(tx: Tx, file: RegisteredFile, act: Act): Promise<void> {
  await writeList(tx, file, act, 'confidential');
}

/** After a reserve was lifted: nothing else may have kept the enrolment from being validated. */
export async function validateIfInOrder(
  deps: Pick<PieceActDeps, 'events'>,
  tx: Tx,
  enrolmentId: string,
  act: Act,
): Promise<void> {
  const id = readEnrolmentId(enrolmentId);
  const enrolment = id === null ? null : await lockEnrolment(tx, id);
  if (enrolment !== null && allInOrder(await listPieces(tx, enrolment.id)))
    await validateEnrolment(deps, tx, act, enrolment);
}

async function writeList(
  tx: Tx,
  { enrolment, dossier, review }: RegisteredFile,
  act: Act,
  which: WhichPieces = 'all',
): Promise<void> {
  const { academy, session, id: enrolmentId } = enrolment;
  await writeRequired(tx, { academy, session, enrolmentId }, pieceList(enrolment, dossier, review), which);
  // No waiver excuses anything yet where nothing was asked before.
  if (which !== 'first') await settleExcuses(tx, act, enrolment);
}
