import { describe, expect, it } from 'vitest';
import { createCatalogue, type Regulation, type Unit } from '../../../catalogue/index.ts';
import { shippedCatalogue } from '../../../testing/catalogue.ts';
import { COIFFURE } from '../../../testing/enrolments.ts';
import type { Answers, StepAnswers } from '../../enrolment.ts';
import { completeReview, reviewAnswers } from '../../review.ts';
import { slotsOf } from '../../rules/slots.ts';
import { summaryOf } from '../../summary.ts';
import { faultsOf, openedStep, testDossier, valueRead } from '../../testing.ts';
import { epreuves } from './epreuves.ts';
import { unitLines } from './unitLines.ts';

const shipped = await shippedCatalogue();
const CFD = '45033608';
const sitAll = (cfd: string): StepAnswers =>
  Object.fromEntries(slotsOf(shipped.regulation(cfd, 2024) ?? { units: [] }).map(({ id }) => [`choice-${id}`, 'sit']));
/** Of a speciality, all of it sat, in a form of passage. */
const of = (cfd: string, form: 'GLOBAL' | 'PROGRESSIVE' = 'GLOBAL', more: Answers = {}): Answers => ({
  ...COIFFURE,
  informations: { ...COIFFURE.informations, formerForm: form },
  qualification: { ...COIFFURE.qualification, speciality: cfd, form },
  acquis: sitAll(cfd),
  ...more,
});
/** Coiffure as its order could be: with other units, or another word on languages. */
const changed = (change: (units: readonly Unit[]) => Partial<Regulation>) => {
  const { pack } = shipped;
  const regulations = pack.regulations.map((one) => (one.cfd === CFD ? { ...one, ...change(one.units) } : one));
  return createCatalogue({ ...pack, regulations });
};
const withUnit = (unit: Partial<Unit>) =>
  changed(([first, ...others]) => (first === undefined ? {} : { units: [first, ...others, { ...first, ...unit }] }));
/** Two optional units beside the optional language. */
const MOBILITY = changed((units) => ({
  units: [
    ...units,
    ...units.slice(0, 2).map((unit, at) => ({
      ...unit,
      id: `mobility${at}`,
      code: at === 0 ? null : 'UM',
      title: `Mobilité ${at}`,
      kind: 'OTHER_OPTIONAL' as const,
    })),
  ],
}));
const step = (answers: Answers, catalogue = shipped) => openedStep(epreuves, testDossier(catalogue, answers));
const ESTHETIQUE = '45033609';
const MENUISIER = '45023408';
const IN_WORDS = { acquis: { keeps: 'non', exempts: 'non' } };
const [EITHER, OPTION] = ['E3-option', { 'option-E3-option': 'U30A' }];

