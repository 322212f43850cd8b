import type { FactName, FactOf, FactValue } from '../../catalogue/index.ts';
import { quoted } from '../../ui/index.ts';

/** A fact that holds, and one that doesn't, each as what follows « Demandée ». « s'il » is the candidate. */
type Clause = readonly [holds: string, not: string];

const TRUE_OR_FALSE: Readonly<Record<FactOf<'boolean'>, Clause>> = {
  frenchNational: ["s'il est de nationalité française", "s'il n'est pas de nationalité française"],
  minor: ["s'il est mineur", "s'il est majeur"],
  keepsMark: ["s'il conserve une note d'au moins 10", "s'il ne conserve aucune note d'au moins 10"],
  carriesMark: ["s'il reporte une note de moins de 10", "s'il ne reporte aucune note de moins de 10"],
  lastUnitPresented: ["s'il présente sa dernière unité", "s'il garde des unités pour une autre session"],
  positioning: ["s'il a une décision de positionnement", "s'il n'a pas de décision de positionnement"],
  pharmacy: ['si sa spécialité est Préparateur en pharmacie', "si sa spécialité n'est pas Préparateur en pharmacie"],
  handicap: ["s'il a dit avoir un handicap", "s'il n'a pas dit avoir de handicap"],
  disabledWorker: ["s'il dit être reconnu travailleur handicapé", "s'il ne dit pas être reconnu travailleur handicapé"],
};

const VALUES: {
  readonly [Name in FactOf<'choice' | 'list'>]: Readonly<Record<FactValue<Name>, Clause>>;
} = {
  category: {
    'previous-candidate': ["s'il a déjà présenté l'examen", "s'il n'a pas encore présenté l'examen"],
    'distance-learner': ["s'il suit un enseignement à distance", "s'il ne suit pas d'enseignement à distance"],
    other: [
      "s'il n'a pas présenté l'examen et ne suit pas d'enseignement à distance",
      "s'il a présenté l'examen ou suit un enseignement à distance",
    ],
  },
  form: {
    GLOBAL: ["s'il choisit la forme globale", "s'il ne choisit pas la forme globale"],
    PROGRESSIVE: ["s'il choisit la forme progressive", "s'il ne choisit pas la forme progressive"],
  },
  diploma: {
    none: [
      "s'il n'a ni diplôme de la liste de la spécialité ni bac pro du secteur",
      "s'il a un diplôme de la liste de la spécialité ou un bac pro du secteur",
    ],
    'level-3-listed': [
      "s'il a un diplôme de la liste de la spécialité",
      "s'il n'a pas de diplôme de la liste de la spécialité",
    ],
    'bac-pro-sector': ["s'il a un bac pro du secteur", "s'il n'a pas de bac pro du secteur"],
    unknown: ["s'il ne sait pas quel diplôme il a (au simulateur)", "s'il sait quel diplôme il a"],
  },
  exemptionGrounds: {
    baccalaureate: exemption('comme bachelier'),
    speciality: exemption("que l'arrêté de la spécialité accorde"),
    'skills-block': exemption('avec une attestation de blocs de compétences'),
    vae: exemption('après une VAE'),
    foreign: exemption("avec un diplôme d'un autre pays d'Europe"),
    'notice-level': exemption('avec un diplôme de niveau au moins égal'),
    unknown: exemption('sans en dire le motif'),
  },
  scaffoldingAnnexes: { '3': annexe(3), '4': annexe(4), '5': annexe(5) },
  practiceDueAt: {
    enrolment: [
      "si sa durée d'activité doit être complète à l'inscription",
      "si sa durée d'activité n'a pas à être complète à l'inscription",
    ],
    exam: [
      "si sa durée d'activité ne sera complète qu'à l'examen",
      "si sa durée d'activité n'attend pas l'examen pour être complète",
    ],
    'last-unit': [
      "si sa durée d'activité doit être complète à sa dernière unité seulement",
      "si sa durée d'activité ne peut pas attendre sa dernière unité",
    ],
  },
  nationalityAskedOf: {
    everyone: [
      'si la session demande la nationalité à tous les candidats',
      'si la session ne demande pas la nationalité à tous les candidats',
    ],
    'under-25': [
      'si la session demande la nationalité aux moins de 25\u00a0ans seulement',
      'si la session ne demande pas la nationalité aux moins de 25\u00a0ans seulement',
    ],
  },
  conditionsDueAt: {
    enrolment: [
      "si la session demande la preuve de l'activité à l'inscription",
      "si la session ne demande pas la preuve de l'activité à l'inscription",
    ],
    exam: [
      "si la session demande la preuve de l'activité à l'examen",
      "si la session ne demande pas la preuve de l'activité à l'examen",
    ],
  },
};

