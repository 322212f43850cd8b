import type { ResolvedSession } from '../catalogue/index.ts';
import type { PublicationDeps } from './deps.ts';

/** Of the academy: the one asked for, else the last that closed its register, else the next. */
export function sessionsOf(
  { catalogue, clock }: Pick<PublicationDeps, 'catalogue' | 'clock'>,
  academy: string,
  asked: string | undefined,
): { readonly all: readonly ResolvedSession[]; readonly chosen: ResolvedSession | null } {
  const all = catalogue()
    .sessions()
    .filter((one) => one.academy === academy)
    .toSorted((one, other) => Temporal.Instant.compare(one.window.closesAt, other.window.closesAt));
  const now = clock.now();
  const closed = all.findLast(({ window }) => Temporal.Instant.compare(window.closesAt, now) <= 0);
  return { all, chosen: all.find(({ code }) => code === asked) ?? closed ?? all[0] ?? null };
}
