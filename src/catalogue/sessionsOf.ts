import type { Catalogue } from './catalogue.ts';
import type { ResolvedSession } from './resolve.ts';
import { chosenSession } from './rules/chosenSession.ts';

/** One session of one academy: the two codes that stand on every business row, unique key and query. */
export type AcademySession = { readonly academy: string; readonly session: string };

type Known = { readonly catalogue: () => Catalogue; readonly clock: { readonly now: () => Temporal.Instant } };

/** Of the academy, the first to close first; of them the one asked for, else the last that closed its register, else the next. */
export function sessionsOf(
  { catalogue, clock }: Known,
  academy: string,
  asked: string | undefined,
): { readonly all: readonly ResolvedSession[]; readonly chosen: ResolvedSession | null } {
  const all = catalogue()
    .sessions()
    .filter((one) => one.academy === academy)
    .toSorted((a, b) => Temporal.Instant.compare(a.window.closesAt, b.window.closesAt));
  return { all, chosen: chosenSession(all, asked, clock.now(), 'closed') };
}
