import { describe, expect, it } from 'vitest';
import { accountMigrations } from '../accounts/index.ts';
import { type Catalogue, createCatalogue, type Exam, type Regulation } from '../catalogue/index.ts';
import { decisionMigrations } from '../decisions/index.ts';
import { createEventBus } from '../platform/events.ts';
import { SYSTEM } from '../platform/journal.ts';
import { platformMigrations } from '../platform/migrations.ts';
import { followedClock } from '../testing/clock.ts';
import { ownDatabase } from '../testing/database.ts';
import {
  aDraft,
  type Browser,
  COIFFURE,
  findCandidate,
  ORDINARY_DAY,
  openSite,
  PASSWORD,
  reread,
  setClock,
  shippedCatalogue,
} from '../testing/enrolments.ts';
import { PLAIN_CHROME } from '../testing/plainChrome.ts';
import { fieldOn, wordsIn } from '../testing/words.ts';
import { beginEnrolment } from './actions/beginEnrolment.ts';
import type { AnsweredStep } from './enrolment.ts';
import { enrolmentMigrations } from './migrations.ts';
import { enrolmentRoutes } from './routes.tsx';
import { openSeries } from './store/series.ts';

/** Another exam is other data: the CAP for candidates who enrol alone, as the Code asks it for the session of 2024. */

const SESSION = 'cap-2024-clermont';
const CFD = '50020119';
const unit = (id: string, title: string, coefficient: number, kind: Regulation['units'][number]['kind']) =>
  ({
    id,
    code: id,
    test: null,
    title,
    coefficient,
    kind,
    mode: null,
    duration: null,
    source: 'Arrêté du 30 mars 2012, annexe IIb',
    confidence: 'official',
  }) as const;
const UNITS = [
  unit('UP1', 'Conduite en mode normal', 8, 'PRO'),
  unit('UP2', 'Intervention durant la production', 4, 'PRO'),
  unit('UG1', 'Français et histoire-géographie', 3, 'GENERAL'),
  unit('UG2', 'Mathématiques et physique-chimie', 2, 'GENERAL'),
  unit('UG3', 'Éducation physique et sportive', 1, 'GENERAL'),
];

function capOf(bp: Exam): Exam {
  return {
    ...bp,
    code: 'cap',
    name: "Certificat d'aptitude professionnelle",
    noun: 'CAP',
    short: 'CAP',
    categories: [
      { code: 'other', label: 'Sans préparation', hint: "Il faut être majeur l'année de l'examen." },
      { code: 'distance-learner', label: 'Je suis une préparation à distance', hint: 'CNED ou autre.' },
    ],
    admission: {
      majority: { age: 18, on: '12-31', source: "Code de l'éducation, D337-7", confidence: 'official' },
      residence: { source: 'Notice' },
      nationalService: { untilAge: 25, source: 'Code du service national, L113-4' },
    },
    credits: {
      keptYears: 4,
      keptFrom: null,
      carriedIn: [],
      source: "Code de l'éducation, D337-17",
      correspondence: "Annexe de l'arrêté de la spécialité",
    },
    results: {
      average: { from: 10, source: "Code de l'éducation, D337-16", confidence: 'secondary' },
      professionalAverage: { from: 10, source: "Code de l'éducation, D337-16", confidence: 'secondary' },
      absence: "Code de l'éducation, D337-16",
    },
    exemptionGrounds: [
      {
        code: 'diploma',
        label: 'Un CAP, un BEP ou un bac',
        covers: 'general',
        basis: 'both',
        judged: true,
        source: '?',
      },
      { code: 'sport', label: 'À votre demande', covers: 'sport', basis: 'both', judged: false, source: 'D337-19' },
    ],
  };
}

/** The same without the step on what is already acquired: everything is sat. */
const shorter = (exam: Exam): Exam => ({ ...exam, steps: exam.steps.filter((step) => step !== 'acquis') });

function withCap(shipped: Catalogue): Catalogue {
  const { pack } = shipped;
  const bp = shipped.exam('bp');
  const speciality = shipped.speciality('45033608');
  const regulation = shipped.regulation('45033608', 2024);
  const session = pack.sessions.find(({ code }) => code === 'bp-2024-clermont');
  if (bp === undefined || speciality === undefined || regulation === undefined || session === undefined)
    throw new Error('Not in the pack');
  const { scaffolding: _, ...plain } = speciality;
  return createCatalogue({
    ...pack,
    exams: [...pack.exams, capOf(bp)],
    academies: pack.academies.map((academy) => ({
      ...academy,
      portfolios: academy.portfolios.map((one, index) =>
        index === 0
          ? { ...one, specialities: [...one.specialities, { cfd: CFD, basis: 'for the test', confidence: 'derived' }] }
          : one,
      ),
    })),
    sessions: [
      ...pack.sessions,
      {
        ...session,
        code: SESSION,
        exam: 'cap',
        numberPrefix: 'CAP24',
        switches: { ...session.switches, unkeptMarksAreLost: false },
      },
    ],
    specialities: [...pack.specialities, { ...plain, exam: 'cap', cfd: CFD, name: "Conducteur d'installations" }],
    regulations: [
      ...pack.regulations,
      { ...regulation, exam: 'cap', cfd: CFD, firstSession: 2015, units: UNITS, unitExemptions: [] },
    ],
  });
}

