import type { Catalogue } from '../../catalogue/index.ts';
import { type Remaining, rightsOf, todoInWords, todosOf } from '../../pieces/index.ts';
import type { ListedRequest } from '../request.ts';
import { requestEndsAt } from '../rules/calendar.ts';
import { dueOf } from '../rules/due.ts';

/** What a candidate has to do for their health, or may do, a sentence each. */
export function dueForService(
  catalogue: Catalogue,
  session: string,
  remaining: Pick<Remaining, 'lines'>,
): readonly string[] {
  return [...todosOf(remaining), ...rightsOf(remaining)].map((todo) => todoInWords(catalogue, session, todo));
}

/** The same of the request alone, from the line of a list: a page of names asks nothing more of each. */
export function requestDue(catalogue: Catalogue, file: ListedRequest, now: Temporal.Instant): readonly string[] {
  const session = catalogue.session(file.session);
  if (session === undefined) return [];
  const { enrolmentId, ticked, state, askedUntil, said, endedAt, againUntil } = file;
  const again = endedAt === null || againUntil === null ? null : { endedAt, until: againUntil };
  const request = state === null ? null : { state, askedUntil };
  const { lastCorrectionAt } = session;
  const facts = {
    enrolmentId,
    ticked,
    request,
    endsAt: requestEndsAt(session, again),
    lastCorrectionAt,
    decidedAt: null,
  };
  return dueForService(catalogue, file.session, {
    lines: dueOf({ ...facts, said: said === null ? null : { what: said } }, now),
  });
}
