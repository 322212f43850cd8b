import { keysOf } from '../platform/keys.ts';
/** What a fact may be, so that a rule that asks for the impossible is found when the pack is loaded. */
export type FactShape = (
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'list'; readonly values: readonly (string | number)[] }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'number' }
) & {
  /** Declared of one's health (GDPR, art. 9): only pieces that hold health data may ask for it. */
  readonly health?: true;
};

/** Certificates of R.408, by annexe of its order: 3 assembly, 4 acceptance, 5 use. */
export const ANNEXES = [3, 4, 5] as const;

/** What the rules of pieces may ask of an enrolment, said once: the enrolment answers each of these names (`enrolment/facts.ts`). */
const FACTS = {
  category: { kind: 'choice', values: ['previous-candidate', 'distance-learner', 'other'] },
  form: { kind: 'choice', values: ['GLOBAL', 'PROGRESSIVE'] },
  frenchNational: { kind: 'boolean' },
  /** Whole years on the day of the first registration. */
  ageAtEnrolment: { kind: 'number' },
  minor: { kind: 'boolean' },
  /** `unknown`: the simulator only. */
  diploma: { kind: 'choice', values: ['none', 'level-3-listed', 'bac-pro-sector', 'unknown'] },
  keepsMark: { kind: 'boolean' },
  carriesMark: { kind: 'boolean' },
  /** `unknown`: said in words, or not said to the simulator. */
  exemptionGrounds: {
    kind: 'list',
    values: ['baccalaureate', 'speciality', 'skills-block', 'vae', 'foreign', 'notice-level', 'unknown'],
  },
  /** True in the globale form, or when no unit is left after this session. */
  lastUnitPresented: { kind: 'boolean' },
  scaffoldingAnnexes: { kind: 'list', values: ANNEXES },
  positioning: { kind: 'boolean' },
  pharmacy: { kind: 'boolean' },
  /** An arrangement is asked for, or a status declared. */
  handicap: { kind: 'boolean', health: true },
  /** Declared to be excused from R.408. */
  disabledWorker: { kind: 'boolean', health: true },
  /** When the months of work have to be complete, by the verdict. */
  practiceDueAt: { kind: 'choice', values: ['enrolment', 'exam', 'last-unit'] },
  /** The session's switch, so that a rule can say when its piece is due. */
  conditionsDueAt: { kind: 'choice', values: ['enrolment', 'exam'] },
  /** The session's switch. */
  nationalityAskedOf: { kind: 'choice', values: ['everyone', 'under-25'] },
} as const satisfies Readonly<Record<string, FactShape>>;

export type FactName = keyof typeof FACTS;
export const FACT_NAMES = keysOf(FACTS);

type Shapes = typeof FACTS;
/** The names of the facts of one kind. */
export type FactOf<Kind extends FactShape['kind']> = {
  [Name in FactName]: Shapes[Name]['kind'] extends Kind ? Name : never;
}[FactName];
/** What a choice or a list may hold. */
export type FactValue<Name extends FactOf<'choice' | 'list'>> = Shapes[Name]['values'][number];

type Answer<Name extends FactName> =
  Name extends FactOf<'list'>
    ? // Whichever grounds an exam's pack knows.
      readonly (FactValue<Name> extends number ? FactValue<Name> : string)[]
    : Name extends FactOf<'choice'>
      ? FactValue<Name>
      : Name extends FactOf<'number'>
        ? number
        : boolean;

/** What is known of an enrolment, by the names that conditions may ask for. `null`: nobody said. */
export type Facts = { readonly [Name in FactName]: Answer<Name> | null };

export function shapeOf(fact: FactName): FactShape {
  return FACTS[fact];
}

export function isHealthFact(fact: string): boolean {
  return FACT_NAMES.some((name) => name === fact && shapeOf(name).health === true);
}

/** The same facts to a rule whose answer the office reads: nobody declared anything of their health. */
export function withoutHealth(facts: Facts): Facts {
  const nothing = FACT_NAMES.filter(isHealthFact).map((name) => [name, false] as const);
  return { ...facts, ...Object.fromEntries(nothing) };
}
