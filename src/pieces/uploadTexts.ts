import { fileSize } from '../ui/index.ts';

/** Files that arrive in parts. */
export const uploadTexts = {
  title: (uploads: number): string => (uploads > 1 ? `${uploads} envois interrompus` : 'Un envoi interrompu'),
  interrupted: (name: string, received: number, size: number): string =>
    `Un envoi de «\u00a0${name}\u00a0» a été interrompu (${fileSize(received)} sur ${fileSize(size)} arrivés)\u00a0: choisissez de nouveau le même fichier pour le reprendre.`,
  drop: "Abandonner l'envoi",
  /** In the list, where the piece is named. */
  go: (piece: string): string => `Reprendre pour «\u00a0${piece}\u00a0»`,
  /** All of it is here, and couldn't be read or written for a reason of ours. */
  kept: "Le fichier est arrivé en entier, et il est gardé 48\u00a0heures, mais nous n'avons pas encore pu le lire\u00a0: il n'est pas déposé. Reprenez l'envoi dans un instant\u00a0: l'heure de son début compte.",
  announced: "L'envoi annoncé est illisible\u00a0: il lui faut un nom et une taille en octets.",
} as const;
