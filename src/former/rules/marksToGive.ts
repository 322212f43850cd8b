import type { FormerLine } from '../former.ts';

/** What of one person's lines goes to the ledger. */
export type MarkToGive = Pick<FormerLine, 'cfd' | 'year' | 'unit' | 'obtainedOn' | 'until'> & {
  readonly halfPoints: number;
};

type Line = Pick<FormerLine, 'cfd' | 'year' | 'unit' | 'obtainedOn' | 'until' | 'outcome' | 'halfPoints' | 'decision'>;

/**
 * Marks of sessions at which this person wasn't admitted in that speciality. Who was admitted has the diploma and nothing to keep; an
 * absence, an exemption and a 0 for a justified absence are no marks (D337-107, -114, -115). Lower ones go too: whether they are carried is
 * judged by the form of the enrolment.
 */
export function marksToGive(lines: readonly Line[], today: Temporal.PlainDate): readonly MarkToGive[] {
  const over = new Set(lines.filter(({ decision }) => decision === 'admitted').map(({ cfd }) => cfd));
  return lines.flatMap(({ cfd, year, unit, obtainedOn, until, outcome, halfPoints }): readonly MarkToGive[] => {
    if (outcome !== 'mark' || halfPoints === null || over.has(cfd)) return [];
    if (Temporal.PlainDate.compare(until, today) < 0) return [];
    return [{ cfd, year, unit, obtainedOn, until, halfPoints }];
  });
}
