import { listing } from '../../ui/index.ts';

const quoteVariable = (name: string): string => `{${name}}`;

/** The sentences of the mails of a draft. */
export const texts = {
  subject: 'Objet',
  delivered: (subject: string): string => `${subject} (texte livré avec le logiciel)`,
  deliveredHint:
    "Vos règles n'ont pas de texte pour ce mail\u00a0: celui-ci, livré avec le logiciel, part tel quel. Enregistrez-le pour le garder dans vos règles, changé ou non.",
  edit: {
    unknown: (name: string, given: readonly string[]): string =>
      `${quoteVariable(name)} n'est pas connue pour ce mail. Variables possibles\u00a0: ${listing(given.map(quoteVariable), 'ou')}.`,
    lost: (name: string, why: string): string =>
      `Il manque ${quoteVariable(name)}\u00a0: sans elle, ${why}. Remettez ${quoteVariable(name)} dans le texte.`,
    variables: 'Variables de ce mail',
    variablesHint: 'Ce mail peut les employer toutes. Celles qui sont obligatoires ne peuvent pas en être retirées.',
    columns: { name: 'Variable', meaning: "Ce que c'est", example: 'Exemple', needed: 'Obligatoire' },
    needed: (why: string): string => `Oui\u00a0: sans elle, ${why}.`,
    notNeeded: 'Non',
    preview: 'Aperçu',
    previewHint: 'Avec les exemples à la place des variables. Enregistrez pour le mettre à jour.',
  },
};
