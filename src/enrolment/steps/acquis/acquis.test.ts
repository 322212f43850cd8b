import { describe, expect, it } from 'vitest';
import { shippedCatalogue } from '../../../testing/catalogue.ts';
import { COIFFURE } from '../../../testing/enrolments.ts';
import type { Dossier } from '../../dossier.ts';
import type { Answers, StepAnswers } from '../../enrolment.ts';
import { completeReview, reviewAnswers } from '../../review.ts';
import { slotsOf } from '../../rules/slots.ts';
import { faultsOf, openedStep, testDossier, valueRead } from '../../testing.ts';
import { acquis, acquisLines } from './acquis.ts';
import { creditFields, creditRules } from './creditFields.ts';
import { explanations } from './explanations.ts';
import { heldTyped } from './held.ts';
import { declaredMarks, readCredit } from './readCredits.ts';
import { texts as say } from './texts.ts';
import { isTyped, rowRules } from './transcript.ts';

const catalogue = await shippedCatalogue();
const PROGRESSIVE = {
  informations: { ...COIFFURE.informations, formerForm: 'PROGRESSIVE' },
  qualification: { ...COIFFURE.qualification, form: 'PROGRESSIVE' },
  epreuves: { ...COIFFURE.epreuves, presented: ['U20'] },
};
/** Its units aren't all known. */
const MENUISIER = { qualification: { ...COIFFURE.qualification, speciality: '45023408' } };
const [DAY, OTHER_DAY] = ['05/07/2022', '04/07/2021'];

const dossier = (answers: Answers = {}, changes: Partial<Dossier> = {}): Dossier =>
  testDossier(catalogue, { ...COIFFURE, ...answers }, changes);
const step = (...of: Parameters<typeof dossier>) => openedStep(acquis, dossier(...of));
/** The page's form, of a Coiffure candidate. */
const faults = (body: object, answers: Answers = {}): readonly string[] =>
  faultsOf(step(answers), { notes: 'oui', ...body });
const credit = (id: string, body: object, answers: Answers = {}) =>
  valueRead(step(answers), { notes: 'oui', ...body }).credits.get(id);
const needed = (of: Dossier) => {
  const done = completeReview(reviewAnswers(of));
  if (done === null) throw new Error(JSON.stringify(reviewAnswers(of).state));
  return done;
};
const rulesFor = (of: Dossier) => creditRules(of, needed(of).informations, needed(of).qualification);
const slots = slotsOf(needed(dossier()).qualification.regulation);
const slotOf = (id: string) => {
  const slot = slots.find((one) => one.id === id);
  if (slot === undefined) throw new Error(`no slot ${id}`);
  return slot;
};
const CHOICE = 'E3-option';
const U10 = 'U10 : Création, couleur, coupe, coiffage';
const kept = { halfPoints: 25, option: null };
const day = (written: string) => Temporal.PlainDate.from(written.split('/').reverse().join('-'));

