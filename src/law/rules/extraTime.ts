/** A third more, which the usual measure (code de l'éducation, D351-27) gives and people write as 33 %: in percent, as it is granted. */
export const A_THIRD = 33;

/**
 * So many minutes with so many percent more, rounded up to the minute. The most that is usual is a third (circulaire 2015-127), not 33 hundredths: five
 * hours are 6 h 40, not 6 h 39. `uncounted`: of these minutes, a pause or a transfer, which stays as long (circulaire 2015-127: pauses aren't extra time).
 */
export function minutesWithExtra(minutes: number, percent: number, uncounted = 0): number {
  const counted = minutes - uncounted;
  const more = percent === A_THIRD ? Math.ceil((counted * 4) / 3) : Math.ceil((counted * (100 + percent)) / 100);
  return more + uncounted;
}

/** « un tiers de temps en plus », as it is counted; « 50 % de temps en plus ». */
export function extraTimeInWords(percent: number): string {
  return percent === A_THIRD ? 'un tiers de temps en plus' : `${percent}\u00a0% de temps en plus`;
}
