import { hasMailbox } from '../accounts/index.ts';
import { enrolmentAddresses } from '../enrolment/index.ts';
import { asTheyGive, rulesFor } from '../papers/index.ts';
import { endOfGiving, type PieceWithFiles, remainingInWords } from '../pieces/index.ts';
import type { Database } from '../platform/database/database.ts';
import { type About, asList, valuesOf } from '../post/index.ts';
import type { RemindDeps } from './deps.ts';
import { reminderMails } from './mails.ts';
import { type DueBy, dueByDate } from './rules/deadlines.ts';

/** What is left to do, a sentence each, and the dates that make a reminder leave. */
export type LeftToDo = { readonly left: readonly string[]; readonly dates: readonly DueBy[] };

/** What the office may read of it: its preview shows what leaves, and the paper is in its list. What is health has mails of its own. */
export async function leftOf(
  { catalogue, due }: Pick<RemindDeps, 'catalogue' | 'due'>,
  db: Database,
  { enrolment, session }: Pick<About, 'enrolment' | 'session'>,
  pieces: readonly PieceWithFiles[],
  now: Temporal.Instant,
): Promise<LeftToDo> {
  const remaining = await due(db, { enrolment, session, pieces }, now, 'office');
  return {
    left: remainingInWords(catalogue(), enrolment.session, remaining),
    dates: dueByDate(remaining, pieces),
  };
}

export type ReminderWords = LeftToDo & { readonly mail: ReturnType<typeof reminderMails.pieces.write> };

/** What a reminder of now says. The mail names the nearest deadline; where there is none, none would leave. */
export async function wordsOf(
  deps: Pick<RemindDeps, 'catalogue' | 'publicUrl' | 'due'>,
  db: Database,
  about: About,
  pieces: readonly PieceWithFiles[],
  now: Temporal.Instant,
): Promise<ReminderWords> {
  const { enrolment, session } = about;
  const { candidate } = about;
  const theirs = { ...deps, catalogue: () => rulesFor(candidate, deps.catalogue()) };
  const left = await leftOf(theirs, db, about, asTheyGive(candidate, pieces), now);
  const values = {
    ...valuesOf(deps, about, enrolmentAddresses.hub(enrolment.id)),
    deadline: endOfGiving(hasMailbox(candidate) ? 'online' : 'post', left.dates[0]?.until ?? session.window.closesAt),
    todo: asList(left.left),
  };
  return { ...left, mail: reminderMails.pieces.write(deps.catalogue(), values) };
}
