import { describe, expect, it } from 'vitest';
import { createCatalogue, type Regulation, type RulePack } from '../catalogue/index.ts';
import { isOptional, slotsOf } from '../enrolment/index.ts';
import { shippedCatalogue } from '../testing/catalogue.ts';
import { simulateAverage } from './average.ts';
import { simulateEligibility } from './eligibility.ts';

const { pack } = await shippedCatalogue();
const SESSION = 'bp-2024-clermont';
const NOW = Temporal.Instant.from('2023-11-15T10:00:00+01:00');

/** The shipped pack as it is at a session of that regulation: of its last one, or of 2024 at the earliest. */
function catalogueOf({ firstSession, lastSession }: Regulation) {
  const year = lastSession ?? Math.max(firstSession ?? 2024, 2024);
  const sessions = pack.sessions.map((session): RulePack['sessions'][number] => ({ ...session, year }));
  return createCatalogue({ ...pack, sessions });
}

/** One unit of each choice, the first or the last. */
const unitsOf = (regulation: Regulation, which: 0 | -1, mark: string) =>
  slotsOf(regulation).map(({ units }) => {
    const unit = units.at(which) ?? units[0];
    return { code: unit.code ?? unit.id, outcome: 'mark', mark, coefficient: unit.coefficient };
  });

const named = pack.regulations.map((regulation) => [`${regulation.cfd} ${regulation.title}`, regulation] as const);
const whole = named.filter(([, { unitsComplete, units }]) => unitsComplete && units.length > 0);
const partial = named.filter(([, { unitsComplete, units }]) => !unitsComplete || units.length === 0);

describe('Every regulation of the rule pack', () => {
  it('is one of those that are asked below', () => {
    expect(whole.length + partial.length).toBe(pack.regulations.length);
    expect(whole.length).toBeGreaterThan(30);
  });

  describe.each([
    ['the first option of each choice', 0],
    ['the last option of each choice', -1],
  ] as const)('with %s', (_, which) => {
    it.each(whole)('%s: all marks at 10 pass with 10.00, or the missing coefficients are named', (_, regulation) => {
      const units = unitsOf(regulation, which, '10');
      const asked = simulateAverage(catalogueOf(regulation), {
        session: SESSION,
        speciality: regulation.cfd,
        form: 'GLOBAL',
        units,
      });
      if (!asked.ok) throw new Error(JSON.stringify(asked.error));
      const unknown = units.filter(({ coefficient }) => coefficient === null).map(({ code }) => code);
      const { outcome, average, missing } = asked.value;
      if (unknown.length === 0) {
        expect([outcome, average, missing]).toEqual([
          'PASSED',
          { numerator: 10, denominator: 1, decimal: '10.00' },
          undefined,
        ]);
      } else {
        expect([outcome, average]).toEqual(['NOT_JUDGED', undefined]);
        expect(missing?.map(({ code, what }) => [code, what])).toEqual(unknown.map((code) => [code, 'coefficient']));
        for (const { code, message } of missing ?? []) expect(message).toContain(code);
      }
    });
  });

  it.each(whole)(
    '%s: half a point under 10 in one unit fails, but for an optional unit that makes up',
    (_, regulation) => {
      const [first, ...others] = unitsOf(regulation, 0, '10');
      if (first === undefined) throw new Error('no unit');
      if ([first, ...others].some(({ coefficient }) => coefficient === null)) return;
      const ask = (more: readonly object[]) => {
        const asked = simulateAverage(catalogueOf(regulation), {
          session: SESSION,
          speciality: regulation.cfd,
          form: 'GLOBAL',
          units: [{ ...first, mark: '9.5' }, ...others, ...more],
        });
        return asked.ok ? asked.value.outcome : asked.error;
      };
      expect(ask([])).toBe('FAILED');
      const optional = regulation.units.find(isOptional);
      if (optional !== undefined)
        expect(ask([{ code: optional.code ?? optional.id, outcome: 'mark', mark: '20' }])).toBe('PASSED');
    },
  );

  it.each(partial)('%s: no average without all its units, and the fault is in French', (_, regulation) => {
    const asked = simulateAverage(catalogueOf(regulation), {
      session: SESSION,
      speciality: regulation.cfd,
      form: 'GLOBAL',
      units: [],
    });
    expect(asked.ok ? asked.value : asked.error).toMatchObject([{ path: 'speciality' }]);
  });

  it.each(named)('%s: a verdict, its reasons and the pieces', (_, { cfd }) => {
    const asked = simulateEligibility(
      createCatalogue(pack),
      {
        session: SESSION,
        speciality: cfd,
        category: 'distance-learner',
        form: 'GLOBAL',
        department: '63',
        birthDate: '1990-05-30',
        frenchNational: true,
        diploma: 'none',
        workPeriods: [{ from: '2010-09-01' }],
      },
      NOW,
    );
    if (!asked.ok) throw new Error(JSON.stringify(asked.error));
    const { verdict, reasons, pieces } = asked.value;
    const met = reasons.map((reason) => reason.met);
    expect(verdict).toBe(met.includes(false) ? 'not-eligible' : met.includes(null) ? 'to-check' : 'eligible');
    expect(pieces.length).toBeGreaterThan(0);
    for (const { message, source } of reasons) expect([message, source].every((text) => text.length > 0)).toBe(true);
  });
});