describe('The page asks', () => {
  const asked = (answers: Answers, catalogue = shipped) =>
    step(answers, catalogue)
      .fields()
      .map(({ name, optional }) => (optional === true ? `${name}?` : name));
  it('in the globale form nothing of what is sat, but for the option and the languages', () => {
    expect(asked(of(CFD))).toEqual(['option-E3-option', 'optionalLanguage?']);
    expect(asked(of(ESTHETIQUE))).toEqual(['language']);
  });
  it('in the progressive form what is presented now; an option and a language may wait', () => {
    expect(asked(of(CFD, 'PROGRESSIVE'))).toEqual(['presented', 'option-E3-option?', 'optionalLanguage?']);
    expect(asked(of(ESTHETIQUE, 'PROGRESSIVE'))).toEqual(['presented', 'language?']);
  });
  it('nothing that is kept, and nothing to present where nothing is left', () => {
    const kept = { ...sitAll(CFD), 'choice-U60': 'exempt', 'ground-U60': 'baccalaureate' };
    const [presented] = step(of(CFD, 'PROGRESSIVE', { acquis: kept })).fields();
    expect(presented?.options?.map(({ value }) => value)).toEqual(['U10', 'U20', EITHER, 'U41', 'U42', 'U51', 'U52']);
    const all = Object.fromEntries(
      Object.keys(sitAll(CFD)).flatMap((name) => {
        const mark = { [name]: 'keep', [name.replace('choice', 'mark')]: '12' };
        return Object.entries({ ...mark, [name.replace('choice', 'date')]: '05/07/2022', 'unit-E3-option': 'U30A' });
      }),
    );
    expect(asked(of(CFD, 'PROGRESSIVE', { acquis: all }))).toEqual(['optionalLanguage?']);
  });
  it('a language that no source speaks of, which may stay unsaid', () => {
    expect(
      asked(
        of(CFD),
        changed(() => ({ compulsoryLanguage: null })),
      ),
    ).toContain('language?');
    expect(
      asked(
        of(CFD),
        changed(() => ({ compulsoryLanguage: true })),
      ),
    ).not.toContain('language?');
  });
  it('in words where the units are not known: what is presented in the progressive form, and the languages', () => {
    expect(asked(of(MENUISIER, 'PROGRESSIVE', IN_WORDS))).toEqual([
      'presentedInWords',
      'language?',
      'optionalLanguage?',
    ]);
    expect(asked(of(MENUISIER, 'GLOBAL', IN_WORDS))).toEqual(['language?', 'optionalLanguage?']);
    const sure = (said: Partial<Regulation>) => {
      const { pack } = shipped;
      const regulations = pack.regulations.map((one) => (one.cfd === MENUISIER ? { ...one, ...said } : one));
      return asked(of(MENUISIER, 'GLOBAL', IN_WORDS), createCatalogue({ ...pack, regulations }));
    };
    expect(sure({ compulsoryLanguage: true, optionalLanguage: false })).toEqual(['language?']);
    expect(sure({ compulsoryLanguage: false, optionalLanguage: false })).toEqual([]);
  });
  it('other optional units, each by its title', () => {
    expect(asked(of(CFD), MOBILITY).slice(1)).toEqual([
      'optionalLanguage?',
      'optional-mobility0?',
      'optional-mobility1?',
    ]);
    const field = step(of(CFD), MOBILITY).fields().at(-1);
    expect([field?.label, field?.control]).toEqual(['Mobilité 1', 'checkbox']);
  });
  it('a choice by the codes and titles of its units, a language by its name', () => {
    const [option, optional] = step(of(CFD)).fields();
    expect(option?.options?.[0]).toEqual({ value: 'U30A', label: 'U30A\u00a0: Coiffure événementielle (option A)' });
    expect(option?.hint).toBe('Une seule des deux est présentée.');
    expect(optional?.options?.[0]).toEqual({ value: 'allemand', label: 'Allemand' });
    expect(optional?.hint).toBeUndefined();
    const [, waiting] = step(of(CFD, 'PROGRESSIVE')).fields();
    expect(waiting?.hint).toBe('À dire si vous la présentez à cette session. Une seule des deux est présentée.');
    const beside = step(
      of(CFD),
      changed(() => ({ compulsoryLanguage: null })),
    )
      .fields()
      .at(-1);
    expect(beside?.hint).toBe("Une autre langue que l'obligatoire.");
  });
  it('of a regulation that names its languages, these alone', () => {
    const languages = (unit: Partial<Unit>) =>
      step(
        of(CFD, 'GLOBAL', { acquis: { ...sitAll(CFD), 'choice-ULV': 'sit' } }),
        withUnit({ id: 'ULV', code: 'ULV', kind: 'LV_COMPULSORY', ...unit }),
      )
        .fields()
        .find(({ name }) => name === 'language')
        ?.options?.map(({ value }) => value);
    expect(languages({ languages: ['anglais', 'breton'] })).toEqual(['anglais']);
    expect(languages({})).toEqual(['allemand', 'anglais', 'espagnol', 'portugais', 'italien']);
  });
});

describe('What is read', () => {
  const read = (answers: Answers, body: StepAnswers, catalogue = shipped) => valueRead(step(answers, catalogue), body);
  it('is in the globale form all that is left', () => {
    const value = read(of(CFD), { ...OPTION, optionalLanguage: 'italien' });
    expect(value.presented).toEqual(['U10', 'U20', EITHER, 'U41', 'U42', 'U51', 'U52', 'U60']);
    expect([[...value.options], value.optionalLanguage, value.compulsoryLanguage, value.optionalUnits]).toEqual([
      [[EITHER, 'U30A']],
      'italien',
      null,
      [],
    ]);
  });
  it('in the progressive form what is ticked; an option of what is not presented says nothing yet', () => {
    const value = read(of(CFD, 'PROGRESSIVE'), { presented: ['U41', 'U10'], ...OPTION });
    expect([value.presented, [...value.options]]).toEqual([['U10', 'U41'], []]);
    const with30 = read(of(CFD, 'PROGRESSIVE'), { presented: [EITHER], ...OPTION });
    expect([...with30.options]).toEqual([[EITHER, 'U30A']]);
    expect([...read(of(CFD, 'PROGRESSIVE'), { presented: ['U10'] }).options]).toEqual([]);
  });
  it('is the optional units that are ticked, and no others', () => {
    const answers = { ...OPTION, 'optional-mobility1': 'oui' };
    expect(read(of(CFD), answers, MOBILITY).optionalUnits).toEqual(['mobility1']);
    expect(read(of(CFD), OPTION, MOBILITY).optionalUnits).toEqual([]);
  });
  it('is in words what was told so', () => {
    const told = read(of(MENUISIER, 'PROGRESSIVE', IN_WORDS), { presentedInWords: 'E1\nE2', language: 'anglais' });
    expect(told).toMatchObject({ presentedInWords: 'E1\nE2', compulsoryLanguage: 'anglais', presented: [] });
    expect(read(of(CFD), OPTION).presentedInWords).toBeNull();
  });
  it('where the exam does not ask the step, all that is left', () => {
    expect(step(of(CFD)).unasked()).toEqual({
      presented: ['U10', 'U20', EITHER, 'U41', 'U42', 'U51', 'U52', 'U60'],
      options: new Map(),
      compulsoryLanguage: null,
      optionalLanguage: null,
      optionalUnits: [],
      presentedInWords: null,
    });
  });
});

