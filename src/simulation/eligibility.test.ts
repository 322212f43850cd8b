import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedCatalogue } from '../testing/catalogue.ts';
import { runs } from '../testing/properties.ts';
import { type EligibilitySimulation, simulateEligibility } from './eligibility.ts';
import { texts } from './texts.ts';

const catalogue = await shippedCatalogue();
const NOW = Temporal.Instant.from('2023-11-15T10:00:00+01:00');

const learner = {
  session: 'bp-2024-clermont',
  speciality: '45033608',
  category: 'distance-learner',
  form: 'GLOBAL',
  department: '63',
  birthDate: '1990-05-30',
  frenchNational: true,
  diploma: 'none',
  workPeriods: [{ from: '2015-09-01' }],
} as const;
const former = {
  ...learner,
  category: 'previous-candidate',
  formerForm: 'GLOBAL',
  satAllTests: true,
  twoYearsInCentre: true,
} as const;
const ask = (question: object, changes: object = {}) =>
  simulateEligibility(catalogue, { ...question, ...changes }, NOW);
const answered = (question: object, changes: object = {}): EligibilitySimulation => {
  const asked = ask(question, changes);
  if (!asked.ok) throw new Error(JSON.stringify(asked.error));
  return asked.value;
};
const verdict = (question: object, changes: object = {}) => answered(question, changes).verdict;
const paths = (question: object, changes: object = {}) => {
  const asked = ask(question, changes);
  return asked.ok ? [] : asked.error.map(({ path }) => path);
};
const BASE = ['CINSIG01', 'DCSTID01', '1NATID01', 'DOMICIL'];
const added = (question: object, changes: object = {}) =>
  answered(question, changes)
    .pieces.map(({ code }) => code)
    .filter((code) => !BASE.includes(code));

