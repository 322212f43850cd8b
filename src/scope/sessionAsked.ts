import { type Catalogue, chosenSession, type ResolvedSession } from '../catalogue/index.ts';
import type { Scope } from './scope.ts';

/** The session of the academy that a page of the office is about (`chosenSession`); null where it has none. */
export function sessionAsked(
  catalogue: Pick<Catalogue, 'session'>,
  { sessions }: Pick<Scope, 'sessions'>,
  asked: string | undefined,
  now: Temporal.Instant,
  wanted: 'open' | 'closed',
): ResolvedSession | null {
  return chosenSession(
    sessions.flatMap((code) => catalogue.session(code) ?? []),
    asked,
    now,
    wanted,
  );
}
