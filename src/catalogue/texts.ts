import { FILE, WHOLE } from './budgets.ts';
import type { Kind } from './checks/known.ts';
import type { NotChoosable, SpecialityStatus } from './rules/specialityStatus.ts';
import type { PatternName } from './schema/shape.ts';
import type { Excess } from './yamlDocument.ts';

type Field = string | number;
type HourFault = 'unreadable' | 'skipped-hour' | 'repeated-hour';

const quoted = (word: Field): string => `«\u00a0${word}\u00a0»`;
const inSentence = (field: Field): string =>
  typeof field === 'number' ? `l'élément ${field + 1} de la liste` : quoted(field);
const atStart = (field: Field): string =>
  field === '' ? 'Le fichier' : typeof field === 'number' ? `L'élément ${field + 1} de la liste` : quoted(field);
const listed = (values: readonly (string | number | boolean)[]): string => values.map(String).join(', ');
const plural = (count: number, one: string, many: string): string => `${count}\u00a0${count < 2 ? one : many}`;

const TYPES: Readonly<Record<string, string>> = {
  string: 'un texte',
  number: 'un nombre',
  int: 'un nombre entier',
  boolean: 'true ou false',
  object: 'un ensemble de clés',
  record: 'un ensemble de clés',
  array: 'une liste',
  tuple: 'une liste de deux nombres',
  null: 'rien (null)',
};

const FORMATS: Readonly<Record<PatternName | 'email' | 'url', string>> = {
  code: 'des lettres sans accent, des chiffres et des tirets',
  cfd: 'huit chiffres entre guillemets',
  cfdPrefix: 'trois chiffres entre guillemets',
  department: "deux ou trois chiffres entre guillemets, '03' par exemple, ou 2A, 2B",
  postcode: "cinq chiffres entre guillemets, '63000' par exemple",
  host: 'un nom de machine en minuscules, sans https ni barre, inscriptions.exemple.fr par exemple',
  portfolio: 'une lettre, puis des lettres majuscules ou des chiffres, G1 ou GR1 par exemple',
  pieceCode: 'trois à neuf majuscules ou chiffres, DCSTID01 par exemple',
  numberPrefix: 'deux à six majuscules ou chiffres, ABC24 par exemple',
  examPrefix: 'deux à quatre majuscules, ABC par exemple',
  monthDay: "un mois et un jour entre guillemets, '12-31' par exemple",
  wallClock: 'un jour et une heure, 2023-12-01T17:00 par exemple',
  day: 'un jour, 2024-06-03 par exemple',
  email: 'une adresse mail, nom@domaine.fr par exemple',
  url: 'une adresse complète, https://www.exemple.fr par exemple',
};

const YAML: Readonly<Record<string, string>> = {
  BAD_INDENT: "Le décalage de cette ligne n'est pas le bon\u00a0: alignez-la sur ses voisines, avec des espaces.",
  TAB_AS_INDENT: 'Une tabulation décale cette ligne\u00a0: mettez des espaces.',
  MISSING_CHAR: 'Il manque un signe (guillemet, crochet, accolade ou deux-points) ici ou juste avant.',
  MULTILINE_IMPLICIT_KEY: "Il manque un deux-points après une clé, ou un guillemet à la fin d'un texte.",
  BLOCK_AS_IMPLICIT_KEY:
    'Un deux-points se trouve dans un texte sans guillemets\u00a0: mettez ce texte entre guillemets.',
  BLOCK_IN_FLOW: 'Une liste à tirets ne peut pas être dans des crochets ou des accolades.',
  BAD_ALIAS: "Ce signe * ou & n'est pas à sa place\u00a0: mettez le texte entre guillemets.",
  BAD_SCALAR_START: 'Un texte ne peut pas commencer par ce signe\u00a0: mettez-le entre guillemets.',
  BAD_DQ_ESCAPE: "La barre oblique inverse (\\) n'est pas permise ici\u00a0: employez des guillemets simples.",
  MULTIPLE_DOCS: 'Une ligne de trois tirets (---) coupe le fichier en deux\u00a0: enlevez-la.',
  TAG_RESOLVE_FAILED: "Un texte ne peut pas commencer par un point d'exclamation\u00a0: mettez-le entre guillemets.",
};

const EXCESSES: Readonly<Record<Excess, string>> = {
  characters: 'caractères',
  lines: 'lignes',
  levels: "niveaux de listes et d'ensembles",
  signs: 'mots et signes',
  values: 'valeurs',
  things: 'éléments dans une liste',
  valuesOfOne: 'valeurs dans un élément',
};

/** « 200 000 », with narrow no-break spaces. */
const figure = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, '\u202f');