describe('The eligibility simulator', () => {
  it('answers with every reason, its source, the pieces and the months of work', () => {
    const asked = answered(learner, { trainingHours: 480 });
    expect(asked.verdict).toBe('eligible');
    for (const { message, source } of asked.reasons) {
      expect(message).toMatch(/\.$/);
      expect(source).not.toBe('');
    }
    expect(asked.experience).toMatchObject({ months: 98, requiredMonths: 60 });
    expect(asked.pieces.find(({ code }) => code === 'CINSIG01')).toEqual({
      code: 'CINSIG01',
      label: "Confirmation d'inscription signée",
      why: "Votre inscription n'est validée que si la confirmation, datée et signée, est déposée à temps.",
      due: '2023-12-01T17:00:00+01:00',
      mode: 'online',
    });
  });

  it('gives a verdict that is nothing but its reasons', () => {
    for (const question of [learner, former, { ...learner, category: 'other' }, { ...former, satAllTests: null }]) {
      const { verdict: given, reasons } = answered(question);
      const mets = reasons.map(({ met }) => met);
      expect(given).toBe(mets.includes(false) ? 'not-eligible' : mets.includes(null) ? 'to-check' : 'eligible');
    }
  });

  it.each<[string, object, EligibilitySimulation['verdict']]>([
    ['five years', { workPeriods: [{ from: '2018-11-16' }] }, 'eligible'],
    ['five years of the past', { workPeriods: [{ from: '2010-01-01', to: '2014-12-31' }] }, 'eligible'],
    ['five years only by the exam', { workPeriods: [{ from: '2019-05-01' }] }, 'to-check'],
    ['four years, ended', { workPeriods: [{ from: '2018-01-01', to: '2021-12-31' }] }, 'not-eligible'],
    [
      'two years with a listed diploma',
      { diploma: 'level-3-listed', workPeriods: [{ from: '2021-11-16' }] },
      'eligible',
    ],
    [
      'five months with a bac pro, ended',
      { diploma: 'bac-pro-sector', workPeriods: [{ from: '2023-01-01', to: '2023-05-31' }] },
      'not-eligible',
    ],
    [
      'six months with a bac pro',
      { diploma: 'bac-pro-sector', workPeriods: [{ from: '2023-01-01', to: '2023-06-30' }] },
      'to-check',
    ],
    [
      'twelve months with a bac pro',
      { diploma: 'bac-pro-sector', workPeriods: [{ from: '2022-01-01', to: '2022-12-31' }] },
      'eligible',
    ],
    ['part time counts', { workPeriods: [{ from: '2015-01-01', partTime: true }] }, 'eligible'],
    [
      'overlaps count once',
      {
        workPeriods: [
          { from: '2021-01-01', to: '2023-06-30' },
          { from: '2021-01-01', to: '2023-06-30' },
        ],
      },
      'not-eligible',
    ],
    ['another academy', { department: '69' }, 'not-eligible'],
    ['no category of the notice', { category: 'other' }, 'not-eligible'],
    ['too few hours of training', { trainingHours: 479 }, 'to-check'],
    [
      'too few hours, whatever is said of a positioning that no law knows any more',
      { trainingHours: 100, positioning: true },
      'to-check',
    ],
    ['nothing worked yet, progressive form', { form: 'PROGRESSIVE', workPeriods: [] }, 'to-check'],
    ['nothing worked yet, globale form', { workPeriods: [] }, 'not-eligible'],
    [
      '« je ne sais pas » everywhere',
      { category: null, department: null, frenchNational: null, diploma: null },
      'to-check',
    ],
  ])('of a distance learner: %s', (_, changes, expected) => {
    expect(verdict(learner, changes)).toBe(expected);
  });

  it.each<[string, object, EligibilitySimulation['verdict']]>([
    ['all tests sat after two years in a centre', {}, 'eligible'],
    ['not all tests sat', { satAllTests: false }, 'not-eligible'],
    [
      'not all tests sat, in the progressive form',
      { satAllTests: false, form: 'PROGRESSIVE', formerForm: 'PROGRESSIVE' },
      'to-check',
    ],
    ['not two years in a centre', { twoYearsInCentre: false }, 'not-eligible'],
    ['« je ne sais pas »', { satAllTests: null }, 'to-check'],
    ['another form of passage than before', { form: 'PROGRESSIVE' }, 'not-eligible'],
  ])('of a former candidate: %s', (_, changes, expected) => {
    expect(verdict(former, changes)).toBe(expected);
  });

  it('measures on the day that is asked, and ends national service on the eve of the 25th birthday, 29 February included', () => {
    const asksService = (at: string, birthDate: string) =>
      added(learner, { at: `${at}T12:00:00+01:00`, birthDate }).includes('SNATJDC');
    expect([asksService('2023-11-14', '1998-11-15'), asksService('2023-11-15', '1998-11-15')]).toEqual([true, false]);
    expect([asksService('2025-02-28', '2000-02-29'), asksService('2025-03-01', '2000-02-29')]).toEqual([true, false]);
    expect([asksService('2024-02-28', '1999-02-28'), asksService('2024-02-27', '1999-02-28')]).toEqual([false, true]);
    expect(added(learner, { birthDate: '2001-01-01', frenchNational: false })).not.toContain('SNATJDC');
    expect(verdict(learner, { at: '2018-01-01T00:00:00Z' })).toBe('to-check');
  });

  it('says when the missing months will be reached', () => {
    const { experience } = answered(learner, {
      workPeriods: [{ from: '2020-01-01', to: '2020-12-31' }, { from: '2021-06-01' }],
    });
    expect(experience).toMatchObject({ months: 41, monthsAtExam: 48, requiredMonths: 60, reachedOn: '2025-05-31' });
    expect(answered(learner, { workPeriods: [] }).experience).not.toHaveProperty('reachedOn');
  });

  it('of a speciality of another time says so; of an extra session, for former candidates only', () => {
    expect(verdict(learner, { speciality: '45022111' })).toBe('not-eligible');
    const extra = { speciality: '45031001' };
    expect([verdict(learner, extra), verdict(former, extra)]).toEqual(['not-eligible', 'to-check']);
  });

  it('never gets worse with more work', () => {
    const rank = { 'not-eligible': 0, 'to-check': 1, eligible: 2 };
    const day = fc
      .integer({ min: 0, max: 5000 })
      .map((days) => Temporal.PlainDate.from('2010-01-01').add({ days }).toString());
    const period = fc
      .tuple(day, day)
      .map(([one, two]) => (one < two ? { from: one, to: two } : { from: two, to: one }));
    fc.assert(
      fc.property(
        fc.array(period, { maxLength: 4 }),
        period,
        fc.constantFrom('none', 'level-3-listed', 'bac-pro-sector', null),
        fc.constantFrom('45033608', '45033104'),
        fc.constantFrom('GLOBAL', 'PROGRESSIVE', null),
        (some, more, diploma, speciality, form) => {
          const changes = { diploma, speciality, form };
          const before = answered(learner, { ...changes, workPeriods: some });
          const after = answered(learner, { ...changes, workPeriods: [...some, more] });
          expect(rank[after.verdict]).toBeGreaterThanOrEqual(rank[before.verdict]);
          expect(answered(learner, { ...changes, workPeriods: [...some, more, more] })).toEqual(after);
        },
      ),
      runs(60),
    );
  });
});

