import { whyNotHeard } from '../../decisions/index.ts';
import { type EnrolmentId, enrolmentAddresses, onRunning, subjectOf } from '../../enrolment/index.ts';
import { todoOf } from '../../papers/index.ts';
import { listPieces, reopenUntil } from '../../pieces/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { endOfDay } from '../../platform/time.ts';
import { post, readAbout, valuesOf } from '../../post/index.ts';
import { untilInWords } from '../../ui/index.ts';
import { findStanding } from '../cancellations.ts';
import type { ClosingActDeps } from '../deps.ts';
import { readCases } from '../fileCase.ts';
import { closingMails } from '../mails.ts';
import type { Refusal } from '../refusals.ts';
import { awaitedOf, whyNotGranted } from '../rules/invitation.ts';
import { listGrantedTime, writeGrantedTime } from '../store.ts';

export type TimeOrder = {
  readonly id: EnrolmentId;
  readonly academy: string;
  readonly officerId: string;
  /** The last whole day, of Paris. */
  readonly day: Temporal.PlainDate;
  /** As the candidate reads it. */
  readonly reason: string;
};

/** Grants one candidate time of their own for all that they still have to give. The same order sent twice is one. */
export function grantTime(
  deps: ClosingActDeps,
  act: Act,
  { id, academy, officerId, day, reason }: TimeOrder,
): Promise<Result<null, Refusal>> {
  return onRunning<null, Refusal>(deps.db, { id, academy }, async (tx, enrolment) => {
    if ((await findStanding(tx, id)) !== null) return refuse({ code: 'decided-already' });
    const until = endOfDay(day);
    const [last] = await listGrantedTime(tx, id);
    if (last?.until.equals(until) === true && last.reason === reason && last.officerId === officerId) return ok(null);
    const { now } = await readMoment(tx, act);
    const about = await readAbout(deps, tx, id);
    const [file] = await readCases(tx, deps.catalogue(), [enrolment], now);
    if (file === undefined) return refuse({ code: 'not-found' });
    const refused = whyNotGranted(file, about.session, until, now);
    if (refused !== null) return refuse(refused);
    const unheard = await whyNotHeard(tx, act, [id], reason);
    if (unheard !== null) return refuse(unheard);
    const codes = awaitedOf(file).map(({ code }) => code);
    await reopenUntil(tx, id, codes, until);
    const told = { enrolmentId: id, number: about.number, pieces: codes, until: until.toString() };
    const eventId = await deps.events.publish(tx, act, 'time.granted', subjectOf(enrolment), told);
    await writeGrantedTime(tx, enrolment, { codes, until, reason, officerId, eventId });
    const mail = closingMails.granted.write({
      ...valuesOf(deps, about, enrolmentAddresses.hub(id)),
      until: untilInWords(until),
      reason,
      todo: await todoOf(deps, tx, about, await listPieces(tx, id), now),
    });
    await post(deps, tx, about, { eventId }, mail);
    return ok(null);
  });
}
