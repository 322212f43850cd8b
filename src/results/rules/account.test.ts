import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Credit } from '../../enrolment/index.ts';
import type { Mark } from '../../marks/index.ts';
import { runs } from '../../testing/properties.ts';
import { onPaper } from '../testing/naive.ts';
import { accountOf, type Barred, type Declared, type WrittenUnit } from './account.ts';
import { decimal } from './average.ts';

const TEN = { average: 20, professional: null };
const TWO = { average: 20, professional: 20 };
const FREE: Barred = { withheld: [], underReserve: false };
const ON = Temporal.PlainDate.from('2021-07-05');

const written = (id: string, coefficient: number | null): WrittenUnit => ({
  id,
  code: id,
  title: `Épreuve ${id}`,
  coefficient,
});
type SlotMore = Partial<Omit<Declared['slots'][number], 'id' | 'units'>>;
const slot = (id: string, coefficient: number | null, more: SlotMore = {}): Declared['slots'][number] => ({
  id,
  units: [written(id, coefficient)],
  professional: true,
  credit: { choice: 'sit' },
  ground: null,
  ...more,
});
const kept = (mark: number, choice: 'keep' | 'carry' = 'keep', option: string | null = null): SlotMore => ({
  credit: { choice, halfPoints: 2 * mark, obtainedOn: ON, option },
});
const exempt: SlotMore = {
  credit: { choice: 'exempt', ground: 'bac' } as Credit,
  ground: 'Baccalauréat',
};
const file = (slots: readonly Declared['slots'][number][], more: Partial<Declared> = {}): Declared => ({
  form: 'PROGRESSIVE',
  inWords: false,
  slots,
  presented: slots.map(({ id }) => id),
  options: new Map(),
  optional: [],
  ...more,
});
const marks = (given: Readonly<Record<string, number | 'absent' | 'excused' | 'exempt'>>): ReadonlyMap<string, Mark> =>
  new Map(
    Object.entries(given).map(([unit, mark]) => [
      unit,
      typeof mark === 'number' ? { code: 'mark', halfPoints: 2 * mark } : { code: mark },
    ]),
  );

/** Coiffure, arrêté du 28 mars 2011, annexe III: coefficients 6, 5, 5, 2, 3, 6, 2, 3. */
const COIFFURE = [
  slot('U10', 6, kept(12.5)),
  slot('U20', 5),
  {
    id: 'E3-option',
    units: [written('U30A', 5), written('U30B', 5)],
    professional: true,
    credit: { choice: 'sit' },
    ground: null,
  },
  slot('U41', 2),
  slot('U42', 3),
  slot('U51', 6),
  slot('U52', 2),
  slot('U60', 3, { professional: false }),
] as const satisfies readonly Declared['slots'][number][];
const OPTIONS = new Map([['E3-option', 'U30B']]);
const SAT = { U20: 8, U30B: 10, U41: 11, U42: 9.5, U51: 9, U52: 12, U60: 8 };

