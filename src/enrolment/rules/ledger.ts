import type { Slot } from './slots.ts';

/**
 * A mark that a candidate holds for a unit, wherever we know it from. Step *Acquis* proposes from these lines, and does not
 * ask who wrote them (decision 016).
 */
export type LedgerLine = {
  /** The unit's id in the regulation of `cfd`; the slot's while it isn't said for which unit of a choice. */
  readonly unit: string;
  readonly cfd: string;
  /** The year of the session. */
  readonly session: number;
  /** 0 to 40. */
  readonly halfPoints: number;
  readonly obtainedOn: Temporal.PlainDate;
  /** `former-results`: of the system in place, given back to their person by the office (decision 079). */
  readonly source: 'declared' | 'own-results' | 'former-results';
};

/** Of the same day, what comes first is believed. */
const TRUST: readonly LedgerLine['source'][] = ['own-results', 'former-results', 'declared'];

/** The mark held for a slot: the last one obtained; of the same day, ours, then the former system's, then what is declared. */
export function markHeld(slot: Slot, cfd: string, ledger: readonly LedgerLine[]): LedgerLine | null {
  const ids = [slot.id, ...slot.units.map(({ id }) => id)];
  const lines = ledger.filter((line) => line.cfd === cfd && ids.includes(line.unit));
  return lines.reduce<LedgerLine | null>((best, line) => (best === null || isAfter(line, best) ? line : best), null);
}

function isAfter(one: LedgerLine, other: LedgerLine): boolean {
  const order = Temporal.PlainDate.compare(one.obtainedOn, other.obtainedOn);
  return order > 0 || (order === 0 && TRUST.indexOf(one.source) < TRUST.indexOf(other.source));
}
