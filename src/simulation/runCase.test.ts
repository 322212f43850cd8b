import { describe, expect, it } from 'vitest';
import type { RuleCase } from '../catalogue/index.ts';
import { shippedCatalogue } from '../testing/enrolments.ts';
import { runCase } from './runCase.ts';

const catalogue = await shippedCatalogue();
const eligible = catalogue.pack.cases.find((one) => one.asks === 'eligibility' && one.expect.verdict === 'eligible');
const graded = catalogue.pack.cases.find((one) => one.asks === 'average' && one.expect.average !== undefined);
if (eligible === undefined || graded === undefined) throw new Error('the shipped cases have one of each kind');
const differences = (ruleCase: RuleCase) => runCase(catalogue, ruleCase).differences;

describe('A shipped case', () => {
  it.each(catalogue.pack.cases.map((one) => [one.title, one] as const))('%s', (_title, ruleCase) => {
    expect(differences(ruleCase)).toEqual([]);
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
