import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedCatalogue } from '../../testing/catalogue.ts';
import { creditRulesOf } from '../rules/creditRules.ts';
import { firstDayOf, judgeCredit, mayCarry } from '../rules/credits.ts';
import { slotsOf } from '../rules/slots.ts';
import { type RowMeaning, type RowRules, readRow } from './row.ts';

const RULES: RowRules = { keptFrom: 20, mayCarry: true, from: '2019-06-01', to: '2023-11-15' };
const read = (mark: string, day = '', ground = '', rules: Partial<RowRules> = {}): RowMeaning =>
  readRow({ mark, day, ground }, { ...RULES, ...rules });
const faulty = (why: string) => ({ code: 'faulty', why });

describe('What a row of the transcript comes to', () => {
  it('nothing is sat, a ground exempts', () => {
    expect(read('')).toEqual({ code: 'sit' });
    expect(read('', '', 'bac')).toEqual({ code: 'exempt' });
  });
  it('a mark of 10 or more is kept, a lower one carried; without a threshold any is kept', () => {
    expect(read('10', '05/07/2022')).toEqual({ code: 'keep', halfPoints: 20 });
    expect(read('9,5', '05/07/2022')).toEqual({ code: 'carry', halfPoints: 19 });
    expect(read('12.5/20', '05/07/2022')).toEqual({ code: 'keep', halfPoints: 25 });
    expect(read('0', '05/07/2022', '', { keptFrom: null, mayCarry: false })).toEqual({ code: 'keep', halfPoints: 0 });
  });
  it('a lower one where none is carried is too low', () => {
    expect(read('9,5', '05/07/2022', '', { mayCarry: false })).toEqual(faulty('too-low'));
    expect(read('10', '05/07/2022', '', { mayCarry: false })).toEqual({ code: 'keep', halfPoints: 20 });
  });
  it('both a mark and a ground, or half of a mark, is said', () => {
    expect(read('12', '05/07/2022', 'bac')).toEqual(faulty('both'));
    expect(read('', '05/07/2022', 'bac')).toEqual(faulty('both'));
    expect(read('12')).toEqual(faulty('no-day'));
    expect(read('', '05/07/2022')).toEqual(faulty('no-mark'));
  });
  it.each(['10,25', '21', '20,5', 'dix', '-3', '1e1'])('« %s » is no mark', (mark) => {
    expect(read(mark, '05/07/2022')).toEqual(faulty('mark'));
  });
  it.each(['31/02/2022', '29/02/2023', '5/7/22', '05/13/2022', 'hier', '00/07/2022'])('« %s » is no day', (day) => {
    expect(read('12', day)).toEqual(faulty('day'));
  });
  it('the first and the last day count', () => {
    expect(read('12', '31/05/2019')).toEqual(faulty('too-old'));
    expect(read('12', '01/06/2019')).toMatchObject({ code: 'keep' });
    expect(read('12', '15/11/2023')).toMatchObject({ code: 'keep' });
    expect(read('12', '16/11/2023')).toEqual(faulty('future'));
    expect(read('12', '29/02/2020')).toMatchObject({ code: 'keep' });
  });
});

describe('The browser and the rules of the enrolment', () => {
  it('agree on every mark and every day, in both forms', async () => {
    const catalogue = await shippedCatalogue();
    const session = catalogue.session('bp-2024-clermont');
    const regulation = catalogue.regulation('45033608', 2024);
    const exam = catalogue.exam('bp');
    if (session === undefined || regulation === undefined || exam === undefined) throw new Error('Not in the pack');
    const today = Temporal.PlainDate.from('2023-11-15');
    const [slot] = slotsOf(regulation);
    if (slot === undefined) throw new Error('No unit');
    fc.assert(
      fc.property(
        fc.constantFrom('GLOBAL' as const, 'PROGRESSIVE' as const),
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: -60, max: 3000 }),
        (form, halfPoints, days) => {
          const rules = creditRulesOf({ session, exam, today }, regulation, { form, handicap: false });
          const obtainedOn = today.subtract({ days });
          const meaning = readRow(
            { mark: String(halfPoints / 2), day: obtainedOn.toString(), ground: '' },
            {
              keptFrom: rules.keptFrom,
              mayCarry: mayCarry(rules),
              from: firstDayOf(rules).toString(),
              to: today.toString(),
            },
          );
          const choice = halfPoints < 20 ? 'carry' : 'keep';
          const fault = judgeCredit(slot, { choice, halfPoints, obtainedOn, option: null }, rules);
          expect(meaning.code === 'faulty').toBe(fault !== null);
          if (meaning.code !== 'faulty') expect(meaning.code).toBe(choice);
        },
      ),
    );
  });
});
