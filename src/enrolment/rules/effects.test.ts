import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedCatalogue } from '../../testing/catalogue.ts';
import { effectInWords } from '../creditTexts.ts';
import type { Credit, CreditChoice, CreditRules } from './credits.ts';
import { type Effect, effectOf } from './effects.ts';
import type { LedgerLine } from './ledger.ts';
import { slotsOf } from './slots.ts';

const day = Temporal.PlainDate.from;
const catalogue = await shippedCatalogue();
const coiffure = catalogue.regulation('45033608', 2024);
const florist = catalogue.regulation('45031207', 2024);
if (coiffure === undefined || florist === undefined) throw new Error('Not in the pack');
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
const mark = (choice: 'keep' | 'carry', halfPoints: number): Credit => ({
  choice,
  halfPoints,
  obtainedOn: day('2022-07-05'),
  option: null,
});
const keep = (halfPoints: number): Credit => mark('keep', halfPoints);

type Asked = {
  readonly slot?: string;
  readonly mark?: LedgerLine | null;
  readonly credits?: ReadonlyMap<string, Credit>;
  readonly changes?: Partial<CreditRules>;
  readonly lost?: boolean;
};
function effect(
  choice: CreditChoice,
  { slot = 'U10', mark = null, credits, changes, lost = true }: Asked = {},
): Effect {
  const judged = rules(changes);
  const slots = slotsOf(judged.regulation);
  const chosen = slots.find(({ id }) => id === slot);
  if (chosen === undefined) throw new Error(`No slot ${slot}`);
  return effectOf(chosen, choice, mark, {
    slots,
    credits: credits ?? new Map(),
    rules: judged,
    unkeptMarksAreLost: lost,
  });
}
const words = (choice: CreditChoice, asked?: Asked): string =>
  effectInWords(effect(choice, asked)).replaceAll('\u00a0', ' ');
const PROGRESSIVE = { form: 'PROGRESSIVE' } as const;

describe('What a choice changes is said before it is made', () => {
  it('the units left to sit and the average to aim for on them, all else equal', () => {
    expect(words('sit')).toBe('Restent 8 unités, 10 de moyenne à viser.');
    expect(words('keep', { mark: held(25) })).toBe('Restent 7 unités, 9,5 de moyenne à viser.');
    expect(words('carry', { mark: held(16), changes: PROGRESSIVE })).toBe('Restent 7 unités, 10,5 de moyenne à viser.');
    expect(words('exempt')).toBe('Restent 7 unités, 10 de moyenne à viser.');
    const credits = new Map([['U20', keep(30)]]);
    expect(words('exempt', { credits })).toBe('Restent 6 unités, 8,9 de moyenne à viser.');
  });
  it('what is chosen for the unit itself plays no part', () => {
    const credits = new Map([['U10', keep(40)]]);
    for (const choice of ['sit', 'keep', 'exempt'] as const)
      expect(effect(choice, { credits, mark: held(25) })).toEqual(effect(choice, { mark: held(25) }));
  });
  it('before the mark is typed, « au plus » for one of ten or more, nothing for a lower one', () => {
    expect(words('keep')).toBe('Restent 7 unités, 10 de moyenne à viser, ou moins.');
    expect(words('carry', { changes: PROGRESSIVE })).toBe('Restent 7 unités, la moyenne à viser dépend de votre note.');
  });
  it('no average where a coefficient is not known (Fleuriste 2021)', () => {
    expect(words('sit', { slot: 'UP1', changes: { regulation: florist } })).toBe('Restent 5 unités.');
  });
  it('one unit left, or none', () => {
    const credits = new Map(slotsOf(coiffure).map(({ id }) => [id, keep(20)] as const));
    expect(words('sit', { credits })).toBe('Reste 1 unité, 10 de moyenne à viser.');
    expect(words('keep', { credits, mark: held(20) })).toBe('Il ne reste aucune unité.');
    const low = new Map([...credits.keys()].map((id) => [id, mark('carry', 0)] as const));
    expect(words('sit', { credits: low, changes: PROGRESSIVE })).toBe(
      "Reste 1 unité, la moyenne demandée n'est plus possible.",
    );
  });
  it('a mark that can be neither kept nor carried says why', () => {
    expect(words('keep', { mark: held(19) })).toBe('Impossible : votre note est au-dessous de 10.');
    expect(words('carry', { mark: held(20), changes: PROGRESSIVE })).toBe('Impossible : votre note est de 10 ou plus.');
    expect(words('keep', { mark: held(24, '2019-05-31') })).toBe(
      "Impossible : votre note ne sera plus valable à la date de l'examen.",
    );
    expect(words('keep', { mark: held(24, '2023-11-16') })).toContain("dans l'avenir");
  });
  it('a mark of a choice whose unit is not said yet counts all the same', () => {
    expect(words('keep', { slot: 'E3-option', mark: held(30, '2022-07-05', 'E3-option') })).toBe(
      'Restent 7 unités, 9,1 de moyenne à viser.',
    );
  });
});

