/** What one square code on a scan says, once its signature held. */
export type ReadPage = { readonly reference: string; readonly page: number };

/**
 * What the square codes on a signed confirmation say of it: a hint to whoever looks, never a decision. `whole`: all pages of the last
 * version; `partial`: some of them; `older`: a version that isn't the last; `other`: another enrolment's, or no confirmation.
 */
export type SheetReading = {
  readonly state: 'whole' | 'partial' | 'older' | 'other' | 'none';
  readonly version: number | null;
  /** In their order; of the version that is said. */
  readonly pages: readonly number[];
  readonly missing: readonly number[];
  /** The words over the boxes where no ink was seen; null: not looked at, or not found. Undefined in readings of before. */
  readonly empty?: readonly string[] | null;
};

/** `latest`: of the confirmation that must be signed. */
export function judgeSheet(
  read: readonly ReadPage[],
  latest: { readonly reference: string; readonly version: number; readonly pages: number },
  empty: readonly string[] | null = null,
): SheetReading {
  const nothing = { version: null, pages: [], missing: [], empty: null };
  if (read.length === 0) return { state: 'none', ...nothing };
  const sheet = latest.reference.replace(/\d+$/, '');
  if (read.some(({ reference }) => reference.replace(/\d+$/, '') !== sheet)) return { state: 'other', ...nothing };
  const older = read.find(({ reference }) => reference !== latest.reference);
  const of = older?.reference ?? latest.reference;
  const pages = [...new Set(read.filter(({ reference }) => reference === of).map(({ page }) => page))].toSorted(
    (one, two) => one - two,
  );
  if (older !== undefined)
    return { state: 'older', version: Number(/\d+$/.exec(of)?.[0]), pages, missing: [], empty: null };
  const missing = Array.from({ length: latest.pages }, (_, index) => index + 1).filter((page) => !pages.includes(page));
  return { state: missing.length === 0 ? 'whole' : 'partial', version: latest.version, pages, missing, empty };
}

/** A page may be photographed alone: none is missing that was read in another file of the same version. */
export function readBeside(one: SheetReading, others: readonly SheetReading[]): SheetReading {
  if (one.state !== 'partial') return one;
  const elsewhere = new Set(others.filter(({ version }) => version === one.version).flatMap(({ pages }) => pages));
  const missing = one.missing.filter((page) => !elsewhere.has(page));
  return { ...one, missing, state: missing.length === 0 ? 'whole' : 'partial' };
}

/**
 * What a machine doubts of the files that count, taken together. It decides nothing: the file is in, at its date, until a person looks.
 * A code that wasn't read, or a page that wasn't, is no doubt.
 */
export type SheetDoubt =
  | { readonly is: 'older'; readonly version: number }
  | { readonly is: 'other' }
  | { readonly is: 'empty'; readonly boxes: readonly string[] };

/** `readings`: of the files that count, the first given first. One good file is enough, whatever lies beside it. */
export function doubtOf(readings: readonly SheetReading[]): SheetDoubt | null {
  const own = readings.filter(({ state }) => state === 'whole' || state === 'partial');
  const isSignedLater = (one: SheetReading): boolean =>
    own
      .slice(own.indexOf(one) + 1)
      .some(({ empty, pages }) => empty?.length === 0 && pages.includes(one.pages.at(-1) ?? 0));
  const unsigned = own.find((one) => (one.empty ?? []).length > 0 && !isSignedLater(one));
  if (unsigned !== undefined) return { is: 'empty', boxes: unsigned.empty ?? [] };
  if (own.length > 0) return null;
  const last = readings.findLast(({ state }) => state === 'older' || state === 'other');
  if (last === undefined) return null;
  return last.state === 'older' ? { is: 'older', version: last.version ?? 1 } : { is: 'other' };
}
