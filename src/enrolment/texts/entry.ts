import type { Exam } from '../../catalogue/index.ts';
import type { AnsweredStep } from '../enrolment.ts';
import type { AskedWay, EntryWay } from '../entry.ts';
import type { RefusalCode } from '../refusals.ts';

/** How a candidate asks the office to type for them. */
export const askedWays = {
  telephone: 'Par téléphone',
  counter: 'Au guichet, sur papier',
  post: 'Par la poste',
} satisfies Record<AskedWay, string>;

export const entryWays = { ...askedWays, carried: 'Repris du système en place' } satisfies Record<EntryWay, string>;

/** To an officer who types in a candidate's name. */
export const entry = {
  title: (name: string, number: string, version: number): string =>
    `Vous saisissez pour ${name}\u00a0: ${number}, version ${version}`,
  newTitle: (name: string): string => `Vous saisissez l'inscription de ${name}`,
  ways: {
    telephone: 'Appel du',
    counter: 'Apporté au guichet le',
    post: 'Courrier posté le',
    carried: 'Liste du système en place, importée le',
  } satisfies Record<EntryWay, string>,
  nothingYet:
    'Rien ne change avant «\u00a0Enregistrer\u00a0», à la dernière étape. La version enregistrée demandera une nouvelle signature, que seul le candidat donne\u00a0: en ligne, ou sur la feuille que vous lui imprimez.',
  newNothingYet:
    "L'inscription n'existe qu'après «\u00a0Enregistrer\u00a0», à la dernière étape. Le candidat la signe lui-même\u00a0: en ligne, ou sur la feuille que vous lui imprimez.",
  /** What a step asks, asked of an officer. */
  questions: {
    identification: () => 'Où habite le candidat, et comment le joindre\u00a0?',
    informations: () => 'Quelle est la situation du candidat\u00a0?',
    qualification: ({ noun, gender }) =>
      `${gender === 'feminine' ? 'Quelle' : 'Quel'} ${noun} le candidat présente-t-il\u00a0?`,
    acquis: () => 'Que veut conserver le candidat\u00a0?',
    epreuves: () => 'Quelles épreuves le candidat passe-t-il\u00a0?',
  } satisfies Record<AnsweredStep, (exam: Pick<Exam, 'noun' | 'gender'>) => string>,
  voice:
    "Les champs sont écrits comme le candidat les lit, pour les lui dire tels quels au téléphone\u00a0: «\u00a0vous\u00a0», c'est lui.",
  leave: 'Laisser cette saisie',
  back: 'Revenir au dossier',
  summary: {
    intro:
      "Relisez avec le candidat, ou d'après sa lettre. «\u00a0Enregistrer\u00a0» a le même effet que s'il le faisait.",
    commitment:
      "J'enregistre ce que le candidat a demandé, sans rien y ajouter. Il l'apprend aussitôt, lit ce qui change, et signe lui-même.",
    unchanged: "Rien n'a changé. «\u00a0Modifier\u00a0» ouvre la partie à changer, puis vous ramène ici.",
    whatToChange: 'Que demande le candidat\u00a0?',
    reserveRead: 'Le candidat sait que ces conditions ne sont pas remplies, et demande à être inscrit sous réserve',
    reserveUnread:
      "Une condition n'est pas remplie. Dites-la au candidat, corrigez une réponse inexacte, ou cochez la case s'il demande à être inscrit sous réserve.",
  },
  /** Where the candidate's sentence would be no use to an officer. */
  refusals: {
    closed:
      "Les inscriptions sont closes, et cette demande n'a été ni postée ni apportée à temps. Rien n'a été enregistré. Un appel ne se saisit que pendant les inscriptions.",
    ended: "Cette inscription a pris fin\u00a0: elle ne se modifie plus. Rien n'a été enregistré.",
    'written-elsewhere':
      "L'inscription a changé depuis que vous avez ouvert cette page\u00a0: le candidat y écrit, ou vous dans un autre onglet. Rien n'a été fait. Relisez ce qui suit avant de continuer.",
    'enrolled-elsewhere':
      "Cette personne a déjà une inscription à cette session, sous un autre compte. Rien n'a été enregistré\u00a0: voyez ses deux dossiers dans les doublons.",
    'already-enrolled': "Ce candidat a déjà une inscription à cette session. On n'en a qu'une par session.",
    'reserve-unread':
      "Une condition n'est pas remplie d'après ces réponses. Dites-la au candidat, ou cochez la case s'il demande à être inscrit sous réserve.",
  } satisfies Partial<Record<RefusalCode, string>>,
} as const;
