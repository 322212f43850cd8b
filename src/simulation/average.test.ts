import { describe, expect, it } from 'vitest';
import { createCatalogue } from '../catalogue/index.ts';
import { shippedCatalogue } from '../testing/catalogue.ts';
import { simulateAverage } from './average.ts';
import { texts } from './texts.ts';

const catalogue = await shippedCatalogue();
const COIFFURE = { session: 'bp-2024-clermont', speciality: '45033608', form: 'PROGRESSIVE' } as const;
const FLEURISTE = '45031207';
const UNITS = ['U10', 'U20', 'U30A', 'U41', 'U42', 'U51', 'U52', 'U60'] as const;

type Given = { readonly code: string; readonly outcome: string; readonly mark?: unknown };
const all = (mark: string, changes: Readonly<Record<string, Partial<Given>>> = {}): readonly Given[] =>
  UNITS.map((code) => ({ code, outcome: 'mark', mark, ...changes[code] }));
const ask = (units: readonly Given[], changes: object = {}) =>
  simulateAverage(catalogue, { ...COIFFURE, units, ...changes });
const answered = (units: readonly Given[], changes: object = {}) => {
  const asked = ask(units, changes);
  if (!asked.ok) throw new Error(JSON.stringify(asked.error));
  return asked.value;
};
const faults = (units: readonly Given[], changes: object = {}) => {
  const asked = ask(units, changes);
  return asked.ok ? [] : asked.error.map(({ path }) => path);
};