describe('The transcript, as it is typed', () => {
  it('is first asked for: are there marks to keep?', () => {
    expect(faults({ notes: '' })).toEqual(['notes: Dites si vous avez des notes à garder.']);
    expect(faults({ notes: 'peut-être', 'mark-U10': '12' })).toEqual(['notes: Dites si vous avez des notes à garder.']);
  });
  it('gives a mark the day at the top, unless its row has its own', () => {
    const typed = { dateReleve: DAY, 'mark-U10': '12,5', 'mark-U20': '12,5', 'date-U20': OTHER_DAY };
    expect(credit('U10', typed)).toEqual({ choice: 'keep', ...kept, obtainedOn: day(DAY) });
    expect(credit('U20', typed)).toEqual({ choice: 'keep', ...kept, obtainedOn: day(OTHER_DAY) });
    expect(credit('U41', typed)).toEqual({ choice: 'sit' });
  });
  it('is kept as choices, one a unit, and read again from them', () => {
    const typed = { notes: 'oui', dateReleve: DAY, 'mark-U10': ' 12.5 ', 'ground-U60': 'baccalaureate' };
    const read = step().read(typed);
    if (!read.ok) throw new Error('refused');
    expect(read.value.answers).toMatchObject({
      'choice-U10': 'keep',
      'mark-U10': '12,5',
      'date-U10': DAY,
      'choice-U20': 'sit',
      'choice-U60': 'exempt',
      'ground-U60': 'baccalaureate',
    });
    expect(Object.keys(read.value.answers)).not.toContain('mark-U20');
    expect(valueRead(step(), read.value.answers).credits).toEqual(read.value.value.credits);
    expect(read.value.value.inWords).toBeNull();
  });
  it('of who has none is that all is sat, whatever was typed before', () => {
    expect(credit('U10', { notes: 'non', dateReleve: DAY, 'mark-U10': '12,5', 'date-U10': 'x' })).toEqual({
      choice: 'sit',
    });
    expect(faults({ notes: 'non', 'mark-U10': '', 'ground-U60': '' })).toEqual([]);
  });
  it('of who has some is not empty: a mark, a day or a ground in one row is enough', () => {
    expect(faults({ dateReleve: DAY })).toEqual([`mark-U10: ${say.nothingTyped.replaceAll('\u00a0', ' ')}`]);
    expect(faults({ 'ground-U60': 'baccalaureate' })).toEqual([]);
    expect(faults({ 'date-U20': DAY })).toEqual([
      'mark-U20: U20 : Modification durable de la forme : écrivez la note à garder, ou effacez sa date.',
    ]);
  });
  it('holds a mark or a ground in one row, not both', () => {
    const said = faults({ dateReleve: DAY, 'mark-U60': '12', 'ground-U60': 'baccalaureate' });
    expect(said).toEqual([
      `ground-U60: ${say.both('U60 : Expression et connaissance du monde').replaceAll('\u00a0', ' ')}`,
    ]);
  });
  it('says once that the day at the top is wrong, at each row that its own is', () => {
    const wrong = {
      dateReleve: '31/02/2022',
      'mark-U10': '12',
      'mark-U20': '12',
      'mark-U41': '12',
      'date-U41': 'hier',
    };
    expect(faults(wrong).map((one) => one.split(':')[0])).toEqual(['dateReleve', 'date-U41']);
    expect(faults({ ...wrong, 'date-U10': DAY, 'date-U20': DAY, 'date-U41': DAY })).toEqual([]);
  });
  it('says at the row what no day counts for', () => {
    expect(faults({ 'mark-U10': '12' })).toEqual([
      `date-U10: ${U10} : écrivez la date de la note, ou celle du relevé au-dessus du tableau.`,
    ]);
    expect(faults({ 'mark-U10': '12,25', dateReleve: DAY })[0]).toContain(`mark-U10: ${U10} : `);
  });
  it('keeps all that was typed, the wrong with the right', () => {
    const read = step().read({
      notes: 'oui',
      dateReleve: 'hier',
      'mark-U10': '12',
      'date-U20': DAY,
      'ground-U60': 'vae',
    });
    expect(read.ok ? null : read.error.typed).toMatchObject({
      notes: 'oui',
      dateReleve: 'hier',
      'mark-U10': '12',
      'date-U20': DAY,
      'ground-U60': 'vae',
    });
  });
  it('asks of which unit the mark of a choice is', () => {
    const typed = { dateReleve: DAY, [`mark-${CHOICE}`]: '14' };
    expect(faults(typed)).toEqual([
      `unit-${CHOICE}: ${say
        .optionMissing(
          'U30A Coiffure événementielle (option A) ou U30B Coupe homme et entretien du système pilo-facial (option B)',
        )
        .replaceAll('\u00a0', ' ')}`,
    ]);
    expect(credit(CHOICE, { ...typed, [`unit-${CHOICE}`]: 'U30B' })).toMatchObject({ choice: 'keep', option: 'U30B' });
    expect(faults({ ...typed, [`unit-${CHOICE}`]: 'U99' })).toHaveLength(1);
  });
});

