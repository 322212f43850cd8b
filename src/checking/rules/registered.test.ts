import { describe, expect, it } from 'vitest';
import type { AccountId, Candidate } from '../../accounts/index.ts';
import { compareVersions, type Enrolment, type EnrolmentId, readRegistered } from '../../enrolment/index.ts';
import type { ShownFile } from '../../pieces/index.ts';
import { COIFFURE } from '../../testing/answers.ts';
import { CAMILLE, shippedCatalogue } from '../../testing/enrolments.ts';
import { type DeclaredFact, declaredFacts } from './declaredFacts.ts';
import { factLines } from './factLines.ts';

const catalogue = await shippedCatalogue();
const at = Temporal.Instant.from('2023-11-15T10:42:00+01:00');
const candidate: Candidate = {
  ...CAMILLE,
  usageName: 'Durand',
  accountId: 'a' as AccountId,
  address: 'camille@domaine.fr',
  activated: true,
  closedAt: null,
  rowVersion: 1,
};
const informations = { ...COIFFURE.informations, employer2: 'Hair', job2: 'Apprentie', from2: '01/09/2016' };
const answers = {
  ...COIFFURE,
  informations: { ...informations, to2: '31/08/2018' },
  acquis: { ...COIFFURE.acquis, 'choice-U60': 'exempt', 'ground-U60': 'baccalaureate' },
};
const enrolment: Enrolment = {
  id: 'e' as EnrolmentId,
  academy: 'clermont',
  session: 'bp-2024-clermont',
  candidateId: 'a',
  status: 'registered',
  number: 'BP24-00001-U',
  version: 2,
  registered: answers,
  working: null,
  firstRegisteredAt: at,
  registeredAt: at,
  signature: null,
  completedUnits: null,
  reserve: null,
  validatedAt: null,
  endedAt: null,
  savedAt: at,
  rowVersion: 1,
};
const file = (changes: Partial<ShownFile>): ShownFile =>
  ({ state: 'stored', enrolmentVersion: 2, ...changes }) as ShownFile;

type Changes = Partial<Parameters<typeof declaredFacts>[0]> & { readonly code: string };
function facts(changes: Changes, registered: Enrolment['registered'] = answers): readonly DeclaredFact[] {
  return declaredFacts({
    candidate,
    civilStatus: [{ name: 'birthName', label: 'Nom de famille', value: 'Martin' }],
    version: 2,
    registeredAt: at,
    today: Temporal.PlainDate.from('2023-11-15'),
    files: [],
    registered: readRegistered(catalogue, { ...enrolment, registered }, candidate),
    ...changes,
  });
}
const named = (code: string): readonly string[] =>
  facts({ code }).map((fact) => (fact.kind === 'line' ? fact.name : fact.kind));

const SPECIALITY = 'qualification speciality';
const FORM = 'qualification form';
const DIPLOMA = ['informations diploma', 'informations diplomaTitle'];
const EXEMPTED = ['acquis choice-U60', SPECIALITY, 'person'];

describe('Beside a document stands what it must prove, in the order in which one reads it', () => {
  it.each<[string, readonly string[]]>([
    ['CINSIG01', ['version', 'person', SPECIALITY, FORM]],
    ['DCSTID01', ['birthName', 'age']],
    ['1NATID01', ['identification frenchNational', 'person']],
    ['SNATJDC', ['person', 'age', 'identification frenchNational']],
    ['DOMICIL', ['identification address', 'person']],
    [
      'RELNOTES',
      [
        'acquis choice-U10',
        'informations formerYear',
        'informations formerCentre',
        'informations satAllTests',
        SPECIALITY,
        FORM,
        'person',
      ],
    ],
    ['ATTFORM', ['informations formerCentre', 'informations twoYearsInCentre', SPECIALITY, 'person']],
    ['ENSDIST', [SPECIALITY, 'person']],
    ['ATTEMPLOI', ['months', 'informations job1', 'informations job2', ...DIPLOMA, SPECIALITY, 'person']],
    ['DIPLOM3', [...DIPLOMA, SPECIALITY, 'person']],
    ['BACPRO', [...DIPLOMA, SPECIALITY, 'person']],
    ['POSITION', [SPECIALITY, 'person']],
    ['DISPENSE', EXEMPTED],
    ['ATTBLOCS', EXEMPTED],
    ['VAE', EXEMPTED],
    ['R408A4', [SPECIALITY, 'person']],
    ['R408DISP', ['person', SPECIALITY]],
    ['REPLEG', ['person', 'age']],
    ['UNKNOWN', ['person', SPECIALITY]],
  ])('%s', (code, expected) => {
    expect(named(code)).toEqual(expected);
  });
});

const said = (changes: Changes, registered: Enrolment['registered'] = answers): readonly string[] =>
  factLines(facts(changes, registered), enrolment.number).map(({ label, value }) =>
    `${label}=${value}`.replaceAll('\u00a0', ' '),
  );
const distance = {
  ...answers,
  informations: {
    category: 'distance-learner',
    distanceBody: 'CNED',
    trainingHours: '500',
    positioning: 'non',
    diploma: 'none',
    employer1: 'Salon',
    job1: 'Coiffeuse',
    from1: '01/09/2018',
    handicap: 'non',
  },
};
const METALLIER = '45025411';
const regulation = catalogue.regulation(METALLIER, 2024);
const metallier = {
  ...COIFFURE,
  qualification: { ...COIFFURE.qualification, speciality: METALLIER },
  acquis: Object.fromEntries(regulation?.units.map(({ id }) => [`choice-${id}`, 'sit']) ?? []),
  epreuves: {},
};

