import { plural, wholeNumber } from '../platform/french/french.ts';
import type { WhyNotHanded } from './rules/handOver.ts';

const files = (count: number): string => plural(count, 'dossier', 'dossiers');

/** The words of what is done to several files of a list together. */
export const handOverTexts = {
  title: 'Confier des dossiers à un collègue',
  open: 'Confier ces dossiers',
  back: 'Dossiers',
  choose: (number: string): string => `Choisir ${number}`,
  chosen: 'Aux dossiers cochés',
  acts: { write: 'Écrire', hand: 'Confier', document: 'Adresser un document' },
  individual: 'Déclarer une pièce conforme ou écarter un dossier se décide dossier par dossier.',
  none: 'Cochez au moins un dossier de la liste.',
  noAct: "Choisissez ce qu'il faut faire des dossiers cochés.",
  lead: (count: number): string =>
    `${files(count)}. Un dossier confié porte le nom du collègue dans la corbeille, et personne n'est empêché d'y décider.`,
  nobody: 'Cette recherche ne donne aucun dossier.',
  tooMany: (most: number): string =>
    `Cette recherche donne plus de ${wholeNumber(most)} dossiers\u00a0: précisez-la, ou cochez des dossiers. Rien n'est fait.`,
  colleague: 'Collègue',
  missing: 'Choisissez un collègue de la liste.',
  preview: 'Voir avant de confier',
  willTitle: (name: string): string => `Ce qui sera confié à ${name}`,
  wontTitle: 'Ce qui ne le sera pas, et pourquoi',
  doneTitle: (name: string): string => `Ce dont ${name} s'occupe`,
  notDoneTitle: "Ce qui n'est pas confié, et pourquoi",
  holder: "Qui s'en occupe",
  free: 'Personne',
  why: {
    ended: "L'inscription a pris fin.",
    already: "Il s'en occupe déjà.",
    'not-theirs': "Le dossier n'est pas de ses groupes\u00a0: il ne peut pas l'ouvrir.",
  } satisfies Readonly<Record<WhyNotHanded, string>>,
  moved: (holder: string | null): string =>
    holder === null ? "Entre-temps, un collègue l'a laissé." : `Entre-temps, ${holder} s'en est chargé.`,
  submit: (count: number, name: string): string => `Confier ${files(count)} à ${name}`,
  other: 'Choisir un autre collègue',
  flash: { confies: 'Les dossiers sont confiés, sauf ceux qui sont nommés ici.' },
} as const;
