import { describe, expect, it } from 'vitest';
import { shippedCatalogue } from '../../../testing/catalogue.ts';
import { COIFFURE } from '../../../testing/enrolments.ts';
import type { Dossier } from '../../dossier.ts';
import type { StepAnswers } from '../../enrolment.ts';
import { faultsOf, openedStep, testDossier, valueRead } from '../../testing.ts';
import { informations } from './informations.ts';
import { formerFields, informationsQuestions } from './questions.ts';

const catalogue = await shippedCatalogue();
const FORMER = COIFFURE.informations;
const dossier = (changes: Partial<Dossier> = {}): Dossier => testDossier(catalogue, {}, changes);
const step = (changes: Partial<Dossier> = {}) => openedStep(informations, dossier(changes));
const read = (body: StepAnswers, changes: Partial<Dossier> = {}) => valueRead(step(changes), { ...FORMER, ...body });
const faults = (body: StepAnswers, changes: Partial<Dossier> = {}) => faultsOf(step(changes), { ...FORMER, ...body });
/** An exam that judges nobody on these conditions. */
const without = (...conditions: readonly (keyof Dossier['exam']['admission'])[]): Partial<Dossier> => {
  const { exam } = dossier();
  const admission = Object.fromEntries(
    Object.entries(exam.admission).filter(([name]) => !conditions.some((one) => one === name)),
  );
  return { exam: { ...exam, admission: admission as typeof exam.admission } };
};
const DISTANCE = { category: 'distance-learner', distanceBody: 'CNED', formerYear: '', formerForm: '' };

describe('Step 2 asks', () => {
  const names = (changes: Partial<Dossier> = {}) =>
    step(changes)
      .fields()
      .map(({ name }) => name);
  it('all that any candidate may have to say, ten jobs among it, so that nothing typed is lost', () => {
    expect(names()).toEqual(
      expect.arrayContaining(['category', 'distanceBody', 'satBefore', 'formerYear', 'formerForm', 'formerCentre']),
    );
    expect(names().filter((name) => name.startsWith('employer'))).toEqual(
      Array.from({ length: 10 }, (_, index) => `employer${index + 1}`),
    );
    expect(names()).toEqual(expect.arrayContaining(['diploma', 'diplomaTitle', 'specialContract', 'handicap']));
  });
  it('nothing on which this exam judges nobody', () => {
    const asked = names(without('training', 'practice', 'formerForm', 'formerOrDistance'));
    expect(asked).toEqual([
      'category',
      'distanceBody',
      'satBefore',
      'formerYear',
      'handicap',
      'discloseOnline',
      'disclosePress',
    ]);
    expect(names(without('practice'))).toContain('trainingHours');
    expect(names(without('training'))).toContain('employer10');
  });
  it('what a choice calls for under that choice', () => {
    const { distance, former, formerCentre, practice, health } = informationsQuestions(dossier());
    expect([distance, former, formerCentre, practice, health].map(({ under }) => under)).toEqual([
      'distance-learner',
      'former',
      'previous-candidate',
      undefined,
      undefined,
    ]);
    expect(practice.fields.map(({ under }) => under)).toEqual([undefined, 'diploma', 'listed']);
  });
  it('the year of a session that was before this one', () => {
    const { formerYear, formerForm } = formerFields(dossier());
    expect([formerYear.example, formerForm.options?.map(({ value }) => value)]).toEqual([
      '2023',
      ['GLOBAL', 'PROGRESSIVE'],
    ]);
    expect(faults({ formerYear: '2024' }).map((one) => one.split(':')[0])).toEqual(['formerYear']);
    expect(faults({ formerYear: '2023' })).toEqual([]);
    const session = { ...dossier().session, year: 2030 };
    expect(formerFields(dossier({ session })).formerYear.example).toBe('2029');
  });
  it('as what one enrols, of what the exam admits', () => {
    expect(faults({ category: 'nobody' }).map((one) => one.split(':')[0])).toContain('category');
    const [category] = step().fields();
    expect(category?.options?.map(({ value }) => value)).toEqual(dossier().exam.categories.map(({ code }) => code));
  });
});

