import { listing, numericDay, plural, quoted } from '../../ui/index.ts';
import { TAKEN_STATE } from './changeover.ts';

const cut = (typed: string): string => quoted(typed.slice(0, 40));
/** Lines named of a fault that many have. */
const NAMED_LINES = 5;

/** What is wrong with a list of the system in place, and how it is put right. */
export const faultTexts = {
  names: { birthName: 'le nom de famille', usageName: "le nom d'usage", firstNames: 'les prénoms' },
  /** In a cell. */
  cell: (column: string, message: string): string => `${column}\u00a0: ${message}`,
  empty: "La case est vide. Reprenez l'export du système en place.",
  unreadable: 'La case ne se lit pas. Relisez-la.',
  number: (typed: string): string =>
    `${cut(typed)} n'est pas un numéro de candidat\u00a0: des chiffres et des lettres, 20 au plus. Un tableur a pu l'arrondir\u00a0: reprenez l'export sans l'ouvrir.`,
  bornLater: (day: Temporal.PlainDate): string => `Le ${numericDay(day)} n'est pas encore passé. Relisez l'année.`,
  speciality: (code: string, lines: readonly number[]): string =>
    `Le code ${cut(code)} n'est d'aucune spécialité de cette session${lines.length < 2 ? '' : ` (${plural(lines.length, 'ligne', 'lignes')}\u00a0: ${lines.slice(0, NAMED_LINES).join(', ')}${lines.length > NAMED_LINES ? '…' : ''})`}. Écrivez ses cinq ou huit chiffres, ou choisissez la bonne session.`,
  state: (typed: string): string =>
    `${cut(typed)} n'est pas ${quoted(TAKEN_STATE)}. Seuls les inscrits sont repris\u00a0: retirez cette ligne.`,
  noHeadings: (names: readonly string[]): string =>
    `La ligne des titres est introuvable. Il faut au moins ${listing(names.map(quoted))}. Envoyez l'export tel qu'il sort du système en place, ou partez du modèle.`,
  missingColumns: (names: readonly string[]): string =>
    `Il manque ${names.length < 2 ? 'la colonne' : 'les colonnes'} ${listing(names.map(quoted))}. Envoyez l'export entier, ou partez du modèle.`,
  twiceColumn: (name: string): string => `La colonne ${quoted(name)} est là deux fois. Gardez-en une.`,
  headingsAgain: 'Les titres sont là une seconde fois. Envoyez un seul export par fichier, ou retirez cette ligne.',
  noLine: "Le fichier ne contient aucun candidat sous ses titres. Vérifiez que c'est le bon export.",
  otherAcademy: (department: string): string =>
    `L'établissement de l'en-tête est du département ${department.replace(/^0/, '')}, hors de votre académie. Ses candidats sont inscrits ailleurs\u00a0: vérifiez que c'est le bon export.`,
  otherSession: (found: number, year: number): string =>
    `L'en-tête est celui de la session ${found}, et vous avez choisi la session ${year}. Choisissez l'autre session, ou l'autre fichier.`,
  numberTwice: (number: string, line: number): string =>
    `Le numéro ${number} est déjà à la ligne ${line}. Gardez une seule des deux lignes.`,
  personTwice: (line: number): string =>
    `C'est le même nom, les mêmes prénoms et la même date de naissance qu'à la ligne ${line}, sous un autre numéro. Gardez la ligne qui vaut.`,
  otherPerson: (number: string): string =>
    `Le numéro ${number} est déjà repris, sous un autre nom ou une autre date de naissance. Vérifiez lequel des deux est juste.`,
};