describe('Règle de l’académie : « toute note non conservée est définitivement perdue »', () => {
  const LOST = "Vous renoncez à votre 12,5 : pour l'académie, toute note non conservée est définitivement perdue.";
  it('is said where a mark that could be kept is renounced, when the session says so', () => {
    expect(words('sit', { mark: held(25) })).toContain(LOST);
    expect(words('exempt', { mark: held(25) })).toContain(LOST);
    expect(words('keep', { mark: held(25) })).not.toContain('perdue');
  });
  it('is not said when the session does not, nor of a mark that could not be kept', () => {
    expect(effect('sit', { mark: held(25), lost: false })).toMatchObject({ loss: null });
    expect(effect('sit', { mark: held(19) })).toMatchObject({ loss: null });
    expect(effect('sit', { mark: held(25, '2019-05-31') })).toMatchObject({ loss: null });
    expect(effect('sit')).toMatchObject({ loss: null });
  });
  it('in the progressive form the new mark replaces the old one, even lower (D337-115), whatever the session says', () => {
    const asked = (halfPoints: number, lost: boolean) =>
      words('sit', { mark: held(halfPoints), changes: PROGRESSIVE, lost }).replace(/^[^.]*\. /, '');
    const replaced = (old: string) => `La nouvelle note remplace votre ${old}, même plus basse`;
    expect(asked(25, false)).toBe(`${replaced('12,5')}.`);
    expect(asked(25, true)).toBe(
      `${replaced('12,5')} : pour l'académie, toute note non conservée est définitivement perdue.`,
    );
    expect(asked(16, true)).toBe(`${replaced('8')}.`);
    expect(effect('exempt', { mark: held(16), changes: PROGRESSIVE })).toMatchObject({ loss: null });
  });
});

describe('The average to aim for', () => {
  const aim = (found: Effect): number =>
    found.code === 'leaves' && found.target?.known === true
      ? found.target.numerator / found.target.denominator
      : Number.NaN;
  it('by keeping a mark is never above « au plus », nor above sitting again while the others are sat', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 40 }), (halfPoints) => {
        const kept = aim(effect('keep', { mark: held(halfPoints) }));
        expect(kept).toBeLessThanOrEqual(aim(effect('keep')));
        expect(kept).toBeLessThanOrEqual(aim(effect('sit', { mark: held(halfPoints) })));
      }),
    );
  });
});

describe('The edges of an effect', () => {
  it('is exact without a mark to guess, and a bound where one is', () => {
    expect(effect('sit')).toMatchObject({ code: 'leaves', bound: 'exact' });
    expect(effect('exempt', { slot: 'U60' })).toMatchObject({ code: 'leaves', bound: 'exact' });
    expect(effect('keep', { mark: held(24) })).toMatchObject({ code: 'leaves', bound: 'exact' });
    expect(effect('keep')).toMatchObject({ code: 'leaves', bound: 'at-most' });
    expect(effect('carry', { changes: PROGRESSIVE })).toMatchObject({ code: 'leaves', bound: 'by-mark' });
  });
  it('weighs the option that the mark is of', () => {
    const units = coiffure.units.map((unit) => (unit.id === 'U30B' ? { ...unit, coefficient: 1 } : unit));
    const changes = { regulation: { ...coiffure, units } };
    const target = (unit: string) => {
      const found = effect('keep', { slot: 'E3-option', mark: held(40, '2022-07-05', unit), changes });
      return found.code === 'leaves' ? found.target : found;
    };
    expect(target('U30A')).not.toEqual(target('U30B'));
  });
  it('loses nothing of a mark that was dead already', () => {
    const dead = held(24, '2010-07-05');
    for (const choice of ['sit', 'exempt'] as const)
      expect(effect(choice, { slot: 'U60', mark: dead, changes: PROGRESSIVE })).toMatchObject({ loss: null });
    expect(effect('sit', { mark: held(24), changes: PROGRESSIVE })).toMatchObject({
      loss: { halfPoints: 24, lost: true, replaced: true },
    });
  });
});