const SHELVES: Readonly<Record<Kind, string>> = {
  installation: "les réglages de l'installation",
  academies: 'aucune académie',
  departments: 'la table des départements',
  exams: 'aucun examen',
  specialities: 'la liste des spécialités',
  regulations: "aucun règlement d'examen",
  pieceTypes: 'la liste des pièces',
  sessions: 'aucune session',
  relativeSessions: 'aucune session de démonstration',
  mails: 'les textes des mails',
  cases: 'aucun cas type',
};

/** Every French sentence of this room. Faults of the pack are read by a head of office: they say what to do. */
export const texts = {
  // The folder and its files
  noFolder: 'Le dossier du catalogue est introuvable.',
  notUtf8: "Le fichier n'est pas enregistré en UTF-8\u00a0: enregistrez-le avec ce codage.",
  emptyFile: 'Le fichier est vide.',
  listExpected: 'Le fichier doit être une liste\u00a0: chaque élément commence par un tiret.',
  noSuchShelf: (usual: readonly string[]): string =>
    `Ce fichier n'est pas à un endroit connu, il ne serait pas lu. Endroits possibles\u00a0: ${listed(usual)}.`,
  emptyShelf: (kind: Kind): string =>
    SHELVES[kind].startsWith('aucun')
      ? `Il n'y a ${SHELVES[kind]}\u00a0: ajoutez un fichier ici.`
      : `Il manque ${SHELVES[kind]}.`,
  yaml: (code: string): string =>
    YAML[code] ?? "Cette ligne n'est pas lisible\u00a0: regardez les guillemets, les deux-points et le décalage.",
  keyTwice: (word: string): string =>
    `${word === '' ? 'Cette clé' : `La clé ${quoted(word)}`} est écrite deux fois au même endroit\u00a0: gardez-en une.`,
  excess: (excess: Excess): string =>
    `Ce fichier n'est pas lu, il est trop gros\u00a0: ${figure(FILE[excess])}\u00a0${EXCESSES[excess]} au plus. Reprenez une version précédente, ou remplacez-le.`,
  wholeTooLong: `Les règles ne sont pas lues, elles sont trop grosses\u00a0: ${figure(WHOLE.characters)}\u00a0caractères au plus, tous fichiers réunis. Ce fichier est le plus long.`,
  tooManyFiles: `Les règles ne sont pas lues\u00a0: ${WHOLE.files}\u00a0fichiers au plus.`,
  othersInFile: (others: number): string =>
    others === 1
      ? "Et une autre faute dans ce fichier\u00a0: corrigez d'abord celles-ci."
      : `Et ${figure(others)} autres fautes dans ce fichier\u00a0: corrigez d'abord celles-ci.`,
  othersElsewhere: (others: number): string =>
    others === 1 ? "Et une autre faute à partir d'ici." : `Et ${figure(others)} autres fautes à partir d'ici.`,

  // The shape of things
  missing: (field: Field): string => `Il manque ${inSentence(field)}.`,
  unknownKey: (key: string): string => `La clé ${quoted(key)} n'existe pas ici\u00a0: corrigez-la ou enlevez-la.`,
  wrongType: (field: Field, expected: string, found: string): string => {
    const hint = expected === 'string' && found === 'number' ? '\u00a0: mettez-le entre guillemets' : '';
    return `${atStart(field)} doit être ${TYPES[expected] ?? "d'une autre sorte"}, et non ${TYPES[found] ?? 'autre chose'}${hint}.`;
  },
  notAmong: (field: Field, values: readonly string[]): string =>
    values.length === 1
      ? `${atStart(field)} doit valoir ${listed(values)}.`
      : `${atStart(field)} doit valoir l'une de ces valeurs\u00a0: ${listed(values)}.`,
  tooSmall: (field: Field, origin: string, minimum: number, inclusive: boolean): string => {
    if (origin === 'string') return `${atStart(field)} est vide\u00a0: écrivez un texte.`;
    if (origin === 'array') return `${atStart(field)} doit avoir au moins ${plural(minimum, 'élément', 'éléments')}.`;
    if (inclusive) return `${atStart(field)} doit être ${minimum} au moins.`;
    return `${atStart(field)} doit être plus grand que ${minimum}. Un chiffre que vous ne connaissez pas s'écrit null, jamais 0.`;
  },
  tooBig: (field: Field, origin: string, maximum: number): string =>
    origin === 'array'
      ? `${atStart(field)} doit avoir ${plural(maximum, 'élément', 'éléments')} au plus.`
      : `${atStart(field)} doit être ${maximum} au plus.`,
  wrongFormat: (field: Field, format: string): string =>
    `${atStart(field)} n'est pas bien écrit. Il faut ${formatInWords(format)}.`,
  unreadableCondition:
    "Cette condition n'est pas lisible. Formes possibles\u00a0: always\u00a0; fact avec is, includes ou below\u00a0; all\u00a0; any\u00a0; not.",
  refused: (field: Field): string => `${atStart(field)} n'est pas admis ici.`,

  // What holds the pack together
  codeTwice: (code: string): string => `${quoted(code)} est déjà pris\u00a0: choisissez-en un autre.`,
  unknownAcademy: (code: string): string => `L'académie ${quoted(code)} n'est pas dans academies/.`,
  unknownExam: (code: string): string => `L'examen ${quoted(code)} n'est pas dans exams/.`,
  unknownSession: (code: string): string => `La session ${quoted(code)} n'est pas dans sessions/.`,
  unknownSpeciality: (cfd: string): string => `La spécialité ${quoted(cfd)} n'est pas dans specialities.yaml.`,
  unknownPiece: (code: string): string => `La pièce ${quoted(code)} n'est pas dans pieces.yaml.`,
  sharedWithOther: (code: string): string =>
    `Un document ne sert aussi qu'à une autre pièce, et jamais à la fois à une pièce de santé et à une qui ne l'est pas\u00a0: retirez ${quoted(code)}.`,
  examInAnotherFolder: (code: string, folder: string): string =>
    `Le dossier de l'examen ${quoted(code)} s'appelle ${quoted(folder)}\u00a0: donnez aux deux le même nom.`,
  otherPrefix: (cfd: string, prefix: string): string =>
    `Les spécialités de cet examen ont un code qui commence par ${prefix}, et non ${quoted(cfd)}.`,
  ruleSwitchedOff: (rule: string): string =>
    `L'examen n'a pas la règle ${quoted(rule)}\u00a0: ajoutez-la à ses conditions (admission), avec ses chiffres.`,
  stepMissing: (step: string): string => `Il manque l'étape ${quoted(step)}\u00a0: aucune inscription ne s'en passe.`,
  stepTwice: (step: string): string => `L'étape ${quoted(step)} est deux fois dans la liste.`,
  stepsReversed: (steps: readonly string[]): string => `Les étapes se suivent dans cet ordre\u00a0: ${listed(steps)}.`,
  hostTwice: (host: string): string =>
    `Le nom «\u00a0${host}\u00a0» mène déjà à une académie\u00a0: un nom ne mène qu'à une.`,
  inTwoPortfolios: (cfd: string): string =>
    `La spécialité ${quoted(cfd)} est dans deux portefeuilles de cette académie\u00a0: gardez-en un.`,
  withoutPortfolio: (cfd: string, name: string): string =>
    `La spécialité ${quoted(cfd)} (${name}) est ouverte à une session de cette académie\u00a0: mettez-la dans le portefeuille d'un gestionnaire.`,
  unknownDepartment: (code: string): string => `Le département ${quoted(code)} n'est pas dans departments.yaml.`,
  departmentElsewhere: (code: string, academy: string): string =>
    `Le département ${quoted(code)} est donné à une autre académie (${academy}) dans departments.yaml.`,
  unknownUnit: (unit: string): string => `L'unité ${quoted(unit)} n'est pas dans ce règlement.`,
  unitTwice: (unit: string): string => `L'unité ${quoted(unit)} est écrite deux fois dans ce règlement.`,
  unitOfReplacement: (unit: string, ending: string): string =>
    `L'unité ${quoted(unit)} finit par ${quoted(ending)}, comme les épreuves de remplacement\u00a0: donnez-lui un autre code.`,
  unitOfPhase: (unit: string): string =>
    `L'unité ${quoted(unit)} finit comme les phases d'une épreuve\u00a0: donnez-lui un autre code.`,
  phaseWithoutTime: "Toute cette phase serait de la pause. Corrigez l'une des deux durées.",
  mergeDisagrees: (unit: string): string =>
    `L'unité ${quoted(unit)}\u00a0: plusieurs anciennes unités se fusionnent (merge: true), une seule non.`,
  choiceOfOne: (choice: string): string =>
    `Le choix ${quoted(choice)} n'a qu'une unité\u00a0: il en faut deux au moins, sinon ce n'est pas un choix.`,
  completeWithoutUnits: `${quoted('unitsComplete')} est true alors que le règlement n'a aucune unité.`,
  languageDisagrees: (field: 'compulsoryLanguage' | 'optionalLanguage'): string =>
    `${quoted(field)} ne dit pas la même chose que les unités du règlement.`,
  totalDiffers: (printed: number, sum: number | null): string =>
    sum === null
      ? `Le total imprimé est ${printed}, mais un coefficient obligatoire est inconnu.`
      : `Le total imprimé est ${printed}, mais les coefficients obligatoires font ${sum}.`,
  criterionTwice: (id: string): string => `Le critère ${quoted(id)} est écrit deux fois dans la fiche d'évaluation.`,
  partUnknown: (name: string): string => `Aucun critère de la fiche n'est de la partie ${quoted(name)}.`,
  allApart: 'Un autre jury note certaines parties de la fiche, pas toutes.',
  oneLevel: "Une fiche d'évaluation a au moins deux niveaux, ou aucun.",
  bestIsNothing: 'Le meilleur niveau vaut plus que 0.',
  levelsRise: 'Les niveaux vont du meilleur au moins bon\u00a0: celui-ci ne vaut pas moins que le précédent.',
  pointsDiffer: (printed: number, sum: number): string =>
    `Le total de la fiche est ${printed}, mais ses critères font ${sum} points.`,
  yearsReversed: 'La dernière session est avant la première.',
  regulationsOverlap: (file: string): string =>
    `Deux règlements de cette spécialité valent pour une même session\u00a0: voir aussi ${file}.`,
  sessionsWithoutRegulation: (first: number, last: number | null): string =>
    last === first
      ? `Aucun règlement ne couvre la session ${first} de cette spécialité\u00a0: prolongez-en un, ou ajoutez-en un.`
      : `Aucun règlement ne couvre les sessions de cette spécialité à partir de ${first}${last === null ? '' : ` et jusqu'à ${last}`}\u00a0: prolongez-en un, ou ajoutez-en un.`,
  twoRowsForOneUnit: (unit: string): string =>
    `L'unité ${quoted(unit)} est dans deux lignes de ce tableau\u00a0: gardez-en une, ou réunissez-les (merge).`,
  sameRuleTwice: 'Deux règles de cette pièce valent dans le même cas\u00a0: réunissez-les.',
  durationAbove: (shorter: number, longer: number): string =>
    `${shorter} est plus que ${longer}\u00a0: la voie la plus courte ne peut pas demander davantage.`,
  pieceInTwoGroups: (code: string): string => `La pièce ${quoted(code)} est dans deux groupes\u00a0: gardez-en un.`,
  pieceWithoutGroup: (code: string): string =>
    `La pièce ${quoted(code)} n'est dans aucun regroupement\u00a0: on ne saurait ni comment ni quand la donner.`,
  waiverWithoutGroup: (code: string, excused: readonly string[]): string =>
    `La pièce ${quoted(code)} n'est dans aucun regroupement\u00a0: mettez-la avec celles dont elle dispense (${listed(excused)}).`,
  waiverOpensLate: (code: string, excused: string): string =>
    `La pièce ${quoted(code)} s'ouvre après ${quoted(excused)}, dont elle dispense\u00a0: donnez aux deux groupes la même ouverture.`,
  waiverClosesEarly: (code: string, excused: string): string =>
    `La pièce ${quoted(code)} se ferme avant ${quoted(excused)}, dont elle dispense\u00a0: donnez aux deux groupes la même échéance.`,
  laterProofCounts: (code: string): string =>
    `La session demande la pièce ${quoted(code)} à l'examen (conditionsDueAt)\u00a0: mettez-la dans un regroupement qui ne compte pas pour la validation, avec sa propre échéance.`,
  notANumber: (fact: string): string => `${quoted(fact)} n'est pas un nombre\u00a0: below ne lui convient pas.`,
  notAList: (fact: string): string => `${quoted(fact)} n'est pas une liste\u00a0: employez is.`,
  isAList: (fact: string): string => `${quoted(fact)} est une liste\u00a0: employez includes.`,
  impossibleValue: (fact: string, values: readonly (string | number | boolean)[] | null): string =>
    `${quoted(fact)} ne peut pas valoir cela. Il faut ${values === null ? 'un nombre' : `l'une de ces valeurs\u00a0: ${listed(values)}`}.`,

  // Instants
  badHour: (wallClock: string, fault: HourFault): string =>
    ({
      unreadable: `${wallClock} n'existe pas dans le calendrier.`,
      'skipped-hour': `${wallClock} n'existe pas\u00a0: cette nuit-là, on avance les montres. Choisissez une autre heure.`,
      'repeated-hour': `${wallClock} existe deux fois\u00a0: cette nuit-là, on recule les montres. Choisissez une autre heure.`,
    })[fault],
  badDay: (day: string): string => `${day} n'existe pas dans le calendrier.`,
  closesBeforeOpening: "La clôture du registre doit venir après l'ouverture.",
  correctionsBeforeClosing: 'La fin des corrections ne peut pas être avant la clôture du registre.',
  examTooEarly: "L'examen ne peut pas commencer avant la fin des corrections.",
  yearDiffers: (day: string): string => `L'année de la session n'est pas celle de l'examen (${day}).`,
  groupOpensBeforeRegister: 'Ce regroupement ouvre avant le registre.',
  groupDueBeforeOpening: "L'échéance de ce regroupement doit venir après son ouverture.",
  groupDueAfterCorrections:
    'Ce regroupement compte pour la validation\u00a0: son échéance ne peut pas être après la fin des corrections.',
  groupDueAfterExam: "L'échéance de ce regroupement ne peut pas être après le début de l'examen.",
  lastCorrectionMisplaced:
    "La dernière correction possible doit venir après la fin des corrections, et avant le début de l'examen.",
  postalAddressMissing: "Ce regroupement est à envoyer par la poste\u00a0: il manque l'adresse (postalAddress).",
  resultsBeforeExam: "Les résultats ne peuvent pas être publiés avant l'examen.",
  windowTooShort: (days: number): string =>
    `Le registre de la session de base doit rester ouvert ${days}\u00a0jours au moins pour que celle-ci soit toujours ouverte au premier chargement.`,
  notOverYet: (days: number): string =>
    `Cette session est dite close au premier chargement\u00a0: il faut plus de jours que n'en dure le registre de la session de base, soit ${Math.ceil(days)}.`,
  sessionLabel: (year: number): string => `session ${year}`,

  // Mails
  mailMissing: (code: string): string => `Il manque le texte du mail ${quoted(code)}.`,
  variableUndeclared: (name: string): string =>
    `Le texte emploie {${name}}, qui n'est pas dans variables\u00a0: ajoutez-la ou corrigez le texte.`,
  variableUnused: (name: string): string => `{${name}} est dans variables, mais le texte ne l'emploie pas.`,
  variableNotGiven: (name: string, given: readonly string[]): string =>
    `{${name}} n'est pas connue pour ce mail. Variables possibles\u00a0: ${listed(given)}.`,
  variableLost: (name: string, why: string): string =>
    `Il manque {${name}} dans ce mail\u00a0: sans elle, ${why}. Écrivez {${name}} dans le texte.`,
  variableTwice: (name: string): string => `{${name}} est deux fois dans variables.`,
  reasonWithBrace: (reason: string): string => {
    const name = /\{[^{}]*\}/.exec(reason)?.[0];
    return name === undefined
      ? 'Une accolade est seule\u00a0: un motif part tel quel au candidat. Enlevez-la.'
      : `Rien ne remplit ${name} dans un motif, qui part tel quel au candidat\u00a0: écrivez ce qu'il doit lire.`;
  },
  strayBrace: "Une accolade est seule\u00a0: une variable s'écrit {name}, sans espace.",
} as const;

