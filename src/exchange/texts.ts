import { plural, quoted } from '../ui/index.ts';
import { COLUMNS, type ExportFault, type RuleName } from './exchange.ts';

/** No-break spaces are written `\u00a0`. */
export const texts = {
  title: 'Export national des résultats',
  back: 'Publication des résultats',
  lead: "Les résultats publiés, une ligne par candidat et par unité, pour les systèmes nationaux. Le fichier est vérifié ligne à ligne avant d'être donné.",
  uncertain:
    "Aucun format national n'est publié\u00a0: celui-ci est le nôtre, décrit colonne par colonne, et reprend les écritures connues de Cyclades. Faites-le confirmer par le service qui le recevra.",
  none: "Aucun résultat n'est publié",
  noneText: 'Le fichier viendra à la seconde annoncée de la première publication.',
  ready: (candidates: number, lines: number): string =>
    `${plural(candidates, 'candidat', 'candidats')}, ${plural(lines, 'ligne', 'lignes')}. Le fichier est vérifié au moment où vous le demandez.`,
  download: 'Télécharger le fichier (CSV)',
  contents: 'Ce que contient le fichier',
  columns: ['Colonne', "Ce qu'elle dit"],
  checkAgain:
    'Pour vérifier un fichier reçu ou gardé, sur une machine du service informatique\u00a0: npm run check-export -- fichier.csv',
  refused: (count: number): string =>
    `${plural(count, 'défaut', 'défauts')}\u00a0: le fichier n'est pas donné. Corrigez ces dossiers, ou signalez-le\u00a0: aucun résultat n'a changé.`,
  faults: 'Défauts',
  line: (line: number): string => `Ligne\u00a0${line}`,
  faultColumns: ['Où', 'Colonne', 'Règle', 'Valeur'],
  whole: '–',
  busy: "Un export est déjà en cours. Rien n'a été préparé\u00a0: attendez une minute, puis demandez-le de nouveau.",
  file: (session: string, publication: number, day: string): string => `resultats-${session}-${publication}-${day}.csv`,
  says: {
    type: "RES\u00a0: une unité d'un candidat. FIN\u00a0: la dernière ligne.",
    session: 'Code de la session. Sur la ligne FIN aussi.',
    academie: "Code de l'académie. Sur la ligne FIN aussi.",
    publication: 'Numéro de la publication qui dit ce résultat. Sur la ligne FIN, nombre de lignes RES.',
    numero: "Numéro d'inscription. Sur la ligne FIN, empreinte SHA-256 des lignes RES.",
    nom_famille: 'Nom de naissance.',
    nom_usage: "Nom d'usage, ou rien.",
    prenoms: "Prénoms, dans l'ordre de la pièce d'identité.",
    naissance: 'Date de naissance, jj/mm/aaaa.',
    cfd: 'Code formation diplôme, huit chiffres.',
    code_specialite: 'Les cinq derniers chiffres du CFD, comme dans les listes de Cyclades (à confirmer).',
    forme: 'GLOBALE ou PROGRESSIVE.',
    decision: 'ADMIS, AJOURNE (non admis) ou NON-JUGE.',
    moyenne: 'Moyenne sur 20 avec deux décimales, ou rien.',
    proces_verbal: 'Procès-verbal de la délibération.',
    deliberation: 'Jour de la délibération, jj/mm/aaaa.',
    unite: 'Unité du règlement.',
    epreuve: "Code de l'épreuve, ou rien.",
    coefficient: "Coefficient, ou rien s'il est inconnu.",
    facultative: 'O ou N.',
    issue:
      'NOTE, CONSERVEE (10 et plus), REPORTEE (moins de 10), DISPENSE, ABSENT, ABSENCE-JUSTIFIEE ou NON-PRESENTEE.',
    note: 'Note sur 20, au demi-point (12,5), pour NOTE, CONSERVEE et REPORTEE seulement.',
    obtenue: "Jour d'obtention, jj/mm/aaaa, pour CONSERVEE et REPORTEE seulement.",
    bloc: "O\u00a0: unité obligatoire à 10 et plus d'un candidat qui n'est pas admis (bloc de compétences). N sinon.",
  } as const satisfies Readonly<Record<(typeof COLUMNS)[number], string>>,
};

/** The rule that a file breaks, as it is told. */
export const RULE_WORDS: Readonly<Record<RuleName, string>> = {
  columns: `La première ligne porte les noms des ${COLUMNS.length} colonnes, dans leur ordre.`,
  cells: `Une ligne a ${COLUMNS.length} valeurs.`,
  type: 'Le type est RES ou FIN.',
  same: 'Toutes les lignes sont de la même session et de la même académie.',
  required: 'Cette valeur est obligatoire.',
  empty: 'Cette valeur est vide sur la ligne FIN.',
  formula: "Une valeur ne commence pas par un signe qu'un tableur prend pour une formule.",
  shape: "La valeur n'a pas la forme attendue.",
  code: "La valeur n'est pas dans la liste des codes.",
  speciality: 'Le code de la spécialité est la fin du CFD.',
  day: "Une date existe, s'écrit jj/mm/aaaa, et n'est pas après la délibération.",
  average: "Une moyenne s'écrit avec deux décimales, de 0,00 à 20,00.",
  mark: "Une note de 0 à 20, au demi-point, là où l'issue en demande une, et seulement là.",
  obtained: 'Une note conservée ou reportée dit quand elle a été obtenue, et elle seule.',
  block: "Un bloc est une unité obligatoire à 10 et plus d'un candidat qui n'est pas admis.",
  together: "Les lignes d'un candidat disent la même chose de lui.",
  twice: 'Un candidat a ses lignes à la suite, et une seule par unité.',
  end: 'La ligne FIN est là, une fois, et la dernière.',
  count: 'La ligne FIN compte les lignes RES.',
  digest: "L'empreinte de la ligne FIN est celle des lignes RES.",
};

/** « Ligne 12, note : Une note… Lu : « 21 ». » */
export function faultInWords({ line, column, rule, value }: ExportFault): string {
  const read = value === '' ? '' : ` Lu\u00a0: ${quoted(value)}.`;
  return `Ligne ${line}${column === null ? '' : `, ${column}`}\u00a0: ${RULE_WORDS[rule]}${read} [${rule}]`;
}