describe('No impossible combination passes', () => {
  const faults = (answers: Answers, body: StepAnswers, catalogue = shipped) => faultsOf(step(answers, catalogue), body);
  it('nothing presented in the progressive form', () => {
    const said = ['presented: Cochez au moins une épreuve à présenter à cette session.'];
    expect(faults(of(CFD, 'PROGRESSIVE'), {})).toEqual(said);
    expect(faults(of(CFD, 'PROGRESSIVE'), { presented: ['U99'] })).toHaveLength(1);
    expect(faults(of(MENUISIER, 'PROGRESSIVE', IN_WORDS), {})).toEqual([
      'presentedInWords: Écrivez les épreuves que vous présentez à cette session.',
    ]);
  });
  it('an option unsaid: always in the globale form, in the progressive one of who presents it', () => {
    const said = ['option-E3-option: Choisissez U30A ou U30B.'];
    expect(faults(of(CFD), {})).toEqual(said);
    expect(faults(of(CFD, 'PROGRESSIVE'), { presented: [EITHER] })).toEqual(said);
    expect(faults(of(CFD, 'PROGRESSIVE'), { presented: ['U10'] })).toEqual([]);
    expect(faults(of(CFD), { 'option-E3-option': 'U99' })).toHaveLength(1);
  });
  it('a language unsaid, likewise', () => {
    const said = ['language: Choisissez la langue vivante obligatoire.'];
    expect(faults(of(ESTHETIQUE), {})).toEqual(said);
    expect(faults(of(ESTHETIQUE, 'PROGRESSIVE'), { presented: ['U50'] })).toEqual(said);
    expect(faults(of(ESTHETIQUE, 'PROGRESSIVE'), { presented: ['U10'] })).toEqual([]);
    expect(faults(of(ESTHETIQUE, 'PROGRESSIVE'), { presented: ['U50'], language: 'anglais' })).toEqual([]);
  });
  it('one language twice', () => {
    const both = changed(() => ({ compulsoryLanguage: null }));
    const said = (language: string, optionalLanguage: string) =>
      faults(of(CFD), { ...OPTION, language, optionalLanguage }, both);
    expect(said('anglais', 'anglais')).toEqual([
      'optionalLanguage: La langue facultative ne peut pas être la langue obligatoire. Choisissez-en une autre, ou aucune.',
    ]);
    expect([said('anglais', 'italien'), said('', ''), said('', 'anglais')]).toEqual([[], [], []]);
    // A language that the list doesn't have is said by itself.
    expect(faults(of(CFD), { ...OPTION, language: 'x', optionalLanguage: 'x' }, both)).toHaveLength(2);
  });
  it('more optional units than the order lets be chosen', () => {
    const most = 'Vous pouvez choisir 1 épreuve facultative au plus.';
    const one = { ...OPTION, 'optional-mobility0': 'oui' };
    expect(faults(of(CFD), { ...one, optionalLanguage: 'italien' }, MOBILITY)).toEqual([`optionalLanguage: ${most}`]);
    expect(faults(of(CFD), { ...one, 'optional-mobility1': 'oui' }, MOBILITY)).toEqual([`optionalLanguage: ${most}`]);
    expect(faults(of(CFD), one, MOBILITY)).toEqual([]);
    const { pack } = MOBILITY;
    const regulations = pack.regulations.map((regulation) => ({
      ...regulation,
      units: regulation.units.filter(({ kind }) => kind !== 'LV_OPTIONAL'),
    }));
    const noLanguage = createCatalogue({ ...pack, regulations });
    expect(faults(of(CFD), { ...one, 'optional-mobility1': 'oui' }, noLanguage)).toEqual([
      `optional-mobility0: ${most}`,
    ]);
    expect(faults(of(CFD), { ...one, optionalLanguage: 'x' }, MOBILITY)).toHaveLength(1);
  });
});

