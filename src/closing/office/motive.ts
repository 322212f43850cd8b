import type { HearingAnswer } from '../../hearings/index.ts';
import { closingOf, unreadableInWords } from '../../pieces/index.ts';
import type { ReminderProof } from '../../reminders/index.ts';
import type { FileCase } from '../fileCase.ts';
import { motiveTexts } from './motiveTexts.ts';

/**
 * What the file says for itself, as a beginning of the motives: since when, why refused, what was sent. Where the candidate wrote,
 * it ends open: an answer to observations is a person's.
 */
export function motive(
  { pieces, found }: Pick<FileCase, 'pieces' | 'found'>,
  proofs: readonly Pick<ReminderProof, 'state' | 'settledAt'>[],
  observations: readonly HearingAnswer[],
): string {
  const sent = proofs.flatMap(({ state, settledAt }) => (state === 'sent' && settledAt !== null ? [settledAt] : []));
  return motiveTexts.motive({
    pieces: pieces
      .filter(({ code }) => found?.held.includes(code) === true)
      .map((piece) => ({
        code: piece.code,
        until: closingOf(piece),
        refused: piece.status === 'non-compliant' ? (piece.comment ?? '') : null,
        unreadable: unreadableInWords(piece),
      })),
    reminders: sent.length,
    lastReminder: sent.toSorted(Temporal.Instant.compare).at(-1) ?? null,
    observedAt: observations.at(-1)?.at ?? null,
  });
}

/** Do the motives still end where an answer was to stand? */
export function isUnanswered(words: string): boolean {
  return /:\s*$/.test(words);
}
