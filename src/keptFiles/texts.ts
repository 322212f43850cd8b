import { plural, secondInstant } from '../ui/index.ts';

function waiting(count: number): string {
  return `${plural(count, 'fichier reçu', 'fichiers reçus')}, en cours de lecture`;
}

/** What is said to whoever gave a file, whatever it is for: it is received, it is being read, it could not be. */
export const keptFileTexts = {
  /** « Reçu le 1er décembre 2023 à 16 h 59 min 58 s (heure de Paris), en cours de lecture » */
  waits: (at: Temporal.Instant): string => `Reçu le ${secondInstant(at)}, en cours de lecture`,
  reading: {
    title: waiting,
    text: "Ce que vous avez donné est gardé et compte à l'heure de sa réception. Chaque fichier est lu ensuite, à son tour\u00a0: vous n'avez rien à faire pour cela, et vous pouvez fermer cette page.",
    /** `again`: whoever couldn't be read once has no second time of their own. */
    ifNot: (again: boolean): string =>
      again
        ? 'Si un fichier ne pouvait pas être lu, vous en seriez averti, et vous auriez du temps pour en donner un autre.'
        : 'Si un fichier ne pouvait pas être lu, vous en seriez averti.',
    /** Beside the act by which they are given to whoever looks at them. */
    before: (count: number): string => `${waiting(count)}\u00a0: vos pièces ne pourront être contrôlées qu'ensuite.`,
    go: 'Voir où en est la lecture',
  },
  unreadable: (name: string, receipt: string): string =>
    `Votre fichier «\u00a0${name}\u00a0» (reçu ${receipt}) n'a pas pu être lu`,
} as const;
