import { dayInWords } from '../../ui/index.ts';

/** The keys of the files of rules, in words. What isn't here is a code or a name, shown as it is. */
const KEYS: Readonly<Record<string, string>> = {
  account: 'compte',
  annexes: 'annexes',
  asks: 'question posée',
  at: 'instant',
  body: 'texte',
  borrowedPostcodes: 'codes postaux empruntés',
  cannedReasons: 'motifs de refus',
  choiceGroup: 'choix',
  closesAt: 'clôture',
  coefficient: 'coefficient',
  completeness: "ce que l'on sait",
  compulsoryLanguage: 'langue obligatoire',
  compulsoryLanguages: 'langues obligatoires',
  conditions: "conditions d'inscription",
  conditionsDueAt: 'conditions à remplir',
  confidence: 'fiabilité',
  contacts: 'contacts',
  correctionDays: 'jours pour corriger',
  correctionsEndAt: 'fin des corrections',
  countsForValidation: 'compte pour la validation',
  departments: 'départements',
  description: 'description',
  dormant: 'sans formation',
  dueAt: 'date limite',
  doubtfulTitle: 'intitulé douteux',
  duration: 'durée',
  eligibility: 'conditions propres',
  equivalences: 'équivalences',
  example: 'exemple',
  examStartsOn: 'début des épreuves',
  excuses: 'pièces dont elle dispense',
  exemptionBasis: 'base des dispenses',
  exemptionGrounds: 'motifs de dispense',
  expect: 'réponse attendue',
  extraSession: 'session supplémentaire',
  firstSession: 'première session',
  health: 'donnée de santé',
  help: 'aide',
  hours: 'heures',
  kind: 'nature',
  label: 'libellé',
  languages: 'langues',
  lastCorrectionAt: 'dernière correction possible',
  lastSession: 'dernière session',
  letterhead: 'en-tête',
  links: 'liens',
  listedDiplomas: 'diplômes de la liste',
  maxOptionalUnits: "nombre d'épreuves facultatives",
  mode: 'mode',
  months: 'mois',
  mustProve: 'ce que la pièce doit prouver',
  name: 'nom',
  nationalityAskedOf: 'nationalité demandée',
  note: 'remarque',
  notes: 'remarques',
  numberPrefix: 'préfixe des numéros',
  on: 'jour',
  opensAt: 'ouverture',
  optionalLanguage: 'langue facultative',
  optionalLanguages: 'langues facultatives',
  order: 'arrêté',
  ownCode: 'code de Registre',
  pieceGroups: 'regroupements de pièces',
  pieces: 'pièces',
  portfolio: 'groupe de spécialités',
  portfolios: 'groupes de spécialités',
  postalAddress: 'adresse postale',
  question: 'question',
  reasons: 'conditions',
  repeatable: 'plusieurs fichiers',
  replacedBy: 'remplacée par',
  replaces: 'remplace',
  resultsAt: 'résultats',
  rules: 'règles',
  sanction: 'sans la pièce',
  scaffolding: 'R.408',
  session: 'session',
  signature: 'signature',
  socioProfessionalCategoryOf: 'catégorie socioprofessionnelle de',
  source: 'source',
  sources: 'sources',
  subject: 'objet',
  switches: 'réglages',
  test: 'épreuve',
  text: 'texte',
  title: 'titre',
  totalCoefficient: 'total des coefficients',
  trades: 'métiers',
  trainingHours: 'heures de formation',
  unitExemptions: 'dispenses propres',
  units: 'unités',
  unitsComplete: 'unités toutes connues',
  unkeptMarksAreLost: 'note non conservée perdue',
  variables: 'variables',
  verdict: 'verdict',
  when: 'si',
  why: 'raison',
  window: 'inscriptions',
  year: 'année',
};

/** `window › closesAt` → « inscriptions › clôture » */
export function pathInFrench(path: readonly string[]): string {
  return path.map((step) => (Object.hasOwn(KEYS, step) ? (KEYS[step] ?? step) : step)).join(' › ');
}

/** A value as it reads: an hour and a day in words, yes or no, what nobody knows. */
export function valueInFrench(value: string): string {
  if (value === 'true') return 'oui';
  if (value === 'false') return 'non';
  if (value === 'null') return 'inconnu';
  const parts = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2}))?$/.exec(value);
  if (parts === null) return value;
  try {
    const day = dayInWords(Temporal.PlainDate.from(parts[1] ?? ''));
    return parts[2] === undefined ? day : `${day} à ${Number(parts[2])}\u00a0h\u00a0${parts[3]}`;
  } catch {
    return value;
  }
}