describe('A unit in the summary', () => {
  const lines = (answers: Answers, body: StepAnswers, catalogue = shipped) => {
    const dossier = testDossier(catalogue, { ...answers, epreuves: body });
    const done = completeReview(reviewAnswers(dossier));
    if (done === null) throw new Error(JSON.stringify(reviewAnswers(dossier).state));
    return summaryOf(dossier, done)
      .find(({ step: name }) => name === 'epreuves')
      ?.lines.map(({ name, label, value }) => [name, label, value].join(' | ').replaceAll('\u00a0', ' '));
  };
  it('is presented now or later; what is kept is none of it', () => {
    const kept = { ...sitAll(CFD), 'choice-U10': 'keep', 'mark-U10': '12', 'date-U10': '05/07/2022' };
    const said = lines(of(CFD, 'PROGRESSIVE', { acquis: kept }), { presented: ['U20'] });
    expect(said?.slice(0, 2)).toEqual([
      'epreuve-U20 | U20 : Modification durable de la forme | Présentée à cette session',
      'epreuve-E3-option | U30A Coiffure événementielle (option A) ou U30B Coupe homme et entretien du système pilo-facial (option B) | À une prochaine session',
    ]);
    expect(said).toHaveLength(7);
  });
  it('says its language: the compulsory one at its unit, the optional one as such', () => {
    expect(lines(of(ESTHETIQUE), { language: 'anglais' })?.at(-1)).toBe(
      'epreuve-U50 | U50 : Langue vivante | Présentée à cette session, Langue : anglais',
    );
    expect(lines(of(ESTHETIQUE), { language: 'anglais' })?.filter((line) => line.includes('anglais'))).toHaveLength(1);
    expect(lines(of(ESTHETIQUE, 'PROGRESSIVE'), { presented: ['U10'] })?.at(-1)).toBe(
      'epreuve-U50 | U50 : Langue vivante | À une prochaine session',
    );
    expect(lines(of(CFD), { ...OPTION, optionalLanguage: 'italien' })?.at(-1)).toBe(
      'epreuve-UF | UF : Langue vivante étrangère facultative | Facultative, Langue : italien',
    );
  });
  it('says the options that are sat, by their code where they have one', () => {
    const said = lines(of(CFD), { ...OPTION, 'optional-mobility0': 'oui' }, MOBILITY);
    expect(said?.at(-1)).toBe('epreuve-mobility0 | Mobilité 0 | Facultative');
    expect(said).toContain('epreuve-E3-option | U30A : Coiffure événementielle (option A) | Présentée à cette session');
  });
  it('names last a language of which no source says the unit', () => {
    const said = lines(
      of(CFD),
      { ...OPTION, language: 'anglais' },
      changed(() => ({ compulsoryLanguage: null })),
    );
    expect(said?.at(-1)).toBe('epreuve-language | Langue vivante | anglais');
  });
  it('that is kept or carried is named by the unit that its mark is of', () => {
    const units = (choice: string, mark: string, answers: StepAnswers) => {
      const acquis = {
        ...sitAll(ESTHETIQUE),
        ...sitAll(CFD),
        ...answers,
        [`choice-${EITHER}`]: choice,
        [`mark-${EITHER}`]: mark,
      };
      const dossier = testDossier(shipped, {
        ...of(CFD, 'PROGRESSIVE', { acquis }),
        epreuves: { presented: ['U10'], ...OPTION },
      });
      const done = completeReview(reviewAnswers(dossier));
      if (done === null) throw new Error(JSON.stringify(reviewAnswers(dossier).state));
      return unitLines(dossier, done);
    };
    const of30 = { [`date-${EITHER}`]: '05/07/2022', [`unit-${EITHER}`]: 'U30B' };
    const line = (...asked: Parameters<typeof units>) => units(...asked).find(({ id }) => id === EITHER);
    const title = 'Coupe homme et entretien du système pilo-facial (option B)';
    expect(line('keep', '12', of30)).toMatchObject({ code: 'U30B', title, sat: false });
    expect(line('carry', '8', of30)).toMatchObject({ code: 'U30B', title, sat: false });
    expect(line('exempt', '', { [`ground-${EITHER}`]: 'vae' })).toMatchObject({ code: '', sat: false });
    expect(
      units('keep', '12', of30)
        .map(({ choice }) => choice)
        .slice(0, 2),
    ).toEqual(['Présentée à cette session', 'À une prochaine session']);
  });
  it('is told in words where the units are not known', () => {
    const told = { presentedInWords: 'E1\nE2', language: 'anglais', optionalLanguage: 'italien' };
    expect(lines(of(MENUISIER, 'PROGRESSIVE', IN_WORDS), told)).toEqual([
      'epreuve-presentedInWords | Présentée à cette session | E1 ; E2',
      'epreuve-language | Langue vivante | anglais',
      'epreuve-optionalLanguage | Langue vivante facultative | italien',
    ]);
    expect(lines(of(MENUISIER, 'GLOBAL', IN_WORDS), {})).toEqual([
      'epreuve-presentedInWords | Présentée à cette session | Toutes les épreuves qui ne sont pas conservées',
    ]);
  });
});