function formatInWords(format: string): string {
  return new Map(Object.entries(FORMATS)).get(format) ?? 'une autre forme';
}

/** For the list of specialities: `ouverte`, `ouverte jusqu'à la session 2025`… */
export function statusInWords(status: SpecialityStatus): string {
  switch (status.code) {
    case 'open':
      return status.lastSession === null ? 'Ouverte.' : `Ouverte jusqu'à la session\u00a0${status.lastSession}.`;
    case 'extra-session-only':
      return `Session supplémentaire\u00a0${status.extraSession}, réservée aux candidats qui ont déjà présenté cette spécialité.`;
    case 'not-yet':
      return `Première session en\u00a0${status.firstSession}.`;
    case 'closed':
      return `Dernière session en\u00a0${status.lastSession}.`;
    case 'dormant':
      return status.note;
  }
}

/** Why a speciality can't be chosen; the page adds whom to ask. */
export function notChoosableInWords(reason: NotChoosable): string {
  switch (reason.code) {
    case 'former-candidates-only':
      return `La dernière session de cette spécialité était celle de\u00a0${reason.lastSession}. La session\u00a0${reason.extraSession} est réservée aux candidats qui l'ont déjà présentée.`;
    case 'not-yet':
      return `Cette spécialité n'est pas encore ouverte\u00a0: sa première session sera celle de\u00a0${reason.firstSession}.`;
    case 'closed':
      return `Cette spécialité est fermée\u00a0: sa dernière session était celle de\u00a0${reason.lastSession}.`;
    case 'dormant':
      return statusInWords(reason);
  }
}
