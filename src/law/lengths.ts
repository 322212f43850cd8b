/** How long the delays of the law are; the article stands beside each, and how it is counted in `rules/`. */
export const LENGTHS = {
  /** To reach a court (code de justice administrative, R421-1). */
  court: { months: 2 },
  /** Silence on a complaint or an appeal is a refusal (CRPA L231-4, L411-7). */
  silence: { months: 2 },
  /** Silence on a request for documents (CRPA R*311-12, R311-13). */
  documents: { months: 1 },
  /** To reach the CADA (CRPA R343-1). */
  cada: { months: 2 },
  /** What gave rights is undone, being illegal (CRPA L242-1). */
  withdrawal: { months: 4 },
  /** Unread, what was deposited on line is deemed notified (CRPA R112-20). */
  unread: { days: 15 },
} as const;

const NUMBERS: Readonly<Record<number, string>> = { 1: 'un', 2: 'deux', 3: 'trois', 4: 'quatre', 15: 'quinze' };

/** « deux » */
export function numberInWords(count: number): string {
  const word = NUMBERS[count];
  if (word === undefined) throw new Error(`No word for ${count}`);
  return word;
}

/** « quinze jours », « 21 jours » */
export function daysInWords(days: number): string {
  return `${NUMBERS[days] ?? days} jours`;
}

/** « deux mois », « quinze jours » */
export const lengthsInWords = {
  court: `${numberInWords(LENGTHS.court.months)} mois`,
  silence: `${numberInWords(LENGTHS.silence.months)} mois`,
  documents: `${numberInWords(LENGTHS.documents.months)} mois`,
  cada: `${numberInWords(LENGTHS.cada.months)} mois`,
  withdrawal: `${numberInWords(LENGTHS.withdrawal.months)} mois`,
  unread: daysInWords(LENGTHS.unread.days),
} as const;
