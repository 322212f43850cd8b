import { describe, expect, it } from 'vitest';
import { totalCoefficient } from './rules/coefficients.ts';
import { found, regulationOf, shippedPack } from './testing/shipped.ts';

const pack = await shippedPack();

describe('Totals that a source gives', () => {
  it.each([
    ['Coiffure', '45033608', 32],
    ['Boulanger', '45022108', 28],
    ['Sommelier 2022', '45033408', 26],
    ['Arts de la cuisine 2015', '45022109', 28],
  ])('%s (%s): %i', (_name, cfd, total) => {
    const regulation = regulationOf(pack, cfd);
    expect(totalCoefficient(regulation)).toBe(total);
    expect(regulation.totalCoefficient).toBe(total);
  });

  it('Arts de la cuisine 2023 has a doubtful total: none is kept, and its notes say why', () => {
    const regulation = regulationOf(pack, '45022111');
    expect(regulation.totalCoefficient).toBeNull();
    expect(totalCoefficient(regulation)).toBe(27);
    expect(regulation.notes.join(' ')).toContain('23');
    expect(regulation.units.map((unit) => unit.confidence)).toEqual([
      'official',
      'secondary',
      'secondary',
      'uncertain',
      'uncertain',
    ]);
  });

  it.each(['45023216', '45031207', '45033609', '45033104', '45023213'])(
    '%s has an unknown coefficient: no total',
    (cfd) => {
      expect(totalCoefficient(regulationOf(pack, cfd))).toBeNull();
    },
  );
});

describe('Coiffure', () => {
  it('has a choice at E3: U30A or U30B', () => {
    const choice = regulationOf(pack, '45033608').units.filter((unit) => unit.choiceGroup !== undefined);
    expect(choice.map((unit) => [unit.id, unit.test, unit.choiceGroup])).toEqual([
      ['U30A', 'E3', 'E3-option'],
      ['U30B', 'E3', 'E3-option'],
    ]);
  });

  it("keeps the regulation's own codes, and is official from end to end", () => {
    const { units } = regulationOf(pack, '45033608');
    expect(units.map((unit) => unit.code)).toEqual([
      'U10',
      'U20',
      'U30A',
      'U30B',
      'U41',
      'U42',
      'U51',
      'U52',
      'U60',
      'UF',
    ]);
    expect(new Set(units.map((unit) => unit.confidence))).toEqual(new Set(['official']));
  });
});

describe('Units of the pack', () => {
  it('say how the test is passed in words that candidates know', () => {
    const modes = new Set(pack.regulations.flatMap((one) => one.units.map((unit) => unit.mode)));
    expect([...modes].sort()).toEqual(
      [null, 'oral', 'pratique', 'pratique et oral', 'écrit', 'écrit et oral', 'écrit, pratique et oral'].sort(),
    );
  });

  it('without a code have a name of their own', () => {
    const boucher = regulationOf(pack, '45022110');
    expect(boucher.units.map((unit) => unit.id).slice(0, 2)).toEqual(['BLOC-01', 'BLOC-02']);
    expect(boucher.units.every((unit) => unit.code === null)).toBe(true);
  });

  it('Fleuriste 2006: the code printed twice is one unit with a code and one without', () => {
    const { units } = regulationOf(pack, '45031206');
    expect(units.filter((unit) => unit.code === 'U40')).toHaveLength(1);
    expect(found(units.find((unit) => unit.id === 'BLOC-01')).note).toContain('U40');
  });

  it('never have a figure without a source: what is unknown is null', () => {
    for (const { cfd, units } of pack.regulations) {
      for (const unit of units) {
        if (unit.confidence === 'unknown') expect(unit.coefficient, `${cfd} ${unit.id}`).toBeNull();
        if (unit.coefficient !== null) expect(unit.source, `${cfd} ${unit.id}`).not.toBeNull();
      }
    }
  });

  it('cite the text to whom they judge, and where it was read to the office alone', () => {
    for (const { cfd, conditions, equivalences } of pack.regulations)
      for (const source of [conditions?.source, equivalences?.source])
        expect([cfd, source?.match(/\w\.(fr|com|net|md)\b|page privée|\blue?s?\b/)?.[0]]).toEqual([cfd, undefined]);
  });

  it('are known not to be all there for Boucher, two tailors, Menuisier and Électricien 2024', () => {
    const incomplete = pack.regulations.filter((one) => !one.unitsComplete).map((one) => one.cfd);
    expect(incomplete.sort()).toEqual(['45022110', '45023408', '45024215', '45024216', '45025517']);
  });

  it('the coefficient read on a doubtful page stays doubtful (Charpentier bois, U2)', () => {
    expect(regulationOf(pack, '45023409').units.find((unit) => unit.id === 'U2')).toMatchObject({
      coefficient: 7,
      confidence: 'uncertain',
    });
  });
});

describe('Conditions', () => {
  it.each([
    ['45033608', 480],
    ['45022108', 400],
    ['45022710', 420],
    ['45023315', 420],
    ['45025411', 450],
    ['45033104', 800],
    ['45022709', 420],
    ['45023313', 420],
    ['45023408', 400],
    ['45033407', 400],
    ['45022110', 400],
    ['45025517', 0],
  ])('%s: %i hours of continuing training', (cfd, hours) => {
    expect(regulationOf(pack, cfd).conditions?.trainingHours.continuingTraining).toBe(hours);
  });

  it('pharmacy has rules of its own, without the five-year way', () => {
    expect(regulationOf(pack, '45033104')).toMatchObject({
      eligibility: 'pharmacy',
      conditions: { yearsWithoutDiploma: null, yearsWithListedDiploma: 2 },
    });
  });

  it('the CAP that came after the list of Coiffure counts like the one it replaced', () => {
    expect(regulationOf(pack, '45033608').listedDiplomas?.titles).toEqual(
      expect.arrayContaining(['CAP Coiffure', 'CAP Métiers de la coiffure']),
    );
  });

  it('are 37 regulations: 17 read, 20 known by their titles only', () => {
    expect(pack.regulations).toHaveLength(37);
    const titles = pack.regulations.filter(
      (one) =>
        one.units.length > 0 && one.units.every((unit) => unit.confidence === 'secondary' && unit.coefficient === null),
    );
    expect(titles).toHaveLength(20);
  });
});
