import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shippedCatalogue } from '../../testing/catalogue.ts';
import { COIFFURE } from '../../testing/enrolments.ts';
import { plainSpaces } from '../../testing/words.ts';
import type { Dossier } from '../dossier.ts';
import type { AnsweredStep, Answers } from '../enrolment.ts';
import { completeReview, mayOpen, reviewAnswers } from '../review.ts';
import { ownSummaryOf, summaryOf } from '../summary.ts';
import { testDossier } from '../testing.ts';
import { ALL_STEPS, placeOf, standingSteps, stepAfter, stepBefore, titleOf } from './steps.ts';

const catalogue = await shippedCatalogue();

const dossier = (answers: Answers, changes: Partial<Dossier> = {}): Dossier => testDossier(catalogue, answers, changes);

/** « label : value », line by line, of every step. */
function linesOf(answers: Answers, changes: Partial<Dossier> = {}, summary = summaryOf): readonly string[] {
  const asked = dossier({ ...COIFFURE, ...answers }, changes);
  const review = completeReview(reviewAnswers(asked));
  if (review === null) throw new Error(JSON.stringify(reviewAnswers(asked).state));
  return summary(asked, review).flatMap(({ lines }) =>
    lines.map(({ label, value }) => plainSpaces(`${label} | ${value}`)),
  );
}

const MINOR = { person: { birthDate: Temporal.PlainDate.from('2006-05-30') } };
const DISTANCE = {
  ...COIFFURE.informations,
  category: 'distance-learner',
  distanceBody: 'CNED',
  trainingHours: '410',
  satBefore: 'oui',
  formerForm: 'PROGRESSIVE',
  specialContract: 'oui',
  employer2: 'Hair',
  job2: 'Apprentie',
  from2: '01/09/2016',
  to2: '31/08/2018',
  partTime2: 'oui',
  discloseOnline: 'oui',
  disclosePress: 'oui',
};

