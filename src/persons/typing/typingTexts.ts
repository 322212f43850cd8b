import { askedWays, type EntryOutcome, type EntryWay, entryWays } from '../../enrolment/index.ts';
import { NBSP, shortDay, shortInstant } from '../../ui/index.ts';

/** The office's words for what it types in a candidate's name. */
export const typingTexts = {
  title: 'Saisir pour le candidat',
  link: 'Saisir des réponses pour le candidat',
  lead: 'Pour un candidat qui ne peut pas le faire lui-même. Vous passez par ses étapes, avec les mêmes règles et les mêmes refus. Il apprend ce qui change, par mail ou par courrier, et signe lui-même\u00a0: vous ne signez jamais à sa place.',
  ways: askedWays,
  legend: 'Ce que le candidat demande',
  way: 'Comment il le demande',
  wayMissing: 'Dites comment le candidat le demande.',
  day: "Jour de l'appel, de la visite, ou du cachet de la poste",
  dayHint:
    'Un courrier posté, ou un papier apporté, avant la clôture compte à sa date, même saisi après. Un appel ne se saisit que pendant les inscriptions.',
  dayMissing: 'Indiquez le jour.',
  future: "Ce jour n'est pas encore venu. Indiquez celui de l'appel, de la visite ou du cachet.",
  early: "Ce jour est avant l'ouverture des inscriptions. Vérifiez la date.",
  words: "Ce qu'il demande, et pourquoi il ne le fait pas lui-même",
  wordsHint:
    "Le candidat lira ces mots. Exemple\u00a0: «\u00a0Demande à changer de langue. N'a pas d'accès à internet.\u00a0»",
  wordsMissing: 'Écrivez ce que le candidat demande, et pourquoi il ne le fait pas lui-même.',
  proof: 'Lettre ou formulaire, numérisé',
  proofHint: 'Demandé pour un courrier ou un papier apporté. Pour un appel, vos mots ci-dessus tiennent lieu de note.',
  proofMissing: 'Joignez la lettre ou le formulaire numérisé\u00a0: il tient lieu de preuve de la demande.',
  submit: 'Ouvrir les étapes',
  shut: 'Rien ne peut être saisi',
  ended: 'Cette inscription a pris fin\u00a0: ses réponses ne se modifient plus.',
  resume: {
    title: 'Vous avez une saisie en cours',
    link: 'La reprendre',
    held: 'Un collègue saisit pour ce candidat',
    heldText: (since: Temporal.Instant): string => `Depuis le ${shortInstant(since)}.`,
  },
  former: {
    title: 'Saisies déjà faites',
    none: "Aucune saisie n'a été faite pour ce candidat.",
    columns: { when: 'Ouverte le', way: 'Demandée', by: 'Par', words: 'Demande', outcome: 'Effet', proof: 'Preuve' },
    asked: (way: EntryWay, on: Temporal.PlainDate): string => `${entryWays[way]}, ${shortDay(on)}`,
    outcomes: {
      registered: 'Version',
      left: "Laissée, rien n'a changé",
      replaced: 'Reprise par un autre',
      open: 'En cours',
    } satisfies Record<EntryOutcome | 'open', string>,
    version: (version: number): string => `Version${NBSP}${version}`,
    open: 'Ouvrir',
    waits: "En attente de l'antivirus",
    infected: "Refusée par l'antivirus",
    faults: { missing: 'Introuvable', altered: 'A changé depuis sa réception' },
    again: {
      title: (on: Temporal.PlainDate): string => `Joindre de nouveau la lettre du ${shortDay(on)}`,
      text: "Le fichier gardé ne fait plus preuve. Numérisez de nouveau le papier\u00a0: le nouveau fichier prend sa place, et le journal dit que vous l'avez remplacé. Sans le papier, prévenez le service informatique, qui peut le reprendre d'une sauvegarde.",
      submit: 'Remplacer le fichier',
      over: "Ce fichier n'est plus à remplacer\u00a0: un collègue vient de le faire, ou il est revenu.",
    },
  },
  speciality: (group: string): string =>
    `Cette spécialité est suivie par le groupe ${group}. Transmettez la demande au collègue qui le suit, ou au chef de bureau.`,
  tooManyProofs: "Vous avez ouvert beaucoup de saisies aujourd'hui. Reprenez demain, ou parlez-en au chef de bureau.",
  flash: {
    'saisie-enregistree':
      "La version est enregistrée au nom du candidat, qui l'apprend par mail. Elle attend sa signature\u00a0: il la donne en ligne, ou sur la confirmation que vous imprimez ci-dessous.",
    'saisie-papier':
      "La version est enregistrée au nom du candidat, qui n'a pas d'adresse mail\u00a0: sa lettre, avec la confirmation à signer, est parmi les courriers à imprimer et à poster\u00a0; joignez-y la lettre d'accès.",
    'saisie-sans-effet': "Rien ne différait\u00a0: aucune version n'a été faite, et le candidat n'en reçoit rien.",
    'saisie-laissee': "La saisie est laissée. L'inscription est comme vous l'aviez trouvée.",
    'preuve-remplacee': 'La lettre est jointe de nouveau.',
    'saisie-fermee': 'Ces réponses ne se saisissent pas maintenant\u00a0: voyez les dates de la session.',
  },
} as const;
