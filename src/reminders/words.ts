import type { Catalogue } from '../catalogue/index.ts';
import { enrolmentAddresses } from '../enrolment/index.ts';
import { type About, letter, valuesOf } from '../papers/index.ts';
import { type PieceWithFiles, remainingInWords, whatRemains } from '../pieces/index.ts';
import { endInWords } from '../ui/index.ts';
import type { RemindDeps } from './deps.ts';
import { deadlinesOf, piecesLeft } from './rules/deadlines.ts';

/** What is left to do, a sentence each, and the pieces and deadlines that make a reminder leave. */
export type Left = {
  readonly left: readonly string[];
  readonly codes: readonly string[];
  readonly deadlines: readonly Temporal.Instant[];
};

export function leftOf(
  catalogue: Catalogue,
  { enrolment, session }: Pick<About, 'enrolment' | 'session'>,
  pieces: readonly PieceWithFiles[],
  now: Temporal.Instant,
): Left {
  const remaining = whatRemains(enrolment, pieces, { now, closesAt: session.window.closesAt });
  const theirs = piecesLeft(remaining, pieces);
  return {
    left: remainingInWords(catalogue, enrolment.session, remaining),
    codes: theirs.map(({ code }) => code),
    deadlines: deadlinesOf(theirs),
  };
}

export type ReminderWords = Left & { readonly mail: { readonly subject: string; readonly body: string } };

/** What a reminder of now says. The mail names the nearest deadline; where there is none, none would leave. */
export function wordsOf(
  deps: Pick<RemindDeps, 'catalogue' | 'publicUrl'>,
  about: About,
  pieces: readonly PieceWithFiles[],
  now: Temporal.Instant,
): ReminderWords {
  const catalogue = deps.catalogue();
  const { enrolment, session } = about;
  const left = leftOf(catalogue, about, pieces, now);
  const values = {
    ...valuesOf(deps, about, enrolmentAddresses.hub(enrolment.id)),
    deadline: endInWords(left.deadlines[0] ?? session.window.closesAt),
    todo: left.left.map((sentence) => `- ${sentence}`).join('\n'),
  };
  return { ...left, mail: letter(catalogue, 'pieces.reminder', values) };
}
