import { accountTexts, displayName } from '../../accounts/index.ts';
import { healthSubjectOf, type Minority, minorityOf, postalAddressOf, subjectOf } from '../../enrolment/index.ts';
import { listPieces, runFrom } from '../../pieces/index.ts';
import { readMoment } from '../../platform/clock.ts';
import { type Tx, violatedConstraint } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { parisDay } from '../../platform/time.ts';
import { type About, readAbout } from '../../post/index.ts';
import type { PaperActDeps } from '../deps.ts';
import { type Notice, stillStands } from '../notice.ts';
import type { NoticeRefusal } from '../noticeRefusals.ts';
import { type LetterEnd, whyNotEnded, whyNotPosted } from '../rules/noticeLetter.ts';
import { notificationOf } from '../rules/notification.ts';
import {
  clearLetterEnd,
  insertLetter,
  insertTold,
  letterWords,
  referenceOfTracking,
  takeLetterBack,
  takeToldBack,
  writeLetterEnd,
} from '../store/letters.ts';
import { findHealthNotices, findNotices } from '../store/notices.ts';
import { texts } from '../texts.ts';

/** Which decision or letter, for which person of which office. */
export type NoticeOrder = {
  /** Of the notice: a paper, or a letter. */
  readonly paperId: string;
  readonly academy: string;
  readonly officerId: string;
  /** Who sends it: the office, or the service whose decision holds health data. Neither finds what is the other's. */
  readonly sender: 'office' | 'health';
};

/** An envelope: its first lines name people, the others a place. */
export type Addressee = {
  readonly who: readonly string[];
  readonly where: readonly string[];
  readonly minority: Minority;
};

/** A minor's is their representative's too, at the address of the candidate. */
export function addresseeOf(
  { candidate, enrolment }: Pick<About, 'candidate' | 'enrolment'>,
  day: Temporal.PlainDate,
): Addressee {
  const name = `${accountTexts.civilities[candidate.civility]} ${displayName(candidate)}`;
  const minority = minorityOf(enrolment, candidate, day);
  const too = minority === null ? [] : [texts.minor.envelope(minority.known?.name ?? null)];
  return { who: [name, ...too], where: postalAddressOf(enrolment), minority };
}

/** As the post reads them; empty where no address is known. */
export function envelopeLines({ who, where }: Pick<Addressee, 'who' | 'where'>): readonly string[] {
  return where.length === 0 ? [] : [...who, ...where];
}

/** It left by the post, to the address that the candidate gave; a decision always under a number. */
export async function postLetter(
  deps: PaperActDeps,
  act: Act,
  {
    tracking,
    postedOn,
    ...order
  }: NoticeOrder & { readonly tracking: string | null; readonly postedOn: Temporal.PlainDate },
): Promise<Result<null, NoticeRefusal>> {
  try {
    return await change(deps, act, order, async (tx, { notice, about, now }) => {
      const days = { issuedOn: parisDay(notice.issuedAt), today: parisDay(now) };
      const holds = stillStands(notice, about.enrolment);
      if (notice.toldOn !== null) return refuse({ code: 'told', on: notice.toldOn });
      if (notice.kind !== null && tracking === null) return refuse({ code: 'tracking-missing' });
      if (tracking === null && (await startsTheirDays(tx, notice))) return refuse({ code: 'tracking-of-delay' });
      if (tracking === null && (await answers(tx, notice))) return refuse({ code: 'tracking-of-answer' });
      const refused = whyNotPosted(notificationOf(notice, now), holds, postedOn, days);
      if (refused !== null) return refuse(refused);
      const used = tracking === null ? null : await referenceOfTracking(tx, order.academy, tracking);
      if (used !== null) return refuse({ code: 'tracking-used', reference: used });
      const address = envelopeLines(addresseeOf(about, days.today));
      if (address.length === 0) return refuse({ code: 'no-address' });
      await insertLetter(tx, notice, { tracking, postedOn, address, postedBy: order.officerId });
      return ok({ name: 'letter.posted', data: { tracking: tracking ?? '', on: postedOn.toString() } });
    });
  } catch (error) {
    // Of another decision, at the same moment.
    if (violatedConstraint(error) !== 'notice_letter_tracking') throw error;
    return refuse({ code: 'tracking-used', reference: '' });
  }
}

/** What became of the letter: handed over, or back. */
export function endLetter(
  deps: PaperActDeps,
  act: Act,
  { letterId, end, ...order }: NoticeOrder & { readonly letterId: string; readonly end: LetterEnd },
): Promise<Result<null, NoticeRefusal>> {
  return change(deps, act, order, async (tx, { notice, about, now }) => {
    const letter = notice.letters.find(({ id }) => id === letterId);
    if (letter === undefined) return refuse({ code: 'changed' });
    const refused = whyNotEnded(letter, end, parisDay(now));
    if (refused !== null) return refuse(refused);
    await writeLetterEnd(tx, letterId, end, order.officerId);
    const reached = end.outcome === 'unknown' ? null : (end.presentedOn ?? end.outcomeOn);
    if (reached !== null && (await asksForPieces(tx, notice))) await runFrom(deps, tx, about.enrolment, reached);
    const name = end.outcome === 'received' ? 'letter.received' : 'letter.returned';
    const presented = end.presentedOn === null ? {} : { presented: end.presentedOn.toString() };
    return ok({
      name,
      data: { tracking: letter.tracking ?? '', outcome: end.outcome, on: end.outcomeOn.toString(), ...presented },
    });
  });
}