describe('The account of a file', () => {
  it('of Coiffure with a kept mark: 317,5 points over 32 are 9,92, refused; four points of the language make it 10,05, admitted', () => {
    const plain = accountOf(file(COIFFURE, { options: OPTIONS }), FREE, marks(SAT), TEN);
    expect(plain.judgement).toMatchObject({ outcome: 'FAILED', average: { numerator: 635, denominator: 64 } });
    expect(plain.units.map(({ id }) => id)).toEqual(['U10', 'U20', 'U30B', 'U41', 'U42', 'U51', 'U52', 'U60']);
    expect(plain.units[0]).toMatchObject({ outcome: { code: 'kept', halfPoints: 25 }, obtainedOn: ON, note: null });
    const language = file(COIFFURE, { options: OPTIONS, optional: [written('UF', null)] });
    const more = accountOf(language, FREE, marks({ ...SAT, UF: 14 }), TEN).judgement;
    expect([more.outcome, more.average === null ? '' : decimal(more.average)]).toEqual(['PASSED', '10.05']);
  });

  it('leaves an exempted unit out of the divisor: 293,5 over 29 are 10,12', () => {
    const slots = COIFFURE.map((one) => (one.id === 'U60' ? { ...one, ...exempt } : one));
    const { units, judgement } = accountOf(file(slots, { options: OPTIONS }), FREE, marks(SAT), TEN);
    expect(judgement).toMatchObject({ outcome: 'PASSED', average: { numerator: 587, denominator: 58 } });
    expect(units.at(-1)).toMatchObject({ outcome: { code: 'exempt' }, ground: 'Baccalauréat', professional: false });
  });

  it('of a CAP asks the professional average too, without the general units (D337-16)', () => {
    const general = { professional: false };
    const slots = [slot('UP1', 8), slot('UP2', 4), slot('UG1', 3, general), slot('UG2', 2, general)];
    const given = marks({ UP1: 9.5, UP2: 10, UG1: 16, UG2: 12 });
    expect(accountOf(file(slots), FREE, given, TWO).judgement).toMatchObject({
      outcome: 'FAILED',
      average: { numerator: 188, denominator: 17 },
      professionalAverage: { numerator: 29, denominator: 3 },
    });
    expect(accountOf(file(slots), FREE, given, TEN).judgement.outcome).toBe('PASSED');
  });

  it('carries a low mark, and averages it with the others', () => {
    const { units, judgement } = accountOf(
      file([slot('U10', 1, kept(7, 'carry')), slot('U20', 1)]),
      FREE,
      marks({ U20: 13 }),
      TEN,
    );
    expect(judgement).toMatchObject({ outcome: 'PASSED', average: { numerator: 10, denominator: 1 } });
    expect(units[0]).toMatchObject({ outcome: { code: 'carried', halfPoints: 14 }, obtainedOn: ON });
  });

  it('takes of a choice the unit whose mark is kept, with its own coefficient', () => {
    const choice = { ...COIFFURE[2], units: [written('U30A', 5), written('U30B', 4)] as const };
    const { units } = accountOf(file([{ ...choice, ...kept(15, 'keep', 'U30B') }]), FREE, marks({ U30A: 2 }), TEN);
    expect(units[0]).toMatchObject({ id: 'U30B', code: 'U30B', coefficient: 4, outcome: { halfPoints: 30 } });
  });

  it('isn’t judged while a unit is left for later, withheld, awaited or unchosen, and says which', () => {
    const slots = [slot('U10', 1), slot('U20', 1), slot('U30', 1), { ...COIFFURE[2] }];
    const barred = { withheld: ['U20'], underReserve: false };
    const { units, judgement } = accountOf(
      file(slots, { presented: ['U20', 'U30', 'E3-option'] }),
      barred,
      marks({ U10: 12 }),
      TEN,
    );
    expect(judgement).toMatchObject({ outcome: 'NOT_JUDGED', average: null });
    expect(units.map(({ note }) => note)).toEqual(['later', 'withheld', 'awaited', 'option-unknown']);
    expect(units.every(({ outcome }) => outcome.code === 'not-entered')).toBe(true);
    expect(units[3]).toMatchObject({
      id: 'E3-option',
      code: null,
      title: 'Épreuve U30A / Épreuve U30B',
      coefficient: 5,
    });
  });

  it('of who presents all units at once and is left out of some, here a couvreur at 9, 9 and 8,5, is refused, without an average that no source gives (D337-114)', () => {
    const slots = [slot('U10', 4), slot('U20', 3), slot('U30', 3), slot('U40', 5), slot('U50', null)];
    const barred = { withheld: ['U40', 'U50'], underReserve: false };
    const given = marks({ U10: 9, U20: 9, U30: 8.5 });
    const globale = accountOf(file(slots, { form: 'GLOBAL' }), barred, given, TEN).judgement;
    expect([globale.outcome, globale.average, globale.missing]).toEqual(['FAILED', null, []]);
    expect(accountOf(file(slots), barred, given, TEN).judgement.outcome).toBe('NOT_JUDGED');
    const awaited = accountOf(file(slots, { form: 'GLOBAL' }), barred, marks({ U10: 9, U20: 9 }), TEN).judgement;
    expect(awaited).toMatchObject({ outcome: 'NOT_JUDGED', missing: [{ id: 'U30', what: 'mark' }] });
    const reserved = accountOf(file(slots, { form: 'GLOBAL' }), { withheld: [], underReserve: true }, new Map(), TEN);
    expect(reserved.judgement.outcome).toBe('NOT_JUDGED');
    const optional = file([slot('U10', 1)], { form: 'GLOBAL', optional: [written('UF', null)] });
    const chosen = accountOf(optional, { withheld: ['UF'], underReserve: false }, marks({ U10: 10 }), TEN).judgement;
    expect([chosen.outcome, chosen.average]).toEqual(['PASSED', { numerator: 10, denominator: 1 }]);
  });

  it('knows no coefficient of a choice of two different ones that nobody made', () => {
    const choice = { ...COIFFURE[2], units: [written('U30A', 5), written('U30B', 4)] as const };
    expect(accountOf(file([choice]), FREE, new Map(), TEN).units[0]?.coefficient).toBeNull();
  });

  it('says of a file under reserve that it is so; what was sat and marked stands all the same', () => {
    const slots = [slot('U10', 1), slot('U20', 1)];
    const { units } = accountOf(file(slots), { withheld: ['U10'], underReserve: true }, marks({ U10: 12 }), TEN);
    expect(units.map(({ note }) => note)).toEqual([null, 'reserve']);
    const sat = accountOf(file(slots), { withheld: ['U10'], underReserve: false }, marks({ U10: 12, U20: 9 }), TEN);
    expect(sat.judgement.outcome).toBe('PASSED');
  });

  it('is refused by an absence, has a 0 for a justified one, and leaves out what the centre noted « dispensé » (D337-116)', () => {
    const slots = [slot('U10', 1), slot('U20', 1)];
    const judged = (second: 'absent' | 'excused' | 'exempt') =>
      accountOf(file(slots), FREE, marks({ U10: 20, U20: second }), TEN);
    expect(judged('absent').judgement).toMatchObject({ outcome: 'FAILED', average: null });
    expect(judged('excused').judgement).toMatchObject({ outcome: 'PASSED', average: { numerator: 10 } });
    expect(judged('exempt').judgement).toMatchObject({ outcome: 'PASSED', average: { numerator: 20 } });
    expect(judged('exempt').units[1]?.note).toBe('noted');
    expect(judged('absent').units[1]?.note).toBeNull();
  });

  it('names the coefficient that no source gives, and invents none', () => {
    const { judgement } = accountOf(file([slot('U10', null)]), FREE, marks({ U10: 20 }), TEN);
    expect(judgement).toMatchObject({ outcome: 'NOT_JUDGED', missing: [{ id: 'U10', what: 'coefficient' }] });
  });

  it('isn’t judged where the units are told in words, nor passed because there are none', () => {
    for (const told of [file(COIFFURE, { inWords: true }), file([])])
      expect(accountOf(told, FREE, marks(SAT), TEN)).toEqual({
        units: [],
        judgement: { outcome: 'NOT_JUDGED', average: null, professionalAverage: null, lines: [], missing: [] },
      });
    const all = accountOf(file([slot('U10', 3, exempt)]), FREE, new Map(), TEN);
    expect(all.judgement).toMatchObject({ outcome: 'PASSED', average: null });
  });

  it('of an optional unit that isn’t marked yet says so, and lets the rest be judged', () => {
    const told = file([slot('U10', 1)], { optional: [written('UF', null)] });
    const { units, judgement } = accountOf(told, FREE, marks({ U10: 10 }), TEN);
    expect(units[1]).toMatchObject({ id: 'UF', optional: true, note: 'awaited', obtainedOn: null, ground: null });
    expect(judgement.outcome).toBe('PASSED');
  });
});

