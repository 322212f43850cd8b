import { shortInstant } from '../../ui/index.ts';

export const reserveTexts = {
  title: 'Réserve sur une inscription',
  lead: "Le calcul ne décide rien. Lisez le dossier et ses pièces, puis levez la réserve, ou écartez l'inscription.",
  none: "Cette inscription n'est pas sous réserve\u00a0: il n'y a rien à décider.",
  reasons: "Pourquoi, d'après les déclarations",
  raised: (version: number, when: Temporal.Instant): string =>
    `Le candidat l'a lu avant d'enregistrer la version ${version}, le ${shortInstant(when)}.`,
  source: (source: string): string => `Source\u00a0: ${source}.`,
  see: 'Lire le dossier complet',
  history: 'Décisions',
  by: (decision: string, name: string): string => `${decision}, par ${name}`,
  decisions: { lifted: 'Réserve levée', 'set-aside': 'Inscription écartée', reinstated: 'Inscription rétablie' },
  fallen:
    "Elle ne compte plus\u00a0: d'autres réponses ont été enregistrées avant qu'elle soit notifiée, et une personne doit décider de nouveau.",
  ground: (ground: string): string => `Fondement\u00a0: ${ground}.`,
  byMail: 'par mail',
  byPost: 'par courrier',
  lift: {
    title: 'Lever la réserve',
    text: (how: string): string => `L'inscription suit alors son cours. Le candidat l'apprend ${how}, avec votre note.`,
    words: 'Note au candidat',
    hint: 'Ce qui montre que la condition est remplie, ou pourquoi elle ne compte pas ici.',
    missing: 'Écrivez en une phrase pourquoi la réserve est levée.',
    submit: 'Lever la réserve',
  },
  setAside: {
    title: "Écarter l'inscription",
    text: (how: string): string =>
      `L'inscription prend fin quand le candidat en est notifié. Il l'apprend ${how}\u00a0: vos motifs, leur fondement et comment contester.`,
    words: 'Motifs',
    hint: "Les faits de ce dossier, et pas seulement la règle (code des relations entre le public et l'administration, article L211-5).",
    missing: 'Écrivez les motifs\u00a0: le candidat doit savoir pourquoi son inscription est écartée.',
    ground: 'Fondement légal',
    groundHint: 'Le texte qui fixe la condition.',
    groundMissing: 'Indiquez le texte sur lequel la décision se fonde.',
    sure: "J'ai examiné ce dossier et j'écarte l'inscription",
    sureMissing: "Cochez la case\u00a0: écarter une inscription est la décision d'une personne.",
    /** Of who only prepares it: the decision is that of who signs. */
    prepared: {
      sure: "J'ai examiné ce dossier et je propose d'écarter l'inscription",
      sureMissing: "Cochez la case\u00a0: qui signera s'appuie sur votre examen du dossier.",
    },
    submit: "Écarter l'inscription",
  },
  reinstate: {
    title: "Rétablir l'inscription",
    text: (how: string): string =>
      `Un recours est fondé, ou la décision était une erreur\u00a0: l'inscription reprend là où elle était. Le candidat l'apprend ${how}, avec votre note.`,
    words: 'Note au candidat',
    hint: 'Pourquoi la décision est retirée.',
    missing: "Écrivez en une phrase pourquoi l'inscription est rétablie.",
    submit: "Rétablir l'inscription",
  },
  choose: "Choisissez ce que vous décidez\u00a0: lever la réserve, ou écarter l'inscription.",
  otherEnrolment:
    "Le candidat a commencé une autre inscription à cette session\u00a0: une personne n'en a qu'une. Demandez-lui de la retirer d'abord.",
  setAsideAlert: 'Écartée après examen',
  read: 'Lire la décision',
  keep: 'Ne rien décider',
} as const;
