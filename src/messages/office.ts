/** What the office may send. */

/** To one candidate within 24 hours. */
export const OFFICE_DAILY = 30;

export const TEMPLATE = { title: 80, words: 4000, most: 100 } as const;
