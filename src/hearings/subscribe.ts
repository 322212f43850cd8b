import { enrolmentAddresses, subjectOf } from '../enrolment/index.ts';
import { certificateCodes, listPieces, reopenUntil } from '../pieces/index.ts';
import type { Tx } from '../platform/database/database.ts';
import type { Published } from '../platform/events.ts';
import { post, readAbout, valuesOf } from '../post/index.ts';
import type { HearingActDeps } from './deps.ts';
import { hearingMails } from './mails.ts';
import { allSettled } from './rules/certificates.ts';
import { endOf } from './rules/times.ts';
import { liftExclusions, listHearings } from './store.ts';

/** The paper or a waiver undoes what a decision left somebody out of, at any time. */
export function subscribeHearings(deps: HearingActDeps): void {
  deps.events.subscribe('piece.reviewed', 'tell', (tx, event) => liftWhenSettled(deps, tx, event));
  deps.events.subscribe(['letter.received', 'letter.returned'], 'tell', (tx, { payload }) =>
    reopenFromLetter(tx, payload.enrolmentId),
  );
}

/** What a regularisation asks for may be given as long as it may be answered: from the day when its letter came, as many days as that says. */
async function reopenFromLetter(tx: Tx, enrolmentId: string): Promise<void> {
  for (const hearing of await listHearings(tx, [enrolmentId])) {
    const end = endOf(hearing);
    if (hearing.letter === null || hearing.outcome !== null || end === null || hearing.codes.length === 0) continue;
    await reopenUntil(tx, enrolmentId, hearing.codes, end);
  }
}

async function liftWhenSettled(
  deps: HearingActDeps,
  tx: Tx,
  { act, payload: { enrolmentId, decision } }: Published<'piece.reviewed'>,
): Promise<void> {
  if (decision !== 'compliant') return;
  const about = await readAbout(deps, tx, enrolmentId);
  const codes = certificateCodes(deps.catalogue(), about.session);
  if (!allSettled(await listPieces(tx, enrolmentId), codes)) return;
  const units = await liftExclusions(tx, enrolmentId);
  if (units.length === 0) return;
  const eventId = await deps.events.publish(tx, act, 'unit.readmitted', subjectOf(about.enrolment), {
    enrolmentId,
    number: about.number,
    units,
  });
  const mail = hearingMails.readmitted.write({ ...valuesOf(deps, about, enrolmentAddresses.hub(enrolmentId)), units });
  await post(deps, tx, about, { eventId }, mail);
}