describe('The summary, as it is signed and printed', () => {
  it('says every answer of a former candidate in the order of the pages', () => {
    expect(linesOf({})).toEqual([
      'Adresse | 12 rue des Volcans, 15000 Aurillac (Cantal)',
      'Téléphone | 06 12 34 56 78',
      'Avez-vous la nationalité française ? | Oui',
      'Votre catégorie socio-professionnelle | Employés',
      "Type de candidature | Candidat ayant présenté l'examen à une session précédente",
      'Session précédente | 2022, forme globale',
      'Établissement | CFA des métiers, Aurillac',
      'Avez-vous passé toutes les épreuves à cette session ? | Oui',
      'Avez-vous suivi deux années de formation en centre ? | Oui',
      'Quel diplôme avez-vous ? | Un diplôme de niveau 3 ou plus, accepté pour votre spécialité',
      'Intitulé exact de ce diplôme | CAP Métiers de la coiffure',
      'Activité professionnelle | Coiffeuse, Salon des Volcans, depuis le 01/09/2018',
      'Diffusion des résultats | Aucune',
      'Spécialité | Coiffure',
      "Forme de passage de l'examen | Globale",
      'U10 : Création, couleur, coupe, coiffage | Note conservée : 12,5 sur 20 (05/07/2022)',
      "U20 : Modification durable de la forme | Je passe l'épreuve",
      "U30A Coiffure événementielle (option A) ou U30B Coupe homme et entretien du système pilo-facial (option B) | Je passe l'épreuve",
      "U41 : Vente-conseil | Je passe l'épreuve",
      "U42 : Management et gestion d'un salon | Je passe l'épreuve",
      "U51 : Sciences et technologies | Je passe l'épreuve",
      "U52 : Arts appliqués à la profession | Je passe l'épreuve",
      "U60 : Expression et connaissance du monde | Je passe l'épreuve",
      'U20 : Modification durable de la forme | Présentée à cette session',
      'U30A : Coiffure événementielle (option A) | Présentée à cette session',
      'U41 : Vente-conseil | Présentée à cette session',
      "U42 : Management et gestion d'un salon | Présentée à cette session",
      'U51 : Sciences et technologies | Présentée à cette session',
      'U52 : Arts appliqués à la profession | Présentée à cette session',
      'U60 : Expression et connaissance du monde | Présentée à cette session',
      'UF : Langue vivante étrangère facultative | Facultative, Langue : italien',
    ]);
  });

  it('says what a distance learner adds, and nothing of what is left empty or unticked', () => {
    const qualification = { ...COIFFURE.qualification, form: 'PROGRESSIVE' };
    const said = linesOf({ informations: DISTANCE, qualification, epreuves: { presented: ['U20'] } });
    const { trainingHours: _, specialContract: _no, ...less } = DISTANCE;
    const fewer = linesOf({ informations: less, qualification, epreuves: { presented: ['U20'] } });
    expect(said.filter((line) => !fewer.includes(line))).toEqual([
      'Heures de formation prévues ou suivies | 410',
      "Après ce diplôme, j'ai eu un contrat d'apprentissage ou de professionnalisation | Oui",
    ]);
    expect(said).toContain('Activité professionnelle | Apprentie, Hair, du 01/09/2016 au 31/08/2018 (temps partiel)');
    expect(said).toContain('Diffusion des résultats | sur internet et à la presse et aux collectivités');
    expect(said).not.toContain("J'ai déjà présenté cet examen à une session précédente | Oui");
  });

  it('says who signs for a minor, in one line', () => {
    const guardian = { guardianName: 'Durand', guardianFirstNames: 'Paul', guardianPhone: '0473993506' };
    const identification = { ...COIFFURE.identification, ...guardian, addressExtra: 'Bât. B' };
    const said = linesOf({ identification, informations: { ...COIFFURE.informations, from1: '01/09/2022' } }, MINOR);
    expect(said).toContain('Votre représentant légal | Durand Paul, 04 73 99 35 06');
    expect(said[0]).toBe('Adresse | 12 rue des Volcans, Bât. B, 15000 Aurillac (Cantal)');
  });

  it('leaves out what was said of health, which its candidate alone reads, last', () => {
    const macon = {
      informations: { ...COIFFURE.informations, handicap: 'oui' },
      qualification: { speciality: '45023216', form: 'GLOBAL', formFinal: 'oui' },
      acquis: Object.fromEntries(
        ['U10', 'U20', 'U30', 'U40', 'U50', 'U60', 'U70'].map((id) => [`choice-${id}`, 'sit']),
      ),
      epreuves: { language: 'anglais' },
    };
    const own = linesOf(macon, {}, ownSummaryOf);
    const signed = linesOf(macon);
    expect(own.filter((line) => !signed.includes(line))).toEqual([
      "Handicap : demandez-vous un aménagement d'épreuves ? | Oui",
      'Reconnu travailleur handicapé (dispense R.408) | Non, ou pas de réponse',
    ]);
  });
});

describe('The steps of an exam', () => {
  const exam = { ...dossier({}).exam, steps: ['identification', 'informations', 'qualification'] } as const;
  it('are those of its pack, the summary last', () => {
    expect(placeOf(exam, 'qualification')).toMatchObject({ position: 3, previous: 'informations' });
    expect(placeOf(exam, 'recapitulatif').titles).toHaveLength(4);
    expect([stepAfter(exam, 'identification'), stepAfter(exam, 'recapitulatif')]).toEqual([
      'informations',
      'recapitulatif',
    ]);
    expect([titleOf('identification'), titleOf('recapitulatif')]).toEqual([
      ALL_STEPS[0]?.title,
      placeOf(exam, 'recapitulatif').titles.at(-1),
    ]);
    expect(titleOf('recapitulatif')).not.toBe(titleOf('identification'));
    expect([stepAfter(exam, 'qualification'), stepBefore(exam, 'recapitulatif')]).toEqual([
      'recapitulatif',
      'qualification',
    ]);
  });

  it('left out are not asked: every unit is sat', () => {
    const asked = dossier({ ...COIFFURE }, { exam });
    const review = reviewAnswers(asked);
    expect([review.next, mayOpen(asked, review, 'acquis')]).toEqual(['recapitulatif', false]);
    const done = completeReview(review);
    expect(done?.acquis.credits.size).toBe(0);
    expect(done?.epreuves.presented).toContain('U10');
    expect(done === null ? [] : summaryOf(asked, done).map(({ step }) => step)).toEqual(exam.steps);
  });

  it('ask in its words', () => {
    // An officer who types for somebody is asked of them.
    const theirs = ALL_STEPS.map(({ name }) =>
      placeOf({ ...exam, noun: 'brevet', gender: 'masculine' }, name, 'office'),
    );
    for (const { question } of theirs) expect(question).toMatch(/candidat/);
    for (const { question } of theirs) expect(question).not.toMatch(/vous|votre/i);
    expect(placeOf({ ...exam, noun: 'mention', gender: 'feminine' }, 'qualification').question).toContain(
      'Quelle mention',
    );
  });
});

