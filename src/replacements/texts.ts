import { numericDay, quoted } from '../ui/index.ts';
import type { Absence, ReplacementOutcome } from './replacement.ts';

/** No-break spaces are written `\u00a0`. */
export const texts = {
  title: 'Épreuves de remplacement',
  back: 'Publication des résultats',
  session: 'Session',
  show: 'Afficher',
  lead: 'Les absences à des unités obligatoires. Une personne décide, avec un motif, qui repasse une unité à laquelle son absence était justifiée.',
  law: 'Ce que disent les textes',
  source: (words: string, sure: boolean): string => (sure ? `(${words})` : `(${words}. À confirmer)`),
  noSession: "L'académie n'a pas de session",
  noSessionText: 'Une session se crée dans les règles.',
  toDecide: 'À décider',
  none: "Aucune absence n'attend",
  noneText: 'Les absences viennent du pointage des centres, puis des notes verrouillées.',
  known: {
    marked: 'Absence notée',
    told: 'Absence pointée par le centre, notes pas encore verrouillées',
  } as const satisfies Readonly<Record<Absence['known'], string>>,
  granted: 'Accordées',
  refused: 'Refusées',
  columns: ['Candidat', 'Spécialité', 'Unité', 'Centre', 'Décision'],
  outcome: 'Décision',
  outcomeMissing: 'Dites si le candidat repasse cette unité.',
  outcomes: { granted: 'Repasse cette unité', refused: 'Ne la repasse pas' } as const satisfies Readonly<
    Record<ReplacementOutcome, string>
  >,
  received: 'Justificatif reçu le',
  receivedHint: "Ne recopiez pas ce qu'il dit\u00a0: seul son jour est gardé ici.",
  receivedMissing: 'Indiquez le jour où le justificatif est arrivé.',
  words: 'Motif',
  wordsHint: 'Le candidat le lit dans ses messages. Ne nommez pas la cause de son absence.',
  wordsMissing: 'Écrivez le motif que lira le candidat.',
  submit: 'Décider et prévenir le candidat',
  again: 'Décider de nouveau',
  flash: 'Décision enregistrée\u00a0: le candidat est prévenu par mail.',
  next: "La session de remplacement se place à part, avec la liste ci-dessous. La note obtenue s'écrit au lot de l'unité par une correction datée\u00a0; si le procès-verbal est clos, le jury l'ajoute par un additif. Le compte du candidat suit.",
  batches: 'Lots de notes',
  list: 'Liste des candidats à placer',
  decided: (words: string, day: Temporal.PlainDate): string => `${quoted(words)} Justificatif du ${numericDay(day)}.`,
  file: (session: string, day: string): string => `remplacements-${session}-${day}`,
  sheet: 'Remplacements',
  fileColumns: [
    "Numéro d'inscription",
    'Nom',
    "Nom d'usage",
    'Prénoms',
    'CFD',
    'Spécialité',
    'Unité',
    'Épreuve',
    'Centre',
    'Décidé le',
  ],
  /** To the candidate, among their messages. */
  told: (title: string, outcome: ReplacementOutcome, words: string): string =>
    outcome === 'granted'
      ? `Votre absence à l'épreuve ${quoted(title)} est reconnue justifiée\u00a0: vous pouvez la repasser à la session de remplacement. Le bureau vous dira où et quand.\n\nMotif\u00a0: ${words}`
      : `Vous ne repasserez pas l'épreuve ${quoted(title)} à la session de remplacement.\n\nMotif\u00a0: ${words}`,
};
