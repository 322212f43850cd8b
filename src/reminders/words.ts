import { enrolmentAddresses } from '../enrolment/index.ts';
import { type About, letter, valuesOf } from '../papers/index.ts';
import { type PieceWithFiles, remainingInWords, whatRemains } from '../pieces/index.ts';
import { endInWords } from '../ui/index.ts';
import type { RemindDeps } from './deps.ts';
import { deadlinesLeft } from './rules/deadlines.ts';

/** What a reminder of now says: its words, and the deadlines that make it leave. */
export type ReminderWords = {
  readonly left: readonly string[];
  readonly deadlines: readonly Temporal.Instant[];
  readonly mail: { readonly subject: string; readonly body: string };
};

/** The mail names the nearest deadline; where there is none, none would leave. */
export function wordsOf(
  deps: Pick<RemindDeps, 'catalogue' | 'publicUrl'>,
  about: About,
  pieces: readonly PieceWithFiles[],
  now: Temporal.Instant,
): ReminderWords {
  const catalogue = deps.catalogue();
  const { enrolment, session } = about;
  const remaining = whatRemains(enrolment, pieces, { now, closesAt: session.window.closesAt });
  const left = remainingInWords(catalogue, enrolment.session, remaining);
  const deadlines = deadlinesLeft(remaining, pieces);
  const values = {
    ...valuesOf(deps, about, enrolmentAddresses.hub(enrolment.id)),
    deadline: endInWords(deadlines[0] ?? session.window.closesAt),
    todo: left.map((sentence) => `- ${sentence}`).join('\n'),
  };
  return { left, deadlines, mail: letter(catalogue, 'pieces.reminder', values) };
}