describe('A step', () => {
  it.each(ALL_STEPS.map((step) => [step.name, step] as const))('%s opens once what it needs is read', (name, step) => {
    const before = reviewAnswers(dossier({}));
    const needsNothing: readonly AnsweredStep[] = ['identification', 'informations'];
    expect(step.open(dossier({}), before) !== null).toBe(needsNothing.includes(name));
    expect(step.open(dossier({}), reviewAnswers(dossier(COIFFURE)))).not.toBeNull();
  });

  it('that a button only helps with is not saved by it; the marks that the register holds start one', () => {
    expect(ALL_STEPS.flatMap(({ name, helpers }) => helpers.map((one) => `${name} ${one}`))).toEqual([
      'informations ajouter',
      'qualification voir',
      'acquis calculer',
    ]);
    expect(ALL_STEPS.filter(({ startsHeld }) => startsHeld).map(({ name }) => name)).toEqual(['acquis']);
    expect(ALL_STEPS.filter(({ outdates, more }) => outdates !== null || more !== null)).toEqual([
      expect.objectContaining({ name: 'qualification' }),
    ]);
    expect(ALL_STEPS.filter(({ help }) => help !== null).map(({ name }) => name)).toEqual(['identification']);
  });

  it('that asks of health says so: an officer who types for somebody neither sees nor changes it', () => {
    const of = (which: 'health' | 'unsigned') => ALL_STEPS.flatMap((step) => step[which].map(({ name }) => name));
    expect([of('health'), of('unsigned')]).toEqual([
      ['handicap', 'disabledWorker'],
      ['handicap', 'disabledWorker', 'formFinal'],
    ]);
  });

  it('asks its question of the candidate in the second person', () => {
    const { exam } = dossier({});
    const asked = ALL_STEPS.map((step) => placeOf(exam, step.name).question);
    expect(asked).toEqual(ALL_STEPS.map((step) => step.question(exam)));
    for (const question of asked) expect(question).toMatch(/\?$/);
    for (const question of asked.slice(1)) expect(question).toMatch(/vous|votre/i);
    expect(placeOf(exam, 'recapitulatif', 'office').question).toBe(placeOf(exam, 'recapitulatif').question);
  });

  it('is asked for by its name nowhere', () => {
    const names = ALL_STEPS.map(({ name }) => name).join('|');
    const chain = new RegExp(`\\bstep(\\.name)? [!=]== '(${names})'|case '(${names})'`);
    const sources = globSync('src/**/*.{ts,tsx}').filter((file) => !/\.test\.tsx?$/.test(file));
    expect(sources.length).toBeGreaterThan(100);
    expect(sources.filter((file) => chain.test(readFileSync(file, 'utf8')))).toEqual([]);
  });
});

describe('The steps of a draft', () => {
  const exam = { steps: ['identification', 'informations', 'qualification'] } as const;

  it('are behind, next or waiting, in the order of the pack, the summary last', () => {
    const standing = standingSteps(exam, { next: 'informations' });
    expect(standing.map(({ step, state }) => [step, state])).toEqual([
      ['identification', 'done'],
      ['informations', 'todo'],
      ['qualification', 'waiting'],
      ['recapitulatif', 'waiting'],
    ]);
    expect(standing.map(({ label }) => label)).toEqual(standing.map(({ step }) => titleOf(step)));
  });
});
