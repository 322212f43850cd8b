import { shortDay } from '../ui/index.ts';

/** The letter to somebody without a mail box. */
export const accessLetterTexts = {
  title: 'Votre compte, et votre code',
  footer: (number: string): string => `Lettre d'accès, inscription ${number}`,
  intro:
    "Le rectorat vous a inscrit d'après le papier que vous lui avez donné. Vous pouvez prendre en main le compte qu'il a ouvert pour vous, dès que vous lisez une adresse mail.",
  codeTitle: 'Votre code',
  code: (lastDay: Temporal.PlainDate): string => `Code, valable jusqu'au ${shortDay(lastDay)}`,
  stepsTitle: 'Comment faire',
  steps: (page: string): readonly string[] => [
    `Ouvrez la page ${page}`,
    'Saisissez ce code, votre date de naissance et une adresse mail que vous lisez.',
    'Suivez le lien que vous recevez, et choisissez un mot de passe.',
  ],
  withoutTitle: 'Sans adresse mail',
  without: [
    "Vous n'avez rien à faire en ligne\u00a0: signez la confirmation d'inscription jointe, et renvoyez-la par la poste avec vos pièces. La date du cachet compte.",
    "Gardez ce code pour vous\u00a0: personne, même au rectorat, n'a besoin que vous le disiez. Une nouvelle lettre rend l'ancien code sans effet.",
  ],
} as const;
