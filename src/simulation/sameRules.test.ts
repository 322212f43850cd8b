import { describe, expect, it } from 'vitest';
import {
  asksHealth,
  type Catalogue,
  type Condition,
  createCatalogue,
  type FactName,
  type Session,
} from '../catalogue/index.ts';
import {
  completeReview,
  type Declaration,
  dossierOf,
  type Enrolment,
  type EnrolmentId,
  reviewAnswers,
  slotsOf,
  verdictOn,
} from '../enrolment/index.ts';
import { pieceList } from '../pieces/index.ts';
import { COIFFURE } from '../testing/answers.ts';
import { shippedCatalogue } from '../testing/catalogue.ts';
import { simulateEligibility } from './eligibility.ts';

/**
 * What one declares, in an enrolment and to the simulator, and what the rules then ask: fact by fact. The two lists below are
 * typed by what they go through: a fact or a declared thing without a line doesn't compile.
 */

const { pack } = await shippedCatalogue();
const AT = Temporal.Instant.from('2023-11-15T10:42:00+01:00');

type Steps = Readonly<Record<keyof typeof COIFFURE, Readonly<Record<string, string | readonly string[]>>>>;
type Said = {
  readonly birthDate?: string;
  readonly answers?: Partial<Steps> | undefined;
  /** The same, asked of the simulator; null where it doesn't ask it. */
  readonly question?: object | null;
  readonly switches?: Partial<Session['switches']>;
  /** The condition of a piece that an office might ask for. */
  readonly rule?: Condition;
};

const SIT = Object.fromEntries(
  ['U10', 'U20', 'E3-option', 'U41', 'U42', 'U51', 'U52', 'U60'].map((slot) => [`choice-${slot}`, 'sit']),
);
const LEARNER: Steps = {
  identification: COIFFURE.identification,
  informations: {
    category: 'distance-learner',
    distanceBody: 'CNED',
    diploma: 'none',
    employer1: 'Salon des Volcans',
    job1: 'Coiffeuse',
    from1: '01/09/2015',
    handicap: 'non',
  },
  qualification: COIFFURE.qualification,
  acquis: SIT,
  epreuves: COIFFURE.epreuves,
};
const QUESTION = {
  session: 'bp-2024-clermont',
  speciality: '45033608',
  category: 'distance-learner',
  form: 'GLOBAL',
  department: '15',
  birthDate: '1990-05-30',
  frenchNational: true,
  diploma: 'none',
  workPeriods: [{ from: '2015-09-01' }],
  at: AT.toString(),
};

const PROBE = 'PROBE1';
const TRAINING = { source: 'x', positioning: { source: 'x' } };

function catalogueFor({ switches, rule }: Said): Catalogue {
  const [first] = pack.pieceTypes;
  if (first === undefined) throw new Error('no piece');
  const when = rule ?? { not: { always: true } };
  // A piece of health is never demanded: it is offered in the place of another.
  const health = asksHealth(when);
  const excuses = health ? [first.code] : [];
  const probe = { ...first, code: PROBE, health, excuses, rules: [{ when, why: 'x', source: 'x' }] };
  const sessions = pack.sessions.map((session) => ({
    ...session,
    switches: { ...session.switches, ...switches },
    pieceGroups: session.pieceGroups.map((group, index) =>
      index === 0 ? { ...group, pieces: [...group.pieces, PROBE] } : group,
    ),
  }));
  // Whatever an exam may switch on is on.
  const exams = pack.exams.map((exam) => ({ ...exam, admission: { ...exam.admission, training: TRAINING } }));
  return createCatalogue({ ...pack, exams, sessions, pieceTypes: [...pack.pieceTypes, probe] });
}

/** What the rules answer: the pieces, and the reasons of the verdict as `code met detail`. */
type Answered = { readonly pieces: readonly string[]; readonly reasons: readonly string[] };

