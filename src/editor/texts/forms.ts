import { capital } from '../../platform/french/french.ts';
import { quoted } from '../../ui/index.ts';
import type { MomentFault } from '../rules/moments.ts';

/** The sentences of any form of a draft; what is asked stands in the schema (catalogue/schema). */
export const texts = {
  yesNo: { oui: 'Oui', non: 'Non' },
  unknown: "La source n'en dit rien",
  add: (article: string, one: string): string => `Ajouter ${article} ${one}`,
  /** From the page of one that is there. */
  addLike: (article: 'un' | 'une', one: string): string =>
    article === 'un'
      ? `Ajouter un autre ${one}, sur le modèle de celui-ci`
      : `Ajouter une autre ${one}, sur le modèle de celle-ci`,
  remove: 'Retirer',
  missing: {
    text: (label: string, example: string | undefined): string =>
      `Le champ ${quoted(label)} est vide alors qu'il est obligatoire\u00a0: remplissez-le${example === undefined ? '' : `, ${quoted(example)} par exemple`}`,
    choice: (label: string): string =>
      `${quoted(label)} n'a pas de réponse alors qu'il en faut une\u00a0: choisissez-la`,
    moment: (label: string): string =>
      `${quoted(label)} est obligatoire\u00a0: écrivez le jour et l'heure, 12/10/2023 à 14\u00a0h\u00a000 par exemple`,
    day: (label: string): string => `${quoted(label)} est obligatoire\u00a0: écrivez le jour, 03/06/2024 par exemple`,
  },
  /** The end of what is missing: all of it, or nothing of what it belongs to. */
  missingEnd: (whole: boolean): string => (whole ? '.' : ', ou videz les champs qui vont avec.'),
  /** What is wrong with what was typed in a field. */
  inField: (label: string, fault: string): string => `${quoted(label)}\u00a0: ${fault}`,
  codeTooLong: (max: number): string =>
    `Ce code est trop long\u00a0: ${max}\u00a0caractères au plus, il se lit dans les adresses.`,
  taken: (name: string): string => `${quoted(name)} est déjà pris\u00a0: choisissez un autre code.`,
  tooLong: (max: number): string => `écrivez ${max}\u00a0caractères au plus.`,
  wholeNumber: 'écrivez un nombre entier, en chiffres, 999999 au plus.',
  yaml: "ce texte n'est pas lisible\u00a0: une ligne par réponse, « nom: valeur »."
    .replace('« ', '«\u00a0')
    .replace(' »', '\u00a0»'),
  momentFaults: {
    unreadable: "écrivez le jour, le mois, l'année et l'heure, par exemple 12/10/2023 à 14 h 00.",
    'no-hour': "il manque l'heure\u00a0: écrivez par exemple 12/10/2023 à 14 h 00.",
    'no-such-day': "ce jour n'existe pas dans le calendrier\u00a0: vérifiez le jour et le mois.",
    'no-such-hour': "cette heure n'existe pas\u00a0: une heure va de 0 h 00 à 23 h 59.",
    'changed-clock':
      "cette nuit-là, l'heure change\u00a0: cette heure n'existe pas, ou existe deux fois. Choisissez-en une autre.",
  } satisfies Readonly<Record<MomentFault | 'changed-clock', string>>,
  dayFault: "écrivez le jour, le mois et l'année, par exemple 03/06/2024.",
  seeAll: (count: number): string => `Voir les ${count}`,
  name: 'Nom',
  code: 'Code',
  none: (article: 'un' | 'une', one: string): string => `${article === 'un' ? 'Aucun' : 'Aucune'} ${one}`,
  leads: {
    sessions:
      "Chaque session a ses dates et ses réglages. Pour la prochaine, copiez la dernière\u00a0: il ne reste qu'à vérifier.",
    specialites: 'Les spécialités de chaque examen, avec leurs sessions et leurs règlements.',
    pieces: 'Les pièces que les candidats peuvent avoir à donner, et quand chacune est demandée.',
    textes: "Les mails que le site envoie. Ce qui est entre accolades est remplacé à l'envoi.",
    academies:
      'Gestionnaires, téléphones, boîtes, en-tête et langues de chaque académie\u00a0; départements et comptes, communs à toutes.',
    examens: "Ce qui vaut pour toutes les spécialités et toutes les sessions d'un examen.",
  },
  save: 'Enregistrer',
  create: 'Créer',
  back: 'Retour à la liste',
  changed: (one: string, name: string): string => `${capital(one)} ${name}\u00a0: modification`,
  created: (one: string, name: string): string => `${capital(one)} ${name}\u00a0: création`,
  otherShape: 'Cette condition a une forme que cette page ne sait pas écrire.',
  change: 'La changer dans le fichier',
  asked: (when: string): string => `Demandée ${when}.`,
  /** « Unités » */
  capital,
};
