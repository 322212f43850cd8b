import { describe, expect, it } from 'vitest';
import type { Regulation } from '../../catalogue/index.ts';
import { shippedCatalogue } from '../../testing/catalogue.ts';
import { doubtsOn } from './creditDoubts.ts';
import { type Credit, type CreditRules, declaredCredits } from './credits.ts';
import { slotsOf } from './slots.ts';

const day = Temporal.PlainDate.from;
const catalogue = await shippedCatalogue();
const regulation = (cfd: string): Regulation => {
  const found = catalogue.regulation(cfd, 2024);
  if (found === undefined) throw new Error(`No regulation ${cfd}`);
  return found;
};
const rules = (cfd: string, changes: Partial<CreditRules> = {}): CreditRules => ({
  form: 'PROGRESSIVE',
  handicap: false,
  today: day('2013-11-15'),
  examStartsOn: day('2014-06-02'),
  keptMarkYears: 5,
  keptFrom: 20,
  pass: { average: 20, professional: null },
  source: "Code de l'éducation, D337-107",
  correspondenceSource: "Code de l'éducation, D337-108",
  handicapSource: "code de l'éducation, articles D351-27 à D351-31",
  carriedIn: ['PROGRESSIVE'],
  exemptionBasis: 'order',
  grounds: catalogue.exam('bp')?.exemptionGrounds ?? [],
  regulation: regulation(cfd),
  ...changes,
});
const mark = (choice: 'keep' | 'carry', obtainedOn: string, option: string | null = null): Credit => ({
  choice,
  halfPoints: choice === 'keep' ? 24 : 16,
  obtainedOn: day(obtainedOn),
  option,
});
const FLORIST = '45031207';
const BAKER = '45022108';
const HAIRDRESSER = '45033608';

/** What the office must judge of one credit, and by what source. */
function doubts(slot: string, credit: Credit, { regulation: judged, ...others }: CreditRules): readonly unknown[] {
  const found = doubtsOn(declaredCredits(slotsOf(judged), new Map([[slot, credit]])), {
    ...others,
    regulation: judged,
  });
  return found.map(({ why, source }) => [why, source]);
}

describe('A mark of the regulation before', () => {
  it('whose table nobody has is for the office (Fleuriste 2021)', () => {
    const source = "Code de l'éducation, D337-108";
    expect(doubts('UP1', mark('keep', '2023-07-05'), rules(FLORIST))).toEqual([['no-table', source]]);
    expect(doubts('UP1', mark('carry', '2023-07-05'), rules(FLORIST))).toEqual([['no-table', source]]);
  });
  it('says the article of the order, where it is known without its table (Arts de la cuisine 2015)', () => {
    const [slot] = slotsOf(regulation('45022109'));
    expect(doubts(slot?.id ?? '', mark('keep', '2016-07-05'), rules('45022109'))).toEqual([
      ['no-table', 'Arrêté du 7 janvier 2015, articles 9 et 10'],
    ]);
  });
  it('is plain where one old unit leads to the new one (Boulanger 2012, annexe V)', () => {
    expect(doubts('U10', mark('keep', '2013-07-05'), rules(BAKER))).toEqual([]);
    expect(doubts('U10', mark('carry', '2013-07-05'), rules(BAKER))).toEqual([]);
  });
  it('is for the office where old units are merged, since nobody has their coefficients', () => {
    const source = 'Arrêté du 15 février 2012, annexe V';
    for (const form of ['GLOBAL', 'PROGRESSIVE'] as const)
      expect(doubts('U41', mark('keep', '2013-07-05'), rules(BAKER, { form }))).toEqual([['merged', source]]);
  });
  it('is for the office where no old unit leads there', () => {
    expect(doubts('U60', mark('keep', '2013-07-05'), rules(BAKER))).toMatchObject([['no-origin', expect.anything()]]);
  });
  it('is for the office where it depends on the option sat before (Coiffure 2011, annexes V-1 et V-2)', () => {
    const of = (slot: string, option: string | null = null) =>
      doubts(slot, mark('keep', '2012-07-05', option), rules(HAIRDRESSER)).map((doubt) => (doubt as string[])[0]);
    expect(of('U20')).toEqual(['table-to-choose']);
    expect(of('E3-option', 'U30B')).toEqual(['table-to-choose']);
    expect(of('U41')).toEqual([]);
    expect(of('U10')).toEqual(['merged']);
  });
});

