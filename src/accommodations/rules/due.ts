import type { Contribution } from '../../pieces/index.ts';
import { addresses } from '../addresses.ts';
import type { Request, SaidOfRequest } from '../request.ts';
import { texts } from '../texts.ts';
import { isAsked, mayGive } from './requestActs.ts';

const say = texts.due;

export type DueFacts = {
  readonly enrolmentId: string;
  /** « Oui » at the heading *Handicap* of what is registered. */
  readonly ticked: boolean;
  readonly request: Pick<Request, 'state' | 'askedUntil'> | null;
  /** A document that they gave couldn't be read, and no other has come for it; a list doesn't ask: the page of the request says it, document by document. */
  readonly unreadable?: boolean;
  /** What the candidate said last of a request that isn't sent here; null: nothing, or they took it back. */
  readonly said: Pick<SaidOfRequest, 'what'> | null;
  /** Of the time to send it (`requestEndsAt`). */
  readonly endsAt: Temporal.Instant;
  /** Summonses are made then: what comes later is asked for on its page alone. */
  readonly lastCorrectionAt: Temporal.Instant;
  /** When the last decision was taken, to its candidate, who may read it; null: none was. */
  readonly decidedAt: Temporal.Instant | null;
};

/**
 * What is due of a request: to be sent by who ticked or began one, to be answered where the service asked for more, or the
 * service's turn. A request sent, declared as sent by the academy's own way, or given up asks for nothing.
 */
export function dueOf(facts: DueFacts, now: Temporal.Instant): readonly Contribution[] {
  const { request, enrolmentId, ticked, said } = facts;
  const line = { act: 'other', piece: null, href: addresses.request(enrolmentId) } as const;
  const isBefore = (end: Temporal.Instant): boolean => Temporal.Instant.compare(now, end) < 0;
  if (request === null || request.state === 'draft') {
    if (said !== null || (request === null && !ticked)) return [];
    const until = isBefore(facts.endsAt) ? facts.endsAt : null;
    if (until === null && !isBefore(facts.lastCorrectionAt)) return [];
    return [{ ...line, ...say.send, who: 'candidate', state: 'todo', until, detail: until === null ? say.late : null }];
  }
  const again =
    facts.unreadable === true && mayGive(request)
      ? ([{ ...line, ...say.again, who: 'candidate', state: 'problem', until: null, detail: null }] as const)
      : [];
  if (isAsked(request)) {
    const until = request.askedUntil !== null && isBefore(request.askedUntil) ? request.askedUntil : null;
    const detail = until === null ? say.answerLate : null;
    return [...again, { ...line, ...say.answer, who: 'candidate', state: 'problem', until, detail }];
  }
  if (request.state === 'decided' && facts.decidedAt !== null)
    return [
      { ...line, ...say.decided, who: 'candidate', state: 'may', until: null, detail: say.takenOn(facts.decidedAt) },
    ];
  if (request.state === 'decided' || request.state === 'withdrawn') return [];
  const stands = texts.states[request.state];
  return [...again, { ...line, ...say.service, who: 'office', state: 'waiting', until: null, detail: stands }];
}