function exemption(how: string): Clause {
  return [`s'il demande une dispense ${how}`, `s'il ne demande pas de dispense ${how}`];
}

function annexe(number: number): Clause {
  return [
    `si sa spécialité demande l'annexe ${number} du travail en hauteur`,
    `si sa spécialité ne demande pas l'annexe ${number} du travail en hauteur`,
  ];
}

/** The words of the conditions of pieces. */
export const texts = {
  rows: {
    joins: { always: 'toujours', all: 'quand tout ceci est vrai', any: "quand l'un de ceux-ci est vrai" },
    joinMissing: 'Dites quand la règle vaut.',
    fact: (position: number): string => `Condition ${position}`,
    number: (position: number): string => `Condition ${position}\u00a0: âge`,
    numberMessage: 'Écrivez un âge, de 1 à 120.',
    numberMissing: "Écrivez le nombre d'années de cette condition.",
    factMissing: 'Choisissez au moins une condition, ou «\u00a0toujours\u00a0».',
  },
  always: 'toujours',
  never: 'jamais',
  /** The first « s'il » of a sentence names the candidate. */
  candidate: (clause: string): string => clause.replace("s'il ", 'si le candidat '),
  is: (fact: FactName, value: string | number | boolean, holds: boolean): string =>
    (typeof value === 'boolean'
      ? clauseIn(TRUE_OR_FALSE, fact)?.[value === holds ? 0 : 1]
      : typeof value === 'number' && fact === 'ageAtEnrolment'
        ? holds
          ? `s'il a ${value}\u00a0ans`
          : `s'il n'a pas ${value}\u00a0ans`
        : clauseIn(valuesOf(fact), String(value))?.[holds ? 0 : 1]) ?? otherwise(fact, String(value), holds),
  below: (fact: FactName, value: number, holds: boolean): string => {
    if (fact !== 'ageAtEnrolment') return otherwise(fact, `< ${value}`, holds);
    return holds ? `s'il a moins de ${value}\u00a0ans` : `s'il a ${value}\u00a0ans ou plus`;
  },
  belowAsked: (holds: boolean): string => (holds ? "s'il a moins de … ans" : "s'il a … ans ou plus"),
  facts: {
    category: 'Catégorie',
    form: 'Forme de passage',
    frenchNational: 'Nationalité',
    ageAtEnrolment: 'Âge',
    minor: 'Âge',
    diploma: 'Diplôme',
    keepsMark: 'Acquis',
    carriesMark: 'Acquis',
    exemptionGrounds: 'Dispenses',
    lastUnitPresented: 'Unités',
    scaffoldingAnnexes: 'Travail en hauteur',
    positioning: 'Formation',
    pharmacy: 'Spécialité',
    handicap: 'Handicap',
    disabledWorker: 'Handicap',
    practiceDueAt: 'Activité',
    conditionsDueAt: 'Réglage de la session',
    nationalityAskedOf: 'Réglage de la session',
  } satisfies Readonly<Record<FactName, string>>,
};

function valuesOf(fact: FactName): Readonly<Record<string, Clause>> {
  return Object.entries(VALUES).find(([name]) => name === fact)?.[1] ?? {};
}

function clauseIn(clauses: Readonly<Record<string, Clause>>, name: string): Clause | undefined {
  return Object.hasOwn(clauses, name) ? clauses[name] : undefined;
}

function otherwise(fact: FactName, value: string, holds: boolean): string {
  return `si ${quoted(fact)} ${holds ? 'vaut' : 'ne vaut pas'} ${quoted(value)}`;
}
