import { describe, expect, it } from 'vitest';
import { refuseSpeciality } from '../catalogue/index.ts';
import { shippedCatalogue } from '../testing/catalogue.ts';
import type { Declaration } from './declaration.ts';
import { eligibilityFacts, factsOf, judge } from './facts.ts';
import { regulationOf } from './rules/completedUnits.ts';
import type { DeclaredCredit } from './rules/credits.ts';
import { slotsOf } from './rules/slots.ts';
import { testDossier } from './testing.ts';

const rules = testDossier(await shippedCatalogue(), {});
const { catalogue } = rules;
const NOTHING: Declaration = {
  birthDate: Temporal.PlainDate.from('1990-05-30'),
  department: null,
  frenchNational: null,
  category: null,
  formerForm: null,
  satAllTests: null,
  twoYearsInCentre: null,
  trainingHours: null,
  positioning: false,
  diploma: null,
  specialContract: null,
  workPeriods: [],
  handicap: false,
  speciality: null,
  form: null,
  disabledWorker: false,
  credits: [],
  creditsInWords: null,
  lastUnitPresented: null,
};
const said = (some: Partial<Declaration>): Declaration => ({ ...NOTHING, ...some });
const COIFFURE = catalogue.speciality('45033608');
if (COIFFURE === undefined) throw new Error('no speciality');
const [slot] = slotsOf(regulationOf(rules, COIFFURE));
if (slot === undefined) throw new Error('no unit');
const facts = (some: Partial<Declaration>) => factsOf(said(some), rules);

describe('What is not said yet', () => {
  it('is asked as of a French citizen whose diploma is unknown, and grants nothing', () => {
    expect(facts({})).toMatchObject({
      frenchNational: true,
      diploma: 'unknown',
      keepsMark: false,
      carriesMark: false,
      exemptionGrounds: [],
      scaffoldingAnnexes: [],
      pharmacy: false,
    });
  });
  it('is no place outside the academy, and no doubt of a credit', () => {
    expect(eligibilityFacts(said({}), rules)).toMatchObject({ livesInAcademy: null, creditDoubts: [] });
  });
});

describe('What is said', () => {
  it('of one’s nationality and diploma is so', () => {
    expect(facts({ frenchNational: false, diploma: 'level-3-listed' })).toMatchObject({
      frenchNational: false,
      diploma: 'level-3-listed',
    });
  });
  it('of the department says whether one lives in the academy', () => {
    const lives = (department: string) => eligibilityFacts(said({ department }), rules).livesInAcademy;
    expect([lives('15'), lives('69')]).toEqual([true, false]);
  });
  it('in words counts as kept or exempted, each by itself', () => {
    const inWords = (kept: string | null, exempted: string | null) => facts({ creditsInWords: { kept, exempted } });
    expect(inWords(null, null)).toMatchObject({ keepsMark: false, exemptionGrounds: [] });
    expect(inWords('U10', null)).toMatchObject({ keepsMark: true, exemptionGrounds: [] });
    expect(inWords(null, 'U60')).toMatchObject({ keepsMark: false, exemptionGrounds: ['unknown'] });
  });
  it('of an exemption without a ground is an unknown ground, of another its own', () => {
    const credits = (['baccalaureate', null] as const).map(
      (ground): DeclaredCredit => ({ slot, credit: { choice: 'exempt', ground } }),
    );
    expect(facts({ credits }).exemptionGrounds).toEqual(['baccalaureate', 'unknown']);
  });
  it('of a speciality in its extra session opens it to former candidates alone, by their category or by their form', () => {
    const speciality = catalogue
      .specialities()
      .find((one) => refuseSpeciality(one, rules.session.year, false)?.code === 'former-candidates-only');
    expect(speciality).toBeDefined();
    const shut = (some: Partial<Declaration>) =>
      JSON.stringify(judge(said({ speciality: speciality ?? null, ...some }), rules).reasons).includes(
        'former-candidates-only',
      );
    expect([shut({}), shut({ category: 'distance-learner' })]).toEqual([true, true]);
    expect([shut({ category: 'previous-candidate' }), shut({ formerForm: 'GLOBAL' })]).toEqual([false, false]);
  });
  it('of a speciality that is no pharmacy asks for nothing of it', () => {
    expect(facts({ speciality: COIFFURE, form: 'GLOBAL' })).toMatchObject({ pharmacy: false, scaffoldingAnnexes: [] });
  });
});