describe('What cannot be granted is said at its row', () => {
  const low = { dateReleve: DAY, 'mark-U10': '9,5' };
  it('a mark below ten is carried in the progressive form alone', () => {
    expect(faults(low)).toEqual([
      `mark-U10: ${U10} : une note au-dessous de 10 ne se reporte que dans la forme progressive. Effacez-la : vous passez l'épreuve.`,
    ]);
    expect(credit('U10', low, PROGRESSIVE)).toMatchObject({ choice: 'carry', halfPoints: 19 });
  });
  it('a mark too old, or of tomorrow', () => {
    const of = (written: string) => faults({ 'mark-U10': '12', 'date-U10': written });
    expect(of('05/07/2018')).toEqual([
      `date-U10: ${U10} : cette note ne sera plus valable à la date de l'examen (elle valait jusqu'au 05/07/2023). Effacez-la ; avec une attestation de blocs de compétences, demandez une dispense.`,
    ]);
    expect(of('16/11/2023')[0]).toContain(
      "date-U10: U10 : Création, couleur, coupe, coiffage : la date d'obtention est dans l'avenir",
    );
    const carried = { 'mark-U10': '8', 'date-U10': '05/07/2018' };
    expect(faults(carried, PROGRESSIVE)[0]).toContain("Effacez-la : vous passez l'épreuve.");
  });
  it('a ground that does not exempt of the unit, one that is none', () => {
    expect(faults({ 'ground-U10': 'baccalaureate' })).toEqual([
      `ground-U10: ${U10} : ce titre ne dispense que de l'expression et de la langue vivante (arrêté du 6 novembre 2019). Choisissez un autre titre, ou aucun : vous passez l'épreuve.`,
    ]);
    expect(faults({ 'ground-U10': 'luck' }).map((one) => one.split(':')[0])).toEqual(['ground-U10']);
  });
  it('of choices that were kept: a benefit below ten, a carried mark above, a unit without its choice', () => {
    const said = (changes: StepAnswers, answers: Answers = {}) =>
      faultsOf(step(answers), { ...COIFFURE.acquis, ...changes }).map((one) => one.replace(U10, 'U10'));
    expect(said({ 'mark-U10': '9' })).toEqual([
      "mark-U10: U10 : le bénéfice est pour une note de 10 ou plus. Effacez-la : vous passez l'épreuve.",
    ]);
    expect(said({ 'mark-U10': '9' }, PROGRESSIVE)[0]).toContain('« Suivant » la reporte');
    expect(said({ 'choice-U10': 'carry' }, PROGRESSIVE)).toEqual([
      'mark-U10: U10 : le report est pour une note au-dessous de 10. « Suivant » la garde.',
    ]);
    expect(said({ 'choice-U20': '' })).toEqual([
      "mark-U20: U20 : Modification durable de la forme : dites si vous passez l'épreuve ou ce que vous conservez.",
    ]);
    expect(said({ 'choice-U60': 'exempt' })[0]).toContain('ground-U60: ');
  });
});

