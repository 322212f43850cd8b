import { exactInstant } from '../../ui/index.ts';
import { asWritten, type TemplateAbout, type TemplateVariable } from '../rules/variables.ts';

/** The words of the ready answers and of what is written to many. */
export const templateTexts = {
  title: 'Modèles de réponse',
  back: 'Modèles de réponse',
  messages: 'Messages',
  lead: "Tout le bureau s'en sert pour répondre. Chacun est rempli avec le dossier, relu, puis envoyé.",
  headOnly: 'Seule une personne qui dirige le bureau les change.',
  add: 'Ajouter un modèle',
  columns: ['Titre', 'De quoi il parle', 'Changé'],
  none: "Aucun modèle pour l'instant",
  noneText: 'Le premier sera proposé à tout le bureau au moment de répondre à un candidat.',
  delivered: 'fourni avec le logiciel',
  changed: (who: string, at: Temporal.Instant): string => `par ${who}, le ${exactInstant(at)}`,
  retiredList: 'Retirés',
  newTitle: 'Nouveau modèle',
  editTitle: 'Modèle de réponse',
  name: 'Titre',
  nameHint: 'Ce que le bureau lit dans la liste. Le candidat ne le voit pas.',
  nameMissing: 'Donnez un titre à ce modèle',
  about: 'De quoi parle-t-il\u00a0?',
  abouts: {
    piece: "D'une pièce",
    todo: 'De ce qui reste à faire',
    other: "D'autre chose",
  } satisfies Record<TemplateAbout, string>,
  aboutHints: {
    piece: "Le texte doit contenir {pièce}\u00a0: celui qui s'en sert choisit la pièce.",
    todo: 'Le texte doit contenir {reste à faire}.',
    other: 'Aucune variable obligatoire.',
  } satisfies Record<TemplateAbout, string>,
  aboutMissing: 'Dites de quoi parle ce modèle',
  words: 'Texte',
  wordsHint: 'Une ligne vide fait un paragraphe. Les variables sont listées plus bas.',
  wordsMissing: 'Écrivez le texte du modèle',
  variables: 'Variables',
  variablesColumns: ['Variable', 'Ce qui la remplace', 'Exemple'],
  preview: {
    title: 'Essayer sur un dossier',
    number: "Numéro d'inscription du dossier d'essai",
    hint: "Vide\u00a0: le premier dossier de la session la plus récente. Rien n'est envoyé ni enregistré.",
    submit: 'Voir le résultat',
    result: (number: string): string => `Ce que lirait le candidat ${number}`,
    notFound: "Aucun dossier de votre académie n'a ce numéro. Vérifiez-le, lettre finale comprise.",
    missing: "Donnez un numéro d'inscription",
    lacking: (name: TemplateVariable): string =>
      `Ce dossier ne dit rien pour ${asWritten(name)}\u00a0: sur lui, ce modèle ne pourrait pas servir.`,
  },
  save: 'Enregistrer le modèle',
  retire: 'Retirer ce modèle',
  retireText:
    'Il quitte la liste de ceux qui répondent. Ce qui a déjà été envoyé ne change pas, et il peut être remis.',
  restore: 'Remettre ce modèle',
  isRetired: "Ce modèle est retiré\u00a0: personne ne peut plus s'en servir.",
  history: 'Versions',
  version: (version: number, who: string): string => `Version ${version}, ${who}`,
} as const;
