import { type Decided, type DeclaredAct, decide as take } from '../../decisions/index.ts';
import {
  type Enrolment,
  type EnrolmentId,
  enrolmentAddresses,
  isRunning,
  onEnrolment,
  subjectOf,
} from '../../enrolment/index.ts';
import { decidedContent, notifyDecision, remediesAgainst } from '../../papers/index.ts';
import { certificateCodes, listPieces, type PieceWithFiles, refuseOfValidated } from '../../pieces/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { parisDay } from '../../platform/time.ts';
import { type About, post, readAbout, valuesOf } from '../../post/index.ts';
import { LEFT_OUT, VALIDATION_UNDONE } from '../decisions.ts';
import type { HearingActDeps } from '../deps.ts';
import { type DecidedHere, HEARING_LIFE, type Hearing, type NamedUnit } from '../hearing.ts';
import { hearingMails } from '../mails.ts';
import type { Refusal } from '../refusals.ts';
import { missingCertificates, whyNotOwed } from '../rules/certificates.ts';
import { endOf, whyNotUndone, whyTooLate } from '../rules/times.ts';
import { endHearing, findHearing, insertExclusion, listAnswers, listHearings } from '../store.ts';
import { texts } from '../texts.ts';
import { reopenCertificates } from './reopenCertificates.ts';

type Order = {
  readonly id: EnrolmentId;
  readonly academy: string;
  readonly hearingId: string;
  readonly officerId: string;
};
export type HearingDecision = Order & {
  /** What the person who decides wrote: their reason, after what the candidate answered. */
  readonly reason: string;
  /** Of a hearing of units, those of which the candidate is left out. */
  readonly units: readonly string[];
};

/** What the office thought of isn't done: the candidate is told so. */
export function dropHearing(deps: HearingActDeps, act: Act, order: Order): Promise<Result<null, Refusal>> {
  return onOpen(deps, act, order, async (tx, { hearing, enrolment }) => {
    await endHearing(tx, hearing.id, 'dropped', order.officerId);
    const about = await readAbout(deps, tx, enrolment.id);
    const eventId = await deps.events.publish(tx, act, 'hearing.dropped', subjectOf(enrolment), {
      enrolmentId: enrolment.id,
      number: about.number,
      kind: hearing.kind,
    });
    const mail = hearingMails.dropped.write({
      ...valuesOf(deps, about, enrolmentAddresses.hub(enrolment.id)),
      kind: hearing.kind,
    });
    await post(deps, tx, about, { eventId }, mail);
    return ok(null);
  });
}

/**
 * The signed decision, once the time to answer is over: leaves the candidate out of units, a decision each, or undoes the validation. What
 * came meanwhile, or what the law no longer lets, stops it.
 */
export function decideHearing(deps: HearingActDeps, act: Act, order: HearingDecision): Promise<Result<null, Refusal>> {
  return onOpen(deps, act, order, async (tx, { hearing, enrolment, now }) => {
    const until = endOf(hearing);
    if (until === null) return refuse({ code: 'not-told', postedOn: hearing.letter?.postedOn ?? null });
    if (Temporal.Instant.compare(now, until) < 0) return refuse({ code: 'still-heard', until });
    const about = await readAbout(deps, tx, enrolment.id);
    const at = { deps, tx, act, order, hearing, enrolment, about, now };
    const tooLate = hearing.kind === 'units' ? whyTooLate(about.session, until) : null;
    if (tooLate !== null) return refuse(tooLate);
    return hearing.kind === 'units' ? leaveOut(at) : undo(at);
  });
}

/** A hearing that this room decides. */
type Own = Hearing & { readonly kind: DecidedHere };

type At = {
  readonly deps: HearingActDeps;
  readonly tx: Tx;
  readonly act: Act;
  readonly order: HearingDecision;
  readonly hearing: Own;
  readonly enrolment: Enrolment;
  readonly about: About;
  readonly now: Temporal.Instant;
};

async function leaveOut(at: At): Promise<Result<null, Refusal>> {
  const { deps, tx, act, order, hearing, enrolment, about, now } = at;
  const units = hearing.units.filter(({ id }) => order.units.includes(id));
  if (units.length === 0) return refuse({ code: 'no-unit' });
  const { session } = about;
  const certificates = certificateCodes(deps.catalogue(), session);
  const pieces = await listPieces(tx, enrolment.id);
  const hearings = await listHearings(tx, [enrolment.id]);
  const why = whyNotOwed(pieces, { certificates, session, hearings }, now);
  if (why !== null) return refuse(why);
  const ground = texts.grounds.units([
    ...(hearing.law === null ? [] : [hearing.law]),
    ...sourcesOf(deps, missingCertificates(pieces, certificates)),
  ]);
  let last: Decided | null = null;
  for (const unit of units) {
    const decided = await sign(at, LEFT_OUT, [unit.title, ...hearing.facts], ground);
    if (!decided.ok) return decided;
    await insertExclusion(tx, decided.value, hearing, unit);
    last = decided.value;
  }
  await reopenCertificates(tx, enrolment.id, { pieces, certificates, session });
  const eventId = await deps.events.publish(tx, act, 'unit.leftOut', subjectOf(enrolment), {
    enrolmentId: enrolment.id,
    number: about.number,
    units: units.map(({ id }) => id),
  });
  if (last !== null) await notify(at, last, { eventId, units, ground });
  return ok(null);
}