describe('Where the units are not all known', () => {
  const read = (body: StepAnswers) => valueRead(step(MENUISIER), body).inWords;
  it('what is kept and exempted is told in words, where there is some', () => {
    const told = { keeps: 'oui', keptInWords: 'U10, 12,5\nU20, 14', exempts: 'oui', exemptedInWords: 'U60' };
    expect(read(told)).toEqual({ kept: 'U10, 12,5\nU20, 14', exempted: 'U60' });
    expect(read({ ...told, keeps: 'non', exempts: 'non' })).toEqual({ kept: null, exempted: null });
    expect(valueRead(step(MENUISIER), told).credits.size).toBe(0);
    const said = (body: StepAnswers) => faultsOf(step(MENUISIER), body).map((one) => one.split(':')[0]);
    expect(said({})).toEqual(['keeps', 'exempts']);
    expect(said({ keeps: 'oui', exempts: 'oui' })).toEqual(['keptInWords', 'exemptedInWords']);
    expect(said({ keeps: 'oui', exempts: 'non' })).toEqual(['keptInWords']);
  });
  it('the page has these fields alone; what was told before the units were known stands', () => {
    const names = (answers: Answers = {}) =>
      step(answers)
        .fields()
        .map(({ name }) => name);
    expect(names(MENUISIER)).toEqual(['keeps', 'keptInWords', 'exempts', 'exemptedInWords']);
    expect(names()).toEqual(expect.arrayContaining(['choice-U10', 'mark-U60', 'notes', 'dateReleve']));
    expect(valueRead(step(), { keeps: 'non', exempts: 'non' }).inWords).toEqual({ kept: null, exempted: null });
  });
  it('the summary says it in one line each, and who completes it', () => {
    const of = dossier({
      ...MENUISIER,
      acquis: { keeps: 'oui', keptInWords: 'U10\nU20', exempts: 'non' },
      epreuves: {},
    });
    const { qualification, acquis: value } = needed(of);
    expect(acquisLines(of, { qualification }, value)).toEqual([
      { name: 'keptInWords', label: 'Les unités de votre relevé à conserver', value: 'U10\u00a0; U20', about: 'keep' },
      { name: 'exemptedInWords', label: 'Les dispenses que vous demandez', value: 'Aucune', about: 'exempt' },
      { name: 'toComplete', label: 'Liste des épreuves', value: 'Le rectorat la complétera' },
    ]);
  });
  it('an exam that does not ask the step keeps nothing, in words or not', () => {
    expect(step(MENUISIER).unasked()).toEqual({ credits: new Map(), inWords: { kept: null, exempted: null } });
    expect(step().unasked()).toEqual({ credits: new Map(), inWords: null });
  });
});

describe('A unit in the summary', () => {
  const linesFor = (body: object, answers: Answers = {}) => {
    const of = dossier(answers);
    const { qualification } = needed(of);
    return acquisLines(of, { qualification }, valueRead(openedStep(acquis, of), { notes: 'oui', ...body })).map(
      ({ name, value, about }) => [name, value.replaceAll('\u00a0', ' '), about],
    );
  };
  it('says its mark, of which of two it is, and at what title it is exempted', () => {
    const typed = {
      dateReleve: DAY,
      [`mark-${CHOICE}`]: '14',
      [`unit-${CHOICE}`]: 'U30B',
      'ground-U60': 'baccalaureate',
      'mark-U20': '9,5',
    };
    const said = linesFor(typed, PROGRESSIVE);
    expect(said).toContainEqual([
      `choice-${CHOICE}`,
      'U30B : Coupe homme et entretien du système pilo-facial (option B), Note conservée : 14 sur 20 (05/07/2022)',
      'keep',
    ]);
    expect(said).toContainEqual(['choice-U20', 'Note reportée : 9,5 sur 20 (05/07/2022)', 'carry']);
    expect(said.find(([name]) => name === 'choice-U60')?.[1]).toMatch(/^Dispense demandée : .*[Bb]accalauréat/);
    expect(said).toContainEqual(['choice-U10', "Je passe l'épreuve", 'sit']);
    expect(said).toHaveLength(slots.length);
  });
});

