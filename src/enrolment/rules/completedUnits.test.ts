import { beforeAll, describe, expect, it } from 'vitest';
import { type Catalogue, type Speciality, unitsAreKnown } from '../../catalogue/index.ts';
import { shippedCatalogue } from '../../testing/catalogue.ts';
import type { CompletedUnits } from '../completion.ts';
import type { RulesOfTheDay } from '../dossier.ts';
import { knownRegulation, readUnit, readUnits, regulationOf, unitInWords } from './completedUnits.ts';
import { slotsOf } from './slots.ts';

const none = { trade: '', general: '', language: '' };

describe('A unit as an officer types it', () => {
  it.each([
    ['U10 : Mathématiques', 'U10', 'Mathématiques'],
    ['U 30A - Coupe femmes', 'U30A', 'Coupe femmes'],
    ['UP1 – Pratique', 'UP1', 'Pratique'],
    ['  E2 — Gestion : entreprise ', 'E2', 'Gestion : entreprise'],
    ['Anglais', null, 'Anglais'],
    ["Réalisation d'un ouvrage - bois", null, "Réalisation d'un ouvrage - bois"],
  ])('%s', (line, code, title) => expect(readUnit(line, 'GENERAL')).toEqual({ code, title, kind: 'GENERAL' }));

  it('is written back as it is read', () => {
    expect(unitInWords({ code: 'U10', title: 'Gestion' })).toBe('U10\u00a0: Gestion');
    expect(unitInWords({ code: null, title: 'Gestion' })).toBe('Gestion');
    expect(readUnit(unitInWords({ code: 'U10', title: 'Gestion' }), 'PRO').code).toBe('U10');
  });
});

describe('The units of a transcript', () => {
  it('are one a line, those of the trade first, each of its kind', () => {
    const read = readUnits({ trade: 'U10 : Dessin\n\n  \nU20 : Pose', general: 'Expression', language: 'Anglais' });
    expect(read).toEqual([
      { code: 'U10', title: 'Dessin', kind: 'PRO' },
      { code: 'U20', title: 'Pose', kind: 'PRO' },
      { code: null, title: 'Expression', kind: 'GENERAL' },
      { code: null, title: 'Anglais', kind: 'LV_COMPULSORY' },
    ]);
  });
  it('have at least one of the trade', () => {
    expect(readUnits(none)).toBe('none');
    expect(readUnits({ ...none, trade: ' \n', general: 'Expression' })).toBe('none');
  });
  it('are each written once, by name or by code, whatever the letters', () => {
    expect(readUnits({ ...none, trade: 'Dessin\ndessin' })).toBe('twice');
    expect(readUnits({ ...none, trade: 'U10 : Dessin\nU10 : Pose' })).toBe('twice');
    expect(readUnits({ ...none, trade: 'Dessin', general: 'DESSIN' })).toBe('twice');
  });
  it('are no more than a diploma has', () => {
    const lines = (count: number): string => Array.from({ length: count }, (_, rank) => `Unité ${rank}`).join('\n');
    expect(readUnits({ ...none, trade: lines(20) })).toHaveLength(20);
    expect(readUnits({ ...none, trade: lines(21) })).toBe('too-many');
  });
});

describe('The regulation of a speciality', () => {
  let catalogue: Catalogue;
  const rules = (completed: CompletedUnits | null): RulesOfTheDay => {
    const session = catalogue.session('bp-2024-clermont');
    const [academy, exam] = [catalogue.academy('clermont'), catalogue.exam('bp')];
    if (session === undefined || academy === undefined || exam === undefined) throw new Error('no pack');
    return { catalogue, session, academy, exam, today: Temporal.PlainDate.from('2023-11-15'), completed };
  };
  const speciality = (cfd: string): Speciality => {
    const found = catalogue.speciality(cfd);
    if (found === undefined) throw new Error(cfd);
    return found;
  };
  const of = (cfd: string, language: string): CompletedUnits => {
    const units = readUnits({ trade: 'U10 : Dessin\nU20 : Pose', general: '', language });
    if (typeof units === 'string') throw new Error(units);
    return { cfd, units };
  };
  beforeAll(async () => {
    catalogue = await shippedCatalogue();
  });

  it('has the units completed for this candidate, with no figure that nobody read', () => {
    const completed = of('45023408', 'Anglais');
    const regulation = regulationOf(rules(completed), speciality('45023408'));
    expect(unitsAreKnown(regulation)).toBe(true);
    expect(slotsOf(regulation).map(({ id, units: [unit] }) => [id, unit.code, unit.title])).toEqual([
      ['C1', 'U10', 'Dessin'],
      ['C2', 'U20', 'Pose'],
      ['C3', null, 'Anglais'],
    ]);
    expect(slotsOf(regulation)[0]?.units[0]).toEqual({
      id: 'C1',
      code: 'U10',
      test: null,
      title: 'Dessin',
      coefficient: null,
      mode: null,
      duration: null,
      kind: 'PRO',
      source: 'relevé de notes du candidat',
      confidence: 'secondary',
    });
    expect(regulation.compulsoryLanguage).toBe(true);
    expect(regulationOf(rules(completed), speciality('45023408'))).toBe(regulation);
    expect(knownRegulation(rules(completed), speciality('45023408'))).toBe(regulation);
    expect(regulationOf(rules(of('45023408', '')), speciality('45023408')).compulsoryLanguage).toBe(false);
  });
  it('keeps the optional units that the rules know', () => {
    const written = regulationOf(rules(null), speciality('45033608'));
    const optional = written.units.filter(({ kind }) => kind === 'LV_OPTIONAL' || kind === 'OTHER_OPTIONAL');
    const { units } = regulationOf(rules(of('45033608', '')), speciality('45033608'));
    expect(optional.length).toBeGreaterThan(0);
    expect(units.map(({ id }) => id)).toEqual(['C1', 'C2', ...optional.map(({ id }) => id)]);
  });
  it('is the rules own for another speciality, or where nothing was completed', () => {
    const written = catalogue.regulation('45033608', 2024);
    for (const completed of [null, of('45023408', '')]) {
      expect(regulationOf(rules(completed), speciality('45033608'))).toBe(written);
      expect(knownRegulation(rules(completed), speciality('45033608'))).toBe(written);
    }
    expect(unitsAreKnown(regulationOf(rules(null), speciality('45033405')))).toBe(false);
    expect(knownRegulation(rules(null), speciality('45033405'))).toBeNull();
  });
});
