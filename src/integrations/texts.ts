import { dayInWords } from '../platform/french/dates.ts';
import { plural } from '../platform/french/french.ts';
import { parisDay } from '../platform/time.ts';
import { KEY, type KeyScope, type KeyState } from './apiKey.ts';

/** What a key opens, as a head reads it. */
export const scopeNames: Readonly<Record<KeyScope, string>> = {
  files: 'Dossiers',
  identity: 'Identités',
  results: 'Résultats publiés',
};

/** Which personal data each opens: said where a key is made, and on the page on personal data. */
export const scopeData: Readonly<Record<KeyScope, string>> = {
  files: "numéro d'inscription, spécialité, état et dates du dossier, état de chaque pièce demandée",
  identity: "nom de famille, nom d'usage, prénoms et date de naissance",
  results: 'décision et moyenne, une fois publiées',
};

/** The words of *Logiciels reliés*, for the head. */
export const integrationTexts = {
  title: 'Logiciels reliés',
  lead: "Un autre logiciel peut lire où en sont vos dossiers, avec une clé que vous créez et que vous retirez quand vous voulez. Il n'écrit rien. Rien de la santé ni des aménagements, aucun document et aucun motif d'absence n'est dans ce qu'une clé ouvre.",
  description: 'La description pour les informaticiens (OpenAPI)',
  flash: {
    'cle-retiree': "La clé est retirée\u00a0: elle n'ouvre plus rien.",
  },
  keys: {
    title: 'Clés de lecture',
    make: 'Créer une clé',
    none: 'Aucune clé',
    noneText: "Tant que vous n'en créez pas, aucun autre logiciel ne lit vos dossiers.",
    columns: ['Logiciel', 'Elle ouvre', 'État', 'Dernière lecture'],
    never: 'Jamais',
    states: { stands: 'Ouverte', expired: 'Finie', revoked: 'Retirée' } satisfies Record<KeyState, string>,
    until: (at: Temporal.Instant): string => `Ouverte jusqu'au ${dayInWords(parisDay(at))}`,
  },
  make: {
    title: 'Créer une clé de lecture',
    lead: "Créez une clé par logiciel\u00a0: vous pourrez en retirer une sans toucher aux autres. C'est vous qui ouvrez ces données\u00a0: le journal garde votre nom.",
    name: 'Quel logiciel\u00a0?',
    nameHint: 'Les candidats lisent ce nom sur la page qui leur dit qui a consulté leur dossier.',
    nameMissing: 'Indiquez quel logiciel utilisera cette clé.',
    nameTooLong: `Ce nom dépasse ${KEY.nameLength} caractères\u00a0: raccourcissez-le.`,
    scopes: "Ce qu'elle ouvre",
    scopesMissing: 'Cochez ce que cette clé ouvre.',
    never: "Aucune case n'ouvre la santé, les aménagements, les documents ni les motifs d'absence.",
    days: 'Pour combien de temps\u00a0?',
    daysMissing: 'Choisissez pour combien de temps.',
    day: (days: number): string => (days === KEY.days ? 'Un an' : plural(days, 'jour', 'jours')),
    submit: 'Créer la clé',
    keep: 'Ne rien créer',
  },
  made: {
    title: 'La clé est créée',
    lead: (name: string): string =>
      `Pour ${name}. Copiez-la maintenant\u00a0: personne ne pourra plus la montrer, pas même nous.`,
    key: 'Clé',
    how: "Donnez-la à la personne qui règle ce logiciel, par un moyen sûr, et jamais par mail. Qui a cette clé lit les données qu'elle ouvre.",
    again:
      "Cette clé a été créée par un premier envoi de ce formulaire. Elle ne peut plus être montrée. Si vous ne l'avez pas copiée, retirez-la et créez-en une autre.",
    done: "C'est copié",
  },
  key: {
    opens: 'Elle ouvre',
    shown: 'Elle commence par',
    madeBy: 'Créée par',
    madeAt: 'Créée le',
    expires: 'Dernier jour',
    lastUse: 'Dernière lecture',
    state: 'État',
    revoke: 'Retirer la clé',
    revokeText:
      'Le logiciel ne lira plus rien dès sa prochaine demande. Une clé retirée ne se rouvre pas\u00a0: il en faudra une autre.',
  },
} as const;
