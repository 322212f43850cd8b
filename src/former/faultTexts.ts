import { listing, numericDay, quoted, wholeNumber } from '../ui/index.ts';

/** What is wrong with a file of former results, line by line. */
export const faultTexts = {
  file: 'Le fichier',
  birthName: 'Le nom de naissance',
  firstNames: 'Le prénom',
  birthDate: 'La date de naissance',
  obtainedOn: "La date d'obtention",
  missingColumns: (names: readonly string[]): string =>
    `Il manque ${names.length < 2 ? 'la colonne' : 'les colonnes'} ${listing(names.map(quoted))}. Prenez le modèle, ou reprenez ses titres en première ligne.`,
  twiceColumn: (name: string): string => `La colonne ${quoted(name)} est là deux fois. Gardez-en une.`,
  noLine: 'Le fichier ne contient aucune ligne de résultat.',
  tooManyLines: (most: number): string =>
    `Le fichier a plus de ${wholeNumber(most)} lignes. Envoyez-le en plusieurs fois, par exemple une session à la fois.`,
  empty: (name: string): string => `${name} est vide.`,
  notAName: (name: string, typed: string): string =>
    `${name} ${quoted(typed.slice(0, 40))} n'est pas un nom. Relisez la colonne.`,
  day: (name: string, typed: string): string =>
    `${name} ${quoted(typed.slice(0, 40))} ne se lit pas. Écrivez le jour, le mois et l'année\u00a0: 05/07/2023.`,
  numberMissing: 'Le numéro du candidat est vide.',
  number: (typed: string): string =>
    `Le numéro ${quoted(typed.slice(0, 40))} ne se lit pas\u00a0: des chiffres et des lettres, 20 au plus.`,
  sessionMissing: "L'année de la session est vide.",
  session: (typed: string): string =>
    `La session ${quoted(typed.slice(0, 40))} ne se lit pas. Écrivez son année\u00a0: 2023.`,
  sessionToCome: (typed: string): string => `La session ${quoted(typed.slice(0, 40))} est à venir. Relisez son année.`,
  specialityMissing: 'Le code de la spécialité est vide.',
  speciality: (typed: string): string =>
    `La spécialité ${quoted(typed.slice(0, 40))} n'est pas connue. Écrivez son code à huit chiffres, ou ses cinq derniers.`,
  unitMissing: "L'unité est vide.",
  unit: (typed: string, year: number): string =>
    `L'unité ${quoted(typed.slice(0, 40))} n'est pas de cette spécialité à la session ${year}. Relisez son code sur le règlement.`,
  markMissing:
    'La note est vide. Écrivez une note, «\u00a0A\u00a0» (absent), «\u00a0J\u00a0» (absence justifiée) ou «\u00a0D\u00a0» (dispensé).',
  decision: (typed: string): string =>
    `La décision ${quoted(typed.slice(0, 40))} ne se lit pas. Écrivez «\u00a0Admis\u00a0» ou «\u00a0Ajourné\u00a0», ou laissez la case vide.`,
  toCome: (day: Temporal.PlainDate): string =>
    `La date d'obtention ${numericDay(day)} est dans l'avenir. Recopiez celle du relevé de notes.`,
  bornAfter: (day: Temporal.PlainDate): string =>
    `La date de naissance ${numericDay(day)} n'est pas avant la date d'obtention. Relisez les deux.`,
  afterSession: (day: Temporal.PlainDate, year: number): string =>
    `La date d'obtention ${numericDay(day)} est après la session ${year}. Relisez les deux.`,
  twice: (number: string, unit: string, line: number): string =>
    `L'unité ${unit} du candidat ${number} est déjà à la ligne ${line} pour cette session. Gardez une seule des deux lignes.`,
  otherPerson: (number: string, line: number): string =>
    `Le numéro ${number} est à un autre nom ou à une autre date de naissance à la ligne ${line}. Un numéro est celui d'une seule personne.`,
  linked: (number: string): string =>
    `Le numéro ${number} est déjà reconnu comme celui d'un candidat, sous un autre nom ou une autre date de naissance. Vérifiez auprès de lui, ou retirez d'abord ce lien.`,
};
