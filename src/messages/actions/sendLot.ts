import { isRunning } from '../../enrolment/index.ts';
import { listPieces } from '../../pieces/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import { eachAlone } from '../../platform/database/eachAlone.ts';
import { ofOfficer } from '../../platform/journal.ts';
import { readAbout } from '../../post/index.ts';
import type { MessageActDeps } from '../deps.ts';
import { fillWords } from '../rules/variables.ts';
import {
  findLotById,
  listRecipients,
  listRepeated,
  lockRecipient,
  type MessageLot,
  RECIPIENT_LIFE,
  settleRecipient,
} from '../store/lots.ts';
import { templateValues } from '../templateValues.ts';
import { tellCandidate } from './tell.ts';

/** Writes to those of a list who weren't yet, each in a transaction of their own: one that fails keeps nobody else from being told. */
export async function sendLot(deps: MessageActDeps, lotId: string): Promise<void> {
  const lot = await findLotById(deps.db, lotId);
  if (lot === null) return;
  const planned = (await listRecipients(deps.db, lotId)).filter(({ state }) => RECIPIENT_LIFE.may('write', state));
  await eachAlone(deps.db, planned, (tx, { enrolmentId }) => sendOne(deps, tx, lot, enrolmentId));
}

/** A kill in between loses and doubles nothing: who was written to is marked by the transaction that writes. */
async function sendOne(
  deps: MessageActDeps,
  tx: Tx,
  { id, officerId, words }: MessageLot,
  enrolmentId: string,
): Promise<void> {
  // The lock of every act on the enrolment comes first, as everywhere.
  const about = await readAbout(deps, tx, enrolmentId);
  if ((await lockRecipient(tx, id, enrolmentId)) !== 'planned') return;
  if (!isRunning(about.enrolment)) return settleRecipient(tx, id, enrolmentId, 'ended');
  if ((await listRepeated(tx, [enrolmentId], words)).size > 0) return settleRecipient(tx, id, enrolmentId, 'repeated');
  const act = ofOfficer(officerId, 'message.lot');
  const { now } = await readMoment(tx, act);
  const filled = fillWords(
    words,
    await templateValues(deps, tx, about, await listPieces(tx, enrolmentId), { piece: null, now }),
  );
  if (!filled.ok) return settleRecipient(tx, id, enrolmentId, 'no-value');
  await tellCandidate(deps, tx, act, about, {
    staffId: officerId,
    piece: null,
    words: filled.value,
    answers: false,
    lotId: id,
  });
  await settleRecipient(tx, id, enrolmentId, 'sent');
}