let catalogue: Catalogue;
const events = createEventBus();
const { db } = await ownDatabase([platformMigrations, accountMigrations, decisionMigrations, enrolmentMigrations]);
catalogue = withCap(await shippedCatalogue());
const clock = await followedClock(db);
const site = await openSite(db, {}, ({ guards }) =>
  enrolmentRoutes({
    db,
    events,
    catalogue: () => catalogue,
    clock,
    guards,
    findCandidate,
    chrome: async (visit) => ({ ...PLAIN_CHROME, csrf: visit.csrf(), address: visit.address }),
  }),
);
await setClock(db, ORDINARY_DAY);
await openSeries(db, 'clermont', SESSION);

/** Of a minor. */
const GUARDIAN = { guardianName: 'Durand', guardianFirstNames: 'Paul', guardianPhone: '0473993506' };

type Person = { readonly browser: Browser; readonly at: string; readonly stands: () => ReturnType<typeof reread> };
async function someone(birthDate: string): Promise<Person> {
  const status = { birthDate: Temporal.PlainDate.from(birthDate) };
  const answers = { identification: { ...COIFFURE.identification, ...GUARDIAN } };
  const { candidate } = await aDraft(db, { events, catalogue, status, answers }, 'identification');
  const deps = { db, events, catalogue: () => catalogue };
  const begun = await beginEnrolment(deps, SYSTEM, candidate.accountId, SESSION);
  if (!begun.ok) throw new Error(begun.error.code);
  const browser = site.browser();
  await browser.get('/connexion');
  await browser.post('/connexion', { address: candidate.address, password: PASSWORD });
  return { browser, at: `/candidatures/${begun.value}`, stands: () => reread(db, candidate, begun.value) };
}
const save = async ({ browser, at }: Person, step: AnsweredStep, fields: Readonly<Record<string, string>>) => {
  const { body } = await browser.get(`${at}/${step}`);
  return browser.post(`${at}/${step}`, { version: fieldOn(body, 'version'), ...fields });
};

const HOME = COIFFURE.identification as Readonly<Record<string, string>>;
const ALONE = { category: 'other', handicap: 'non' };
const ALL_SAT = Object.fromEntries(UNITS.map(({ id }) => [`choice-${id}`, 'sit']));
const KEPT = { ...ALL_SAT, 'choice-UG1': 'keep', 'mark-UG1': '7,5', 'date-UG1': '05/07/2022' };

describe('An exam without the step on acquis', () => {
  it('is enrolled for from its draft to « Enregistrer », everything sat', async () => {
    const whole = catalogue;
    catalogue = createCatalogue({
      ...whole.pack,
      exams: whole.pack.exams.map((exam) => (exam.code === 'cap' ? shorter(exam) : exam)),
    });
    const person = await someone('1998-05-30');
    const { browser, at } = person;
    await save(person, 'identification', HOME);
    await save(person, 'informations', ALONE);
    const chosen = await save(person, 'qualification', { speciality: CFD, form: 'PROGRESSIVE', formFinal: 'oui' });
    expect(chosen.location).toBe(`${at}/epreuves`);
    const asked = await browser.get(`${at}/epreuves`);
    expect([asked.status, wordsIn(asked.body).includes('UP1')]).toEqual([200, true]);
    expect((await save(person, 'epreuves', { presented: 'UP1' })).location).toBe(`${at}/recapitulatif`);
    const summary = await browser.get(`${at}/recapitulatif`);
    const form = { cle: '', version: fieldOn(summary.body, 'version') };
    expect((await browser.post(`${at}/recapitulatif`, form)).location).toContain('message=enregistre');
    expect(await person.stands()).toMatchObject({ status: 'registered', version: 1 });
    catalogue = whole;
  });
});