function enrolled(said: Said): Answered {
  const registered: Steps = { ...LEARNER, ...said.answers };
  const enrolment: Enrolment = {
    id: 'e' as EnrolmentId,
    academy: 'clermont',
    session: 'bp-2024-clermont',
    candidateId: 'a',
    status: 'registered',
    number: 'BP24-00001-U',
    version: 1,
    registered,
    working: null,
    firstRegisteredAt: AT,
    registeredAt: AT,
    signature: null,
    completedUnits: null,
    reserve: null,
    validatedAt: null,
    endedAt: null,
    savedAt: AT,
    rowVersion: 1,
  };
  const person = { birthDate: Temporal.PlainDate.from(said.birthDate ?? QUESTION.birthDate) };
  const dossier = dossierOf(enrolment, { catalogue: catalogueFor(said), now: AT, person }, 'registered');
  const read = reviewAnswers(dossier);
  const review = completeReview(read);
  if (review === null) throw new Error(`${read.next}: ${JSON.stringify(read.state.faults)}`);
  return answeredBy(
    pieceList(enrolment, dossier, review).map(({ code }) => code),
    verdictOn(dossier, review).reasons,
  );
}

function simulated(said: Said): Answered {
  const { birthDate = QUESTION.birthDate, question } = said;
  const asked = simulateEligibility(catalogueFor(said), { ...QUESTION, birthDate, ...question }, AT);
  if (!asked.ok) throw new Error(JSON.stringify(asked.error));
  return answeredBy(
    asked.value.pieces.map(({ code }) => code),
    asked.value.reasons,
  );
}

function answeredBy(
  pieces: readonly string[],
  reasons: readonly { readonly code: string; readonly met: boolean | null; readonly detail: string }[],
): Answered {
  return { pieces, reasons: reasons.map(({ code, met, detail }) => `${code} ${met} ${detail}`) };
}

/** What the second has and the first has not: `+DOMICIL`, and the other way round: `-DOMICIL`. */
function changes(one: readonly string[], other: readonly string[]): readonly string[] {
  return [
    ...one.filter((item) => !other.includes(item)).map((item) => `-${item}`),
    ...other.filter((item) => !one.includes(item)).map((item) => `+${item}`),
  ].sort();
}

type Row = {
  /** The form refuses it before the verdict: only the simulator can be asked. */
  readonly refusedAtOnce?: true;
  readonly rule: string;
  readonly without?: Said;
  readonly declared: Said;
  /** What declaring it changes. */
  readonly gives: readonly string[];
};

const informations = (more: object): Said['answers'] => ({ informations: { ...LEARNER.informations, ...more } });
const of = (speciality: string, more: object = {}): Steps['qualification'] => ({
  ...LEARNER.qualification,
  speciality,
  ...more,
});
const sitting = (...units: readonly string[]): Steps['acquis'] =>
  Object.fromEntries(units.map((unit) => [`choice-${unit}`, 'sit']));
const crediting = (slot: string, choice: string, more: object): Steps['acquis'] => ({
  ...SIT,
  [`choice-${slot}`]: choice,
  ...Object.fromEntries(Object.entries(more).map(([name, value]) => [`${name}-${slot}`, value])),
});

const FORMER: Said = {
  answers: informations({
    category: 'previous-candidate',
    formerYear: '2022',
    formerForm: 'GLOBAL',
    formerCentre: 'CFA, Aurillac',
    satAllTests: 'oui',
    twoYearsInCentre: 'oui',
  }),
  question: { category: 'previous-candidate', formerForm: 'GLOBAL', satAllTests: true, twoYearsInCentre: true },
};
const PROGRESSIVE: Said = {
  answers: {
    qualification: { ...LEARNER.qualification, form: 'PROGRESSIVE' },
    epreuves: { ...LEARNER.epreuves, presented: ['U10'] },
  },
  question: { form: 'PROGRESSIVE' },
};
const LAST_UNITS: Said = {
  answers: {
    ...PROGRESSIVE.answers,
    epreuves: {
      ...LEARNER.epreuves,
      presented: ['U10', 'U20', 'E3-option', 'U41', 'U42', 'U51', 'U52', 'U60'],
    },
  },
  question: null,
};
const MACON: Said = {
  answers: {
    qualification: of('45023216'),
    acquis: sitting('U10', 'U20', 'U30', 'U40', 'U50', 'U60', 'U70'),
    epreuves: { language: 'anglais' },
  },
  question: { speciality: '45023216' },
};
const KEPT: Said = {
  answers: { acquis: crediting('U10', 'keep', { mark: '12,5', date: '05/07/2022' }) },
  question: { credits: [{ unit: 'U10', kind: 'kept', mark: '12.5', obtainedOn: '2022-07-05' }] },
};
const LISTED: Said = {
  answers: informations({ diploma: 'level-3-listed', diplomaTitle: 'CAP Métiers de la coiffure' }),
  question: { diploma: 'level-3-listed' },
};
const slotsIn = (wanted: string): readonly string[] =>
  pack.regulations.filter(({ cfd }) => cfd === wanted).flatMap((one) => slotsOf(one).map(({ id }) => id));
