import { inParis } from '../../platform/time.ts';
import type { Minutes } from '../readService.ts';

/** What was measured within one hour of the clock of Paris. */
export type Hour = {
  readonly from: Temporal.Instant;
  readonly requests: number;
  readonly refused: number;
  readonly faults: number;
  readonly hard: number;
  readonly down: number;
  readonly mailSeconds: number;
  readonly troubles: readonly string[];
};

/** A mail that waits for longer is something to know. */
const LATE_MAIL_SECONDS = 300;

/** By hours that begin when they do on the clock: one that comes twice in autumn is two. */
export function hoursOf(minutes: Minutes): readonly Hour[] {
  const startOf = (at: Temporal.Instant): number =>
    inParis(at).round({ smallestUnit: 'hour', roundingMode: 'floor' }).epochMilliseconds;
  return [...Map.groupBy(minutes, ({ minute }) => startOf(minute))].map(([from, some]) => {
    const written = some.flatMap(({ one }) => one ?? []);
    const sum = (of: (one: (typeof written)[number]) => number): number =>
      written.reduce((total, one) => total + of(one), 0);
    const count = (state: Minutes[number]['state']): number => some.filter((one) => one.state === state).length;
    return {
      from: Temporal.Instant.fromEpochMilliseconds(from),
      requests: sum((one) => one.requests),
      refused: sum((one) => one.refused),
      faults: sum((one) => one.faults),
      hard: count('hard'),
      down: count('down'),
      mailSeconds: Math.max(0, ...written.map((one) => one.mailSeconds)),
      troubles: [...new Set(written.flatMap((one) => one.troubles))],
    };
  });
}

export function isCalm({ hard, down, mailSeconds, troubles }: Hour): boolean {
  return hard + down === 0 && mailSeconds < LATE_MAIL_SECONDS && troubles.length === 0;
}
