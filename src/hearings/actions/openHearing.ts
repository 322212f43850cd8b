import { hasMailbox } from '../../accounts/index.ts';
import { whyNotHeard } from '../../decisions/index.ts';
import { type Enrolment, type EnrolmentId, onRunning, subjectOf } from '../../enrolment/index.ts';
import { hearingContent, issuePaper } from '../../papers/index.ts';
import { certificateCodes, listPieces, pieceInWords } from '../../pieces/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { parisDay } from '../../platform/time.ts';
import { newId } from '../../platform/uuid.ts';
import { post, readAbout, valuesOf } from '../../post/index.ts';
import { untilInWords } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { HearingActDeps } from '../deps.ts';
import type { Basis, DecidedHere, HearingId, NamedUnit } from '../hearing.ts';
import { hearingMails } from '../mails.ts';
import type { Refusal } from '../refusals.ts';
import { missingCertificates, whyNotOwed } from '../rules/certificates.ts';
import { answerTime, whyNotUndone, whyTooLate } from '../rules/times.ts';
import { insertHearing, listHearings, type NewHearing } from '../store.ts';
import { texts } from '../texts.ts';
import { reopenCertificates } from './reopenCertificates.ts';

type Order = {
  readonly id: EnrolmentId;
  readonly academy: string;
  readonly officerId: string;
  readonly words: string;
};
export type UnitsOrder = Order & {
  /** Units that the candidate presents, for which a person finds that the certificate is needed. */
  readonly units: readonly NamedUnit[];
  /** What asks for the certificate in these units, where the exam's rules name none; null: they do. */
  readonly law: string | null;
};
export type ValidationOrder = Order & { readonly pieceId: string; readonly basis: Basis };

/** Invites who owes a certificate of safety, its time being over, to answer before anybody decides. The place is kept. */
export function openUnitsHearing(
  deps: HearingActDeps,
  act: Act,
  order: UnitsOrder,
): Promise<Result<HearingId, Refusal>> {
  return openOn(deps, act, order, async (tx, { enrolment, now }) => {
    if (order.units.length === 0) return refuse({ code: 'no-unit' });
    const about = await readAbout(deps, tx, enrolment.id);
    const certificates = certificateCodes(deps.catalogue(), about.session);
    const pieces = await listPieces(tx, enrolment.id);
    const until = answerTime(about.session, now);
    const { session } = about;
    const hearings = await listHearings(tx, [enrolment.id]);
    const why = whyNotOwed(pieces, { certificates, session, hearings }, now) ?? whyTooLate(session, until);
    if (why !== null) return refuse(why);
    const { law } = order;
    const cited = law === null ? [] : [texts.cited(law)];
    const missing = missingCertificates(pieces, certificates);
    const facts = [...missing.map((piece) => pieceInWords(deps.catalogue(), piece)), ...cited];
    await reopenCertificates(tx, enrolment.id, { pieces, certificates, session });
    return ok({ kind: 'units', units: order.units, pieceId: null, basis: null, codes: [], facts, law, until });
  });
}

/** Invites whoever was told that their enrolment is validated to answer before that is undone. */
export function openValidationHearing(
  deps: HearingActDeps,
  act: Act,
  order: ValidationOrder,
): Promise<Result<HearingId, Refusal>> {
  return openOn(deps, act, order, async (tx, { enrolment, now }) => {
    const { validatedAt } = enrolment;
    if (enrolment.status !== 'validated' || validatedAt === null) return refuse({ code: 'not-validated' });
    const piece = (await listPieces(tx, enrolment.id)).find(({ id }) => id === order.pieceId);
    if (piece === undefined || !piece.countsForValidation || piece.confidential)
      return refuse({ code: 'piece-unknown' });
    const about = await readAbout(deps, tx, enrolment.id);
    const until = answerTime(about.session, now);
    // Signed on the day after the last to answer at the earliest.
    const why = whyNotUndone(order.basis, validatedAt, parisDay(until));
    if (why !== null) return refuse(why);
    const facts = [pieceInWords(deps.catalogue(), piece)];
    return ok({
      kind: 'validation',
      units: [],
      pieceId: piece.id,
      basis: order.basis,
      codes: [],
      facts,
      law: null,
      until,
    });
  });
}

type Found = Omit<NewHearing, 'id' | 'officerId' | 'words'> & { readonly kind: DecidedHere };

function openOn(
  deps: HearingActDeps,
  act: Act,
  order: Order,
  find: (
    tx: Tx,
    of: { readonly enrolment: Enrolment; readonly now: Temporal.Instant },
  ) => Promise<Result<Found, Refusal>>,
): Promise<Result<HearingId, Refusal>> {
  return onRunning<HearingId, Refusal>(deps.db, { id: order.id, academy: order.academy }, async (tx, enrolment) => {
    const { now } = await readMoment(tx, act);
    const found = await find(tx, { enrolment, now });
    if (!found.ok) return found;
    const open = (await listHearings(tx, [enrolment.id])).find(
      ({ kind, outcome }) => kind === found.value.kind && outcome === null,
    );
    if (open !== undefined) return refuse({ code: 'already-open', until: open.until });
    const { officerId, words } = order;
    const unheard = await whyNotHeard(tx, act, [enrolment.id], words);
    if (unheard !== null) return refuse(unheard);
    return ok(await tell(deps, tx, act, { ...found.value, officerId, words, enrolment, now }));
  });
}

/** The paper, the mail and the row: the invitation is what they say together. */
async function tell(
  deps: HearingActDeps,
  tx: Tx,
  act: Act,
  {
    enrolment,
    now,
    ...of
  }: Found & Omit<NewHearing, 'id'> & { readonly enrolment: Enrolment; readonly now: Temporal.Instant },
): Promise<HearingId> {
  const id = newId<HearingId>();
  const about = await readAbout(deps, tx, enrolment.id);
  const told = {
    ...of,
    units: of.units.map(({ title }) => title),
    begins: about.session.examStartsOn.on,
    days: about.session.correctionDays,
  };
  const eventId = await deps.events.publish(tx, act, 'hearing.opened', subjectOf(enrolment), {
    enrolmentId: enrolment.id,
    number: about.number,
    kind: of.kind,
    until: of.until.toString(),
  });
  const byPost = !hasMailbox(about.candidate);
  const said = texts.paper(told);
  const paper = byPost ? { ...said, answer: [...said.answer, texts.fromLetter] } : said;
  const paperId = await issuePaper(deps, tx, act, about, 'hearing', hearingContent(about, paper, now));
  if (paperId === null) throw new Error(`No invitation could be issued for ${about.number}`);
  const mail = hearingMails.opened.write({
    ...valuesOf(deps, about, addresses.own(enrolment.id, id)),
    ...told,
    until: untilInWords(of.until),
  });
  const body = byPost ? `${mail.body}\n\n${texts.fromLetter}` : mail.body;
  await post(deps, tx, about, { eventId }, { ...mail, body });
  await insertHearing(tx, enrolment, { id, ...of, paperId });
  return id;
}
