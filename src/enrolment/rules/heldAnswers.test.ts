import { describe, expect, it } from 'vitest';
import { shippedCatalogue } from '../../testing/catalogue.ts';
import { heldAnswers } from './heldAnswers.ts';
import type { LedgerLine } from './ledger.ts';
import { slotsOf } from './slots.ts';

const COIFFURE = '45033608';
const regulation = (await shippedCatalogue()).regulation(COIFFURE, 2024);
const slots = regulation === undefined ? [] : slotsOf(regulation);
const line = (changes: Partial<LedgerLine> = {}): LedgerLine => ({
  unit: 'U10',
  cfd: COIFFURE,
  session: 2024,
  halfPoints: 24,
  obtainedOn: Temporal.PlainDate.from('2024-07-01'),
  source: 'own-results',
  ...changes,
});
const answers = (ledger: readonly LedgerLine[], examOn: string) =>
  heldAnswers(slots, COIFFURE, ledger, { examOn: Temporal.PlainDate.from(examOn), keptYears: 5 }).map(
    ({ slot, unit, line: held }) => [slot.id, unit, held.halfPoints],
  );

describe('What a former candidate doesn’t type again', () => {
  it('is the last mark of each unit, in the order of the regulation', () => {
    const ledger = [
      line({ unit: 'U20', halfPoints: 20 }),
      line(),
      line({ halfPoints: 12, obtainedOn: Temporal.PlainDate.from('2025-07-01') }),
    ];
    expect(answers(ledger, '2026-06-01')).toEqual([
      ['U10', 'U10', 12],
      ['U20', 'U20', 20],
    ]);
  });

  it('is named by its unit where one of several was presented', () => {
    const [group] = slots.filter(({ units }) => units.length > 1);
    const [, second] = group?.units ?? [];
    expect(answers([line({ unit: second?.id ?? '' })], '2025-06-01')).toEqual([[group?.id, second?.id, 24]]);
  });

  it('is nothing of another speciality, nor what is over on the day of the exam', () => {
    expect(answers([line({ cfd: '45022137' })], '2025-06-01')).toEqual([]);
    expect(answers([line()], '2029-07-01')).toHaveLength(1);
    expect(answers([line()], '2029-07-02')).toEqual([]);
  });
});
