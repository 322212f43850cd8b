import * as z from 'zod';
import type { Frozen } from './shape.ts';
import { field, fields, thing } from './words.ts';

export const ACCOUNTS = 'Comptes des candidats';

/** How people make an account, and prove that they are its owner. */
export const AccountPolicy = fields({
  /** `notice`: 8 to 20 characters with upper, lower and special; `modern`: 12 to 128, any characters, a strength score. */
  passwordPolicy: field(z.enum(['notice', 'modern']), {
    label: 'Mots de passe',
    options: {
      notice: 'Comme la notice\u00a0: 8 à 20 caractères, majuscule, minuscule et caractère spécial',
      modern: "12 à 128 caractères, n'importe lesquels, selon leur force",
    },
  }),
  /** `retype`: name, birth date, address typed twice as in the notice; `readback`: shown once more instead. */
  confirmations: field(z.enum(['retype', 'readback']), {
    label: 'Nom, naissance et adresse',
    options: { retype: 'écrits deux fois', readback: 'relus une fois' },
  }),
});

/** What holds for all who come, whichever academy they are of: an account is of none. */
export const Installation = thing(
  {
    article: 'un',
    counted: ["réglage de l'installation", "réglages de l'installation"],
    parts: [
      { legend: ACCOUNTS, from: 'account' },
      { legend: 'Autres', from: 'secondPersonDays' },
    ],
  },
  {
    account: field(AccountPolicy, ACCOUNTS),
    /** For so many days who came by somebody is no second person beside them (decision 100). */
    secondPersonDays: field(z.int().min(1).max(365).default(30), {
      label: 'Seconde personne\u00a0: jours depuis son accès',
      help: "Deux comptes ne sont deux personnes que si aucun ne vient de l'autre, de près ou de loin, ni tous deux d'un tiers, depuis moins de jours que cela, sauf accès confirmé par une autre personne.",
      width: 4,
    }),
  },
);

export type AccountPolicy = Frozen<z.infer<typeof AccountPolicy>>;
export type Installation = Frozen<z.infer<typeof Installation>>;
