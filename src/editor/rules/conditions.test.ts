import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Condition, FACT_NAMES, FILE, PARTS, shapeOf } from '../../catalogue/index.ts';
import { asksNumber, conditionOf, FACT_OPTIONS, factOf, type Join, rowsOf } from './conditionRows.ts';
import { readCondition } from './conditions.ts';
import { conditionInWords } from './conditionWords.ts';
import { isRecord, listAt, readTree, textAt, valueAt } from './yamlTree.ts';

const pieces = readTree(readFileSync('catalogue/exams/bp/pieces.yaml', 'utf8'));
const conditions = listAt(pieces, []).flatMap((piece) =>
  listAt(piece, ['rules']).map((rule) => ({ code: textAt(piece, ['code']), when: valueAt(rule, ['when']) })),
);

function words(raw: unknown): string {
  const condition = readCondition(raw);
  return condition === null ? 'illisible' : conditionInWords(condition);
}

describe('A condition in words', () => {
  it('reads for every rule of the catalogue', () => {
    expect(conditions.map(({ code, when }) => `${code} ${words(when)}`)).toEqual([
      'CINSIG01 toujours',
      'DCSTID01 toujours',
      '1NATID01 si le candidat a moins de 25 ans',
      '1NATID01 si la session demande la nationalité à tous les candidats et si le candidat a 25 ans ou plus',
      "SNATJDC si le candidat est de nationalité française, s'il a moins de 25 ans et s'il a 16 ans ou plus",
      'DOMICIL toujours',
      "RELNOTES si le candidat conserve une note d'au moins 10",
      'RELNOTES si le candidat reporte une note de moins de 10',
      "ATTFORM si le candidat a déjà présenté l'examen",
      'ATTFORM si sa spécialité est Préparateur en pharmacie',
      'ENSDIST si le candidat suit un enseignement à distance',
      "ATTEMPLOI si sa spécialité n'est pas Préparateur en pharmacie, si le candidat n'a ni diplôme de la liste de la spécialité ni bac pro du secteur, si sa durée d'activité ne peut pas attendre sa dernière unité et (si la session demande la preuve de l'activité à l'inscription ou s'il présente sa dernière unité)",
      "ATTEMPLOI si sa spécialité n'est pas Préparateur en pharmacie, si le candidat a un diplôme de la liste de la spécialité, si sa durée d'activité ne peut pas attendre sa dernière unité et (si la session demande la preuve de l'activité à l'inscription ou s'il présente sa dernière unité)",
      "ATTEMPLOI si sa spécialité n'est pas Préparateur en pharmacie, si le candidat a un bac pro du secteur, si sa durée d'activité ne peut pas attendre sa dernière unité et (si la session demande la preuve de l'activité à l'inscription ou s'il présente sa dernière unité)",
      "ATTEMPLOI si sa spécialité n'est pas Préparateur en pharmacie, si le candidat ne sait pas quel diplôme il a (au simulateur), si sa durée d'activité ne peut pas attendre sa dernière unité et (si la session demande la preuve de l'activité à l'inscription ou s'il présente sa dernière unité)",
      "ATTEMPLOI si sa spécialité est Préparateur en pharmacie, si sa durée d'activité ne peut pas attendre sa dernière unité et (si la session demande la preuve de l'activité à l'inscription ou si le candidat présente sa dernière unité)",
      "ATTEMPLOI si sa durée d'activité ne sera complète qu'à l'examen et (si la session demande la preuve de l'activité à l'inscription ou si le candidat présente sa dernière unité)",
      "DIPLOM3 si le candidat a un diplôme de la liste de la spécialité et si sa spécialité n'est pas Préparateur en pharmacie",
      'DIPLOM3 si sa spécialité est Préparateur en pharmacie',
      "BACPRO si le candidat a un bac pro du secteur et si sa spécialité n'est pas Préparateur en pharmacie",
      'REPLEG si le candidat est mineur',
      'DISPENSE si le candidat demande une dispense comme bachelier',
      "DISPENSE si le candidat demande une dispense avec un diplôme d'un autre pays d'Europe",
      "DISPENSE si le candidat demande une dispense que l'arrêté de la spécialité accorde",
      'DISPENSE si le candidat demande une dispense avec un diplôme de niveau au moins égal',
      'DISPENSE si le candidat demande une dispense sans en dire le motif',
      'ATTBLOCS si le candidat demande une dispense avec une attestation de blocs de compétences',
      'VAE si le candidat demande une dispense après une VAE',
      "R408A3 si sa spécialité demande l'annexe 3 du travail en hauteur",
      "R408A4 si sa spécialité demande l'annexe 4 du travail en hauteur",
      "R408A5 si sa spécialité demande l'annexe 5 du travail en hauteur",
      "R408DISP si le candidat dit être reconnu travailleur handicapé et (si sa spécialité demande l'annexe 3 du travail en hauteur, si sa spécialité demande l'annexe 4 du travail en hauteur ou si sa spécialité demande l'annexe 5 du travail en hauteur)",
    ]);
  });
  it('has words of its own for every fact and every value', () => {
    for (const fact of FACT_NAMES) {
      const shape = shapeOf(fact);
      const values = shape.kind === 'number' ? [25] : shape.kind === 'boolean' ? [true, false] : shape.values;
      for (const value of values)
        for (const condition of [{ fact, is: value }, { not: { fact, is: value } }])
          expect(conditionInWords(condition), fact).not.toContain('«');
    }
  });
  it('says the contrary of a group fact by fact', () => {
    const group = {
      all: [
        { fact: 'minor', is: true },
        { fact: 'ageAtEnrolment', below: 25 },
      ],
    };
    expect(words({ not: group })).toBe("si le candidat est majeur ou s'il a 25\u00a0ans ou plus");
    expect(words({ any: [{ fact: 'pharmacy', is: true }, group] })).toBe(
      "si sa spécialité est Préparateur en pharmacie ou (si le candidat est mineur et s'il a moins de 25\u00a0ans)",
    );
    expect(words({ not: { always: true } })).toBe('jamais');
  });
  it('is not made of what is none', () => {
    for (const raw of [
      null,
      3,
      'x',
      [],
      {},
      { all: [] },
      { fact: 'x', is: 1 },
      { fact: 'minor' },
      { fact: '__proto__', is: 1 },
      { all: [{ always: 1 }] },
    ])
      expect(readCondition(raw)).toBeNull();
  });
  it('is read as deep as a file may go', () => {
    const deep = Array.from({ length: FILE.levels }).reduce<unknown>((inner) => ({ not: inner }), { always: true });
    expect(words(deep)).toBe('toujours');
  });
});

