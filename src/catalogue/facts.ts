import type { FactName } from './schema/condition.ts';

/** What a fact may be, so that a rule that asks for the impossible is found when the pack is loaded. */
export type FactShape =
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'list'; readonly values: readonly (string | number)[] }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'number' };

export const FACTS: Readonly<Record<FactName, FactShape>> = {
  category: { kind: 'choice', values: ['previous-candidate', 'distance-learner', 'other'] },
  form: { kind: 'choice', values: ['GLOBAL', 'PROGRESSIVE'] },
  frenchNational: { kind: 'boolean' },
  ageAtEnrolment: { kind: 'number' },
  minor: { kind: 'boolean' },
  diploma: { kind: 'choice', values: ['none', 'level-3-listed', 'bac-pro-sector', 'unknown'] },
  keepsMark: { kind: 'boolean' },
  carriesMark: { kind: 'boolean' },
  exemptionGrounds: {
    kind: 'list',
    values: ['baccalaureate', 'speciality', 'skills-block', 'vae', 'foreign', 'notice-level', 'unknown'],
  },
  lastUnitPresented: { kind: 'boolean' },
  scaffoldingAnnexes: { kind: 'list', values: [3, 4, 5] },
  positioning: { kind: 'boolean' },
  pharmacy: { kind: 'boolean' },
  handicap: { kind: 'boolean' },
  disabledWorker: { kind: 'boolean' },
  practiceDueAt: { kind: 'choice', values: ['enrolment', 'exam', 'last-unit'] },
  conditionsDueAt: { kind: 'choice', values: ['enrolment', 'exam'] },
  nationalityAskedOf: { kind: 'choice', values: ['everyone', 'under-25'] },
};

/** What people declare of their health (GDPR, art. 9), as of somebody who declared nothing: only pieces that hold health data may ask for it. */
export const NOTHING_DECLARED = { handicap: false, disabledWorker: false } as const satisfies Partial<
  Readonly<Record<FactName, boolean>>
>;

export function isHealthFact(fact: string): boolean {
  return Object.hasOwn(NOTHING_DECLARED, fact);
}
