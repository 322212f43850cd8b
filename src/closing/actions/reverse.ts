import { type Decided, decisionTexts } from '../../decisions/index.ts';
import { type Enrolment, enrolmentAddresses, restoreEnrolment } from '../../enrolment/index.ts';
import { leftAgain } from '../../papers/index.ts';
import { goOnAgain } from '../../pieces/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Act } from '../../platform/journal.ts';
import { post, readAbout, valuesOf } from '../../post/index.ts';
import type { Cancellation } from '../cancellation.ts';
import { writeEnd } from '../cancellations.ts';
import type { ClosingActDeps } from '../deps.ts';
import { closingMails } from '../mails.ts';

/**
 * What two people annulled goes on again by the decision that undoes it, the accepted appeal or another: with days of its own for what is
 * missing, which its mail says. False: it isn't annulled.
 */
export async function reverse(
  deps: ClosingActDeps,
  tx: Tx,
  act: Act,
  enrolment: Enrolment,
  {
    standing,
    decided,
    officerId,
    note,
  }: {
    readonly standing: Cancellation;
    readonly decided: Decided;
    readonly officerId: string;
    readonly note: string;
  },
): Promise<boolean> {
  const { author } = decided;
  await writeEnd(tx, standing.id, 'reverse', { officerId, note });
  const eventId = await restoreEnrolment(deps, tx, act, enrolment, decided);
  if (eventId === null) return false;
  const about = await readAbout(deps, tx, enrolment.id);
  const { now } = await readMoment(tx, act);
  await goOnAgain(deps, tx, about, { endedAt: enrolment.endedAt ?? now, now });
  const values = {
    ...valuesOf(deps, about, enrolmentAddresses.hub(enrolment.id)),
    words: note,
    todo: await leftAgain(deps, tx, about, now),
    author: decisionTexts.takenBy(author),
  };
  await post(deps, tx, about, { eventId, author }, closingMails.restored.write(values));
  return true;
}
