import type { Catalogue } from '../../catalogue/index.ts';
import type { FileCase, Observation } from '../../closing/index.ts';
import { closingOf } from '../../pieces/index.ts';
import type { ReminderProof } from '../../reminders/index.ts';
import { motiveTexts } from '../motiveTexts.ts';
import { pieceLabel } from './choices.ts';

/**
 * What the file says for itself, as a beginning of the motives: what is missing, since when, what was sent. Where the candidate wrote,
 * it ends open: an answer to observations is a person's.
 */
export function motive(
  catalogue: Catalogue,
  { enrolment, pieces, invitations, found }: FileCase,
  proofs: readonly Pick<ReminderProof, 'state' | 'settledAt'>[],
  observations: readonly Observation[],
): string {
  const sent = proofs.flatMap(({ state, settledAt }) => (state === 'sent' && settledAt !== null ? [settledAt] : []));
  const [invitation] = invitations;
  return motiveTexts.motive({
    number: enrolment.number ?? '',
    pieces: pieces
      .filter(({ code }) => found?.held.includes(code) === true)
      .map((piece) => ({
        label: `${pieceLabel(catalogue, piece)} (${piece.code})`,
        until: closingOf(piece),
        refused: piece.status === 'non-compliant' ? (piece.comment ?? '') : null,
      })),
    reminders: sent.length,
    lastReminder: sent.toSorted(Temporal.Instant.compare).at(-1) ?? null,
    invitation: invitation ?? null,
    observedAt: observations.at(-1)?.at ?? null,
  });
}

/** Do the motives still end where an answer was to stand? */
export function isUnanswered(words: string): boolean {
  return /:\s*$/.test(words);
}
