import type { ResolvedSession } from '../../../catalogue/index.ts';
import { parisDay } from '../../../platform/time.ts';

type Register = Pick<ResolvedSession, 'window'>;

/** The day of a former register that as many days separate from its opening as today from this one's; null once this one is over: both are whole. */
export function sameDay(session: Register, former: Register, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const [opens, closes] = [parisDay(session.window.opensAt), parisDay(session.window.closesAt)];
  if (Temporal.PlainDate.compare(today, closes) > 0) return null;
  return parisDay(former.window.opensAt).add({ days: opens.until(today).days });
}

/** The days on which a register was open so far, the last included; none before it opens. */
export function openDays({ window }: Register, today: Temporal.PlainDate): readonly string[] {
  const [opens, closes] = [parisDay(window.opensAt), parisDay(window.closesAt)];
  const last = Temporal.PlainDate.compare(today, closes) < 0 ? today : closes;
  return Array.from({ length: Math.max(0, opens.until(last).days + 1) }, (_, days) => opens.add({ days }).toString());
}
