import type { Catalogue, ResolvedSession } from '../../catalogue/index.ts';
import type { Scope } from '../office.ts';

/** The session asked for, else the next one to close or the last that closed, as is wanted; null where the academy has none. */
export function chosenSession(
  catalogue: Pick<Catalogue, 'session'>,
  { sessions }: Pick<Scope, 'sessions'>,
  asked: string | undefined,
  now: Temporal.Instant,
  wanted: 'open' | 'closed',
): ResolvedSession | null {
  const theirs = sessions
    .flatMap((code) => catalogue.session(code) ?? [])
    .toSorted((a, b) => Temporal.Instant.compare(a.window.closesAt, b.window.closesAt));
  const isAhead = ({ window }: ResolvedSession): boolean => Temporal.Instant.compare(window.closesAt, now) > 0;
  const [next, last] = [theirs.find(isAhead), theirs.findLast((one) => !isAhead(one))];
  const chosen = wanted === 'open' ? (next ?? last) : (last ?? next);
  return theirs.find(({ code }) => code === asked) ?? chosen ?? null;
}
