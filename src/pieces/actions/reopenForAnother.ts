import { readMoment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import { SYSTEM } from '../../platform/journal.ts';
import { type PieceActDeps, sessionOf } from '../deps.ts';
import type { PieceWithFiles } from '../piece.ts';
import { correctionTime } from '../rules/correctionTime.ts';
import { closingOf } from '../rules/deadline.ts';
import { writeReopened } from '../store/scans.ts';

/**
 * A machine found that a file can't serve: it couldn't be read, or is infected. It decides nothing against its person: the piece opens again,
 * whatever was said of it, in a time of its own like that of a refusal, even after the closing. Once: the next is a person's to give.
 * Where another file of it stands that the office hasn't refused, it stays handed over. Gives until when; null: no time is left.
 */
export async function reopenForAnother(
  deps: PieceActDeps,
  tx: Tx,
  piece: PieceWithFiles,
  unusable: string,
): Promise<Temporal.Instant | null> {
  const { now } = await readMoment(tx, SYSTEM);
  const until =
    piece.givenAgainAt === null
      ? correctionTime(sessionOf(deps.catalogue(), piece.session), now, closingOf(piece))
      : closingOf(piece);
  if (Temporal.Instant.compare(until, now) <= 0) return null;
  const stands = piece.files.some(
    ({ id, kept }) => id !== unusable && kept.scan !== 'infected' && !piece.foundWanting.includes(id),
  );
  await writeReopened(tx, piece.id, until, stands);
  return until;
}
