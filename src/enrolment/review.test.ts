import { describe, expect, it } from 'vitest';
import { COIFFURE, shippedCatalogue } from '../testing/enrolments.ts';
import type { Dossier } from './dossier.ts';
import type { Answers, ExamForm } from './enrolment.ts';
import { verdictOn } from './judgement.ts';
import { completeReview, mayOpen, reviewAnswers } from './review.ts';
import { slotsOf } from './rules/slots.ts';
import { epreuvesFields } from './steps/epreuves/choices.ts';
import { unitLines } from './steps/epreuves/unitLines.ts';
import { summaryOf } from './summary.ts';
import { testDossier } from './testing.ts';
import { slotTitle } from './texts/units.ts';
import { texts } from './texts.ts';

const catalogue = await shippedCatalogue();

const DISTANCE = { ...COIFFURE.informations, category: 'distance-learner', distanceBody: 'CNED' };
const PROGRESSIVE = { ...COIFFURE.qualification, form: 'PROGRESSIVE' };

const dossier = (answers: Answers, registeredForm: ExamForm | null = null): Dossier =>
  testDossier(catalogue, { ...COIFFURE, ...answers }, { registeredForm });

/** The first step to go back to, and what is said there. */
function sentBack(answers: Answers, registeredForm: ExamForm | null = null): readonly [string, ...string[]] {
  const { next, state } = reviewAnswers(dossier(answers, registeredForm));
  return [next, ...state.faults.map((fault) => fault.message.replaceAll('\u00a0', ' '))];
}

