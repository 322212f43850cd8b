import { describe, expect, it } from 'vitest';
import { capCatalogue } from '../../../testing/catalogue.ts';
import { COIFFURE } from '../../../testing/enrolments.ts';
import type { Dossier } from '../../dossier.ts';
import type { StepAnswers } from '../../enrolment.ts';
import { reviewAnswers } from '../../review.ts';
import { faultsOf, openedStep, testDossier, valueRead } from '../../testing.ts';
import { qualification } from './qualification.ts';
import { lockedForm, offersWaiver, specialityOptions } from './questions.ts';

const catalogue = await capCatalogue();
const [HAIR, MACON, CLOSED, EXTRA, FUTURE, OF_ANOTHER_EXAM] = [
  '45033608',
  '45023216',
  '45031206',
  '45032401',
  '45033408',
  '50099901',
];
/** Of somebody who never sat the exam, unless said otherwise. */
const NEW: StepAnswers = {
  ...COIFFURE.informations,
  category: 'distance-learner',
  distanceBody: 'CNED',
  formerYear: '',
  formerForm: '',
};
const dossier = (changes: Partial<Dossier> = {}, informations: StepAnswers = NEW): Dossier =>
  testDossier(catalogue, { ...COIFFURE, informations }, changes);
const step = (...of: Parameters<typeof dossier>) => openedStep(qualification, dossier(...of));
const CHOSEN = COIFFURE.qualification;
const faults = (body: StepAnswers, ...of: Parameters<typeof dossier>) =>
  faultsOf(step(...of), { ...CHOSEN, ...body }).map((one) =>
    one.replace(' Vérifiez cette étape, puis cliquez sur « Suivant ».', ''),
  );
const REGISTERED = { registeredForm: 'GLOBAL' } as const;

describe('Step 3 asks', () => {
  const asked = (...of: Parameters<typeof dossier>) =>
    step(...of)
      .fields()
      .map(({ name }) => name);
  it('the speciality and the form of passage, which is final once registered', () => {
    expect(asked()).toEqual(['speciality', 'disabledWorker', 'form', 'formFinal']);
    expect(asked(REGISTERED)).toEqual(['speciality', 'disabledWorker', 'form']);
    expect(faults({ formFinal: '' })).toEqual([
      'formFinal: Cochez la case : la forme de passage ne pourra plus être changée.',
    ]);
    expect(faults({ formFinal: '' }, REGISTERED)).toEqual([]);
  });
  it('nothing final of an exam that has one form alone', () => {
    const exam = { ...dossier().exam, forms: ['GLOBAL'] } as const;
    expect(asked({ exam })).not.toContain('formFinal');
    expect(faults({ formFinal: '' }, { exam })).toEqual([]);
    const hintOf = (of: Partial<Dossier>) =>
      step(of)
        .fields()
        .find(({ name }) => name === 'form')?.hint;
    expect([hintOf({ exam }), hintOf({})]).toEqual([undefined, expect.stringContaining('définitif')]);
  });
  it('of the specialities those that this candidate may choose', () => {
    const offered = (formerYear: number | null) =>
      specialityOptions(dossier(), { formerYear }).map(({ value }) => value);
    const open = expect.arrayContaining([HAIR, MACON]);
    expect([offered(null), offered(2022)]).toEqual([open, open]);
    for (const shut of [CLOSED, FUTURE, OF_ANOTHER_EXAM])
      expect([...offered(null), ...offered(2022)]).not.toContain(shut);
    expect([offered(null).includes(EXTRA), offered(2022).includes(EXTRA)]).toEqual([false, true]);
    expect(specialityOptions(dossier(), { formerYear: null })).toContainEqual({ value: MACON, label: 'Maçon' });
  });
  it('either form, or the one that is locked, and says why', () => {
    const form = (...of: Parameters<typeof dossier>) => {
      const field = step(...of)
        .fields()
        .find(({ name }) => name === 'form');
      return [field?.options?.map(({ value }) => value), field?.hint?.slice(0, 24)];
    };
    expect(form()).toEqual([['GLOBAL', 'PROGRESSIVE'], 'ATTENTION, votre choix e']);
    expect(form(REGISTERED)).toEqual([['GLOBAL'], 'Votre choix est définiti']);
    expect(form({}, COIFFURE.informations)).toEqual([['GLOBAL'], 'Vous conservez obligatoi']);
    expect(
      lockedForm({ ...dossier(), ...REGISTERED }, { category: 'previous-candidate', formerForm: 'PROGRESSIVE' }),
    ).toEqual({ form: 'GLOBAL', why: 'registered' });
  });
});

