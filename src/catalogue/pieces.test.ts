import { describe, expect, it } from 'vitest';
import { capCatalogue } from '../testing/catalogue.ts';
import { ANNEXES, type Facts } from './facts.ts';
import { holds } from './rules/holds.ts';
import { found, noticeSession, ORDINARY, piecesAsked, shippedPack } from './testing/shipped.ts';

const pack = await shippedPack();

const BASE = ['CINSIG01', 'DCSTID01', '1NATID01', 'DOMICIL'];

describe('A proof of nationality', () => {
  const asked = (changes: Partial<Facts>): readonly string[] =>
    found(pack.pieceTypes.find(({ code }) => code === '1NATID01'))
      .rules.filter((rule) => holds(rule.when, { ...ORDINARY, ...changes }))
      .map(({ why }) => why.replaceAll('\u00a0', ' '));
  const young = [
    "Vous avez moins de 25 ans : votre nationalité dit si l'obligation de service national vous concerne.",
  ];
  it.each([true, false])('is asked of everybody under 25, for the national service (French: %s)', (frenchNational) => {
    for (const nationalityAskedOf of ['everyone', 'under-25'] as const)
      expect(asked({ ageAtEnrolment: 24, frenchNational, nationalityAskedOf })).toEqual(young);
  });
  it('is asked of nobody of 25 or more at any session that is delivered: their enrolment does not depend on it', async () => {
    const catalogue = await capCatalogue('lyon');
    expect(catalogue.sessions().length).toBeGreaterThan(2);
    for (const { switches } of catalogue.sessions()) expect(switches.nationalityAskedOf ?? 'under-25').toBe('under-25');
  });
  it('is asked of nobody else, but where the session asks everybody, who reads that nothing depends on it', () => {
    expect(asked({ ageAtEnrolment: 25, nationalityAskedOf: 'under-25' })).toEqual([]);
    expect(asked({ ageAtEnrolment: 25, nationalityAskedOf: 'everyone' })).toEqual([
      'La notice demande ce document. À partir de 25 ans, votre inscription ne dépend pas de votre nationalité.',
    ]);
  });
});

/** pieces.md, section 3: what each situation adds to the base; former candidates also give their transcript (section 2). */
const SITUATIONS: readonly (readonly [string, Partial<Facts>, readonly string[]])[] = [
  ['a former candidate who keeps no mark', {}, ['ATTFORM', 'ATTEMPLOI']],
  ['a former candidate who keeps a mark', { keepsMark: true }, ['RELNOTES', 'ATTFORM', 'ATTEMPLOI']],
  ['a distance learner', { category: 'distance-learner' }, ['ENSDIST', 'ATTEMPLOI']],
  [
    'a distance learner who carries a mark',
    { category: 'distance-learner', form: 'PROGRESSIVE', carriesMark: true },
    ['RELNOTES', 'ENSDIST', 'ATTEMPLOI'],
  ],
  [
    'a distance learner, progressive, not the last unit: asked now, as the notice does',
    { category: 'distance-learner', form: 'PROGRESSIVE', lastUnitPresented: false },
    ['ENSDIST', 'ATTEMPLOI'],
  ],
  [
    'the same, whose months need only be complete at the last unit: nothing now',
    { category: 'distance-learner', form: 'PROGRESSIVE', lastUnitPresented: false, practiceDueAt: 'last-unit' },
    ['ENSDIST'],
  ],
  [
    'the same where the session follows the Code: asked later',
    { category: 'distance-learner', form: 'PROGRESSIVE', lastUnitPresented: false, conditionsDueAt: 'exam' },
    ['ENSDIST'],
  ],
  [
    'the last unit, where the session follows the Code',
    { category: 'distance-learner', form: 'PROGRESSIVE', conditionsDueAt: 'exam' },
    ['ENSDIST', 'ATTEMPLOI'],
  ],
  [
    'the two-year way',
    { category: 'distance-learner', diploma: 'level-3-listed' },
    ['ENSDIST', 'ATTEMPLOI', 'DIPLOM3'],
  ],
  ['the bac pro way', { category: 'distance-learner', diploma: 'bac-pro-sector' }, ['ENSDIST', 'ATTEMPLOI', 'BACPRO']],
  [
    'every exemption',
    { category: 'distance-learner', exemptionGrounds: ['baccalaureate', 'skills-block', 'vae'] },
    ['ENSDIST', 'ATTEMPLOI', 'DISPENSE', 'ATTBLOCS', 'VAE'],
  ],
  [
    'a minor of 17',
    { category: 'distance-learner', ageAtEnrolment: 17, minor: true },
    ['SNATJDC', 'ENSDIST', 'ATTEMPLOI', 'REPLEG'],
  ],
  ['pharmacy', { category: 'distance-learner', pharmacy: true }, ['ATTFORM', 'ENSDIST', 'ATTEMPLOI', 'DIPLOM3']],
  [
    'Couvreur',
    { category: 'distance-learner', scaffoldingAnnexes: [4, 5] },
    ['ENSDIST', 'ATTEMPLOI', 'R408A4', 'R408A5'],
  ],
  [
    'Couvreur, recognised as a disabled worker: the waiver is offered',
    { category: 'distance-learner', scaffoldingAnnexes: [4, 5], disabledWorker: true },
    ['ENSDIST', 'ATTEMPLOI', 'R408A4', 'R408A5', 'R408DISP'],
  ],
];

