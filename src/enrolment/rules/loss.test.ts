import { describe, expect, it } from 'vitest';
import { shippedCatalogue } from '../../testing/catalogue.ts';
import { lossInWords } from '../creditTexts.ts';
import type { CreditChoice, CreditRules } from './credits.ts';
import type { LedgerLine } from './ledger.ts';
import { type Loss, lossOf } from './loss.ts';
import { slotsOf } from './slots.ts';

const day = Temporal.PlainDate.from;
const catalogue = await shippedCatalogue();
const coiffure = catalogue.regulation('45033608', 2024);
if (coiffure === undefined) throw new Error('Not in the pack');
const rules = (changes: Partial<CreditRules> = {}): CreditRules => ({
  form: 'GLOBAL',
  handicap: false,
  today: day('2023-11-15'),
  examStartsOn: day('2024-06-03'),
  keptMarkYears: 5,
  keptFrom: 20,
  pass: { average: 20, professional: null },
  source: "Code de l'éducation, D337-107",
  correspondenceSource: "Code de l'éducation, D337-108",
  handicapSource: "code de l'éducation, articles D351-27 à D351-31",
  carriedIn: ['PROGRESSIVE'],
  exemptionBasis: 'order',
  grounds: catalogue.exam('bp')?.exemptionGrounds ?? [],
  regulation: coiffure,
  ...changes,
});
const held = (halfPoints: number, obtainedOn = '2022-07-05', unit = 'U10'): LedgerLine => ({
  unit,
  cfd: '45033608',
  session: 2022,
  halfPoints,
  obtainedOn: day(obtainedOn),
  source: 'declared',
});
type Asked = {
  readonly slot?: string;
  readonly mark?: LedgerLine | null;
  readonly changes?: Partial<CreditRules>;
  readonly lost?: boolean;
};
function loss(choice: CreditChoice, { slot = 'U10', mark = null, changes, lost = true }: Asked = {}): Loss | null {
  const judged = rules(changes);
  const chosen = slotsOf(judged.regulation).find(({ id }) => id === slot);
  if (chosen === undefined) throw new Error(`No slot ${slot}`);
  return lossOf(chosen, choice, mark, { rules: judged, unkeptMarksAreLost: lost });
}
const words = (choice: CreditChoice, asked?: Asked): string => {
  const found = loss(choice, asked);
  return found === null ? '' : lossInWords(found).replaceAll('\u00a0', ' ');
};
const PROGRESSIVE = { form: 'PROGRESSIVE' } as const;

describe('Règle de l’académie : « toute note non conservée est définitivement perdue »', () => {
  const LOST = "Vous renoncez à votre 12,5 : pour l'académie, toute note non conservée est définitivement perdue.";
  it('is said where a mark that could be kept is renounced, when the session says so', () => {
    expect(words('sit', { mark: held(25) })).toBe(LOST);
    expect(words('exempt', { mark: held(25) })).toBe(LOST);
  });
  it('is not said of a mark that is kept or carried, nor when the session does not say so', () => {
    for (const choice of ['keep', 'carry'] as const) expect(loss(choice, { mark: held(25) })).toBeNull();
    expect(loss('carry', { mark: held(16), changes: PROGRESSIVE })).toBeNull();
    expect(loss('sit', { mark: held(25), lost: false })).toBeNull();
  });
  it('is not said of a mark that could not be kept, nor without one', () => {
    expect(loss('sit', { mark: held(19) })).toBeNull();
    expect(loss('sit', { mark: held(25, '2019-05-31') })).toBeNull();
    expect(loss('sit', { mark: held(25, '2019-06-01') })).not.toBeNull();
    expect(loss('sit')).toBeNull();
  });
  it('is said of a mark of a choice whose unit is not said yet', () => {
    expect(words('sit', { slot: 'E3-option', mark: held(25, '2022-07-05', 'E3-option') })).toBe(LOST);
    expect(words('sit', { slot: 'E3-option', mark: held(25, '2022-07-05', 'U30A') })).toBe(LOST);
  });
  it('in the progressive form the new mark replaces the old one, even lower (D337-115), whatever the session says', () => {
    const asked = (halfPoints: number, lost: boolean) =>
      words('sit', { mark: held(halfPoints), changes: PROGRESSIVE, lost });
    const replaced = (old: string) => `La nouvelle note remplace votre ${old}, même plus basse`;
    expect(asked(25, false)).toBe(`${replaced('12,5')}.`);
    expect(asked(25, true)).toBe(
      `${replaced('12,5')} : pour l'académie, toute note non conservée est définitivement perdue.`,
    );
    expect(asked(16, true)).toBe(`${replaced('8')}.`);
    expect(loss('exempt', { mark: held(16), changes: PROGRESSIVE })).toBeNull();
    expect(loss('exempt', { mark: held(25), changes: PROGRESSIVE, lost: false })).toBeNull();
  });
  it('where any mark is kept, the last one counts in both forms (D337-17)', () => {
    expect(loss('sit', { mark: held(5), changes: { keptFrom: null }, lost: false })).toEqual({
      halfPoints: 5,
      lost: false,
      replaced: true,
    });
  });
  it('loses nothing of a mark that was dead already', () => {
    const dead = held(24, '2010-07-05');
    for (const choice of ['sit', 'exempt'] as const)
      expect(loss(choice, { mark: dead, changes: PROGRESSIVE })).toBeNull();
    expect(loss('sit', { mark: held(24), changes: PROGRESSIVE })).toEqual({
      halfPoints: 24,
      lost: true,
      replaced: true,
    });
  });
});