/** Takes back what was entered last of a letter. `what`: as the page showed it. */
export function correctLetter(
  deps: PaperActDeps,
  act: Act,
  { letterId, what, ...order }: NoticeOrder & { readonly letterId: string; readonly what: 'end' | 'posting' },
): Promise<Result<null, NoticeRefusal>> {
  return change(deps, act, order, async (tx, { notice, about }) => {
    const letter = notice.letters.find(({ id }) => id === letterId);
    if (letter === undefined || (letter.outcome !== null) !== (what === 'end')) return refuse({ code: 'changed' });
    if (notice.letters.at(-1)?.id !== letterId) return refuse({ code: 'another-letter' });
    if (what === 'posting') await takeLetterBack(tx, letterId, order.officerId);
    else {
      await clearLetterEnd(tx, letterId);
      if (await asksForPieces(tx, notice)) await runFrom(deps, tx, about.enrolment, null);
    }
    return ok({ name: 'letter.corrected', data: { tracking: letter.tracking ?? '', what } });
  });
}

/** Told by telephone: nothing is posted any more. For a letter only: a decision is notified, or it doesn't count. */
export function tellByTelephone(
  deps: PaperActDeps,
  act: Act,
  { on, ...order }: NoticeOrder & { readonly on: Temporal.PlainDate },
): Promise<Result<null, NoticeRefusal>> {
  return change(deps, act, order, async (tx, { notice, now }) => {
    if (notice.kind !== null) return refuse({ code: 'decision-by-telephone' });
    if (notice.toldOn !== null) return refuse({ code: 'told', on: notice.toldOn });
    const { state } = notificationOf(notice, now);
    if (state === 'posted' || state === 'notified') return refuse({ code: 'changed' });
    if (Temporal.PlainDate.compare(on, parisDay(now)) > 0) return refuse({ code: 'ahead' });
    const issuedOn = parisDay(notice.issuedAt);
    if (Temporal.PlainDate.compare(on, issuedOn) < 0) return refuse({ code: 'before-decision', day: issuedOn });
    await insertTold(tx, notice, { on, by: order.officerId });
    return ok({ name: 'letter.told', data: { on: on.toString() } });
  });
}

export function takeCallBack(deps: PaperActDeps, act: Act, order: NoticeOrder): Promise<Result<null, NoticeRefusal>> {
  return change(deps, act, order, async (tx, { notice }) => {
    if (notice.toldOn === null) return refuse({ code: 'changed' });
    await takeToldBack(tx, notice.id, order.officerId);
    return ok({ name: 'letter.corrected', data: { tracking: '', what: 'told' } });
  });
}

/** Does it bring what was typed in their name, or that their enrolment goes on, with pieces to give? */
async function asksForPieces(tx: Tx, { id, kind }: Notice): Promise<boolean> {
  return kind === null && ASKS_FOR_PIECES.has((await letterWords(tx, id)).template);
}

/** Do the days of what it asks for run from its being handed over (`runFrom`)? That day is known by the number of the post alone. */
async function startsTheirDays(tx: Tx, notice: Notice): Promise<boolean> {
  if (!(await asksForPieces(tx, notice))) return false;
  return (await listPieces(tx, notice.enrolmentId)).some(({ typedLate, status }) => typedLate && status === 'none');
}

const ASKS_FOR_PIECES: ReadonlySet<string> = new Set(['enrolment.typed', 'enrolment.reinstated', 'enrolment.restored']);

/** Does it say the answer to an appeal or a request, a decision whose delay runs from its being handed over? */
async function answers(tx: Tx, { id, kind, signedBy }: Notice): Promise<boolean> {
  return kind === null && signedBy !== null && ANSWERS.has((await letterWords(tx, id)).template);
}

/** Of health, the letter has the template of whatever awaits somebody in their account; only an answer has an author there. */
const ANSWERS: ReadonlySet<string> = new Set(['appeal.answered', 'resultCase.answered', 'space.message']);

type At = { readonly notice: Notice; readonly about: About; readonly now: Temporal.Instant };
type Done = {
  readonly name: 'letter.posted' | 'letter.received' | 'letter.returned' | 'letter.corrected' | 'letter.told';
  readonly data: Readonly<Record<string, string>>;
};

/** The lock of the enrolment makes two officers come one after the other. */
function change(
  deps: PaperActDeps,
  act: Act,
  { paperId, academy, sender }: NoticeOrder,
  work: (tx: Tx, at: At) => Promise<Result<Done, NoticeRefusal>>,
): Promise<Result<null, NoticeRefusal>> {
  return transact<null, NoticeRefusal>(deps.db, async (tx) => {
    const find = sender === 'office' ? findNotices : findHealthNotices;
    const [known] = await find(tx, academy, [paperId]);
    if (known === undefined) return refuse({ code: 'not-found' });
    const about = await readAbout(deps, tx, known.enrolmentId);
    const [notice = known] = await find(tx, academy, [paperId]);
    const { now } = await readMoment(tx, act);
    const done = await work(tx, { notice, about, now });
    if (!done.ok) return done;
    const { name, data } = done.value;
    const of = { enrolmentId: notice.enrolmentId, reference: notice.reference };
    // What tells of somebody's health isn't in the journal of the office.
    const subject = sender === 'health' ? healthSubjectOf(about.enrolment) : subjectOf(about.enrolment);
    await deps.events.publish(tx, act, name, subject, { ...of, ...data });
    return ok(null);
  });
}
