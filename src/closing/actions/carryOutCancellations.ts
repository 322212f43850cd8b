import { decisionTexts, readDecided } from '../../decisions/index.ts';
import { cancelEnrolment, type EnrolmentId, enrolmentAddresses, subjectOf } from '../../enrolment/index.ts';
import { endHearing, listAnswersTo } from '../../hearings/index.ts';
import { isWorkingDay } from '../../law/index.ts';
import { cancellationContent, notifyDecision, remediesAgainst } from '../../papers/index.ts';
import { pieceInWords } from '../../pieces/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import { eachAlone } from '../../platform/database/eachAlone.ts';
import { SYSTEM } from '../../platform/journal.ts';
import { parisDay } from '../../platform/time.ts';
import { post, readAbout, valuesOf } from '../../post/index.ts';
import { findStanding, listDue, writeDone, writeVoid } from '../cancellations.ts';
import { ANNULMENT } from '../decisions.ts';
import type { ClosingActDeps } from '../deps.ts';
import { readCases } from '../fileCase.ts';
import { closingMails } from '../mails.ts';
import { whyNotCancelled } from '../rules/cancellation.ts';

/** Looked at in one go; the next minute takes the others. */
const MOST = 200;

/**
 * Carries out what two people decided once its day has come, found by asking. What is no longer missing by then voids the
 * decision. Each in a transaction of its own: one that fails holds up no other.
 */
export async function carryOutCancellations(deps: ClosingActDeps): Promise<void> {
  const today = parisDay((await readMoment(deps.db, SYSTEM)).now);
  // What was to take effect while nothing ran takes effect on a working day all the same.
  const atWork = deps
    .catalogue()
    .academies()
    .filter(({ courtSeat }) => isWorkingDay(today, courtSeat))
    .map(({ code }) => code);
  await eachAlone(deps.db, await listDue(deps.db, atWork, MOST), (tx, id) => carryOut(deps, tx, id));
}

async function carryOut(deps: ClosingActDeps, tx: Tx, id: EnrolmentId): Promise<void> {
  const about = await readAbout(deps, tx, id);
  const { enrolment, number } = about;
  const standing = await findStanding(tx, id);
  const { now } = await readMoment(tx, SYSTEM);
  const isDue =
    standing?.state === 'approved' &&
    standing.takesEffectAt !== null &&
    Temporal.Instant.compare(standing.takesEffectAt, now) <= 0;
  if (!isDue) return;
  const catalogue = deps.catalogue();
  const [file] = await readCases(tx, catalogue, [enrolment], now);
  const why = file === undefined ? null : whyNotCancelled(file);
  // Looked at again in a minute: neither carried out nor void before it is known what was given.
  if (why?.code === 'being-read') return;
  const [invitation] = file?.invitations ?? [];
  const decided = standing.decisionId === null ? null : await readDecided(tx, standing.decisionId);
  const stands = file !== undefined && invitation !== undefined && why === null;
  const eventId = stands && decided !== null ? await cancelEnrolment(deps, tx, SYSTEM, enrolment, decided) : null;
  if (eventId === null || decided === null || invitation === undefined) {
    await writeVoid(tx, standing.id);
    await deps.events.publish(tx, SYSTEM, 'cancellation.void', subjectOf(enrolment), { enrolmentId: id, number });
    return;
  }
  const pieces = (file?.found?.held ?? []).map((code) => pieceInWords(catalogue, { session: enrolment.session, code }));
  const observations = (await listAnswersTo(tx, id, 'regularisation')).length;
  const { words, ground } = standing;
  const { paperId, deposited } = await notifyDecision(deps, tx, SYSTEM, about, decided, {
    declared: ANNULMENT,
    kind: 'cancellation',
    eventId,
    content: (signed, at) =>
      cancellationContent(about, { pieces, words, ground, invitation, observations, ...signed }, at),
  });
  await writeDone(tx, standing.id, paperId);
  await endHearing(tx, invitation.id, 'decided', standing.approvedBy ?? standing.proposedBy);
  const mail = closingMails.cancelled.write({
    ...valuesOf(deps, about, enrolmentAddresses.hub(id)),
    words,
    ground,
    author: decisionTexts.takenBy(decided.author),
    pieces: pieces.map((piece) => `- ${piece}`).join('\n'),
    remedies: remediesAgainst(about)
      .map((remedy) => `- ${remedy}`)
      .join('\n'),
  });
  await post(deps, tx, about, { eventId, author: decided.author }, { ...mail, ...deposited });
}
