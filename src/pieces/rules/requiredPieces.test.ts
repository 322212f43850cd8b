import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Facts, loadPack, type PieceType } from '../../catalogue/index.ts';
import { offeredPieces, requiredPieces } from './requiredPieces.ts';

const loaded = await loadPack(path.join(import.meta.dirname, '..', '..', '..', 'catalogue'));
if (!loaded.ok) throw new Error('the shipped pack loads');
const types = loaded.value.pieceTypes;

const former: Facts = {
  category: 'previous-candidate',
  form: 'GLOBAL',
  frenchNational: true,
  ageAtEnrolment: 30,
  minor: false,
  diploma: 'none',
  keepsMark: false,
  carriesMark: false,
  exemptionGrounds: [],
  lastUnitPresented: true,
  scaffoldingAnnexes: [],
  positioning: false,
  pharmacy: false,
  handicap: false,
  disabledWorker: false,
  practiceDueAt: 'enrolment',
  conditionsDueAt: 'enrolment',
  nationalityAskedOf: 'everyone',
};
const learner: Facts = { ...former, category: 'distance-learner' };
const BASE = ['1NATID01', 'CINSIG01', 'DCSTID01', 'DOMICIL'];
const codes = (facts: Facts): readonly string[] =>
  requiredPieces(types, facts)
    .map((piece) => piece.code)
    .sort();
const beyondBase = (facts: Facts): readonly string[] => codes(facts).filter((code) => !BASE.includes(code));

describe('Les pièces selon la situation', () => {
  it('always hold the base', () => {
    for (const facts of [former, learner]) expect(codes(facts)).toEqual(expect.arrayContaining(BASE));
  });
  it.each<[string, Facts, readonly string[]]>([
    ['re-sitting, five-year way', former, ['ATTEMPLOI', 'ATTFORM']],
    ['re-sitting, keeps marks', { ...former, keepsMark: true }, ['ATTEMPLOI', 'ATTFORM', 'RELNOTES']],
    ['first-time distance learner', learner, ['ATTEMPLOI', 'ENSDIST']],
    ['two-year way', { ...learner, diploma: 'level-3-listed' }, ['ATTEMPLOI', 'DIPLOM3', 'ENSDIST']],
    ['bac pro way', { ...learner, diploma: 'bac-pro-sector' }, ['ATTEMPLOI', 'BACPRO', 'ENSDIST']],
    [
      'dispense of a bac holder',
      { ...learner, exemptionGrounds: ['baccalaureate'] },
      ['ATTEMPLOI', 'DISPENSE', 'ENSDIST'],
    ],
    [
      'dispense by a block certificate',
      { ...learner, exemptionGrounds: ['skills-block'] },
      ['ATTBLOCS', 'ATTEMPLOI', 'ENSDIST'],
    ],
    ['dispense by VAE', { ...learner, exemptionGrounds: ['vae'] }, ['ATTEMPLOI', 'ENSDIST', 'VAE']],
    [
      'Maçon: three R.408 annexes',
      { ...learner, scaffoldingAnnexes: [3, 4, 5] },
      ['ATTEMPLOI', 'ENSDIST', 'R408A3', 'R408A4', 'R408A5'],
    ],
    ['Couvreur: two', { ...learner, scaffoldingAnnexes: [4, 5] }, ['ATTEMPLOI', 'ENSDIST', 'R408A4', 'R408A5']],
    ['a minor', { ...learner, minor: true, ageAtEnrolment: 17 }, ['ATTEMPLOI', 'ENSDIST', 'REPLEG', 'SNATJDC']],
  ])('%s', (_, facts, expected) => {
    expect(beyondBase(facts)).toEqual(expected);
  });
  it('ask for national service until the eve of the 25th birthday, of French citizens only', () => {
    expect(codes({ ...former, ageAtEnrolment: 24 })).toContain('SNATJDC');
    expect(codes({ ...former, ageAtEnrolment: 25 })).not.toContain('SNATJDC');
    expect(codes({ ...former, ageAtEnrolment: 20, frenchNational: false })).not.toContain('SNATJDC');
  });
  it('never hold health data, and never come without a reason', () => {
    const everything = requiredPieces(types, {
      ...former,
      minor: true,
      ageAtEnrolment: 17,
      scaffoldingAnnexes: [3, 4, 5],
      exemptionGrounds: ['vae', 'baccalaureate'],
    });
    expect(everything.map((piece) => piece.code)).not.toContain('R408DISP');
    expect(everything.every((piece) => piece.reasons.length > 0 && piece.reasons.every((why) => why.length > 10))).toBe(
      true,
    );
  });
});

