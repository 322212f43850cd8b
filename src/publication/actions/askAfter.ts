import { type EnrolmentId, enrolmentAddresses, healthSubjectOf, subjectOf } from '../../enrolment/index.ts';
import { type PaperActDeps, serviceInWords } from '../../papers/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import { onceAccepted } from '../../platform/http/once.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { parisDay } from '../../platform/time.ts';
import { isUuid } from '../../platform/uuid.ts';
import { type About, post, readAbout, valuesOf } from '../../post/index.ts';
import { addresses } from '../addresses.ts';
import { AGAINST_DECISION, CASES, type CaseReader } from '../cases.ts';
import { receivedInWords, waitingInWords } from '../caseTexts.ts';
import { appealedBehind, publicationMails } from '../mails.ts';
import type { Refusal } from '../refusals.ts';
import { whyNotCome } from '../rules/byPost.ts';
import { type CaseByPost, countOwnCases, insertCase, listOwnCases, lockCase } from '../store/cases.ts';
import { type CaseSubject, subjectsOf, type TimedCase, timedCases } from '../timedCases.ts';

/** `kind`: of the exam's remedy, or the id of the decision that is contested. */
export type Asking = { readonly enrolmentId: EnrolmentId; readonly kind: string; readonly words: string };

/**
 * A candidate asks to see scripts, to have an error corrected, or contests a result or a decision: acknowledged at once, with what silence
 * means and when. What comes late is taken as by post, for a person to judge. Two clicks and two tabs are one.
 */
export function askAfter(
  deps: PaperActDeps,
  act: Act,
  { accountId, key, ...order }: Asking & { readonly accountId: string; readonly key: string | null },
): Promise<Result<null, Refusal>> {
  return transact<null, Refusal>(deps.db, (tx) =>
    onceAccepted<null, Refusal>(
      tx,
      { key, owner: accountId, purpose: `request ${order.enrolmentId} ${order.kind}`, content: order },
      async () => {
        const about = await readAbout(deps, tx, order.enrolmentId);
        const { now } = await readMoment(tx, act);
        const subject = await subjectOn(deps, tx, about, order.kind, { now, reader: null });
        if (!subject.ok) return subject;
        const opened = await openCase(deps, tx, act, about, subject.value, { words: order.words, byPost: null, now });
        return opened.ok ? ok(null) : opened;
      },
    ),
  );
}

export type TypedRequest = Asking & {
  readonly academy: string;
  readonly postedOn: Temporal.PlainDate | null;
  readonly receivedOn: Temporal.PlainDate;
  readonly officerId: string;
  /** The service of accommodations types what contests its own decisions; the office all others. */
  readonly reader: CaseReader;
};

/** The same asked by letter, which an officer types: in time by its postmark, answered from the day when it arrived. Gives its id. */
export async function openTyped(
  deps: PaperActDeps,
  tx: Tx,
  act: Act,
  { academy, officerId, postedOn, receivedOn, reader, ...asking }: TypedRequest,
): Promise<Result<string, Refusal>> {
  const about = await readAbout(deps, tx, asking.enrolmentId);
  if (about.enrolment.academy !== academy) return refuse({ code: 'not-found' });
  const { now } = await readMoment(tx, act);
  const subject = await subjectOn(deps, tx, about, asking.kind, { now, reader });
  if (!subject.ok) return subject;
  const days = { today: parisDay(now), knownOn: subject.value.knownOn };
  const fault = whyNotCome({ postedOn, receivedOn }, days);
  if (fault !== null) return refuse({ code: fault, ...days });
  const theirs = { ...act, onBehalfOf: about.candidate.accountId };
  const byPost = { postedOn, receivedOn, typedBy: officerId };
  return openCase(deps, tx, theirs, about, subject.value, { words: asking.words, byPost, now });
}

async function subjectOn(
  deps: PaperActDeps,
  tx: Tx,
  { enrolment }: About,
  asked: string,
  { now, reader }: { readonly now: Temporal.Instant; readonly reader: CaseReader | null },
): Promise<Result<CaseSubject, Refusal>> {
  const found = (await subjectsOf(deps, tx, enrolment, now, reader)).find(({ code }) => code === asked);
  if (found !== undefined) return ok(found);
  return refuse({ code: isUuid(asked) ? 'not-contestable' : 'nothing-to-contest' });
}

type Opening = { readonly words: string; readonly byPost: CaseByPost | null; readonly now: Temporal.Instant };

async function openCase(
  deps: PaperActDeps,
  tx: Tx,
  act: Act,
  about: About,
  { code, contested, publicationId }: CaseSubject,
  { words, byPost, now }: Opening,
): Promise<Result<string, Refusal>> {
  const { academy, session, id: enrolmentId } = about.enrolment;
  if ((await countOwnCases(tx, enrolmentId)) >= CASES.each) return refuse({ code: 'too-many-cases' });
  const confidential = contested?.confidential ?? false;
  const kind = contested === null ? code : AGAINST_DECISION;
  const of = { academy, session, enrolmentId, publicationId, contestedId: contested?.id ?? null, confidential };
  const caseId = await insertCase(tx, { ...of, kind, words, byPost });
  if (caseId === null) {
    const first = (await listOwnCases(tx, enrolmentId)).find(({ contestedId }) => contestedId === of.contestedId);
    if (contested === null || first === undefined) return refuse({ code: 'case-waits' });
    return refuse({ code: 'contested-already', first, byPost: byPost !== null });
  }
  const asked = await lockCase(tx, academy, caseId, confidential ? 'health' : 'office');
  const [timed] = asked === null ? [] : await timedCases(deps, tx, [asked], now);
  if (timed === undefined) throw new Error(`The request ${caseId} is gone`);
  await acknowledge(deps, tx, act, about, timed);
  return ok(caseId);
}

/** The receipt (CRPA L112-3, R112-5). Of health, its mail says nothing of what it is about; its letter is sealed. */
async function acknowledge(deps: PaperActDeps, tx: Tx, act: Act, about: About, one: TimedCase): Promise<void> {
  const { enrolment } = about;
  const { id: caseId, contested, kind, enrolmentId } = one;
  const said = {
    received: receivedInWords(one),
    service: serviceInWords(about),
    silence: waitingInWords(one.time),
  };
  if (contested === null) {
    const eventId = await deps.events.publish(tx, act, 'resultCase.opened', subjectOf(enrolment), {
      enrolmentId,
      caseId,
      kind,
    });
    const told = publicationMails.asked.write({ ...valuesOf(deps, about, addresses.own(enrolmentId)), ...said });
    return post(deps, tx, about, { eventId }, told);
  }
  const { confidential, id: decisionId } = contested;
  const subject = confidential ? healthSubjectOf(enrolment) : subjectOf(enrolment);
  const eventId = await deps.events.publish(tx, act, 'appeal.opened', subject, { enrolmentId, caseId, decisionId });
  if (!confidential) {
    const values = valuesOf(deps, about, addresses.contest(enrolmentId, decisionId));
    const told = publicationMails.appealed.write({ ...values, ...said, against: one.label });
    return post(deps, tx, about, { eventId }, told);
  }
  const values = valuesOf(deps, about, enrolmentAddresses.hub(enrolmentId));
  const behind = appealedBehind({ ...said, against: one.label });
  return post(deps, tx, about, { eventId, behind }, publicationMails.unsaidReceived.write(values));
}
