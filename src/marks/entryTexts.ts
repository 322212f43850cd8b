import { dayAndHour, plural, wholeNumber } from '../ui/index.ts';
import { MOST } from './marks.ts';

/** The clerk's pages. */
export const entryTexts = {
  title: 'Saisie des notes',
  lead: 'Les lots qui vous sont attribués. Vous lisez des numéros, jamais de noms.',
  none: 'Aucun lot pour vous',
  noneText: 'Après les épreuves, le chef du service vous attribue des lots. Ils apparaîtront ici.',
  count: (count: number): string => plural(count, 'lot', 'lots'),
  typed: (typed: number, scripts: number): string => `${typed} sur ${plural(scripts, 'copie', 'copies')}`,
  states: { todo: 'À saisir', done: 'Terminée', locked: 'Verrouillé' },
  back: 'Mes lots',
  legend:
    'Une note de 0 à 20, avec une virgule\u00a0: 12,5. Pour un absent, écrivez A\u00a0; pour une absence justifiée, J\u00a0; pour un dispensé, D.',
  keys: 'Entrée passe au numéro suivant, les flèches montent et descendent.',
  steps: { 'half-point': 'Au demi-point près.', point: 'En points entiers.' },
  atOnce: {
    'half-point': 'De 0 à 20, au demi-point près, ou A, J, D.',
    point: 'De 0 à 20, en points entiers, ou A, J, D.',
  },
  of: (number: string): string => `Note de la copie ${number}`,
  fault: (number: string, why: string): string => `${number}\u00a0: ${why}`,
  grid: 'Notes par numéro',
  save: 'Enregistrer',
  saveNext: 'Enregistrer et continuer',
  end: {
    title: 'Terminer',
    left: (count: number): string =>
      `${plural(count, "numéro n'a pas encore de note", "numéros n'ont pas encore de note")}. Notez chacun avant de terminer.`,
    text: 'Toutes les copies ont une note. Une fois terminée, votre saisie ne change plus.',
    submit: 'Terminer la saisie',
  },
  ended: (at: Temporal.Instant): string =>
    `Saisie terminée le ${dayAndHour(at)}. Pour la reprendre, demandez au chef du service de la rouvrir.`,
  number: 'Numéro',
  mark: 'Note',
  file: {
    title: 'Saisir par un fichier',
    see: 'Saisir par un fichier',
    lead: "Prenez le modèle, remplissez la colonne «\u00a0Note\u00a0», puis envoyez-le. Tous les défauts sont dits d'un coup\u00a0; rien ne s'enregistre avant votre accord.",
    templates: 'Modèle',
    field: 'Fichier',
    limits: `CSV ou XLSX, 5\u00a0Mo et ${wholeNumber(MOST.fileLines)} lignes au plus.`,
    missing: 'Choisissez le fichier à envoyer.',
    submit: 'Vérifier le fichier',
  },
  preview: {
    title: 'Ce que le fichier change',
    lead: (changes: number, same: number): string =>
      `${plural(changes, 'note sera écrite', 'notes seront écrites')}${same === 0 ? '' : `, ${plural(same, 'est déjà la même', 'sont déjà les mêmes')}`}. Relisez, puis enregistrez.`,
    absent: (count: number): string =>
      `${plural(count, "numéro du lot n'est pas dans le fichier", 'numéros du lot ne sont pas dans le fichier')}\u00a0: leur note ne change pas.`,
    before: 'Avant',
    after: 'Après',
    empty: '(vide)',
    submit: 'Enregistrer ces notes',
    back: 'Envoyer un autre fichier',
  },
};
