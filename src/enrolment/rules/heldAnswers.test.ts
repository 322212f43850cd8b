import { describe, expect, it } from 'vitest';
import { shippedCatalogue } from '../../testing/catalogue.ts';
import { comparedInWords, heldInWords } from '../creditTexts.ts';
import type { Credit } from './credits.ts';
import { compareHeld, type DeclaredMark, heldAnswers } from './heldAnswers.ts';
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
const rules = (examOn: string, form: 'GLOBAL' | 'PROGRESSIVE' = 'PROGRESSIVE', handicap = false) => ({
  examStartsOn: Temporal.PlainDate.from(examOn),
  keptMarkYears: 5,
  keptFrom: 20,
  form,
  handicap,
  carriedIn: ['PROGRESSIVE'] as const,
});
const answers = (
  ledger: readonly LedgerLine[],
  examOn: string,
  form: 'GLOBAL' | 'PROGRESSIVE' = 'PROGRESSIVE',
  handicap = false,
) =>
  heldAnswers(slots, COIFFURE, ledger, rules(examOn, form, handicap)).map(({ slot, unit, line: held }) => [
    slot.id,
    unit,
    held.halfPoints,
  ]);

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
    // No text says which day of the month of the exam decides: it benefits the candidate, as where the mark is judged.
    expect(answers([line()], '2029-07-20')).toHaveLength(1);
    expect(answers([line()], '2029-08-01')).toEqual([]);
  });

  it('is no mark below ten in the globale form, where it can’t be carried but for a handicap', () => {
    const low = line({ halfPoints: 19 });
    expect(answers([low], '2025-06-01')).toHaveLength(1);
    expect(answers([low], '2025-06-01', 'GLOBAL')).toEqual([]);
    expect(answers([line({ halfPoints: 20 })], '2025-06-01', 'GLOBAL')).toHaveLength(1);
    expect(answers([low], '2025-06-01', 'GLOBAL', true)).toHaveLength(1);
  });
});

describe('What somebody declares beside what the register holds', () => {
  const held = heldAnswers(slots, COIFFURE, [line()], rules('2025-06-01'));
  const compared = (credit: Partial<DeclaredMark> | Credit) =>
    compareHeld(
      new Map([
        ['U10', { choice: 'keep', halfPoints: 24, obtainedOn: line().obtainedOn, option: null, ...credit } as Credit],
      ]),
      held,
    ).map(({ same }) => same);

  it('is the same, or not: by its mark, its day or the unit of a choice', () => {
    expect(compared({})).toEqual([true]);
    expect(compared({ choice: 'carry' })).toEqual([true]);
    expect(compared({ option: 'U10' })).toEqual([true]);
    expect(compared({ halfPoints: 25 })).toEqual([false]);
    expect(compared({ obtainedOn: Temporal.PlainDate.from('2024-07-02') })).toEqual([false]);
    expect(compared({ option: 'U11' })).toEqual([false]);
  });

  it('is nothing where the unit is sat again, exempted or not answered', () => {
    expect(compared({ choice: 'sit' })).toEqual([]);
    expect(compared({ choice: 'exempt', ground: 'vae' })).toEqual([]);
    expect(compareHeld(new Map(), held)).toEqual([]);
  });

  it('is said with both, so that an officer sees what was changed', () => {
    const credit: Credit = { choice: 'keep', halfPoints: 25, obtainedOn: line().obtainedOn, option: null };
    const [differs] = compareHeld(new Map([['U10', credit]]), held);
    const [agrees] = compareHeld(new Map([['U10', { ...credit, halfPoints: 24 }]]), held);
    if (differs === undefined || agrees === undefined) throw new Error('both are compared');
    expect(comparedInWords(differs)).toBe(
      "U10\u00a0: déclaré 12,5 (01/07/2024), mais 12 (01/07/2024) d'après les résultats publiés ici, session 2024.",
    );
    expect(comparedInWords(agrees)).toBe('U10\u00a0: 12 (01/07/2024), comme les résultats publiés ici, session 2024.');
    expect(heldInWords({ line: line({ source: 'former-results', session: 2023 }) })).toBe(
      "D'après le relevé de la session 2023\u00a0: 12 sur 20, obtenue le 01/07/2024.",
    );
  });
});