const half = fc.integer({ min: 0, max: 40 });
const mark: fc.Arbitrary<Mark> = fc.oneof(
  { weight: 12, arbitrary: half.map((halfPoints) => ({ code: 'mark' as const, halfPoints })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Mark>({ code: 'absent' }, { code: 'excused' }, { code: 'exempt' }),
  },
);
const credit: fc.Arbitrary<Credit> = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Credit>({ choice: 'sit' }) },
  {
    weight: 2,
    arbitrary: fc.tuple(half, fc.constantFrom('A', 'B', null)).map(
      ([halfPoints, option]): Credit => ({
        choice: halfPoints < 20 ? 'carry' : 'keep',
        halfPoints,
        obtainedOn: ON,
        option,
      }),
    ),
  },
  { weight: 1, arbitrary: fc.constant(exempt.credit as Credit) },
);
const coefficient = fc.oneof(
  { weight: 60, arbitrary: fc.integer({ min: 1, max: 12 }) },
  { weight: 1, arbitrary: fc.constant(null) },
);
/** A file and its marks, of any shape that the rules can meet. */
const candidate = fc
  .record({
    slots: fc.array(
      fc.record({
        credit,
        coefficient,
        other: coefficient,
        group: fc.integer({ min: 0, max: 5 }),
        trade: fc.boolean(),
      }),
      {
        maxLength: 9,
      },
    ),
    marks: fc.array(mark, { minLength: 24, maxLength: 24 }),
    lost: fc.integer({ min: 0, max: 60 }),
    unpresented: fc.integer({ min: 0, max: 40 }),
    optional: fc.integer({ min: 0, max: 2 }),
    chosen: fc.constantFrom('A', 'B', 'Z'),
    form: fc.constantFrom('GLOBAL' as const, 'PROGRESSIVE' as const),
    inWords: fc.integer({ min: 0, max: 40 }).map((draw) => draw === 0),
    underReserve: fc.boolean(),
  })
  .map((drawn) => {
    const slots = drawn.slots.map((one, index): Declared['slots'][number] => {
      const two = one.group === 0;
      const first = written(two ? `${index}A` : `U${index}`, one.coefficient);
      const option = (given: string | null) => (given === null ? null : `${index}${given}`);
      return {
        id: `S${index}`,
        units: two ? [first, written(`${index}B`, one.other)] : [first],
        professional: one.trade,
        credit: 'option' in one.credit ? { ...one.credit, option: option(one.credit.option) } : one.credit,
        ground: null,
      };
    });
    const optional = Array.from({ length: drawn.optional }, (_, index) => written(`F${index}`, null));
    const ids = [...slots.flatMap(({ units }) => units.map(({ id }) => id)), ...optional.map(({ id }) => id)];
    const entered = ids.flatMap((id, index): [string, Mark][] => {
      const given = drawn.marks[index];
      return given === undefined || index === drawn.lost ? [] : [[id, given]];
    });
    const told: Declared = {
      form: drawn.form,
      inWords: drawn.inWords,
      slots,
      presented: slots.map(({ id }) => id).filter((_, index) => index !== drawn.unpresented),
      options: new Map(slots.map(({ id }, index) => [id, `${index}${drawn.chosen}`])),
      optional,
    };
    return { told, entered, barred: { withheld: ids.slice(0, 1), underReserve: drawn.underReserve } };
  });