const KEPT = { unit: 'U10', kind: 'kept', mark: '12.5', obtainedOn: '2021-07-05' } as const;

const creditsReason = (changes: object) => answered(learner, changes).reasons.find(({ code }) => code === 'credits');

/** docs/product.md, « The pieces asked », situation by situation. */
const SITUATIONS: readonly (readonly [string, object, object, readonly string[]])[] = [
  ['re-sitting, no mark kept', former, {}, ['ATTFORM', 'ATTEMPLOI']],
  ['re-sitting, keeps marks ≥ 10', former, { credits: [KEPT] }, ['RELNOTES', 'ATTFORM', 'ATTEMPLOI']],
  [
    're-sitting, progressive, carries marks < 10',
    former,
    {
      form: 'PROGRESSIVE',
      formerForm: 'PROGRESSIVE',
      credits: [{ unit: 'U10', kind: 'carried', mark: '8', obtainedOn: '2022-07-05' }],
    },
    ['RELNOTES', 'ATTFORM', 'ATTEMPLOI'],
  ],
  ['first-time distance learner', learner, {}, ['ENSDIST', 'ATTEMPLOI']],
  ['distance learner, progressive: now, says the notice', learner, { form: 'PROGRESSIVE' }, ['ENSDIST', 'ATTEMPLOI']],
  ['two-year way', learner, { diploma: 'level-3-listed' }, ['ENSDIST', 'ATTEMPLOI', 'DIPLOM3']],
  ['bac pro way', learner, { diploma: 'bac-pro-sector' }, ['ENSDIST', 'ATTEMPLOI', 'BACPRO']],
  [
    'dispense of a bac holder',
    learner,
    { credits: [{ unit: 'U60', kind: 'exempt', ground: 'baccalaureate' }] },
    ['ENSDIST', 'ATTEMPLOI', 'DISPENSE'],
  ],
  [
    'dispense without its ground',
    learner,
    { credits: [{ unit: 'U60', kind: 'exempt' }] },
    ['ENSDIST', 'ATTEMPLOI', 'DISPENSE'],
  ],
  [
    'dispense by a block certificate',
    learner,
    { credits: [{ unit: 'U10', kind: 'exempt', ground: 'skills-block' }] },
    ['ENSDIST', 'ATTEMPLOI', 'ATTBLOCS'],
  ],
  [
    'dispense by VAE',
    learner,
    { credits: [{ unit: 'U10', kind: 'exempt', ground: 'vae' }] },
    ['ENSDIST', 'ATTEMPLOI', 'VAE'],
  ],
  ['Maçon', learner, { speciality: '45023216' }, ['ENSDIST', 'ATTEMPLOI', 'R408A3', 'R408A4', 'R408A5']],
  [
    'Maçon, disabled worker: the waiver is offered',
    learner,
    { speciality: '45023216', disabledWorker: true },
    ['ENSDIST', 'ATTEMPLOI', 'R408A3', 'R408A4', 'R408A5', 'R408DISP'],
  ],
  ['French under 25', learner, { birthDate: '2001-01-01' }, ['SNATJDC', 'ENSDIST', 'ATTEMPLOI']],
  [
    'a minor',
    learner,
    { birthDate: '2006-01-01', frenchNational: false, workPeriods: [] },
    ['ENSDIST', 'ATTEMPLOI', 'REPLEG'],
  ],
  [
    'préparateur en pharmacie, distance learner',
    learner,
    { speciality: '45033104', diploma: 'level-3-listed' },
    ['ATTFORM', 'ENSDIST', 'ATTEMPLOI', 'DIPLOM3'],
  ],
];

