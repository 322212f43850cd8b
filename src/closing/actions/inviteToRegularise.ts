import { hasMailbox } from '../../accounts/index.ts';
import { type Enrolment, type EnrolmentId, enrolmentAddresses, onRunning, subjectOf } from '../../enrolment/index.ts';
import { type HearingId, hearingAddresses, hearingTexts, insertHearing } from '../../hearings/index.ts';
import { invitationContent, issuePaper, leftInWords, todoOf } from '../../papers/index.ts';
import {
  closingOf,
  correctionTime,
  listPieces,
  type PieceWithFiles,
  pieceInWords,
  reopenUntil,
} from '../../pieces/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { newId } from '../../platform/uuid.ts';
import { post, readAbout, valuesOf } from '../../post/index.ts';
import { sinceInWords, untilInWords } from '../../ui/index.ts';
import { findStanding } from '../cancellations.ts';
import type { ClosingActDeps } from '../deps.ts';
import { readCases } from '../fileCase.ts';
import { writeInvited } from '../invitationLots.ts';
import { closingMails } from '../mails.ts';
import type { Refusal } from '../refusals.ts';
import { missingOf, whyNotInvited } from '../rules/invitation.ts';

export type InvitationOrder = {
  readonly id: EnrolmentId;
  readonly academy: string;
  readonly officerId: string;
  /** The lot that they are invited with. */
  readonly lotId?: string;
};

/**
 * Invites the candidate to give what is missing by a date, and to be heard; reopens exactly these pieces until then. Sent twice it is
 * refused the second time, and changes nothing.
 */
export function inviteToRegularise(
  deps: ClosingActDeps,
  act: Act,
  { id, academy, officerId, lotId }: InvitationOrder,
): Promise<Result<{ readonly codes: readonly string[] }, Refusal>> {
  return onRunning<{ readonly codes: readonly string[] }, Refusal>(deps.db, { id, academy }, async (tx, enrolment) => {
    if ((await findStanding(tx, id)) !== null) return refuse({ code: 'decided-already' });
    const { now } = await readMoment(tx, act);
    const about = await readAbout(deps, tx, id);
    const [file] = await readCases(tx, deps.catalogue(), [enrolment], now);
    if (file === undefined) return refuse({ code: 'not-found' });
    const refused = whyNotInvited(file, about.session, now);
    if (refused !== null) return refuse(refused);
    const missing = missingOf(file);
    const until = correctionTime(about.session, now);
    const hearingId = await tell(deps, tx, act, { enrolment, missing, until, officerId, now });
    if (lotId !== undefined) await writeInvited(tx, lotId, id, hearingId);
    return ok({ codes: missing.map(({ code }) => code) });
  });
}

type Invitation = Pick<InvitationOrder, 'officerId'> & {
  readonly enrolment: Enrolment;
  readonly missing: readonly PieceWithFiles[];
  readonly until: Temporal.Instant;
  readonly now: Temporal.Instant;
};

async function tell(
  deps: ClosingActDeps,
  tx: Tx,
  act: Act,
  { enrolment, missing, until, officerId, now }: Invitation,
): Promise<HearingId> {
  const { id } = enrolment;
  const hearingId = newId<HearingId>();
  const codes = missing.map(({ code }) => code);
  const since = missing.map(closingOf).toSorted(Temporal.Instant.compare)[0] ?? now;
  await reopenUntil(tx, id, codes, until);
  const about = await readAbout(deps, tx, id);
  const eventId = await deps.events.publish(tx, act, 'regularisation.invited', subjectOf(enrolment), {
    enrolmentId: id,
    number: about.number,
    pieces: codes,
    until: until.toString(),
  });
  const pieces = await listPieces(tx, id);
  // The paper is read by others than its candidate.
  const left = await leftInWords(deps, tx, about, pieces, { now, reader: 'office' });
  const paperId = await issuePaper(
    deps,
    tx,
    act,
    about,
    'invitation',
    invitationContent(about, { since, until, left }, now),
  );
  if (paperId === null) throw new Error(`No invitation could be issued for ${about.number}`);
  const mail = closingMails.invited.write({
    ...valuesOf(deps, about, enrolmentAddresses.hub(id)),
    since: sinceInWords(since),
    until: untilInWords(until),
    todo: await todoOf(deps, tx, about, pieces, now),
    observations: new URL(hearingAddresses.own(id, hearingId), deps.publicUrl).href,
  });
  const body = hasMailbox(about.candidate) ? mail.body : `${mail.body}\n\n${hearingTexts.fromLetter}`;
  await post(deps, tx, about, { eventId }, { ...mail, body });
  const facts = missing.map((piece) => pieceInWords(deps.catalogue(), piece));
  await insertHearing(tx, enrolment, {
    ...{
      id: hearingId,
      kind: 'regularisation',
      units: [],
      pieceId: null,
      basis: null,
      codes,
      facts,
      law: null,
      words: '',
    },
    ...{ until, officerId, paperId },
  });
  return hearingId;
}
