/** What the office may send. */

/** To one candidate within 24 hours. */
export const OFFICE_DAILY = 30;

export const LOT = {
  /** People of one list. */
  people: 500,
  /** Lists of one officer within 24 hours. */
  daily: 10,
} as const;

export const TEMPLATE = { title: 80, words: 4000, most: 100 } as const;
