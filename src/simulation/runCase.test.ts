import { describe, expect, it } from 'vitest';
import type { RuleCase } from '../catalogue/index.ts';
import { capCatalogue, deliveredCatalogue } from '../testing/catalogue.ts';
import { simulateAverage } from './average.ts';
import { simulateEligibility } from './eligibility.ts';
import { runCase } from './runCase.ts';
import { texts } from './texts.ts';

const catalogue = await deliveredCatalogue();
const cap = await capCatalogue();
const eligible = catalogue.pack.cases.find((one) => one.asks === 'eligibility' && one.expect.verdict === 'eligible');
const graded = catalogue.pack.cases.find((one) => one.asks === 'average' && one.expect.average !== undefined);
if (eligible === undefined || graded === undefined) throw new Error('the shipped cases have one of each kind');
const differences = (ruleCase: RuleCase) => runCase(catalogue, ruleCase).differences;

describe('A shipped case', () => {
  it.each(catalogue.pack.cases.map((one) => [one.title, one] as const))('%s', (_title, ruleCase) => {
    expect(differences(ruleCase)).toEqual([]);
  });
});

describe('A case of another exam', () => {
  it.each(cap.pack.cases.filter(({ exam }) => exam === 'cap').map((one) => [one.title, one] as const))(
    '%s',
    (_title, ruleCase) => {
      expect(runCase(cap, ruleCase).differences).toEqual([]);
    },
  );

  it('compares the second average, and asks it of no exam that has none', () => {
    const two = cap.pack.cases.find(({ expect: wanted }) => wanted.professionalAverage !== undefined);
    if (two === undefined) throw new Error('no case of two averages');
    const [wrong] = runCase(cap, { ...two, expect: { professionalAverage: '0.01' } }).differences;
    expect(wrong).toMatch(/^Moyenne des unités professionnelles\u00a0: 0,01 attendu/);
    expect(differences({ ...graded, expect: { professionalAverage: '10.00' } })).toHaveLength(1);
  });

  it("is of its own specialities: another exam's is unknown there", () => {
    const asked = (session: string) => [
      simulateAverage(cap, { session, speciality: '50099901', units: [] }),
      simulateEligibility(cap, { session, speciality: '50099901' }, Temporal.Instant.from('2023-11-15T10:00:00Z')),
    ];
    const unknown = { path: 'speciality', message: texts.specialityUnknown('50099901').message };
    for (const one of asked('bp-2024-clermont')) expect(one.ok ? [] : one.error).toContainEqual(unknown);
    for (const one of asked('cap-2024-clermont')) expect(one.ok ? [] : one.error).not.toContainEqual(unknown);
  });

  it('cites the articles of its exam, and of no other', () => {
    const said = cap.pack.cases
      .filter(({ exam, asks }) => exam === 'cap' && asks === 'eligibility')
      .map(({ question }) =>
        JSON.stringify(simulateEligibility(cap, question, Temporal.Instant.fromEpochMilliseconds(0))),
      );
    expect(said.length).toBeGreaterThan(4);
    expect(said.join()).toContain('D337-17');
    expect(said.join().match(/D337-(9[5-9]|1\d\d)/g)).toBeNull();
  });
});

describe('A case that the rules no longer answer', () => {
  it('says what was expected and what was found, for each thing that it names', () => {
    const { expect: wanted, ...rest } = eligible;
    const pieces = [...(wanted.pieces ?? []).slice(1), 'VAE'];
    expect(
      differences({
        ...rest,
        expect: { verdict: 'not-eligible', reasons: { residence: false, nothing: true }, pieces },
      }),
    ).toEqual([
      'Verdict\u00a0: non admissible attendu, admissible obtenu.',
      'Condition «\u00a0résidence\u00a0»\u00a0: non remplie attendu, remplie obtenu.',
      'Condition «\u00a0nothing\u00a0»\u00a0: remplie attendu, absent obtenu.',
      'Pièces attendues et non demandées\u00a0: VAE.',
      `Pièces demandées et non attendues\u00a0: ${wanted.pieces?.[0]}.`,
    ]);
  });

  it('compares the outcome and the average', () => {
    expect(differences({ ...graded, expect: { outcome: 'NOT_JUDGED', average: '0.01' } })).toHaveLength(2);
  });

  it('names every fault of a question that has become impossible, unless that is what it expects', () => {
    const question = { ...eligible.question, session: 'bp-1999', department: 'zz' };
    expect(differences({ ...eligible, question }).length).toBeGreaterThan(1);
    expect(differences({ ...eligible, question, expect: { refused: true } })).toEqual([]);
    expect(differences({ ...eligible, expect: { refused: true } })).toEqual([
      'Cette question devait être refusée, elle a une réponse.',
    ]);
  });

  it('must say its day, and only expects what its question answers', () => {
    const { at: _at, ...dayless } = eligible.question;
    expect(differences({ ...eligible, question: dayless })).toHaveLength(1);
    expect(differences({ ...eligible, expect: { average: '12.00' } })).toHaveLength(1);
    expect(differences({ ...graded, expect: { verdict: 'eligible' } })).toHaveLength(1);
  });
});
