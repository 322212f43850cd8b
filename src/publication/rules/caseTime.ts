import type { Remedy } from '../../catalogue/index.ts';
import {
  dayOfSending,
  type Forum,
  type ImpliedRefusal,
  impliedDocumentRefusal,
  impliedRefusal,
  isLate,
  type LastDay,
  lastDayOf,
  lastDayToAppeal,
  lastDayToReachCada,
  type Where,
} from '../../law/index.ts';
import { parisDay } from '../../platform/time.ts';
import type { Case } from '../cases.ts';

type Delays = Pick<Remedy, 'nature' | 'within'>;

/** What time does to a request on a result, or to an appeal against a decision. */
export type CaseTime = {
  readonly forum: Forum;
  /** The last day that law or rules gave, of what came after it: a person judges it. Null: it is in time. */
  readonly lateSince: LastDay | null;
  /** What silence makes of it, and when. */
  readonly silence: ImpliedRefusal;
  /** May its refusal still be contested? A late appeal and a second one leave the first delay as it was. */
  readonly reopens: boolean;
  /** The last day to contest the refusal that was written; null: none was, or it reopens nothing. */
  readonly contestUntil: LastDay | null;
  /** May it be contested from the day when the letter that says it is handed over? No last day is known then. */
  readonly fromLetter: boolean;
  readonly where: Where;
};

/** Until when it may be asked, of what was published on a day; null: no law and no source says it. */
export function lastDayToAsk(
  { nature, within }: Delays,
  publishedOn: Temporal.PlainDate,
  where: Where,
): LastDay | null {
  if (nature === 'appeal') return lastDayToAppeal(publishedOn, where);
  return within === undefined ? null : lastDayOf(within, publishedOn, where);
}

export function forumOf({ nature }: Pick<Remedy, 'nature'>): Forum {
  return nature === 'documents' ? 'cada' : 'court';
}

type Facts = Pick<
  Case,
  'receivedAt' | 'postedOn' | 'receivedOn' | 'second' | 'outcome' | 'answeredAt' | 'answerLetter'
> & {
  /** The day on which the letter that tells its answer was handed over; null: nobody noted one. */
  readonly handedOverOn: Temporal.PlainDate | null;
  /** The day on which what it is about was published or notified; null: it isn't yet, and nothing is late. */
  readonly from: Temporal.PlainDate | null;
};

/** The day when the administration had it, whoever typed it later: from then on it has its time to answer. */
function arrivalOf({ receivedAt, receivedOn }: Pick<Case, 'receivedAt' | 'receivedOn'>): Temporal.PlainDate {
  return receivedOn ?? parisDay(receivedAt);
}

export function timeOfCase(asked: Facts, remedy: Delays, where: Where): CaseTime {
  const receivedOn = arrivalOf(asked);
  const sentOn = dayOfSending({ postedOn: asked.postedOn, receivedOn });
  const forum = forumOf(remedy);
  const until = asked.from === null ? null : lastDayToAsk(remedy, asked.from, where);
  const lateSince = isLate(sentOn, until) ? until : null;
  const silence = (forum === 'cada' ? impliedDocumentRefusal : impliedRefusal)(receivedOn, where);
  const refusedOn = asked.outcome === 'refused' && asked.answeredAt !== null ? parisDay(asked.answeredAt) : null;
  // A refusal written after the one that silence made could no more be contested confirms it (code de justice administrative, R421-2).
  const reopens =
    (remedy.nature !== 'appeal' || (lateSince === null && !asked.second)) &&
    !(refusedOn !== null && isLate(refusedOn, silence.contest));
  const toldOn = asked.answerLetter === null ? refusedOn : asked.handedOverOn;
  const contest = forum === 'cada' ? lastDayToReachCada : lastDayToAppeal;
  return {
    forum,
    lateSince,
    silence,
    reopens,
    contestUntil: reopens && refusedOn !== null && toldOn !== null ? contest(toldOn, where) : null,
    fromLetter: reopens && refusedOn !== null && toldOn === null,
    where,
  };
}