describe('Where tables say different things', () => {
  const baker = regulation(BAKER);
  const tables = (...all: readonly (readonly { from: string[]; to: string; merge: boolean }[])[]): Regulation => ({
    ...baker,
    equivalences: {
      from: 'BP of before',
      source: 'annexe V',
      confidence: 'official',
      tables: Object.fromEntries(all.map((rows, index) => [`table ${index}`, rows])),
    },
  });
  const plain = [{ from: ['U1'], to: 'U10', merge: false }];
  const merged = [{ from: ['U1', 'U2'], to: 'U10', merge: true }];
  const elsewhere = [{ from: ['U1'], to: 'U20', merge: false }];
  it.each([
    ['plain in both', [plain, plain], []],
    ['merged in one of them', [plain, merged], ['merged']],
    ['leading there in one of them', [plain, elsewhere], ['table-to-choose']],
    ['leading there in none of them', [elsewhere, elsewhere], ['no-origin']],
    ['without any table', [], ['no-table']],
  ])('a mark is judged: %s', (_, all, expected) => {
    const found = doubts('U10', mark('keep', '2013-07-05'), rules(BAKER, { regulation: tables(...all) }));
    expect(found.map((doubt) => (doubt as string[])[0])).toEqual(expected);
  });
  it('a mark that is too old is refused elsewhere: its origin is no doubt', () => {
    expect(doubts('U10', mark('keep', '2005-07-05'), rules(BAKER))).toEqual([]);
  });
});

describe('A mark whose five years end before the day of the exam that we derived', () => {
  const derived = {
    today: day('2023-11-15'),
    examStartsOn: day('2024-06-03'),
    possibleExamDays: { first: day('2024-01-01'), last: day('2024-12-31') },
  };
  const why = (obtainedOn: string, changes: Partial<CreditRules> = derived) =>
    doubts('U10', mark('keep', obtainedOn), rules(HAIRDRESSER, changes));
  const { source } = rules(HAIRDRESSER);
  it('is for the office while another day of that year would still count it', () => {
    expect(why('2019-05-31')).toEqual([['exam-day', source]]);
    expect(why('2019-01-01')).toEqual([['exam-day', source]]);
  });
  it('is no doubt where it lives until that month, or no day of that year would count it', () => {
    expect(why('2019-06-01')).toEqual([]);
    expect(why('2018-12-31')).toEqual([]);
  });
  it('is none where the day is sure', () => {
    const { possibleExamDays: _, ...sure } = derived;
    expect(why('2019-05-31', sure)).toEqual([]);
  });
});

describe('What is to be sat, and what is not chosen yet', () => {
  it('raises no doubt', () => {
    expect(doubts('U10', { choice: 'sit' }, rules(BAKER))).toEqual([]);
    expect(doubtsOn([], rules(BAKER))).toEqual([]);
  });
});

describe('A mark of the regulation in force', () => {
  it('is plain, kept or carried in the progressive form', () => {
    expect(doubts('UP1', mark('keep', '2024-01-01'), rules(FLORIST))).toEqual([]);
    expect(doubts('U10', mark('carry', '2022-07-05'), rules(HAIRDRESSER))).toEqual([]);
  });
  it('whose value or day is not said is for the office, in both forms', () => {
    const [slot] = slotsOf(regulation(HAIRDRESSER));
    if (slot === undefined) throw new Error('no unit');
    const credit = mark('keep', '2022-07-05');
    if (credit.choice === 'sit') throw new Error('no credit');
    for (const form of ['GLOBAL', 'PROGRESSIVE'] as const) {
      const asked = rules(HAIRDRESSER, { form });
      const why = (unsaid: boolean) => doubtsOn([{ slot, credit, unsaid }], asked).map((one) => [one.why, one.source]);
      expect(why(true)).toEqual([['unsaid', "Code de l'éducation, D337-107"]]);
      expect(why(false)).toEqual([]);
    }
  });
  it('below ten is for the office in the globale form, which a handicap opens (D351-27)', () => {
    const globale = rules(HAIRDRESSER, { form: 'GLOBAL', handicap: true });
    expect(doubts('U10', mark('carry', '2022-07-05'), globale)).toEqual([
      ['carried-in-globale', "code de l'éducation, articles D351-27 à D351-31"],
    ]);
    expect(doubts('U10', mark('keep', '2022-07-05'), globale)).toEqual([]);
  });
});

describe('Une dispense', () => {
  it('by « un diplôme de niveau au moins égal » is for the office; the grounds of the Code are shown by a piece', () => {
    const on = (ground: Extract<Credit, { choice: 'exempt' }>['ground']) =>
      doubts('U60', { choice: 'exempt', ground }, rules(HAIRDRESSER, { exemptionBasis: 'notice' }));
    expect(on('notice-level')).toEqual([['judged-ground', "Notice, «\u00a0Dispense d'épreuve\u00a0»"]]);
    expect(
      doubts('U60', { choice: 'exempt', ground: 'notice-level' }, rules(HAIRDRESSER, { grounds: [] })),
      'a ground that the pack no longer has',
    ).toEqual([]);
    for (const ground of ['baccalaureate', 'foreign', 'speciality', 'skills-block', 'vae'] as const)
      expect(on(ground)).toEqual([]);
  });
});