describe('A condition as rows', () => {
  it('comes back the same where it has that shape', () => {
    for (const { when } of conditions) {
      const condition = readCondition(when);
      const rows = condition === null ? null : rowsOf(condition);
      if (condition === null || rows === null) continue;
      const back = conditionOf(rows);
      expect(back === null ? '' : conditionInWords(back)).toBe(conditionInWords(condition));
    }
    expect(
      conditions
        .filter(({ when }) => isRecord(when) && rowsOf(readCondition(when) ?? { always: true }) === null)
        .map(({ code }) => code),
    ).toEqual(['ATTEMPLOI', 'ATTEMPLOI', 'ATTEMPLOI', 'ATTEMPLOI', 'ATTEMPLOI', 'ATTEMPLOI', 'R408DISP']);
  });
  it('can name every fact and its contrary, each by one option', () => {
    for (const { value, label } of FACT_OPTIONS) {
      const condition = conditionOf({ join: 'all', rows: [{ option: value, number: 25 }] });
      expect(condition, value).not.toBeNull();
      if (condition === null) continue;
      expect(rowsOf(condition)?.rows[0]?.option).toBe(value);
      expect(label.replace('…', '25').replaceAll('\u00a0', ' ')).toBe(
        conditionInWords(condition).replace('si le candidat', "s'il").replaceAll('\u00a0', ' '),
      );
    }
    expect(new Set(FACT_OPTIONS.map(({ value }) => value)).size).toBe(FACT_OPTIONS.length);
    for (const option of ['', 'x=1', '__proto__=1', 'category=?'])
      expect(conditionOf({ join: 'all', rows: [{ option, number: 1 }] })).toBeNull();
  });
  const minor = { fact: 'minor', is: true } as const;
  const young = { fact: 'ageAtEnrolment', below: 25 } as const;
  const taught = { fact: 'category', is: 'distance-learner' } as const;
  const high = { fact: 'scaffoldingAnnexes', includes: 3 } as const;
  const row = (option: string, number: number | null = null) => ({ option, number });
  it.each<[string, Condition, Join, readonly ReturnType<typeof row>[]]>([
    ['toujours', { always: true }, 'always', []],
    ['un fait', minor, 'all', [row('minor=oui')]],
    ['le contraire de plusieurs', { not: high }, 'all', [row('scaffoldingAnnexes!3')]],
    [
      'tous',
      { all: [{ fact: 'minor', is: false }, young, taught] },
      'all',
      [row('minor=non'), row('ageAtEnrolment<', 25), row('category=distance-learner')],
    ],
    [
      "l'un d'eux",
      { any: [{ not: young }, { not: taught }, high] },
      'any',
      [row('ageAtEnrolment>=', 25), row('category!distance-learner'), row('scaffoldingAnnexes=3')],
    ],
  ])('reads and writes %s', (_, condition, join, rows) => {
    expect(rowsOf(condition)).toEqual({ join, rows });
    expect(conditionOf({ join, rows })).toEqual(condition);
  });
  it('says the contrary of yes as no', () => {
    expect(rowsOf({ not: minor })).toEqual({ join: 'all', rows: [row('minor=non')] });
    expect(rowsOf({ not: { fact: 'minor', is: false } })).toEqual({ join: 'all', rows: [row('minor=oui')] });
  });
  it.each<[string, Condition]>([
    ['groups within each other', { any: [minor, { all: [minor, young] }] }],
    ['the contrary of a group', { not: { any: [minor, young] } }],
    ['the contrary of a contrary', { not: { not: minor } }],
    ['always among others', { all: [minor, { always: true }] }],
    ['a value that nobody can have', { fact: 'category', is: 'gone' }],
    ['a fact below which there is nothing', { fact: 'minor', below: 3 }],
    ['an age that is yes or no', { fact: 'ageAtEnrolment', is: true }],
    ['more facts than a form has rows', { all: Array.from({ length: PARTS.conditions + 1 }, () => minor) }],
  ])('leaves %s to its file', (_, condition) => {
    expect(rowsOf(condition)).toBeNull();
  });
  it('has as many rows as a condition may have facts', () => {
    expect(rowsOf({ all: Array.from({ length: PARTS.conditions }, () => minor) })?.rows).toHaveLength(PARTS.conditions);
  });
  it.each([
    row('ageAtEnrolment<'),
    row('ageAtEnrolment=25', 25),
    row('ageAtEnrolment<x', 25),
    row('minor<oui', 1),
    row('minor!oui'),
    row(' minor=oui'),
    row('category=gone'),
    row('category='),
    row('scaffoldingAnnexes=9'),
  ])('makes nothing of a row that no list offers: %j', (one) => {
    expect(conditionOf({ join: 'all', rows: [one] })).toBeNull();
    expect(conditionOf({ join: 'any', rows: [row('minor=oui'), one] })).toBeNull();
  });
  it('asks for one fact at least, and joins nothing to one alone', () => {
    for (const join of ['all', 'any'] as const) {
      expect(conditionOf({ join, rows: [] })).toBeNull();
      expect(conditionOf({ join, rows: [row('minor=oui')] })).toEqual(minor);
    }
  });
  it('is chosen from a list where each fact stands under what it is about', () => {
    const option = (value: string) => FACT_OPTIONS.find((one) => one.value === value);
    expect(option('ageAtEnrolment>=')).toEqual({
      value: 'ageAtEnrolment>=',
      label: "s'il a … ans ou plus",
      group: 'Âge',
    });
    expect(option('minor=non')).toEqual({ value: 'minor=non', label: "s'il est majeur", group: 'Âge' });
    expect(option('scaffoldingAnnexes!4')).toEqual({
      value: 'scaffoldingAnnexes!4',
      label: "si sa spécialité ne demande pas l'annexe 4 du travail en hauteur",
      group: 'Travail en hauteur',
    });
    expect(
      FACT_OPTIONS.filter(({ value }) => /^(minor|ageAtEnrolment|category)\W/.test(value)).map(({ value }) => value),
    ).toEqual([
      'category=previous-candidate',
      'category!previous-candidate',
      'category=distance-learner',
      'category!distance-learner',
      'category=other',
      'category!other',
      'ageAtEnrolment<',
      'ageAtEnrolment>=',
      'minor=oui',
      'minor=non',
    ]);
  });
  it('names its fact by what its option begins with, and asks for a number where it ends with a comparison', () => {
    expect(['category!distance-learner', 'ageAtEnrolment<', '=oui', ''].map(factOf)).toEqual([
      'category',
      'ageAtEnrolment',
      '',
      '',
    ]);
    expect(['ageAtEnrolment<', 'ageAtEnrolment>=', 'minor=oui', '<x', '>=x', 'minor='].map(asksNumber)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
