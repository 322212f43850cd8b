import type { ResolvedSession } from '../../catalogue/index.ts';

/** « 2023-2024 », of the last of these sessions; null: none is a real one. An exam after the summer is of the year that begins. */
export function schoolYearOf(
  sessions: readonly Pick<ResolvedSession, 'demonstration' | 'examStartsOn'>[],
): string | null {
  const ends = sessions
    .filter(({ demonstration }) => !demonstration)
    .map(({ examStartsOn: { on } }) => (on.month >= 9 ? on.year + 1 : on.year));
  return ends.length === 0 ? null : `${Math.max(...ends) - 1}-${Math.max(...ends)}`;
}
