import { isRunning } from '../../enrolment/index.ts';
import { eachPlanned } from '../../lots/index.ts';
import { listPieces } from '../../pieces/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import { ofOfficer } from '../../platform/journal.ts';
import type { About } from '../../post/index.ts';
import type { MessageActDeps } from '../deps.ts';
import type { RecipientState } from '../message.ts';
import { fillWords } from '../rules/variables.ts';
import { findLotById, LOTS, listRepeated, type MessageLot } from '../store/lots.ts';
import { templateValues } from '../templateValues.ts';
import { tellCandidate } from './tell.ts';

/** Writes to those of a list who weren't yet, each in a transaction of their own: one that fails keeps nobody else from being told. */
export async function sendLot(deps: MessageActDeps, lotId: string): Promise<void> {
  const lot = await findLotById(deps.db, lotId);
  if (lot !== null) await eachPlanned(deps, LOTS, lotId, (tx, about) => sendOne(deps, tx, lot, about));
}

async function sendOne(
  deps: MessageActDeps,
  tx: Tx,
  { id: lotId, officerId, words }: MessageLot,
  about: About,
): Promise<Exclude<RecipientState, 'planned'>> {
  const { id } = about.enrolment;
  if (!isRunning(about.enrolment)) return 'ended';
  if ((await listRepeated(tx, [id], words)).size > 0) return 'repeated';
  const act = ofOfficer(officerId, 'message.lot');
  const { now } = await readMoment(tx, act);
  const filled = fillWords(
    words,
    await templateValues(deps, tx, about, await listPieces(tx, id), { piece: null, now }),
  );
  if (!filled.ok) return 'no-value';
  const told = { staffId: officerId, piece: null, words: filled.value, answers: false, lotId };
  await tellCandidate(deps, tx, act, about, told);
  return 'sent';
}