describe('Only what the category calls for is read', () => {
  it('of a former candidate, the session, the centre and the two years', () => {
    const value = read({ distanceBody: 'CNED', trainingHours: '400', positioning: 'oui' });
    expect(value).toMatchObject({ formerYear: 2022, formerForm: 'GLOBAL', satAllTests: true, twoYearsInCentre: true });
    expect([value.distanceBody, value.trainingHours, value.positioning, value.satBefore]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
  it('of a distance learner, the body and the hours; of the session before, where they say that they sat', () => {
    const first = read({ ...DISTANCE, formerYear: '2022', formerForm: 'GLOBAL' });
    expect(first).toMatchObject({ distanceBody: 'CNED', trainingHours: null, positioning: null, satBefore: false });
    expect([first.formerYear, first.formerForm, first.formerCentre, first.satAllTests]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    const again = { ...DISTANCE, satBefore: 'oui', formerYear: '2022', formerForm: 'PROGRESSIVE' };
    expect(read(again)).toMatchObject({
      satBefore: true,
      formerYear: 2022,
      formerForm: 'PROGRESSIVE',
      formerCentre: null,
    });
    expect(faults({ ...again, formerYear: '' }).map((one) => one.split(':')[0])).toEqual(['formerYear']);
  });
  it('of a diploma, its title; of a listed one, the contract after it', () => {
    const typed = { diplomaTitle: 'CAP', specialContract: 'oui' };
    expect(read({ diploma: 'level-3-listed', ...typed })).toMatchObject({ diplomaTitle: 'CAP', specialContract: true });
    expect(read({ diploma: 'bac-pro-sector', ...typed })).toMatchObject({ diplomaTitle: 'CAP', specialContract: null });
    expect(read({ diploma: 'none', ...typed })).toMatchObject({ diplomaTitle: null, specialContract: null });
    expect(faults({ diploma: 'bac-pro-sector', diplomaTitle: '' }).map((one) => one.split(':')[0])).toEqual([
      'diplomaTitle',
    ]);
  });
  it('of jobs, those that hold something', () => {
    const value = read({
      employer3: 'Hair',
      job3: 'Apprentie',
      from3: '01/09/2016',
      to3: '31/08/2018',
      partTime3: 'oui',
    });
    expect(value.jobs.map(({ employer, partTime }) => [employer, partTime])).toEqual([
      ['Salon des Volcans', false],
      ['Hair', true],
    ]);
    expect(read({}, without('practice')).jobs).toEqual([]);
    expect(faults({ employer2: 'Hair', from2: '16/11/2023' }).map((one) => one.split(':')[0])).toEqual([
      'job2',
      'from2',
    ]);
  });
  it('a day of a job is looked at with the others: nobody works after today, or ends before they began', () => {
    expect(faults({ from1: '16/11/2023' })[0]).toMatch(/^from1: /);
    expect(faults({ to1: '31/08/2018' })[0]).toMatch(/^to1: /);
  });
});

describe('What was said of oneself', () => {
  const registered = (informationsBefore: StepAnswers): Partial<Dossier> => ({
    registeredForm: 'GLOBAL',
    answers: { informations: informationsBefore },
  });
  it('of publishing the results stands once registered: it has a page of its own', () => {
    const consent = { discloseOnline: 'oui', disclosePress: 'oui' };
    expect(read(consent)).toMatchObject({ discloseOnline: true, disclosePress: true });
    const kept = registered({ ...FORMER, disclosePress: 'oui' });
    expect(read({ discloseOnline: 'oui' }, kept)).toMatchObject({ discloseOnline: false, disclosePress: true });
    expect(read(consent, { registeredForm: 'GLOBAL', answers: {} })).toMatchObject({
      discloseOnline: false,
      disclosePress: false,
    });
  });
  it('of one’s health stands whatever an officer types, and is no where nothing was said', () => {
    const typed = (answers: Dossier['answers']) => read({ handicap: 'oui' }, { typedBy: 'office', answers }).handicap;
    expect(typed({ informations: { ...FORMER, handicap: 'oui' } })).toBe(true);
    expect(typed({ informations: { ...FORMER, handicap: 'non' } })).toBe(false);
    expect([typed({}), read({ handicap: 'oui' }).handicap]).toEqual([false, true]);
  });
  it('of the form of the session before is that of the registration', () => {
    const said = faults({ formerForm: 'PROGRESSIVE' }, registered(FORMER));
    expect(said[0]).toMatch(/^formerForm: Votre inscription est enregistrée en forme globale/);
    expect([faults({}, registered(FORMER)), faults({ formerForm: 'PROGRESSIVE' })]).toEqual([[], []]);
    expect(faults(DISTANCE, registered(FORMER))).toEqual([]);
    expect(faults({}, { ...without('formerForm'), ...registered(FORMER) })).toEqual([]);
  });
});

describe('The summary of the step', () => {
  const lines = (body: StepAnswers, changes: Partial<Dossier> = {}) => {
    const of = dossier(changes);
    const value = valueRead(openedStep(informations, of), { ...FORMER, ...body });
    const opened = informations.open(of, { informations: value });
    return opened?.lines().map(({ name, value: said }) => `${name} ${said}`.replaceAll('\u00a0', ' '));
  };
  it('says the session in one line, with its form where the exam asks for it', () => {
    expect(lines({})).toContain('formerYear 2022, forme globale');
    expect(lines({}, without('formerForm'))).toContain('formerYear 2022');
    expect(lines({})?.filter((line) => line.startsWith('formerForm'))).toEqual([]);
  });
  it('says the consent in one line, where any is given or not', () => {
    expect(lines({ disclosePress: 'oui' })).toContain('disclosure à la presse et aux collectivités');
    expect(lines({})).toContain('disclosure Aucune');
  });
  it('says nothing of what the exam does not ask', () => {
    const said = lines({}, without('practice', 'formerOrDistance'))?.join('\n') ?? '';
    for (const name of ['diploma', 'job', 'formerCentre', 'satAllTests']) expect(said).not.toContain(name);
    expect(lines({ diploma: 'none' })).toContain('diploma Aucun diplôme déclaré');
  });
  it('is empty as long as the step is not read', () => {
    expect(step().lines()).toEqual([]);
  });
});