const WORDS = { PASSED: 'admitted', FAILED: 'refused', NOT_JUDGED: 'not judged' } as const;

describe('A second account, written apart', () => {
  // 100,000 candidates, and as many orders of entry, by `npm run properties -- 100`.
  it.each([
    ['one average', TEN, null],
    ['two', TWO, 10n],
  ] as const)('says the same of any candidate, where the exam asks %s', (_, pass, trade) => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(candidate, ({ told, entered, barred }) => {
        const { judgement } = accountOf(told, barred, new Map(entered), pass);
        const sheet = onPaper(told, new Map(entered), { all: 10n, trade }, barred);
        seen.add(sheet.verdict);
        expect(WORDS[judgement.outcome]).toBe(sheet.verdict);
        for (const [one, other] of [
          [judgement.average, sheet.average],
          [judgement.professionalAverage, sheet.professional],
        ] as const) {
          expect(one === null).toBe(other === null);
          if (one !== null && other !== null)
            expect(BigInt(one.numerator) * 10n * other.over).toBe(other.tenths * BigInt(one.denominator));
        }
        if (judgement.average !== null) expect(decimal(judgement.average)).toBe(sheet.average?.printed);
      }),
      runs(1_000),
    );
    expect([...seen].toSorted()).toEqual(['admitted', 'not judged', 'refused']);
  });

  it('never depends on the order in which marks and units were entered', () => {
    const order = fc.array(fc.nat(), { minLength: 40, maxLength: 40 });
    fc.assert(
      fc.property(candidate, order, ({ told, entered, barred }, keys) => {
        const shuffled = <T>(list: readonly T[]): T[] =>
          list
            .map((one, index) => [keys[index] ?? 0, one] as const)
            .toSorted(([a], [b]) => a - b)
            .map(([, one]) => one);
        const { judgement } = accountOf(told, barred, new Map(entered), TWO);
        const later = accountOf(
          {
            ...told,
            slots: shuffled(told.slots),
            presented: shuffled(told.presented),
            optional: shuffled(told.optional),
          },
          barred,
          new Map(shuffled(entered)),
          TWO,
        ).judgement;
        const { outcome, average, professionalAverage } = judgement;
        expect(later).toMatchObject({ outcome, average, professionalAverage });
      }),
      runs(1_000),
    );
  });
});