describe('Where the candidate goes on', () => {
  const { epreuves: _epreuves, ...withoutLast } = COIFFURE;
  it('is the first step that was never answered, where nothing is wrong yet, even if all its fields may be left empty', () => {
    const untouched = reviewAnswers(testDossier(catalogue, {}));
    expect([untouched.next, untouched.state]).toEqual(['identification', { typed: {}, faults: [] }]);
    const units = catalogue.regulation('45031207', 2024)?.units ?? [];
    const nothingToSit = {
      ...withoutLast,
      qualification: { ...COIFFURE.qualification, speciality: '45031207' },
      acquis: Object.fromEntries(units.map(({ id }) => [`choice-${id}`, 'sit'])),
    };
    for (const answers of [withoutLast, nothingToSit]) {
      const review = reviewAnswers(testDossier(catalogue, answers));
      expect([review.next, review.state, review.epreuves]).toEqual(['epreuves', { typed: {}, faults: [] }, null]);
    }
  });
  it('is the first step with something wrong, however much follows it; nothing is read behind it', () => {
    const review = reviewAnswers(dossier({ informations: { ...COIFFURE.informations, handicap: '' } }));
    expect([review.next, review.state.faults.map(({ field }) => field)]).toEqual(['informations', ['handicap']]);
    expect(review.identification).not.toBeNull();
    expect([review.informations, review.qualification, review.acquis, review.epreuves]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
  it('is the summary when all is read: then, and only then, there is something to register', () => {
    const whole = reviewAnswers(dossier({}));
    expect([whole.next, whole.state]).toEqual(['recapitulatif', { typed: {}, faults: [] }]);
    expect(completeReview(whole)).toBe(whole);
    expect(completeReview(reviewAnswers(testDossier(catalogue, withoutLast)))).toBeNull();
    expect(completeReview({ ...whole, identification: null })).toBeNull();
  });
  it('is read once from the same answers, and anew for another day, person or rule', () => {
    const one = dossier(COIFFURE);
    const review = reviewAnswers(one);
    expect(reviewAnswers(dossier(structuredClone(COIFFURE)))).toBe(review);
    const others: readonly Dossier[] = [
      { ...one, today: one.today.add({ days: 1 }) },
      { ...one, person: { birthDate: one.person.birthDate.add({ days: 1 }) } },
      { ...one, registeredForm: 'GLOBAL' },
      { ...one, typedBy: 'office' },
      { ...one, exam: { ...one.exam } },
      { ...one, session: { ...one.session } },
      { ...one, answers: { ...one.answers, qualification: PROGRESSIVE } },
    ];
    for (const other of others) expect(reviewAnswers(other)).not.toBe(review);
    expect(reviewAnswers(one)).toBe(review);
  });

  it('may be opened, as may what is done, and nothing after it', () => {
    const asked = testDossier(catalogue, { identification: COIFFURE.identification });
    const review = reviewAnswers(asked);
    const open = ['identification', 'informations', 'qualification', 'recapitulatif'] as const;
    expect(open.map((step) => mayOpen(asked, review, step))).toEqual([true, true, false, false]);
    expect(mayOpen(dossier({}), reviewAnswers(dossier({})), 'recapitulatif')).toBe(true);
  });
  it('of an exam that has not every step, the steps left out have the value that the others give them', () => {
    const asked = dossier({});
    const exam = { ...asked.exam, steps: ['identification', 'informations', 'qualification'] as const };
    const review = reviewAnswers({ ...asked, exam });
    expect([review.next, review.acquis?.credits.size, review.epreuves?.presented.includes('U10')]).toEqual([
      'recapitulatif',
      0,
      true,
    ]);
    const unfinished = reviewAnswers(testDossier(catalogue, {}, { exam }));
    expect([unfinished.acquis, unfinished.epreuves]).toEqual([null, null]);
  });
  it('stops at a step that leans on one which the exam does not ask: it stays shut, with nothing said against its answers', () => {
    const asked = dossier({});
    const shut = reviewAnswers({ ...asked, exam: { ...asked.exam, steps: ['identification', 'qualification'] } });
    expect([shut.next, shut.qualification, shut.state]).toEqual(['qualification', null, { typed: {}, faults: [] }]);
    const alone = reviewAnswers({ ...asked, exam: { ...asked.exam, steps: ['identification'] } });
    expect([alone.next, alone.informations, alone.qualification, alone.epreuves]).toEqual([
      'recapitulatif',
      null,
      null,
      null,
    ]);
    expect(completeReview(alone)).toBeNull();
  });
});

describe('A day of the exam that no text fixes', () => {
  const practiceOf = (from1: string, of = dossier({ informations: { ...COIFFURE.informations, from1 } })) => {
    const review = completeReview(reviewAnswers(of));
    const verdict = review === null ? null : verdictOn(of, review);
    return [verdict?.grade, verdict?.reasons.find(({ code }) => code === 'experience-two-years')?.detail];
  };
  it('decides nothing against anybody: what another day of that year would make enough is to be checked', () => {
    expect(practiceOf('01/11/2022')).toEqual(['to-check', 'exam-day']);
    expect(practiceOf('01/09/2023')).toEqual(['not-eligible', 'missing']);
  });
  it('and is as sure as its source', () => {
    const of = dossier({ informations: { ...COIFFURE.informations, from1: '01/11/2022' } });
    const session = { ...of.session, examStartsOn: { ...of.session.examStartsOn, confidence: 'official' as const } };
    expect(practiceOf('01/11/2022', { ...of, session })).toEqual(['not-eligible', 'missing']);
  });
});

describe('An answer given before another one was changed', () => {
  it('of a form of passage that the former session now decides is said so, by its name', () => {
    const informations = { ...COIFFURE.informations, formerForm: 'PROGRESSIVE' };
    expect(sentBack({ informations })).toEqual([
      'qualification',
      'Vous conservez la forme de passage de votre session précédente : Progressive. Vérifiez cette étape, puis cliquez sur « Suivant ».',
    ]);
  });
  it('of a mark carried in the progressive form is refused by name in the globale one', () => {
    const carried = { 'choice-U20': 'carry', 'mark-U20': '8', 'date-U20': '05/07/2022' };
    expect(sentBack({ informations: DISTANCE, acquis: { ...COIFFURE.acquis, ...carried } })).toEqual([
      'acquis',
      "U20 : Modification durable de la forme : une note au-dessous de 10 ne se reporte que dans la forme progressive. Effacez-la : vous passez l'épreuve.",
    ]);
  });
  it('of a unit to present, kept since, leaves the others presented', () => {
    const epreuves = { ...COIFFURE.epreuves, presented: ['U10', 'U20'] };
    const review = reviewAnswers(dossier({ informations: DISTANCE, qualification: PROGRESSIVE, epreuves }));
    expect([review.next, review.epreuves?.presented]).toEqual(['recapitulatif', ['U20']]);
  });
  it('of the only unit to present, kept since, asks which one instead', () => {
    const epreuves = { ...COIFFURE.epreuves, presented: ['U10'] };
    expect(sentBack({ informations: DISTANCE, qualification: PROGRESSIVE, epreuves })).toEqual([
      'epreuves',
      'Cochez au moins une épreuve à présenter à cette session.',
    ]);
  });
  it('of a speciality that can no longer be chosen says why', () => {
    const chosen = (speciality: string) => sentBack({ qualification: { ...COIFFURE.qualification, speciality } });
    expect(chosen('45031206')).toEqual([
      'qualification',
      'Cette spécialité est fermée : sa dernière session était celle de 2023.',
    ]);
    expect(chosen('45033408')).toEqual([
      'qualification',
      "Cette spécialité n'est pas encore ouverte : sa première session sera celle de 2025.",
    ]);
  });
});

describe('A distance learner who sat before', () => {
  const UNITS = { ...COIFFURE.epreuves, presented: ['U20'] };
  const sat = { ...DISTANCE, satBefore: 'oui', formerYear: '2022', formerForm: 'PROGRESSIVE' };
  it('keeps the form of the former session', () => {
    expect(sentBack({ informations: sat })[1]).toContain(
      'la forme de passage de votre session précédente : Progressive',
    );
    expect(sentBack({ informations: { ...sat, formerForm: 'GLOBAL' } })).toEqual(['recapitulatif']);
  });
  it('may leave a globale form, a duty of apprentices, for the progressive one: a person checks, before and after the registration', () => {
    const informations = { ...sat, formerForm: 'GLOBAL' };
    const of = (registeredForm: ExamForm | null) =>
      dossier({ informations, qualification: PROGRESSIVE, epreuves: UNITS }, registeredForm);
    for (const form of [null, 'PROGRESSIVE'] as const) {
      const review = completeReview(reviewAnswers(of(form)));
      const verdict = review === null ? null : verdictOn(of(form), review);
      expect(verdict?.reasons.find(({ code }) => code === 'former-form')).toMatchObject({
        met: null,
        detail: 'to-judge',
      });
      expect(verdict?.grade).toBe('to-check');
    }
    const centre = { ...COIFFURE.informations, formerForm: 'GLOBAL' };
    expect(sentBack({ informations: centre, qualification: PROGRESSIVE })[0]).toBe('qualification');
  });
  it('is asked which session and which form', () => {
    const { formerYear: _year, formerForm: _form, ...rest } = sat;
    expect(sentBack({ informations: rest }).slice(1)).toEqual([
      "Indiquez l'année de votre session précédente.",
      "Dites sous quelle forme vous avez passé l'examen.",
    ]);
  });
  it('may take the extra session of a closed speciality', () => {
    const qualification = { ...COIFFURE.qualification, speciality: '45032401' };
    const acquis = { keeps: 'non', exempts: 'non' };
    const informations = { ...sat, formerForm: 'GLOBAL' };
    expect(sentBack({ informations, qualification, acquis })).toEqual(['recapitulatif']);
    expect(sentBack({ informations: DISTANCE, qualification, acquis })[1]).toContain('réservée aux candidats');
  });
});

describe('The form of passage, once registered', () => {
  it('can be contradicted by no other declared for the former session', () => {
    const informations = { ...COIFFURE.informations, formerForm: 'PROGRESSIVE' };
    const [step, message] = sentBack({ informations }, 'GLOBAL');
    expect([step, message?.includes('enregistrée en forme globale')]).toEqual(['informations', true]);
    expect(sentBack({}, 'GLOBAL')).toEqual(['recapitulatif']);
  });
});

describe('A mark that is too old', () => {
  const said = (choice: string, mark: string): string => {
    const old = { 'choice-U20': choice, 'mark-U20': mark, 'date-U20': '31/12/2018' };
    return (
      sentBack({
        informations: DISTANCE,
        qualification: PROGRESSIVE,
        acquis: { ...COIFFURE.acquis, ...old },
      })[1] ?? ''
    );
  };
  it('leads to the attestation of blocs from 10 on only', () => {
    expect(said('keep', '12')).toContain('avec une attestation de blocs de compétences, demandez une dispense.');
    expect(said('carry', '8')).toContain("elle valait jusqu'au 31/12/2023). Effacez-la : vous passez l'épreuve.");
  });
});

describe('What is wrong in one of several fields alike', () => {
  it('begins with which one', () => {
    expect(sentBack({ acquis: { ...COIFFURE.acquis, 'mark-U10': '20,5' } })).toEqual([
      'acquis',
      'U10 : Création, couleur, coupe, coiffage : la note va de 0 à 20.',
    ]);
    expect(sentBack({ informations: { ...COIFFURE.informations, from1: '31/04/2020' } })).toEqual([
      'informations',
      "Emploi 1 : le 31 avril 2020 n'existe pas. Vérifiez le jour et le mois.",
    ]);
  });
});

describe('A job that nobody can have held', () => {
  const since = (from1: string) => sentBack({ informations: { ...COIFFURE.informations, from1 } });
  it('before the birth, or before fourteen, is refused by its name', () => {
    expect(since('01/09/1997')).toEqual([
      'informations',
      "Emploi 1 : la date de début est avant votre naissance (30/05/1998). Vérifiez l'année.",
    ]);
    expect(since('29/05/2012')).toEqual([
      'informations',
      "Emploi 1 : la date de début est avant vos 14 ans (30/05/2012). Un emploi ne compte qu'à partir de ce jour : corrigez la date.",
    ]);
    expect(since('30/05/2012')).toEqual(['recapitulatif']);
  });
});

describe('Who lives elsewhere', () => {
  it('is told whom to turn to, in French', () => {
    const elsewhere = (postcode: string): string =>
      sentBack({ identification: { ...COIFFURE.identification, postcode } })[1] ?? '';
    expect(elsewhere('69001')).toContain("adressez-vous à l'académie de Lyon");
    expect(elsewhere('98800')).toContain('adressez-vous au vice-rectorat de la Nouvelle-Calédonie');
  });
});

describe('A ground that does not exempt of a unit', () => {
  const refused = (unit: string, ground: string): string | undefined =>
    sentBack({ acquis: { ...COIFFURE.acquis, [`choice-${unit}`]: 'exempt', [`ground-${unit}`]: ground } })[1];
  it('is refused with the reason and the way out', () => {
    const otherwise = "Choisissez un autre titre, ou aucun : vous passez l'épreuve.";
    expect(refused('U20', 'baccalaureate')).toBe(
      `U20 : Modification durable de la forme : ce titre ne dispense que de l'expression et de la langue vivante (arrêté du 6 novembre 2019). ${otherwise}`,
    );
    expect(refused('U60', 'speciality')).toBe(
      `U60 : Expression et connaissance du monde : l'arrêté de la spécialité n'accepte de diplôme que pour d'autres épreuves (MC Styliste-visagiste pour U30A ou U30B et MC Coloriste-permanentiste pour U20). ${otherwise}`,
    );
    expect(refused('U60', 'notice-level')).toBe(
      `U60 : Expression et connaissance du monde : ce titre n'ouvre aucune dispense à cette session. ${otherwise}`,
    );
    expect(refused('U20', 'speciality')).toBeUndefined();
  });
  it('one that nobody knows is no answer of the list', () => {
    expect(refused('U20', 'luck')).toContain('U20');
  });
});

describe("A diploma of the speciality's own order", () => {
  it('is named where it is chosen and in the summary', () => {
    const answers = { 'choice-E3-option': 'exempt', 'ground-E3-option': 'speciality' };
    const asked = dossier({ acquis: { ...COIFFURE.acquis, ...answers } });
    const review = completeReview(reviewAnswers(asked));
    if (review === null) throw new Error('not complete');
    const line = summaryOf(asked, review)
      .flatMap(({ lines }) => lines)
      .find(({ name }) => name === 'choice-E3-option');
    expect(line?.value.replaceAll('\u00a0', ' ')).toBe(
      "Dispense demandée : MC Styliste-visagiste (l'une des deux, sur demande)",
    );
  });
});

describe('The step Épreuves asks', () => {
  const optionless = { presented: ['U20'] };
  it('a choice of units only of who presents it at this session', () => {
    const progressive = { informations: DISTANCE, qualification: PROGRESSIVE };
    expect(sentBack({ ...progressive, epreuves: optionless })).toEqual(['recapitulatif']);
    const presented = { presented: ['U20', 'E3-option'] };
    expect(sentBack({ ...progressive, epreuves: presented })).toEqual(['epreuves', 'Choisissez U30A ou U30B.']);
    const asked = dossier({ ...progressive, epreuves: { ...optionless, 'option-E3-option': 'U30B' } });
    const review = completeReview(reviewAnswers(asked));
    if (review === null) throw new Error('not complete');
    expect([...review.epreuves.options]).toEqual([]);
    const later = unitLines(asked, review).find(({ id }) => id === 'E3-option');
    expect([later?.title.includes('U30A') && later.title.includes('U30B'), later?.choice]).toEqual([
      true,
      'À une prochaine session',
    ]);
  });
  it('a language where no source says whether the exam has one, and keeps it in sight', () => {
    const units = catalogue.regulation('45031207', 2024)?.units ?? [];
    const asked = dossier({
      qualification: { ...COIFFURE.qualification, speciality: '45031207' },
      acquis: Object.fromEntries(units.map(({ id }) => [`choice-${id}`, 'sit'])),
      epreuves: { language: 'anglais' },
    });
    const review = completeReview(reviewAnswers(asked));
    if (review === null) throw new Error('not complete');
    expect(unitLines(asked, review).at(-1)).toMatchObject({ title: 'Langue vivante', choice: 'anglais' });
  });
  it('for another language than the compulsory one only where there is one', () => {
    const hint = (cfd: string) => {
      const regulation = catalogue.regulation(cfd, 2024);
      const speciality = catalogue.speciality(cfd);
      if (regulation === undefined || speciality === undefined) throw new Error(cfd);
      const acquis = { credits: new Map(), inWords: null };
      const qualification = { speciality, regulation, form: 'GLOBAL', disabledWorker: false } as const;
      return epreuvesFields(dossier({}), qualification, acquis).optionalLanguage?.hint;
    };
    expect([hint('45033608'), hint('45022108')]).toEqual([undefined, "Une autre langue que l'obligatoire."]);
  });
});

describe('A title that may be that of another diploma', () => {
  it('is warned of where it is chosen, and is not on what is signed', () => {
    const units = catalogue.regulation('45025411', 2024)?.units ?? [];
    const [first] = slotsOf({ units });
    if (first === undefined) throw new Error('no unit');
    expect(slotTitle(first)).toContain('(intitulé à confirmer)');
    const asked = dossier({
      qualification: { ...COIFFURE.qualification, speciality: '45025411' },
      acquis: Object.fromEntries(units.map(({ id }) => [`choice-${id}`, 'sit'])),
      epreuves: {},
    });
    const review = completeReview(reviewAnswers(asked));
    if (review === null) throw new Error('not complete');
    const signed = JSON.stringify([summaryOf(asked, review), unitLines(asked, review)]);
    expect([signed.includes('Unité U11'), /préparation d'un ouvrage|à confirmer/.test(signed)]).toEqual([true, false]);
  });
});

describe('A kept mark of the regulation before', () => {
  it('of Fleuriste is for the office: enrolling stays possible', () => {
    const florist = catalogue.regulation('45031207', 2024);
    const others = (florist?.units ?? []).map(({ id }) => [`choice-${id}`, 'sit'] as const);
    const asked = dossier({
      informations: { ...DISTANCE, diploma: 'none', from1: '01/09/2014' },
      qualification: { ...COIFFURE.qualification, speciality: '45031207' },
      acquis: { ...Object.fromEntries(others), 'choice-UP1': 'keep', 'mark-UP1': '12', 'date-UP1': '05/07/2023' },
      epreuves: { language: 'anglais' },
    });
    const review = completeReview(reviewAnswers(asked));
    if (review === null) throw new Error('not complete');
    const { grade, reasons } = verdictOn(asked, review);
    expect([grade, reasons.filter(({ met }) => met !== true).map(({ code }) => code)]).toEqual([
      'to-check',
      ['credits'],
    ]);
  });
});

it('« années » are « demandées », « mois » « demandés », one « mois » « déclaré »', () => {
  const practice = (informations: Answers['informations']): string => {
    const asked = dossier(informations === undefined ? {} : { informations });
    const review = completeReview(reviewAnswers(asked));
    if (review === null) throw new Error('not complete');
    const { reasons, experience } = verdictOn(asked, review);
    const reason = reasons.find(({ code }) => code.startsWith('experience'));
    return reason === undefined ? '' : texts.eligibility.reason(reason, experience).replaceAll('\u00a0', ' ');
  };
  const { diplomaTitle: _, ...others } = COIFFURE.informations;
  expect(practice({ ...others, diploma: 'none', from1: '01/10/2023' })).toBe(
    "Activité professionnelle : 1 mois déclaré, 5 années demandées. Si vos emplois continuent comme vous l'avez dit, la durée sera atteinte le samedi 30 septembre 2028.",
  );
  expect(practice({ ...COIFFURE.informations, diploma: 'bac-pro-sector' })).toContain('12 mois demandés');
});