describe('What may be chosen for a unit', () => {
  const choices = (id: string, answers: Answers = {}, changes: object = {}) => {
    const rules = { ...rulesFor(dossier(answers)), ...changes };
    return creditFields(slotOf(id), rules).choice.options?.map(({ value, label }) => `${value} ${label}`);
  };
  it('is to sit, to keep, to carry in the progressive form, to be exempted where a ground is', () => {
    const GLOBALE = [`sit ${say.sit}`, `keep ${say.keep}`, `exempt ${say.exempt}`];
    expect(choices('U10')).toEqual(GLOBALE);
    expect(choices('U10', PROGRESSIVE)).toEqual([...GLOBALE.slice(0, 2), `carry ${say.carry}`, ...GLOBALE.slice(2)]);
    expect(choices('U10', {}, { grounds: [] })).toEqual(GLOBALE.slice(0, 2));
    expect(choices('U10', {}, { keptFrom: null })?.[1]).toBe(`keep ${say.keepAny}`);
  });
  it('names both units of a choice, each by its code and title', () => {
    expect(creditFields(slotOf(CHOICE), rulesFor(dossier())).option.options).toEqual([
      { value: 'U30A', label: 'U30A\u00a0: Coiffure événementielle (option A)' },
      { value: 'U30B', label: 'U30B\u00a0: Coupe homme et entretien du système pilo-facial (option B)' },
    ]);
  });
  it('is explained: keeping from ten or any mark, carrying where it may be', () => {
    const said = (answers: Answers, changes: object = {}) =>
      explanations({ ...rulesFor(dossier(answers)), ...changes }).map(({ label }) => label);
    const { keep, keepAny, carry, exempt, day: obtained } = say.explained;
    expect(said({})).toEqual([keep, exempt, obtained].map(({ term }) => term));
    expect(said(PROGRESSIVE)).toEqual([keep, carry, exempt, obtained].map(({ term }) => term));
    expect(said({}, { keptFrom: null })[0]).toBe(keepAny.term);
    expect(String(explanations(rulesFor(dossier()))[0]?.value).replaceAll('\u00a0', ' ')).toContain(
      'de 10 ou plus, obtenue il y a moins de 5 ans',
    );
  });
  it('the browser judges a row by the same days', () => {
    expect(rowRules(rulesFor(dossier()))).toEqual({
      keptFrom: 20,
      mayCarry: false,
      from: '2019-01-01',
      to: '2023-11-15',
    });
  });
});

describe('The marks that a candidate has', () => {
  const of = dossier();
  const rules = rulesFor(of);
  it('are filled in from the register, the choice left to the candidate', () => {
    const held = [slotOf('U10'), slotOf(CHOICE)].map((slot) => ({
      slot,
      unit: slot.units[0].id,
      line: {
        unit: slot.units[0].id,
        cfd: '45033608',
        session: 2022,
        halfPoints: 25,
        obtainedOn: day(DAY),
        source: 'results',
      },
    })) as unknown as Parameters<typeof heldTyped>[0];
    expect(heldTyped(held, of, needed(of))).toEqual({
      'mark-U10': '12,5',
      'date-U10': DAY,
      [`mark-${CHOICE}`]: '12,5',
      [`date-${CHOICE}`]: DAY,
      [`unit-${CHOICE}`]: 'U30A',
    });
  });
  it('count as declared once they are typed with their day, whichever choice is ticked', () => {
    const typed = {
      'choice-U10': 'sit',
      'mark-U10': '12,5',
      'date-U10': DAY,
      'mark-U20': '14',
      [`mark-${CHOICE}`]: '11',
      [`date-${CHOICE}`]: OTHER_DAY,
      [`unit-${CHOICE}`]: 'U30B',
    };
    const line = { cfd: '45033608', source: 'declared' };
    expect(declaredMarks(needed(of).qualification, rules, typed)).toEqual([
      { ...line, unit: 'U10', session: 2022, halfPoints: 25, obtainedOn: day(DAY) },
      { ...line, unit: 'U30B', session: 2021, halfPoints: 22, obtainedOn: day(OTHER_DAY) },
    ]);
  });
  it('are of no unit yet where none of a choice is named', () => {
    const typed = { [`mark-${CHOICE}`]: '11', [`date-${CHOICE}`]: DAY };
    expect(declaredMarks(needed(of).qualification, rules, typed).map(({ unit }) => unit)).toEqual([CHOICE]);
  });
  it('are read unit by unit once the row is whole', () => {
    const row = { 'choice-U10': 'keep', 'mark-U10': '12,5', 'date-U10': DAY };
    expect(readCredit(slotOf('U10'), rules, row)).toEqual({ choice: 'keep', ...kept, obtainedOn: day(DAY) });
    expect(readCredit(slotOf('U10'), rules, { ...row, 'date-U10': '' })).toBeNull();
  });
  it('are kept answers and no form once a unit has its choice', () => {
    expect([isTyped(slots, rules, {}), isTyped(slots, rules, { 'choice-U60': 'sit' })]).toEqual([true, false]);
  });
});
