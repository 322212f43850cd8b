import * as z from 'zod';
import { type Frozen, source } from './shape.ts';
import { type Field, field, fields, looksOf, thing, wordsIn } from './words.ts';

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

/** How long something is kept, and who says so. */
const Length = fields({
  count: field(z.int().min(1).max(400), { label: 'Durée', width: 4 }),
  unit: field(z.enum(['hours', 'days', 'months', 'years']), {
    label: 'Unité',
    options: { hours: 'heures', days: 'jours', months: 'mois', years: 'ans' },
  }),
  source,
});
const length = (label: string): Field<typeof Length> => field(Length, label);

/** How long what is kept of people is kept (decision 207). */
const Kept = fields({
  file: length("Dossier d'un candidat, après la fin de sa session"),
  unactivatedAccount: length('Compte jamais activé'),
  unactivatedNotice: length("Mail qui prévient, avant d'effacer un compte jamais activé"),
  removedFile: length('Fichier retiré par son candidat'),
  replacedFile: length('Fichier remplacé, ou document de santé, après la dernière correction de la session'),
  unfinishedFile: length('Fichier préparé et jamais déposé'),
  refusedClaim: length("Demande refusée de retrouver d'anciennes notes"),
  carriedList: length("Liste reprise de l'ancien système"),
  unconfirmedList: length("Liste de l'ancien système que personne ne confirme"),
  retiredExaminer: length("Fiche d'un examinateur qui n'est plus sollicité"),
  orderedList: length('Liste préparée pour une personne du service'),
  deliveredNotice: length('Avis reçu par un logiciel relié'),
  deadNotice: length("Avis qu'aucun logiciel relié n'a reçu"),
  sentForm: length("Marque d'un formulaire envoyé"),
  refusedRequest: length('Trace des demandes refusées'),
  serviceMinute: length('Mesures du service, minute par minute'),
});

/** What each is called. */
export function keptWords(what: keyof KeptLengths): string {
  return looksOf(wordsIn(Kept)[what]).label;
}

/** What holds for all who come, whichever academy they are of: an account is of none. */
export const Installation = thing(
  {
    article: 'un',
    counted: ["réglage de l'installation", "réglages de l'installation"],
    parts: [
      { legend: ACCOUNTS, from: 'account' },
      { legend: 'Autres', from: 'secondPersonDays' },
      {
        legend: 'Durées de conservation',
        help: 'Registre les applique chaque nuit. «\u00a0Mes données\u00a0» et la page sur les données personnelles les disent.',
        from: 'kept',
      },
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
    kept: field(Kept, 'Durées de conservation'),
  },
);

export type AccountPolicy = Frozen<z.infer<typeof AccountPolicy>>;
export type KeptLength = Frozen<z.infer<typeof Length>>;
export type KeptLengths = Frozen<z.infer<typeof Kept>>;
export type Installation = Frozen<z.infer<typeof Installation>>;