describe('The average simulator', () => {
  it('explains the average line by line: the points over the coefficients are it', () => {
    const { outcome, average, lines } = answered([
      ...all('11', { U10: { mark: '12.5' }, U60: { outcome: 'exempt' }, U52: { outcome: 'kept', mark: '14' } }),
      { code: 'UF', outcome: 'mark', mark: '13' },
    ]);
    expect(outcome).toBe('PASSED');
    const sum = (numbers: readonly (number | null)[]) => numbers.reduce<number>((total, one) => total + (one ?? 0), 0);
    const points = sum(lines.map((line) => line.points));
    const coefficients = sum(lines.map((line) => line.coefficient));
    expect([points, coefficients]).toEqual([75 + 11 * 21 + 28 + 3, 29]);
    expect((average?.numerator ?? 0) / (average?.denominator ?? 1)).toBe(points / coefficients);
    expect(average?.decimal).toBe('11.62');
    expect(lines.find(({ code }) => code === 'U60')).toMatchObject({ coefficient: 0, mark: null });
    for (const { note } of lines) expect(note).toMatch(/[.)]$/);
  });

  it('never depends on the mark that is sent for an exempted unit', () => {
    const one = answered(all('11', { U60: { outcome: 'exempt', mark: '3' } }));
    expect(answered(all('11', { U60: { outcome: 'exempt', mark: '20' } }))).toEqual(one);
  });

  it('does not judge before every unit is presented, and says which are missing', () => {
    const { outcome, missing } = answered(all('12').slice(1));
    expect([outcome, missing?.map(({ code }) => code)]).toEqual(['NOT_JUDGED', ['U10']]);
    const left = answered(all('12', { U41: { outcome: 'not-entered' } }));
    expect(left).toMatchObject({ outcome: 'NOT_JUDGED', missing: [{ code: 'U41', what: 'mark' }] });
  });

  it('says which coefficient no source gives (Fleuriste 2021)', () => {
    const asked = simulateAverage(catalogue, { ...COIFFURE, speciality: FLEURISTE, units: [] });
    if (!asked.ok) throw new Error('refused');
    expect(asked.value.outcome).toBe('NOT_JUDGED');
    expect(asked.value.missing?.filter(({ what }) => what === 'coefficient').map(({ code }) => code)).toEqual([
      'UP2',
      'UP3',
      'UP4',
      'BLOC-01',
    ]);
  });

  it.each<[string, readonly Given[], object, readonly string[]]>([
    ['a quarter of a point', all('12.25'), {}, UNITS.map((_, index) => `units[${index}].mark`)],
    ['a mark above 20', all('12', { U10: { mark: '20.5' } }), {}, ['units[0].mark']],
    ['a negative mark', all('12', { U10: { mark: '-1' } }), {}, ['units[0].mark']],
    ['no mark', all('12', { U10: { mark: null } }), {}, ['units[0].mark']],
    ['a kept mark below 10', all('12', { U10: { outcome: 'kept', mark: '9.5' } }), {}, ['units[0].mark']],
    ['a carried mark of 10', all('12', { U10: { outcome: 'carried', mark: '10' } }), {}, ['units[0].mark']],
    [
      'a carried mark in the globale form',
      all('12', { U10: { outcome: 'carried', mark: '9' } }),
      { form: 'GLOBAL' },
      ['units[0].outcome'],
    ],
    [
      'a unit left for later in the globale form',
      all('12', { U10: { outcome: 'not-entered' } }),
      { form: 'GLOBAL' },
      ['units[0].outcome'],
    ],
    ['both options of a choice', [...all('12'), { code: 'U30B', outcome: 'mark', mark: '12' }], {}, ['units[8].code']],
    ['a unit twice', [...all('12'), { code: 'U10', outcome: 'mark', mark: '12' }], {}, ['units[8].code']],
    ['a unit of another diploma', [...all('12'), { code: 'U99', outcome: 'mark', mark: '12' }], {}, ['units[8].code']],
    ['an exempted optional unit', [...all('12'), { code: 'UF', outcome: 'exempt' }], {}, ['units[8].outcome']],
    ['an unknown session', all('12'), { session: 'bp-1999' }, ['session']],
    ['an unknown speciality', all('12'), { speciality: '45099999' }, ['speciality']],
    ['an unknown form', all('12'), { form: 'HALF' }, ['form']],
    ['no unit list', all('12'), { units: 'U10' }, ['units']],
    ['an unknown outcome', all('12', { U10: { outcome: 'lost' } }), {}, ['units[0].outcome']],
  ])('refuses %s, with its place', (_, units, changes, expected) => {
    expect(faults(units, changes)).toEqual(expected);
  });

  it('says every fault at once, each in a French sentence', () => {
    const asked = simulateAverage(catalogue, {
      session: 'x',
      form: 'y',
      units: [{ code: 'U10', outcome: 'kept', mark: '3.25' }],
    });
    if (asked.ok) throw new Error('accepted');
    expect(asked.error.map(({ path }) => path).sort()).toEqual(['form', 'session', 'speciality', 'units[0].mark']);
    for (const { message } of asked.error) expect(message).toMatch(/[.]$/);
    for (const nothing of [null, 3, 'x', [], undefined]) expect(simulateAverage(catalogue, nothing).ok).toBe(false);
  });
  it('accepts what the eligibility interface accepts: a mark carried in the globale form by a disabled candidate', () => {
    const carried = all('12', { U10: { outcome: 'carried', mark: '8' } });
    expect(faults(carried, { form: 'GLOBAL', disabledWorker: true })).toEqual([]);
    expect(faults(carried, { form: 'GLOBAL', disabledWorker: false })).toEqual(['units[0].outcome']);
    expect(faults(carried, { form: null })).toEqual([]);
  });
  it('lets the option that is not taken be said so', () => {
    expect(faults([...all('12'), { code: 'U30B', outcome: 'not-entered' }])).toEqual([]);
    expect(faults([...all('12'), { code: 'U30B', outcome: 'not-entered' }], { form: 'GLOBAL' })).toEqual([]);
  });
  it('says of each line what it counts for: its mark, its points and its coefficient', () => {
    const { lines } = answered([
      ...all('11', { U10: { mark: '12.5' }, U60: { outcome: 'exempt' }, U52: { outcome: 'absent' } }),
      { code: 'UF', outcome: 'mark', mark: '13' },
    ]);
    const line = (code: string) => {
      const { mark, points, coefficient } = lines.find((one) => one.code === code) ?? {};
      return [mark, points, coefficient];
    };
    expect(line('U10')).toEqual(['12.5', 75, 6]);
    expect(line('U60'), 'exempted').toEqual([null, 0, 0]);
    expect(line('UF'), 'above 10').toEqual(['13', 3, 0]);
    expect(lines.map(({ code }) => code)).toEqual([...UNITS, 'UF']);
  });
  it('names a choice that nobody spoke of by both its options, and by the one that is sat', () => {
    const without = answered(all('12').filter(({ code }) => code !== 'U30A'));
    expect(without.lines.map(({ code }) => code)).toContain('U30A/U30B');
    const other = answered([
      ...all('12', { U30A: { outcome: 'not-entered' } }),
      { code: 'U30B', outcome: 'mark', mark: '14' },
    ]);
    expect(other.lines.find(({ code }) => code === 'U30B')).toMatchObject({ mark: '14' });
    expect(other.lines.map(({ code }) => code)).not.toContain('U30A');
  });
  it('leaves out an optional unit that is not sat', () => {
    const left = answered([...all('12'), { code: 'UF', outcome: 'not-entered' }]);
    expect(left.lines.map(({ code }) => code)).not.toContain('UF');
    expect(faults([...all('12'), { code: 'UF', outcome: 'not-entered' }], { form: 'GLOBAL' })).toEqual([]);
  });
  it('asks for the mark that is missing, said or not', () => {
    const said = (mark: unknown) => {
      const asked = ask([...all('12').slice(1), { code: 'U10', outcome: 'kept', mark }]);
      return asked.ok ? [] : asked.error.map(({ message }) => message);
    };
    for (const none of [undefined, null]) expect(said(none)).toEqual([texts.average.markMissing('U10')]);
  });
  it('keeps any mark of an exam that sets no mark to be kept, and carries none', () => {
    const { pack } = catalogue;
    const exams = pack.exams.map((exam) => ({ ...exam, credits: { ...exam.credits, keptFrom: null } }));
    const units = all('12', { U10: { outcome: 'kept', mark: '3' }, U20: { outcome: 'carried', mark: '17' } });
    const asked = simulateAverage(createCatalogue({ ...pack, exams }), { ...COIFFURE, units });
    expect(asked.ok ? [] : asked.error.map(({ path }) => path)).toEqual(['units[1].outcome']);
  });
  it('has no more optional units than the regulation lets be sat; one that is not sat is none', () => {
    const { pack } = catalogue;
    const regulations = pack.regulations.map((one) => {
      const two = one.units.slice(0, 2).map((unit, index) => ({ ...unit, id: `UF${index}`, code: `UF${index}` }));
      return { ...one, units: [...one.units, ...two.map((unit) => ({ ...unit, kind: 'OTHER_OPTIONAL' as const }))] };
    });
    const said = (outcome: string) => {
      const optional = ['UF0', 'UF1'].map((code, index) => ({
        code,
        outcome: index === 0 ? 'mark' : outcome,
        mark: '12',
      }));
      const units = [...all('12'), ...optional];
      const asked = simulateAverage(createCatalogue({ ...pack, regulations }), { ...COIFFURE, units });
      return asked.ok ? [] : asked.error;
    };
    expect(said('mark')).toEqual([{ path: 'units', message: texts.average.tooManyOptional(1) }]);
    expect(said('not-entered')).toEqual([]);
  });
  it('takes an optional unit that no source lists, unless the source says that there is none', () => {
    const { pack } = catalogue;
    const [unlisted] = pack.regulations.filter(
      (one) =>
        one.unitsComplete && one.optionalLanguage === null && one.units.every(({ kind }) => kind !== 'LV_OPTIONAL'),
    );
    const asked = (optionalLanguage: boolean | null) => {
      const regulations = pack.regulations.map((one) => (one === unlisted ? { ...one, optionalLanguage } : one));
      const units = [{ code: 'UF', outcome: 'mark', mark: '12' }];
      const said = simulateAverage(createCatalogue({ ...pack, regulations }), {
        ...COIFFURE,
        speciality: unlisted?.cfd,
        units,
      });
      return said.ok ? said.value.lines.at(-1)?.code : said.error.map(({ path }) => path);
    };
    expect([asked(null), asked(false)]).toEqual(['UF', ['units[0].code']]);
  });
});