describe('What is refused', () => {
  it('is a speciality of another time or another exam, or of none', () => {
    expect(faults({ speciality: CLOSED })).toEqual([
      'speciality: Cette spécialité est fermée : sa dernière session était celle de 2023.',
    ]);
    expect(faults({ speciality: EXTRA }, {}, COIFFURE.informations)).toEqual([]);
    expect(faults({ speciality: EXTRA })[0]).toContain('réservée aux candidats');
    for (const unknown of [OF_ANOTHER_EXAM, '1'])
      expect(faults({ speciality: unknown })).toEqual(['speciality: Choisissez votre spécialité dans la liste.']);
    expect(faults({ speciality: '' })).toEqual(['speciality: Choisissez votre spécialité.']);
  });
  it('is the other form than the one that is locked, and a form that is none', () => {
    expect(faults({ form: 'PROGRESSIVE' }, REGISTERED)).toEqual([
      'form: La forme de passage est définitive : Globale.',
    ]);
    expect(faults({ form: 'PROGRESSIVE' }, {}, COIFFURE.informations)).toEqual([
      'form: Vous conservez la forme de passage de votre session précédente : Globale.',
    ]);
    expect([faults({ form: 'PROGRESSIVE' }), faults({ form: 'GLOBAL' }, REGISTERED)]).toEqual([[], []]);
    expect(faults({ form: 'HALF' }).map((one) => one.split(':')[0])).toEqual(['form']);
  });
});

describe('The waiver of R.408', () => {
  const read = (body: StepAnswers, changes: Partial<Dossier> = {}) =>
    valueRead(step(changes), { ...CHOSEN, ...body }).disabledWorker;
  it('is offered where the speciality asks for it, and read there alone', () => {
    expect([MACON, HAIR, '1'].map((cfd) => offersWaiver(dossier(), cfd))).toEqual([true, false, false]);
    expect(read({ speciality: MACON, disabledWorker: 'oui' })).toBe(true);
    expect(read({ speciality: MACON, disabledWorker: 'non' })).toBe(false);
    expect(read({ speciality: MACON })).toBe(false);
    expect(read({ disabledWorker: 'oui' })).toBe(false);
  });
  it('is asked on one page more where the first did not show it yet', () => {
    const unseen = (body: StepAnswers) => qualification.more?.isUnseen(dossier(), body);
    expect(unseen({ speciality: MACON })).toBe(true);
    expect([unseen({ speciality: MACON, r408: '1' }), unseen({ speciality: HAIR })]).toEqual([false, false]);
  });
  it('stands as the candidate declared it, whatever an officer types', () => {
    const typed = (before: StepAnswers | null, body: StepAnswers) =>
      read(
        { speciality: MACON, ...body },
        {
          typedBy: 'office',
          answers: {
            ...COIFFURE,
            informations: NEW,
            ...(before === null ? {} : { qualification: { ...CHOSEN, ...before } }),
          },
        },
      );
    expect(typed({ disabledWorker: 'oui' }, { disabledWorker: 'non' })).toBe(true);
    expect(typed({ disabledWorker: 'oui' }, {})).toBe(true);
    expect(typed({}, { disabledWorker: 'oui' })).toBe(false);
    expect(typed(null, { disabledWorker: 'oui' })).toBe(false);
  });
  it('is a line of the candidate alone, where it is offered', () => {
    const lines = (body: StepAnswers) => {
      const value = valueRead(step(), { ...CHOSEN, ...body });
      const { informations } = reviewAnswers(dossier());
      return qualification
        .open(dossier(), { informations, qualification: value })
        ?.lines()
        .map(({ name, value: said }) => `${name} ${said}`);
    };
    expect(lines({ speciality: MACON, disabledWorker: 'oui' })).toEqual([
      'speciality Maçon',
      'disabledWorker Oui',
      'form Globale',
    ]);
    expect(lines({ speciality: MACON })).toContain('disabledWorker Non, ou pas de réponse');
    expect(lines({ disabledWorker: 'oui' })).toEqual(['speciality Coiffure', 'form Globale']);
  });
});

describe('Another speciality', () => {
  it('has other units: what was kept and chosen for the one before is over', () => {
    const over = (after: StepAnswers) => qualification.outdates?.when(CHOSEN, { ...CHOSEN, ...after });
    expect([over({ speciality: MACON }), over({ form: 'PROGRESSIVE' })]).toEqual([true, false]);
    expect(qualification.outdates?.steps).toEqual(['acquis', 'epreuves']);
  });
});