const FLORIST = slotsIn('45031207');
const PHARMACY: Said = {
  answers: {
    ...LISTED.answers,
    qualification: of('45033104'),
    acquis: sitting(...slotsIn('45033104')),
  },
  question: { ...LISTED.question, speciality: '45033104' },
};
const GUARDIAN = {
  identification: {
    ...LEARNER.identification,
    guardianName: 'Martin',
    guardianFirstNames: 'Anne',
    guardianPhone: '0612345679',
    guardianMail: 'anne@domaine.fr',
  },
};
const YOUNG = { ...informations({ from1: '01/09/2021' }) };
const YOUNG_QUESTION = { workPeriods: [{ from: '2021-09-01' }] };

const named = (rows: Readonly<Record<string, Row>>) =>
  Object.entries(rows).map(([name, row]) => [row.rule, name, row] as const);

const FACTS: Readonly<Record<FactName, Row>> = {
  category: {
    rule: "Un candidat en enseignement à distance en donne l'attestation, un ancien candidat celle de son centre",
    without: FORMER,
    declared: {},
    gives: ['+ENSDIST', '-ATTFORM'],
  },
  form: {
    rule: 'Une pièce peut dépendre de la forme de passage',
    without: { rule: { fact: 'form', is: 'PROGRESSIVE' } },
    declared: { ...PROGRESSIVE, rule: { fact: 'form', is: 'PROGRESSIVE' } },
    gives: [`+${PROBE}`],
  },
  frenchNational: {
    rule: 'Un Français de moins de 25 ans est en règle au regard du service national',
    without: {
      birthDate: '1998-11-16',
      answers: { identification: { ...LEARNER.identification, frenchNational: 'non' } },
      question: { frenchNational: false },
    },
    declared: { birthDate: '1998-11-16' },
    gives: ['+SNATJDC'],
  },
  ageAtEnrolment: {
    rule: "Le service national est dû jusqu'à la veille du 25e anniversaire",
    without: { birthDate: '1998-11-15' },
    declared: { birthDate: '1998-11-16' },
    gives: ['+SNATJDC'],
  },
  minor: {
    rule: "Un candidat mineur donne l'accord de son représentant légal, jusqu'à la veille de ses 18 ans",
    without: { birthDate: '2005-11-15', answers: YOUNG, question: YOUNG_QUESTION },
    declared: { birthDate: '2005-11-16', answers: { ...YOUNG, ...GUARDIAN }, question: YOUNG_QUESTION },
    gives: ['+REPLEG'],
  },
  diploma: {
    rule: "Qui n'attend que deux ans d'activité donne son diplôme de la liste",
    declared: LISTED,
    gives: ['+DIPLOM3'],
  },
  keepsMark: { rule: "Qui conserve une note d'au moins 10 donne son relevé", declared: KEPT, gives: ['+RELNOTES'] },
  carriesMark: {
    rule: 'Qui reporte une note de moins de 10 donne son relevé',
    without: PROGRESSIVE,
    declared: {
      answers: {
        ...PROGRESSIVE.answers,
        acquis: crediting('U20', 'carry', { mark: '8', date: '05/07/2022' }),
      },
      question: {
        form: 'PROGRESSIVE',
        credits: [{ unit: 'U20', kind: 'carried', mark: '8', obtainedOn: '2022-07-05' }],
      },
    },
    gives: ['+RELNOTES'],
  },
  exemptionGrounds: {
    rule: 'Qui demande une dispense donne le document de son motif',
    declared: {
      answers: { acquis: crediting('U60', 'exempt', { ground: 'baccalaureate' }) },
      question: { credits: [{ unit: 'U60', kind: 'exempt', ground: 'baccalaureate' }] },
    },
    gives: ['+DISPENSE'],
  },
  lastUnitPresented: {
    rule: "La preuve de l'activité est due à la dernière unité, quand la session suit le Code",
    without: { ...PROGRESSIVE, switches: { conditionsDueAt: 'exam' } },
    declared: { ...LAST_UNITS, switches: { conditionsDueAt: 'exam' } },
    gives: ['+ATTEMPLOI'],
  },
  scaffoldingAnnexes: {
    rule: 'Une spécialité qui travaille en hauteur demande ses attestations R.408, annexe par annexe',
    declared: MACON,
    gives: ['+R408A3', '+R408A4', '+R408A5'],
  },
  positioning: {
    rule: 'Une formation réduite se prouve par la décision de positionnement, là où un examen la demande',
    without: { rule: { fact: 'positioning', is: true } },
    declared: {
      answers: informations({ positioning: 'oui' }),
      rule: { fact: 'positioning', is: true },
      question: { positioning: true },
    },
    gives: [`+${PROBE}`],
  },
  pharmacy: {
    rule: "Le préparateur en pharmacie donne l'attestation de sa formation, même à distance",
    without: LISTED,
    declared: PHARMACY,
    gives: ['+ATTFORM'],
  },
  handicap: {
    rule: "Une pièce de santé peut dépendre d'un aménagement demandé",
    without: { rule: { fact: 'handicap', is: true }, question: null },
    declared: { answers: informations({ handicap: 'oui' }), rule: { fact: 'handicap', is: true }, question: null },
    gives: [`+${PROBE}`],
  },
  disabledWorker: {
    rule: 'La dispense de R.408 est proposée au travailleur handicapé',
    without: MACON,
    declared: {
      answers: { ...MACON.answers, qualification: of('45023216', { disabledWorker: 'oui' }) },
      question: { ...MACON.question, disabledWorker: true },
    },
    gives: ['+R408DISP'],
  },
  practiceDueAt: {
    rule: "Qui ne doit son activité qu'à sa dernière unité n'en donne pas encore la preuve",
    without: PROGRESSIVE,
    declared: {
      answers: { ...PROGRESSIVE.answers, ...informations({ from1: '01/09/2023' }) },
      question: { form: 'PROGRESSIVE', workPeriods: [{ from: '2023-09-01' }] },
    },
    gives: ['-ATTEMPLOI'],
  },
  conditionsDueAt: {
    rule: "Une session qui suit le Code n'attend pas l'activité de qui garde des unités",
    without: { ...PROGRESSIVE, switches: { conditionsDueAt: 'enrolment' } },
    declared: { ...PROGRESSIVE, switches: { conditionsDueAt: 'exam' } },
    gives: ['-ATTEMPLOI'],
  },
  nationalityAskedOf: {
    rule: 'Une session peut demander à chacun de prouver sa nationalité, et pas aux seuls moins de 25 ans',
    without: { switches: { nationalityAskedOf: 'under-25' } },
    declared: { switches: { nationalityAskedOf: 'everyone' } },
    gives: ['+1NATID01'],
  },
};

