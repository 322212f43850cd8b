import type * as z from 'zod';
import type { Installation } from '../schema/installation.ts';
import type { EntryWords } from './words.ts';

export const accountWords = {
  label: 'Comptes des candidats',
  fields: {
    passwordPolicy: {
      label: 'Mots de passe',
      options: {
        notice: 'Comme la notice\u00a0: 8 à 20 caractères, majuscule, minuscule et caractère spécial',
        modern: "12 à 128 caractères, n'importe lesquels, selon leur force",
      },
    },
    confirmations: {
      label: 'Nom, naissance et adresse',
      options: { retype: 'écrits deux fois', readback: 'relus une fois' },
    },
  },
} as const;

export const installationWords: EntryWords<z.infer<typeof Installation>> = {
  article: 'un',
  counted: ["réglage de l'installation", "réglages de l'installation"],
  parts: [
    { legend: accountWords.label, from: 'account' },
    { legend: 'Autres', from: 'secondPersonDays' },
  ],
  fields: {
    account: accountWords,
    secondPersonDays: {
      label: 'Seconde personne\u00a0: jours depuis son accès',
      help: "Deux comptes ne sont deux personnes que si aucun ne vient de l'autre, de près ou de loin, ni tous deux d'un tiers, depuis moins de jours que cela, sauf accès confirmé par une autre personne.",
      width: 4,
    },
  },
};
