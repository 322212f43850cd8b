/**
 * What one question may hold: far above what a life of short contracts or a regulation has (13 units at most today), far
 * below what keeps a processor busy. The schemas carry these figures, so that the open interface's description shows them.
 */
export const MOST = { workPeriods: 100, credits: 40, units: 40 } as const;

/** Characters of a text that is a code or a number of ours. */
export const LONGEST = { code: 60, day: 10, instant: 40, mark: 10 } as const;

/** Years of which a day or an instant may be asked: calendars beyond them have no meaning here, and some no arithmetic. */
export const YEARS = { first: 1900, last: 2200 } as const;

/** Lists and maps within each other: a question has three. Deeper ones can't even be copied to another thread. */
export const LEVELS = 8;