describe('Declared facts in words', () => {
  it('name the person as documents do, with the name in use', () => {
    expect(said({ code: 'UNKNOWN' })[0]).toBe('Candidat=Mme Martin (Durand) Camille Jeanne, 30/05/1998');
    expect(said({ code: 'UNKNOWN', candidate: { ...candidate, usageName: null } })[0]).toBe(
      'Candidat=Mme Martin Camille Jeanne, 30/05/1998',
    );
  });

  it.each([
    ['2005-11-16', 'Âge=17 ans, mineur'],
    ['2005-11-15', 'Âge=18 ans'],
  ])('count whole years today: born on %s', (birthDate, expected) => {
    expect(
      said({ code: 'DCSTID01', candidate: { ...candidate, birthDate: Temporal.PlainDate.from(birthDate) } }),
    ).toEqual(['Nom de famille=Martin', expected]);
  });

  it('count the months today, and at the exam where the job goes on', () => {
    expect(said({ code: 'ATTEMPLOI' })[0]).toMatch(
      /^Activité comptée=86 mois, 93 mois à l'examen \(24 mois demandés\)$/,
    );
    const ended = { ...answers, informations: { ...answers.informations, to1: '31/08/2021' } };
    expect(said({ code: 'ATTEMPLOI' }, ended)[0]).toMatch(/^Activité comptée=60 mois \(24 mois demandés\)$/);
  });

  it('ask the hours that the order asks, and give what a distance learner declared', () => {
    expect(said({ code: 'ENSDIST' }, distance)).toEqual([
      'Établissement=CNED',
      'Heures de formation prévues ou suivies=500',
      expect.stringMatching(/^Spécialité=Coiffure/),
      "Heures de formation demandées=480 heures, sans effet à elles seules (Arrêté du 28 mars 2011, articles 4 et 5 ; Code de l'éducation, D337-101, sans minimum en formation continue depuis le 1er janvier 2017)",
      expect.stringMatching(/^Candidat=/),
    ]);
    expect(facts({ code: 'POSITION' }, distance).map((fact) => (fact.kind === 'line' ? fact.name : fact.kind))).toEqual(
      ['informations distanceBody', 'informations trainingHours', SPECIALITY, 'hours', 'person'],
    );
  });

  it('say which annexes the speciality asks for', () => {
    for (const code of ['R408A3', 'R408A4', 'R408A5'])
      expect(said({ code }, metallier)[0]).toBe('R.408, annexes de la spécialité=4, 5');
  });

  it('say for which version the files on record were given, each once', () => {
    const files = [file({}), file({}), file({ state: 'replaced', enrolmentVersion: 1 })];
    expect(said({ code: 'CINSIG01', files }).slice(0, 3)).toEqual([
      'Numéro=BP24-00001-U',
      'Dernière version enregistrée=version 2, le 15 novembre 2023, 10 h 42',
      'Fichier déposé pour la version=2, la dernière',
    ]);
    expect(said({ code: 'CINSIG01', files: [file({ enrolmentVersion: 1 }), file({})] })[2]).toBe(
      "Fichier déposé pour la version=1 et 2 : ce n'est pas la dernière (2)",
    );
    expect(said({ code: 'CINSIG01' })[2]).toMatch(/^Candidat=/);
  });

  it('leave who it is and which version where the answers can no longer be read', () => {
    expect(facts({ code: 'CINSIG01' }, {}).map(({ kind }) => kind)).toEqual(['version', 'person']);
    expect(facts({ code: 'ATTEMPLOI' }, {}).map(({ kind }) => kind)).toEqual(['person']);
    expect(factLines(facts({ code: 'CINSIG01' }, {}), null)[0]?.value).toBe('');
  });
});

describe('The registered file', () => {
  it('is read as of the day it was registered, or saved', () => {
    const read = readRegistered(catalogue, enrolment, candidate);
    expect(read?.dossier.today.toString()).toBe('2023-11-15');
    const saved = { ...enrolment, registeredAt: null, savedAt: at.add({ hours: 24 }) };
    expect(readRegistered(catalogue, saved, candidate)?.dossier.today.toString()).toBe('2023-11-16');
  });

  it('shows of each version what it changed in the one before, the last one first', () => {
    const older = { ...answers, identification: { ...answers.identification, phone: '0699999999' } };
    const first = { ...older, informations };
    const versions = [
      { version: 3, answers, registeredAt: at.add({ hours: 2 }) },
      { version: 2, answers: older, registeredAt: at.add({ hours: 1 }) },
      { version: 1, answers: {}, registeredAt: at },
      { version: 0, answers: first, registeredAt: at },
    ] as unknown as Parameters<typeof compareVersions>[3];
    const shown = compareVersions(catalogue, enrolment, candidate, versions);
    expect(shown.map(({ version, registeredAt }) => [version, registeredAt.equals(at)])).toEqual([
      [3, false],
      [2, false],
      [1, true],
      [0, true],
    ]);
    expect(shown[0]?.changes).toEqual([
      {
        label: 'Téléphone',
        before: '06\u00a099\u00a099\u00a099\u00a099',
        after: '06\u00a012\u00a034\u00a056\u00a078',
      },
    ]);
    expect(shown.slice(1).map(({ changes }) => changes)).toEqual([[], [], []]);
  });

  it('shows a line that is gone as empty, by the name it had', () => {
    const without = { ...answers, informations: COIFFURE.informations };
    const versions = [
      { version: 2, answers: without, registeredAt: at },
      { version: 1, answers, registeredAt: at },
    ] as unknown as Parameters<typeof compareVersions>[3];
    const [last] = compareVersions(catalogue, enrolment, candidate, versions);
    expect(last?.changes).toEqual([
      { label: expect.stringContaining('Activité'), before: expect.stringContaining('Hair'), after: '' },
    ]);
  });
});
