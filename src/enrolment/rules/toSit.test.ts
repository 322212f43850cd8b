import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Sitter, unitsToSit } from './toSit.ts';

const slot = (id: string, choice: Sitter['slots'][number]['choice'] = 'sit', units = [id]) => ({ id, choice, units });
const sitter = (changes: Partial<Sitter> = {}): Sitter => ({
  status: 'validated',
  underReserve: false,
  inWords: false,
  slots: [slot('U10'), slot('U20'), slot('E3', 'sit', ['U30A', 'U30B'])],
  presented: ['U10', 'U20', 'E3'],
  options: new Map([['E3', 'U30B']]),
  optional: [],
  certificate: { state: 'none', units: null },
  excluded: [],
  continuous: [],
  ...changes,
});

describe('Who sits what', () => {
  it('is every unit that is left, of a choice the one chosen, and the optional ones', () => {
    expect(unitsToSit(sitter({ optional: ['UF'] }))).toEqual({
      units: ['U10', 'U20', 'U30B', 'UF'],
      withheld: [],
      given: [],
      doubts: [],
    });
  });

  it('is never a kept, carried or exempted unit', () => {
    const slots = [slot('U10', 'keep'), slot('U20', 'carry'), slot('U40', 'exempt'), slot('U50')];
    const presented = slots.map(({ id }) => id);
    expect(unitsToSit(sitter({ slots, presented })).units).toEqual(['U50']);
  });

  it('is in the progressive form only what is presented at this session', () => {
    expect(unitsToSit(sitter({ presented: ['U20'] })).units).toEqual(['U20']);
  });

  it.each(['withdrawn', 'set-aside', 'cancelled', 'draft', 'abandoned'])('is nothing once %s', (status) => {
    expect(unitsToSit(sitter({ status }))).toEqual({ units: [], withheld: [], given: [], doubts: [] });
  });

  it('is for a person to see under reserve, and where the units are told in words', () => {
    expect(unitsToSit(sitter({ underReserve: true }))).toEqual({
      units: [],
      withheld: [],
      given: [],
      doubts: ['under-reserve'],
    });
    expect(unitsToSit(sitter({ inWords: true }))).toEqual({
      units: [],
      withheld: [],
      given: [],
      doubts: ['units-unknown'],
    });
    expect(unitsToSit(sitter({ inWords: true, status: 'registered' })).doubts).toEqual([
      'not-decided',
      'units-unknown',
    ]);
  });

  it("keeps a seat for who isn't validated yet, and says so", () => {
    expect(unitsToSit(sitter({ status: 'registered' }))).toMatchObject({
      units: ['U10', 'U20', 'U30B'],
      doubts: ['not-decided'],
    });
  });

  it("says that a choice wasn't made", () => {
    const { units, doubts } = unitsToSit(sitter({ options: new Map([['E3', 'U99']]) }));
    expect([units, doubts]).toEqual([['U10', 'U20'], ['option-unknown']]);
  });

  it('leaves nobody out by itself: who owes a certificate keeps the seat, and a person is told so', () => {
    const owed = unitsToSit(sitter({ certificate: { state: 'owed', units: ['U20', 'U99'] } }));
    expect(owed).toEqual({ units: ['U10', 'U20', 'U30B'], withheld: [], given: [], doubts: ['certificate-owed'] });
    const unknown = unitsToSit(sitter({ certificate: { state: 'owed', units: null } }));
    expect(unknown).toEqual({
      units: ['U10', 'U20', 'U30B'],
      withheld: [],
      given: [],
      doubts: ['certificate-units-unknown'],
    });
    const toCheck = unitsToSit(sitter({ certificate: { state: 'to-check', units: ['U20'] } }));
    expect(toCheck).toEqual({
      units: ['U10', 'U20', 'U30B'],
      withheld: [],
      given: [],
      doubts: ['certificate-to-check'],
    });
    expect(unitsToSit(sitter({ certificate: { state: 'owed', units: ['U99'] } })).doubts).toEqual([]);
  });

  it('keeps no seat for what an establishment marks', () => {
    const { units, given } = unitsToSit(sitter({ continuous: ['U20', 'U99'] }));
    expect([units, given]).toEqual([['U10', 'U30B'], ['U20']]);
  });

  it('is without the units of which a decision leaves the candidate out, presented or not', () => {
    const certificate = { state: 'owed', units: ['U20'] } as const;
    expect(unitsToSit(sitter({ certificate, excluded: ['U20', 'U77'] }))).toEqual({
      units: ['U10', 'U30B'],
      withheld: ['U20'],
      given: [],
      doubts: [],
    });
    expect(unitsToSit(sitter({ certificate: { state: 'owed', units: null }, excluded: ['U20'] })).doubts).toEqual([]);
  });

  it('never holds what is kept, not presented or left out by a decision, whatever the file', () => {
    const choices = fc.constantFrom('sit', 'keep', 'carry', 'exempt') as fc.Arbitrary<
      'sit' | 'keep' | 'carry' | 'exempt'
    >;
    const names = ['A', 'B', 'C', 'D', 'E'];
    fc.assert(
      fc.property(
        fc.array(choices, { minLength: 5, maxLength: 5 }),
        fc.subarray(names),
        fc.subarray(names),
        (chosen, presented, excluded) => {
          const slots = names.map((id, index) => slot(id, chosen[index] ?? 'sit'));
          const certificate = { state: 'owed', units: names } as const;
          const { units, withheld } = unitsToSit(sitter({ slots, presented, certificate, excluded }));
          const expected = slots
            .filter(({ id, choice }) => choice === 'sit' && presented.includes(id))
            .map(({ id }) => id);
          expect([...units, ...withheld].toSorted()).toEqual(expected);
          expect(units.some((unit) => excluded.includes(unit))).toBe(false);
        },
      ),
    );
  });
});