describe('A CAP', () => {
  it('is enrolled for from the first step to « Enregistrer », with the questions and the words of its pack', async () => {
    const person = await someone('1998-05-30');
    const { browser, at } = person;
    expect((await save(person, 'identification', HOME)).location).toBe(`${at}/informations`);

    const asked = wordsIn((await browser.get(`${at}/informations`)).body);
    expect(asked).toContain('Sans préparation');
    for (const never of ['Quel diplôme avez-vous', 'Employeur', 'Heures de formation', 'deux années de formation'])
      expect(asked, never).not.toContain(never);
    expect((await save(person, 'informations', ALONE)).location).toBe(`${at}/qualification`);

    const chosen = wordsIn((await browser.get(`${at}/qualification`)).body);
    expect(chosen).toContain('Quel CAP présentez-vous ?');
    expect([chosen.includes("Conducteur d'installations"), chosen.includes('Coiffure')]).toEqual([true, false]);
    const choice = { speciality: CFD, form: 'GLOBAL', formFinal: 'oui' };
    expect((await save(person, 'qualification', choice)).location).toBe(`${at}/acquis`);

    const kept = wordsIn((await browser.get(`${at}/acquis?notes=oui`)).body);
    expect(kept).toContain("Quelle qu'elle soit, obtenue il y a moins de 4 ans");
    expect([kept.includes('Je reporte ma note'), kept.includes('bénéfice')]).toEqual([false, false]);
    expect(kept).toContain('sur les seules unités professionnelles');
    expect((await save(person, 'acquis', KEPT)).location).toBe(`${at}/epreuves`);
    expect((await save(person, 'epreuves', {})).location).toBe(`${at}/recapitulatif`);

    const summary = await browser.get(`${at}/recapitulatif`);
    expect(wordsIn(summary.body)).toContain('UG1 : Français et histoire-géographie Note conservée : 7,5 sur 20');
    expect(wordsIn(summary.body)).toContain("Vous êtes majeur l'année de l'examen.");
    expect(wordsIn(summary.body)).not.toContain('Activité professionnelle');
    const form = { cle: '', version: fieldOn(summary.body, 'version') };
    expect((await browser.post(`${at}/recapitulatif`, form)).location).toContain('message=enregistre');
    expect(await person.stands()).toMatchObject({ status: 'registered', version: 1, reserve: null });
    expect((await person.stands()).number).toMatch(/^CAP24-/);
  });

  it('is for who is of age at the end of the year of the exam; a minor follows a preparation, or is under reserve', async () => {
    const minor = await someone('2007-02-01');
    await save(minor, 'identification', { ...HOME, ...GUARDIAN });
    const refused = await save(minor, 'informations', ALONE);
    expect(refused.location).toBe(`${minor.at}/informations`);
    const told = wordsIn((await minor.browser.get(refused.location)).body);
    expect(told).toContain("Vous ne serez pas majeur l'année de l'examen : il faut alors suivre une préparation.");
    expect(told).toContain("Source : Code de l'éducation, D337-7.");
    const prepared = { ...ALONE, category: 'distance-learner', distanceBody: 'CNED' };
    expect((await save(minor, 'informations', prepared)).location).toBe(`${minor.at}/qualification`);
  });

  it('lets sport alone be left out by who asks, and general units by a diploma', async () => {
    const person = await someone('1998-05-30');
    await save(person, 'identification', HOME);
    await save(person, 'informations', ALONE);
    await save(person, 'qualification', { speciality: CFD, form: 'PROGRESSIVE', formFinal: 'oui' });
    const ask = (id: string, ground: string) =>
      save(person, 'acquis', { ...ALL_SAT, [`choice-${id}`]: 'exempt', [`ground-${id}`]: ground });
    expect(wordsIn((await ask('UG1', 'sport')).body)).toContain(
      "ce titre ne dispense que de l'éducation physique et sportive.",
    );
    expect((await ask('UP1', 'diploma')).status).toBe(422);
    expect((await ask('UG3', 'sport')).location).toBe(`${person.at}/epreuves`);
    expect((await ask('UG2', 'diploma')).location).toBe(`${person.at}/epreuves`);
  });

  it('keeps no mark of more than its years (four, for this test), and any lower than ten', async () => {
    const person = await someone('1998-05-30');
    await save(person, 'identification', HOME);
    await save(person, 'informations', ALONE);
    await save(person, 'qualification', { speciality: CFD, form: 'GLOBAL', formFinal: 'oui' });
    const old = await save(person, 'acquis', { ...KEPT, 'date-UG1': '05/07/2019' });
    expect([old.status, wordsIn(old.body).includes("elle valait jusqu'au 05/07/2023")]).toEqual([422, true]);
    expect(wordsIn(old.body)).toContain('La note vaut 4 ans à partir de ce jour.');
    expect((await save(person, 'acquis', { ...KEPT, 'mark-UG1': '0' })).location).toBe(`${person.at}/epreuves`);
  });

  it("offers nothing of another exam, nor is its speciality another's", async () => {
    const person = await someone('1998-05-30');
    await save(person, 'identification', HOME);
    await save(person, 'informations', ALONE);
    const other = await save(person, 'qualification', { speciality: '45033608', form: 'GLOBAL', formFinal: 'oui' });
    expect(other.status).toBe(422);
  });
});
