import { quoted } from '../../ui/index.ts';
import type { MomentFault } from '../rules/moments.ts';

/** The sentences of any form of a draft; what is asked stands beside the schema (catalogue/words). */
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
  others: 'Autres',
  missing: {
    text: (label: string): string => `${quoted(label)} est vide\u00a0: remplissez-le.`,
    choice: (label: string): string => `${quoted(label)}\u00a0: choisissez une réponse.`,
    moment: (label: string): string => `${label}\u00a0: écrivez le jour et l'heure, par exemple 12/10/2023 à 14 h 00.`,
    day: (label: string): string => `${label}\u00a0: écrivez le jour, par exemple 03/06/2024.`,
  },
  taken: (name: string): string => `${quoted(name)} est déjà pris\u00a0: choisissez un autre code.`,
  tooLong: (max: number): string => `Écrivez ${max}\u00a0caractères au plus.`,
  wholeNumber: 'Écrivez un nombre entier, en chiffres.',
  yaml: "Ce texte n'est pas lisible\u00a0: une ligne par réponse, « nom: valeur »."
    .replace('« ', '«\u00a0')
    .replace(' »', '\u00a0»'),
  momentFaults: {
    unreadable: "Écrivez le jour, le mois, l'année et l'heure, par exemple 12/10/2023 à 14 h 00.",
    'no-hour': "Il manque l'heure\u00a0: écrivez par exemple 12/10/2023 à 14 h 00.",
    'no-such-day': "Ce jour n'existe pas dans le calendrier\u00a0: vérifiez le jour et le mois.",
    'no-such-hour': "Cette heure n'existe pas\u00a0: une heure va de 0 h 00 à 23 h 59.",
  } satisfies Readonly<Record<MomentFault, string>>,
  dayFault: "Écrivez le jour, le mois et l'année, par exemple 03/06/2024.",
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

function capital(text: string): string {
  return `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;
}