describe('Chaque fait change les pièces demandées, dans une inscription et au simulateur', () => {
  it.each(named(FACTS))('%s (%s)', (_rule, _fact, { without = {}, declared, gives }) => {
    expect(changes(enrolled(without).pieces, enrolled(declared).pieces)).toEqual(gives);
    for (const said of [without, declared])
      if (said.question !== null) expect(simulated(said).pieces, 'the simulator').toEqual(enrolled(said).pieces);
  });
});

const DECLARED: Readonly<Record<keyof Declaration, Row>> = {
  birthDate: {
    rule: "Le service national est dû jusqu'à la veille du 25e anniversaire",
    without: { birthDate: '1998-11-15' },
    declared: { birthDate: '1998-11-16' },
    gives: ['+national-service true by-piece', '-national-service true not-concerned'],
  },
  department: {
    rule: "Être domicilié dans les départements de l'académie",
    refusedAtOnce: true,
    declared: { question: { department: '75' } },
    gives: ['+residence false plain', '-residence true plain'],
  },
  frenchNational: {
    rule: 'Un étranger ne doit pas le service national',
    without: { birthDate: '1998-11-16' },
    declared: {
      birthDate: '1998-11-16',
      answers: { identification: { ...LEARNER.identification, frenchNational: 'non' } },
      question: { frenchNational: false },
    },
    gives: ['+national-service true not-concerned', '-national-service true by-piece'],
  },
  category: {
    rule: "Qui n'est ni ancien candidat ni en enseignement à distance ne remplit pas la condition",
    declared: { answers: informations({ category: 'other' }), question: { category: 'other' } },
    gives: ['+category false plain', '-category true plain'],
  },
  formerForm: {
    rule: "L'ancien candidat conserve la forme de passage de sa session",
    without: FORMER,
    refusedAtOnce: true,
    declared: { question: { ...FORMER.question, formerForm: 'PROGRESSIVE' } },
    gives: ['+former-form false plain', '-former-form true plain'],
  },
  satAllTests: {
    rule: "Avoir passé toutes les épreuves d'une session",
    without: FORMER,
    declared: {
      answers: { informations: { ...FORMER.answers?.informations, satAllTests: 'non' } },
      question: { ...FORMER.question, satAllTests: false },
    },
    gives: ['+category false missing', '-category true plain'],
  },
  twoYearsInCentre: {
    rule: 'Avoir suivi deux ans de formation dans un centre',
    without: FORMER,
    declared: {
      answers: { informations: { ...FORMER.answers?.informations, twoYearsInCentre: 'non' } },
      question: { ...FORMER.question, twoYearsInCentre: false },
    },
    gives: ['+category false missing', '-category true plain'],
  },
  trainingHours: {
    rule: 'Moins que les heures imprimées par un arrêté, au rectorat de juger',
    without: {
      ...PHARMACY,
      answers: { ...PHARMACY.answers, ...informations({ ...LISTED.answers?.informations, trainingHours: '800' }) },
      question: { ...PHARMACY.question, trainingHours: 800 },
    },
    declared: {
      ...PHARMACY,
      answers: { ...PHARMACY.answers, ...informations({ ...LISTED.answers?.informations, trainingHours: '10' }) },
      question: { ...PHARMACY.question, trainingHours: 10 },
    },
    gives: ['+training null to-judge', '-training true plain'],
  },
  positioning: {
    rule: 'Une décision de positionnement réduit la durée de formation',
    without: { answers: informations({ trainingHours: '10' }), question: { trainingHours: 10 } },
    declared: {
      answers: informations({ trainingHours: '10', positioning: 'oui' }),
      question: { trainingHours: 10, positioning: true },
    },
    gives: ['+training true by-decision', '-training null to-judge'],
  },
  diploma: {
    rule: "Deux ans d'activité suffisent avec un diplôme de la liste",
    declared: LISTED,
    gives: ['+experience-two-years true now', '-experience-five-years true now'],
  },
  specialContract: {
    rule: "Vingt mois d'un contrat d'apprentissage ou de professionnalisation suffisent",
    without: {
      answers: informations({ ...LISTED.answers?.informations, from1: '01/02/2022', trainingHours: '900' }),
      question: { ...LISTED.question, workPeriods: [{ from: '2022-02-01' }], trainingHours: 900 },
    },
    declared: {
      answers: informations({
        ...LISTED.answers?.informations,
        from1: '01/02/2022',
        trainingHours: '900',
        specialContract: 'oui',
      }),
      question: {
        ...LISTED.question,
        workPeriods: [{ from: '2022-02-01' }],
        trainingHours: 900,
        specialContract: true,
      },
    },
    gives: ['+experience-two-years true now', '-experience-two-years null to-judge'],
  },
  workPeriods: {
    rule: "Cinq ans d'activité sans diplôme",
    declared: { answers: informations({ from1: '01/09/2021' }), question: { workPeriods: [{ from: '2021-09-01' }] } },
    gives: ['+experience-five-years false missing', '-experience-five-years true now'],
  },
  speciality: {
    rule: 'Les unités que personne ne connaît sont à compléter par le rectorat',
    declared: {
      answers: {
        qualification: of('45022110'),
        acquis: { keeps: 'non', exempts: 'non' },
        epreuves: { presentedInWords: 'Tout' },
      },
      question: { speciality: '45022110' },
    },
    gives: ['+speciality null to-complete'],
  },
  form: {
    rule: "Qui étale ses unités doit son activité à la dernière (D337-106), et n'est pas refusé avant",
    without: { answers: informations({ from1: '01/09/2023' }), question: { workPeriods: [{ from: '2023-09-01' }] } },
    declared: {
      answers: { ...PROGRESSIVE.answers, ...informations({ from1: '01/09/2023' }) },
      question: { ...PROGRESSIVE.question, workPeriods: [{ from: '2023-09-01' }] },
    },
    gives: ['+experience-five-years null later-allowed', '-experience-five-years false missing'],
  },
  lastUnitPresented: {
    rule: "L'activité est due quand la dernière unité est présentée (D337-106)",
    without: { answers: { ...PROGRESSIVE.answers, ...informations({ from1: '01/09/2023' }) }, question: null },
    declared: { answers: { ...LAST_UNITS.answers, ...informations({ from1: '01/09/2023' }) }, question: null },
    gives: ['+experience-five-years false missing', '-experience-five-years null later-allowed'],
  },
  handicap: {
    rule: 'Un handicap ouvre le report de note dans la forme globale, à juger (D351-27)',
    declared: {
      answers: {
        ...informations({ handicap: 'oui' }),
        acquis: crediting('U20', 'carry', { mark: '8', date: '05/07/2022' }),
      },
      question: {
        disabledWorker: true,
        credits: [{ unit: 'U20', kind: 'carried', mark: '8', obtainedOn: '2022-07-05' }],
      },
    },
    gives: ['+credits null to-judge'],
  },
  disabledWorker: {
    rule: "La reconnaissance d'un handicap ne change rien aux conditions",
    without: MACON,
    declared: {
      answers: { ...MACON.answers, qualification: of('45023216', { disabledWorker: 'oui' }) },
      question: { ...MACON.question, disabledWorker: true },
    },
    gives: [],
  },
  credits: {
    rule: "Une note d'avant le règlement de la spécialité est à juger (D337-108)",
    without: {
      answers: {
        qualification: of('45031207'),
        acquis: sitting(...FLORIST),
        epreuves: { language: 'anglais' },
      },
      question: { speciality: '45031207' },
    },
    declared: {
      answers: {
        qualification: of('45031207'),
        acquis: { ...sitting(...FLORIST), 'choice-UP1': 'keep', 'mark-UP1': '12', 'date-UP1': '05/07/2022' },
        epreuves: { language: 'anglais' },
      },
      question: {
        speciality: '45031207',
        credits: [{ unit: 'UP1', kind: 'kept', mark: '12', obtainedOn: '2022-07-05' }],
      },
    },
    gives: ['+credits null to-judge'],
  },
  creditsInWords: {
    rule: 'Des acquis dits en toutes lettres laissent le dossier à compléter',
    declared: {
      answers: {
        acquis: { keeps: 'non', exempts: 'oui', exemptedInWords: 'U60, bac' },
        epreuves: { presentedInWords: 'Tout' },
      },
      question: null,
    },
    gives: ['+speciality null to-complete'],
  },
};

describe('Chaque chose déclarée change le verdict, dans une inscription et au simulateur', () => {
  it.each(named(DECLARED))('%s (%s)', (_rule, _name, { without = {}, declared, gives, refusedAtOnce }) => {
    if (refusedAtOnce !== true) expect(changes(enrolled(without).reasons, enrolled(declared).reasons)).toEqual(gives);
    if (declared.question === null) return;
    expect(changes(simulated(without).reasons, simulated(declared).reasons), 'the simulator').toEqual(gives);
    expect(simulated(without).reasons).toEqual(enrolled(without).reasons);
  });
});
