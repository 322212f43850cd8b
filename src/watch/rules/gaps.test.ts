import { describe, expect, it } from 'vitest';
import { gapOf } from './gaps.ts';

const unit = (id: string, changes: object = {}) => ({
  id,
  code: id,
  test: 'E1',
  title: id,
  coefficient: 2,
  mode: 'écrit',
  duration: '2 h',
  kind: 'PRO' as const,
  source: 's',
  confidence: 'official' as const,
  ...changes,
});
const known = { units: [unit('U10'), unit('U20')], unitsComplete: true };

describe('What a speciality lacks before its exam', () => {
  it('is nothing where every unit has its coefficient and its duration', () => {
    expect(gapOf({ regulation: known, speciality: {} })).toBeNull();
    expect(gapOf({ regulation: known, speciality: { scaffolding: { units: ['U10'] } } })).toBeNull();
  });

  it('is its units, where no regulation is written, none is in it, or some are known to lack', () => {
    const lacking = { units: true, coefficients: [], durations: [], safetyUnits: false };
    expect(gapOf({ regulation: undefined, speciality: {} })).toEqual(lacking);
    expect(gapOf({ regulation: { units: [], unitsComplete: true }, speciality: {} })).toEqual(lacking);
    expect(gapOf({ regulation: { ...known, unitsComplete: false }, speciality: {} })).toEqual(lacking);
  });

  it('names the units without a coefficient or a duration, by their code or else their key', () => {
    const units = [
      unit('U10', { coefficient: null }),
      unit('BLOC-01', { code: null, coefficient: null, duration: null }),
    ];
    expect(gapOf({ regulation: { units, unitsComplete: true }, speciality: {} })).toEqual({
      units: false,
      coefficients: ['U10', 'BLOC-01'],
      durations: ['BLOC-01'],
      safetyUnits: false,
    });
    const onlyDuration = { units: [unit('U10', { duration: null })], unitsComplete: true };
    expect(gapOf({ regulation: onlyDuration, speciality: {} })?.durations).toEqual(['U10']);
    const onlyCoefficient = { units: [unit('U10', { coefficient: null })], unitsComplete: true };
    expect(gapOf({ regulation: onlyCoefficient, speciality: {} })?.coefficients).toEqual(['U10']);
  });

  it('asks no coefficient of an optional unit, but its duration', () => {
    const units = [
      unit('UF1', { kind: 'LV_OPTIONAL', coefficient: null }),
      unit('UF2', { kind: 'OTHER_OPTIONAL', coefficient: null, duration: null }),
    ];
    const gap = gapOf({ regulation: { units, unitsComplete: true }, speciality: {} });
    expect(gap).toMatchObject({ coefficients: [], durations: ['UF2'] });
  });

  it('is the units of the certificates of safety, where they are asked and nobody says of which', () => {
    const gap = gapOf({ regulation: known, speciality: { scaffolding: { units: null } } });
    expect(gap).toEqual({ units: false, coefficients: [], durations: [], safetyUnits: true });
  });
});