describe('Les pièces, situation par situation', () => {
  it.each(SITUATIONS)('%s', (_, question, changes, expected) => {
    expect(added(question, changes).sort()).toEqual([...expected].sort());
    expect(answered(question, changes).pieces.map(({ code }) => code)).toEqual(expect.arrayContaining(BASE));
  });

  it('one asked for twice says why twice, in two sentences', () => {
    const credits = [KEPT, { unit: 'U20', kind: 'carried', mark: '8', obtainedOn: '2022-07-05' }];
    const { pieces } = answered(former, { form: 'PROGRESSIVE', formerForm: 'PROGRESSIVE', credits });
    expect(pieces.find(({ code }) => code === 'RELNOTES')?.why.replaceAll('\u00a0', ' ')).toBe(
      'Vous demandez à conserver une note égale ou supérieure à 10. Vous demandez à reporter une note inférieure à 10.',
    );
  });

  it('R.408 is due on 8 March, the rest at the closing', () => {
    const { pieces } = answered(learner, { speciality: '45023216' });
    const dueOf = (code: string) => pieces.find((piece) => piece.code === code)?.due;
    expect([dueOf('R408A3'), dueOf('ATTEMPLOI')]).toEqual(['2024-03-08T00:00:00+01:00', '2023-12-01T17:00:00+01:00']);
  });
});