describe('La dispense R.408', () => {
  const offered = (facts: Facts): readonly string[] => offeredPieces(types, facts).map((piece) => piece.code);
  it('is offered to who is a disabled worker in a speciality that asks for certificates, whatever was said of arrangements', () => {
    const facts: Facts = { ...learner, disabledWorker: true, scaffoldingAnnexes: [4, 5] };
    expect(offered(facts)).toEqual(['R408DISP']);
    expect(offeredPieces(types, facts)[0]?.reasons.join()).toMatch(/^Facultatif/);
    expect(codes(facts)).not.toContain('R408DISP');
  });
  it.each<[string, Facts]>([
    ['to nobody else', { ...learner, scaffoldingAnnexes: [4, 5] }],
    ['nor for arrangements alone', { ...learner, handicap: true, scaffoldingAnnexes: [4, 5] }],
    ['nor where no certificate is asked', { ...learner, disabledWorker: true }],
  ])('%s', (_, facts) => {
    expect(offered(facts)).toEqual([]);
  });
  it('never stands alone: a pack that offers it to all excuses only what is asked', () => {
    const always = types.map((type) =>
      type.code === 'R408DISP'
        ? { ...type, rules: [{ when: { always: true as const }, why: 'x', source: 'y' }] }
        : type,
    );
    expect(offeredPieces(always, learner)).toEqual([]);
    expect(offeredPieces(always, { ...learner, scaffoldingAnnexes: [3] })).toHaveLength(1);
  });
});

describe("What is declared of one's health", () => {
  it("asks for no piece that the office reads, whatever an office wrote, and for none that it wouldn't ask otherwise", () => {
    const condition = (is: boolean) => ({
      any: [
        { fact: 'handicap' as const, is },
        { fact: 'disabledWorker' as const, is },
      ],
    });
    const asking = (is: boolean): readonly PieceType[] =>
      types.map((type) =>
        type.code === 'VAE' ? { ...type, rules: [{ when: condition(is), why: 'x', source: 'y' }] } : type,
      );
    for (const said of [true, false]) {
      const facts = { ...learner, handicap: said, disabledWorker: said };
      expect(requiredPieces(asking(true), facts).map(({ code }) => code)).not.toContain('VAE');
      expect(requiredPieces(asking(false), facts).map(({ code }) => code)).toContain('VAE');
    }
  });
});

describe('A type of piece', () => {
  const rule = (why: string) => ({ when: { always: true as const }, why, source: 's' });
  const one = (changes: Partial<PieceType>): PieceType =>
    ({ code: 'A', health: false, excuses: [], rules: [rule('why')], ...changes }) as PieceType;
  it.each<[string, Partial<PieceType>, readonly unknown[]]>([
    ['is asked with its reason', {}, [{ code: 'A', reasons: ['why'] }]],
    [
      'says a reason once',
      { rules: [rule('why'), rule('other'), rule('why')] },
      [{ code: 'A', reasons: ['why', 'other'] }],
    ],
    ['is not asked without a rule that holds', { rules: [] }, []],
    ['is never asked where it holds health data', { health: true }, []],
    ['is never asked where it excuses others', { excuses: ['B'] }, []],
  ])('%s', (_, changes, expected) => {
    expect(requiredPieces([one(changes)], former)).toEqual(expected);
  });
  it('is offered where one of those that it excuses is asked', () => {
    const waiver = one({ code: 'W', excuses: ['B', 'A'] });
    expect(offeredPieces([waiver, one({})], former)).toEqual([{ code: 'W', reasons: ['why'] }]);
    expect(offeredPieces([waiver, one({ code: 'C' })], former)).toEqual([]);
  });
});
