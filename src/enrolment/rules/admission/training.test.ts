import { describe, expect, it } from 'vitest';
import { shippedCatalogue } from '../../../testing/catalogue.ts';
import type { PracticeRules } from '../verdict.ts';
import { hoursAsked } from './training.ts';

const exam = (await shippedCatalogue()).exam('bp');
if (exam === undefined) throw new Error('no exam');
const { admission } = exam;
const { training, ...without } = admission;
if (training === undefined) throw new Error('asks for no training');
const conditions = {
  trainingHours: { continuingTraining: 400, apprenticeshipPerYear: null, bacProOfTheSector: 250 },
  yearsWithoutDiploma: null,
  yearsWithListedDiploma: null,
  monthsWithSpecialContract: null,
  monthsWithBacPro: null,
  source: 'arrêté du 1er juin',
  confidence: 'unknown',
} as const;
const order = { eligibility: 'common', conditions } as const;
const asked = (rules: object, diploma: 'none' | 'bac-pro-sector' = 'none') =>
  hoursAsked({ category: 'other', diploma }, { regulation: order, admission, ...rules } as PracticeRules);

describe('Hours of training that an order prints', () => {
  it('are told with the order and with the law that asks none', () => {
    const source = `arrêté du 1er juin\u00a0; ${training.source}`;
    expect(asked({})).toEqual({ required: 400, printed: true, source });
    expect(asked({}, 'bac-pro-sector')).toEqual({ required: 250, printed: true, source });
  });
  it('are told with the order alone where the exam cites no law', () => {
    expect(asked({ admission: without })?.source).toBe('arrêté du 1er juin');
    const unnamed = { ...order, conditions: { ...conditions, source: null } };
    expect(asked({ regulation: unnamed, admission: without })?.source).toBe('arrêté de la spécialité');
  });
  it('are none where it prints none, or 0, or says nothing of them', () => {
    const none = { ...conditions, trainingHours: { ...conditions.trainingHours, continuingTraining: 0 } };
    for (const regulation of [null, { eligibility: 'common' }, { ...order, conditions: none }])
      expect(asked({ regulation })).toBeNull();
    expect(asked({ regulation: null }, 'bac-pro-sector')).toBeNull();
    expect(asked({ regulation: { eligibility: 'common' } }, 'bac-pro-sector')).toBeNull();
  });
});