describe('What is impossible', () => {
  it.each<[string, object, readonly string[]]>([
    ['an unknown session', { session: 'bp-1999' }, ['session']],
    ['an unknown speciality', { speciality: '1' }, ['speciality']],
    ['a day that does not exist', { birthDate: '1990-02-30' }, ['birthDate']],
    ['a birth in the future', { birthDate: '2030-01-01' }, ['birthDate']],
    ['a candidate of ten', { birthDate: '2013-05-30' }, ['birthDate']],
    ['a job begun before the birth', { workPeriods: [{ from: '1989-09-01' }] }, ['workPeriods[0].from']],
    ['a job before fourteen', { workPeriods: [{ from: '2004-05-29' }] }, ['workPeriods[0].from']],
    ['a department that does not exist', { department: '20' }, ['department']],
    [
      'a job that ends before it begins',
      { workPeriods: [{ from: '2020-01-02', to: '2020-01-01' }] },
      ['workPeriods[0].to'],
    ],
    ['a job without its beginning', { workPeriods: [{ to: '2020-01-01' }] }, ['workPeriods[0].from']],
    ['hours that are no number', { trainingHours: 'many' }, ['trainingHours']],
    ['an instant without its offset', { at: '2023-11-15T10:00:00' }, ['at']],
    ['a kept mark below 10', { credits: [{ ...KEPT, mark: '9.5' }] }, ['credits[0].mark']],
    ['a quarter of a point', { credits: [{ ...KEPT, mark: '12.25' }] }, ['credits[0].mark']],
    [
      'a carried mark in the globale form',
      { credits: [{ unit: 'U10', kind: 'carried', mark: '8' }] },
      ['credits[0].kind'],
    ],
    ['a mark of the future', { credits: [{ ...KEPT, obtainedOn: '2024-07-05' }] }, ['credits[0].obtainedOn']],
    ['a mark of more than five years', { credits: [{ ...KEPT, obtainedOn: '2018-07-05' }] }, ['credits[0].obtainedOn']],
    [
      'both options of a choice',
      {
        credits: [
          { ...KEPT, unit: 'U30A' },
          { ...KEPT, unit: 'U30B' },
        ],
      },
      ['credits[1].unit'],
    ],
    ['a unit of another diploma', { credits: [{ ...KEPT, unit: 'U99' }] }, ['credits[0].unit']],
    [
      'a ground that does not exist',
      { credits: [{ unit: 'U10', kind: 'exempt', ground: 'luck' }] },
      ['credits[0].ground'],
    ],
    [
      'a ground that is not for this unit',
      { credits: [{ unit: 'U10', kind: 'exempt', ground: 'baccalaureate' }] },
      ['credits[0].ground'],
    ],
    ['an exempted optional unit', { credits: [{ unit: 'UF', kind: 'exempt' }] }, ['credits[0].kind']],
    [
      'a carried mark of ten or more',
      { form: 'PROGRESSIVE', credits: [{ unit: 'U10', kind: 'carried', mark: '10' }] },
      ['credits[0].mark'],
    ],
    ['credits of a speciality whose units nobody knows', { speciality: '45032401', credits: [KEPT] }, ['credits']],
    ['credits where no speciality is chosen', { speciality: null, credits: [KEPT] }, ['credits']],
    ['a birth today', { birthDate: '2023-11-15', workPeriods: [] }, ['birthDate']],
    ['more jobs than a life has', { workPeriods: Array(101).fill({ from: '2015-09-01' }) }, ['workPeriods']],
  ])('%s', (_, changes, expected) => {
    expect(paths(learner, changes)).toEqual(expected);
  });

  it.each<[string, object]>([
    ['a job of a single day', { workPeriods: [{ from: '2020-01-02', to: '2020-01-02' }] }],
    ['a job that is said to go on', { workPeriods: [{ from: '2015-09-01', to: null }] }],
    ['a mark that is not said', { credits: [{ unit: 'U10', kind: 'kept', mark: null, obtainedOn: null }] }],
    ['a low mark that is not said', { form: 'PROGRESSIVE', credits: [{ unit: 'U10', kind: 'carried' }] }],
    ['a ground that is not said', { credits: [{ unit: 'U60', kind: 'exempt', ground: null }] }],
    ['a ground for one unit of a choice', { credits: [{ unit: 'U30A', kind: 'exempt', ground: 'speciality' }] }],
    ['no credits', { credits: [] }],
    ['credits that are not said', { credits: null }],
    ['no credits of a speciality whose units nobody knows', { speciality: '45032401', credits: [] }],
  ])('is not %s', (_, changes) => {
    expect(paths(learner, changes)).toEqual([]);
  });

  it('of an age is said for what it is: no birth yet, or too young', () => {
    const said = (birthDate: string) => {
      const asked = ask(learner, { birthDate, workPeriods: [] });
      return asked.ok ? [] : asked.error.map(({ message }) => message);
    };
    for (const unborn of ['2030-01-01', '2023-11-15']) expect(said(unborn)).toEqual([texts.eligibility.birthDate]);
    expect(said('2013-05-30')).toEqual([texts.eligibility.tooYoung]);
    expect(said('2009-11-15')).toEqual([]);
  });

  it('is said all at once, in French sentences', () => {
    const asked = ask({ session: 'x', category: 'y', workPeriods: [{}], credits: 3 });
    if (asked.ok) throw new Error('accepted');
    expect(asked.error.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['session', 'speciality', 'category', 'department', 'birthDate', 'diploma', 'credits']),
    );
    for (const { message } of asked.error) expect(message).toMatch(/^[A-ZÀÉ«].*\.$/);
  });

  it('a mark of June 2019 still serves in June 2024; an older one is to be checked, while no text fixes the day of the exam', () => {
    const kept = (obtainedOn: string) => ({ credits: [{ ...KEPT, obtainedOn }] });
    expect(paths(learner, kept('2019-06-01'))).toEqual([]);
    expect(answered(learner, kept('2019-05-31')).reasons.find(({ code }) => code === 'credits')).toMatchObject({
      met: null,
      message: expect.stringContaining("date probable de l'examen"),
    });
    expect(answered(learner, kept('2019-06-01')).reasons.find(({ code }) => code === 'credits')).toBeUndefined();
    expect(paths(learner, kept('2018-12-31'))).toEqual(['credits[0].obtainedOn']);
  });
  it('a mark too old names the first day on which it is not valid; only one of 10 or more may have an attestation', () => {
    const said = (credit: object): string => {
      const asked = ask(learner, { form: 'PROGRESSIVE', credits: [{ ...KEPT, obtainedOn: '2018-12-31', ...credit }] });
      return asked.ok ? '' : (asked.error[0]?.message ?? '').replaceAll('\u00a0', ' ');
    };
    expect(said({})).toContain("n'est plus valable depuis le lundi 1er janvier 2024");
    expect(said({})).toContain('attestation de blocs');
    expect(said({ kind: 'carried', mark: '8' })).toContain("L'épreuve est à repasser.");
    expect(said({ kind: 'carried', mark: '8' })).not.toContain('attestation');
  });
  it('a disabled worker may carry a mark in the globale form, to be checked (D351-27)', () => {
    const carried = { unit: 'U10', kind: 'carried', mark: '8', obtainedOn: '2022-07-05' };
    expect(paths(learner, { disabledWorker: true, credits: [carried] })).toEqual([]);
    const asked = { disabledWorker: true, form: 'GLOBAL', credits: [carried] };
    expect(creditsReason(asked)).toMatchObject({
      met: null,
      source: "code de l'éducation, articles D351-27 à D351-31",
    });
    expect(answered(learner, asked).verdict).toBe('to-check');
  });
  it('a mark without its value, its day or both is for the office, which is said: neither kept nor refused by the machine', () => {
    for (const said of [
      { mark: null, obtainedOn: '2022-07-05' },
      { mark: '12', obtainedOn: null },
      { mark: null, obtainedOn: null },
      {},
    ]) {
      const asked = { credits: [{ unit: 'U10', kind: 'kept', ...said }] };
      expect([said, answered(learner, asked).verdict]).toEqual([said, 'to-check']);
      const reason = creditsReason(asked);
      expect([reason?.met, reason?.source.replaceAll('\u00a0', ' ')]).toEqual([
        null,
        "Notice, « Bénéfice de note » ; code de l'éducation, D337-107 et D337-115",
      ]);
      expect(reason?.message).toContain("note dont la valeur ou la date d'obtention n'est pas dite");
    }
    const whole = { unit: 'U10', kind: 'kept', mark: '12', obtainedOn: '2022-07-05' };
    expect(creditsReason({ credits: [whole] })).toBeUndefined();
  });
  it('a mark of before Fleuriste 2021, whose table nobody has, is for the office', () => {
    const kept = { unit: 'UP1', kind: 'kept', mark: '12', obtainedOn: '2022-07-05' };
    const reason = creditsReason({ speciality: '45031207', credits: [kept] });
    expect(reason).toMatchObject({ code: 'credits', met: null, source: "Code de l'éducation, D337-108" });
    expect(reason?.message.replaceAll('\u00a0', ' ')).toBe(
      "Acquis : le rectorat jugera. UP1 : note d'un ancien règlement, dont le tableau de correspondance n'est pas connu.",
    );
  });
  it('plain credits are no reason of the verdict', () => {
    expect(
      creditsReason({ credits: [KEPT, { unit: 'U60', kind: 'exempt', ground: 'baccalaureate' }] }),
    ).toBeUndefined();
    expect(creditsReason({ credits: [{ unit: 'U60', kind: 'exempt' }] })).toBeUndefined();
  });
});