/** As the exam's pack cites what asks for these pieces. */
function sourcesOf({ catalogue }: HearingActDeps, pieces: readonly PieceWithFiles[]): readonly string[] {
  const rules = pieces.flatMap((piece) => catalogue().pieceType(piece)?.rules ?? []);
  return [...new Set(rules.map(({ source }) => source))];
}

async function undo(at: At): Promise<Result<null, Refusal>> {
  const { deps, tx, act, order, hearing, enrolment, about, now } = at;
  const { pieceId, basis } = hearing;
  if (enrolment.status !== 'validated' || enrolment.validatedAt === null) return refuse({ code: 'not-validated' });
  if (pieceId === null || basis === null) return refuse({ code: 'piece-unknown' });
  const why = whyNotUndone(basis, enrolment.validatedAt, parisDay(now));
  if (why !== null) return refuse(why);
  const ground = texts.grounds[basis];
  const decided = await sign(at, VALIDATION_UNDONE, hearing.facts, ground);
  if (!decided.ok) return decided;
  const { reason, officerId } = order;
  const refused = await refuseOfValidated(deps, tx, act, decided.value, {
    enrolment,
    pieceId,
    comment: reason,
    officerId,
  });
  if (!refused.ok) return refuse({ code: 'piece-refusal', why: refused.error });
  const eventId = await deps.events.publish(tx, act, 'validation.undone', subjectOf(enrolment), {
    enrolmentId: enrolment.id,
    number: about.number,
  });
  await notify(at, decided.value, { eventId, units: [], ground });
  return ok(null);
}

function sign(
  { deps, tx, act, order, enrolment }: At,
  declared: DeclaredAct,
  facts: readonly string[],
  ground: string,
): Promise<Result<Decided, Refusal>> {
  return take(deps, tx, act, declared, { of: enrolment, by: order.officerId, facts, reason: order.reason, ground });
}

/** The paper that is notified, and the mail; where an agreement is in force, the mail is the notice of its deposit. */
async function notify(
  { deps, tx, act, order, hearing, about }: At,
  decided: Decided,
  of: {
    readonly eventId: string;
    readonly units: readonly NamedUnit[];
    readonly ground: string;
  },
): Promise<void> {
  await endHearing(tx, hearing.id, 'decided', order.officerId);
  const kind = hearing.kind === 'units' ? 'left-out' : 'unvalidated';
  const answers = (await listAnswers(tx, hearing.id)).length;
  const told = {
    ...hearing,
    units: of.units.map(({ title }) => title),
    begins: about.session.examStartsOn.on,
    days: about.session.correctionDays,
    reason: order.reason,
    ground: of.ground,
    answers,
  };
  const { deposited } = await notifyDecision(deps, tx, act, about, decided, {
    declared: hearing.kind === 'units' ? LEFT_OUT : VALIDATION_UNDONE,
    kind,
    eventId: of.eventId,
    content: (signed, now) => decidedContent(about, kind, { ...texts.decided(told), ...signed }, now),
  });
  const mail = hearingMails[hearing.kind === 'units' ? 'leftOut' : 'unvalidated'].write({
    ...valuesOf(deps, about, enrolmentAddresses.hub(about.enrolment.id)),
    ...told,
    author: decided.author,
    remedies: remediesAgainst(about),
  });
  await post(deps, tx, about, { eventId: of.eventId, author: decided.author }, { ...mail, ...deposited });
}

function isOwn(hearing: Hearing): hearing is Own {
  return hearing.kind !== 'regularisation';
}

function onOpen(
  { db }: HearingActDeps,
  act: Act,
  order: Order,
  then: (
    tx: Tx,
    of: { readonly hearing: Own; readonly enrolment: Enrolment; readonly now: Temporal.Instant },
  ) => Promise<Result<null, Refusal>>,
): Promise<Result<null, Refusal>> {
  return onEnrolment<null, Refusal>(db, { id: order.id, academy: order.academy }, async (tx, enrolment) => {
    const hearing = await findHearing(tx, order.id, order.hearingId);
    if (hearing === null || !isOwn(hearing)) return refuse({ code: 'not-found' });
    if (!HEARING_LIFE.may('decide', hearing.outcome ?? 'open')) return refuse({ code: 'ended-meanwhile' });
    if (!isRunning(enrolment)) return refuse({ code: 'ended' });
    const { now } = await readMoment(tx, act);
    return then(tx, { hearing, enrolment, now });
  });
}