describe('What each situation asks for', () => {
  it.each(SITUATIONS)('%s', (_title, changes, added) => {
    expect([...piecesAsked(pack, changes)].sort()).toEqual([...BASE, ...added].sort());
  });

  it('each ground of exemption and each annexe has its piece', () => {
    for (const ground of ['baccalaureate', 'foreign', 'speciality', 'notice-level', 'skills-block', 'vae']) {
      expect(piecesAsked(pack, { exemptionGrounds: [ground] }).length).toBe(piecesAsked(pack).length + 1);
    }
    for (const annexe of ANNEXES) {
      expect(piecesAsked(pack, { scaffoldingAnnexes: [annexe] })).toContain(`R408A${annexe}`);
    }
  });
});

describe('« en règle au regard du Service National jusqu’à la veille du 25ème anniversaire »', () => {
  it.each([
    [15, true, false],
    [16, true, true],
    [24, true, true],
    [25, true, false],
    [24, false, false],
  ])('at %i, French: %s, asked: %s', (ageAtEnrolment, frenchNational, asked) => {
    expect(piecesAsked(pack, { ageAtEnrolment, frenchNational }).includes('SNATJDC')).toBe(asked);
  });
});

describe('A ready-made refusal', () => {
  it('is never for hours of training, which no law asks of a candidate who enrols alone, but in pharmacy', () => {
    const texts = pack.pieceTypes.flatMap(({ cannedReasons }) => cannedReasons.map(({ text }) => text));
    const ofHours = texts.filter((text) => /heures/.test(text));
    expect(ofHours).toHaveLength(1);
    expect(ofHours[0]).toContain('Préparateur en pharmacie');
  });
  it('nor does any piece cite an article that the Code no longer has', () => {
    const sources = pack.pieceTypes.flatMap(({ rules }) => rules.map(({ source }) => source));
    expect(sources.filter((source) => /D337-10[34]/.test(source))).toEqual([]);
  });
});

describe('The pieces of the pack', () => {
  it('say why, from where, what to find, and what to write when refused', () => {
    for (const piece of pack.pieceTypes) {
      expect(piece.cannedReasons.length, piece.code).toBeGreaterThanOrEqual(3);
      expect(piece.cannedReasons.length, piece.code).toBeLessThanOrEqual(6);
      for (const { text } of piece.cannedReasons) expect(text, piece.code).toMatch(/^[A-ZÀÉ].*\.$/);
    }
  });

  it('hold no date: the deadlines are those of the session, which may be moved', () => {
    for (const piece of pack.pieceTypes) {
      const said = [piece.label, piece.description, ...piece.rules.map((rule) => rule.why)].join(' ');
      expect(said, piece.code).not.toMatch(/20\d\d|\bmars\b|décembre/);
    }
    for (const group of noticeSession(pack).pieceGroups) expect(group.sanction).not.toMatch(/20\d\d/);
  });

  it('the waiver of R.408 is offered, is health data, and excuses the three certificates', () => {
    const waiver = found(pack.pieceTypes.find((one) => one.code === 'R408DISP'));
    expect(waiver).toMatchObject({ health: true, excuses: ['R408A3', 'R408A4', 'R408A5'] });
    expect(pack.pieceTypes.filter((one) => one.health || one.excuses.length > 0)).toEqual([waiver]);
  });
});
