import type { ResolvedSession } from '../../catalogue/index.ts';
import type { LetterDeskDeps } from '../../papers/index.ts';
import { parisDay } from '../../platform/time.ts';
import { type Scope, sessionAsked } from '../../scope/index.ts';

/**
 * The session that is asked for, else the last that closed; once its exam has begun nobody is left out of it any more, and it gives way to
 * the one whose register is open.
 */
export function closingSession(
  { catalogue, clock }: Pick<LetterDeskDeps, 'catalogue'> & { readonly clock: Pick<LetterDeskDeps['clock'], 'now'> },
  scope: Scope,
  asked: string | undefined,
): ResolvedSession | null {
  const now = clock.now();
  const choose = (wanted: 'open' | 'closed'): ResolvedSession | null =>
    sessionAsked(catalogue(), scope, asked, now, wanted);
  const closed = choose('closed');
  if (closed === null || closed.code === asked) return closed;
  const isOver = Temporal.PlainDate.compare(parisDay(now), closed.examStartsOn.on) >= 0;
  const next = isOver ? choose('open') : null;
  return next !== null && Temporal.Instant.compare(next.window.opensAt, now) <= 0 ? next : closed;
}
