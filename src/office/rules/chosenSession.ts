import type { Catalogue, ResolvedSession } from '../../catalogue/index.ts';
import type { Scope } from '../office.ts';

/** The session asked for, else the next one to close, else the last that closed; null where the academy has none. */
export function chosenSession(
  catalogue: Pick<Catalogue, 'session'>,
  { sessions }: Pick<Scope, 'sessions'>,
  asked: string | undefined,
  now: Temporal.Instant,
): ResolvedSession | null {
  const theirs = sessions
    .flatMap((code) => catalogue.session(code) ?? [])
    .toSorted((a, b) => Temporal.Instant.compare(a.window.closesAt, b.window.closesAt));
  const ahead = theirs.find(({ window }) => Temporal.Instant.compare(window.closesAt, now) > 0);
  return theirs.find(({ code }) => code === asked) ?? ahead ?? theirs.at(-1) ?? null;
}
