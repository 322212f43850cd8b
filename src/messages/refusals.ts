import { decisionRefusals, type OnLineRefusal } from '../decisions/index.ts';
import { refusalTable } from '../platform/http/refusalTable.ts';
import { plural, quoted } from '../ui/index.ts';
import { MESSAGE } from './message.ts';
import { OFFICE_DAILY } from './office.ts';

/** Why a message isn't sent, or isn't set aside. */
export type Refusal =
  | OnLineRefusal
  | { readonly code: 'not-found' }
  | { readonly code: 'not-registered' }
  | { readonly code: 'too-many-open' }
  | { readonly code: 'too-many-today' }
  | { readonly code: 'too-many-told' }
  | { readonly code: 'unknown-piece' }
  | { readonly code: 'unfilled'; readonly name: string }
  | { readonly code: 'answered-meanwhile' }
  | { readonly code: 'written-meanwhile' }
  | { readonly code: 'settled-meanwhile' }
  | { readonly code: 'nothing-waits' };

export const refusals = refusalTable<Refusal>({
  'on-line-words': decisionRefusals['on-line-words'],
  'not-found': [404, "Ce dossier n'existe pas, ou il n'est pas des vôtres."],
  'not-registered': [
    409,
    "Cette inscription n'est pas encore enregistrée\u00a0: aucun gestionnaire ne la voit. Enregistrez-la d'abord, ou écrivez à l'adresse qui figure en bas de la page.",
  ],
  'too-many-open': [
    429,
    `Déjà ${plural(MESSAGE.open, 'message attend', 'messages attendent')} une réponse\u00a0: ce texte n'est pas envoyé. Attendez qu'on vous réponde, ou téléphonez si c'est urgent.`,
  ],
  'too-many-today': [
    429,
    `Vous avez déjà écrit ${MESSAGE.daily} fois en 24\u00a0heures\u00a0: ce texte n'est pas envoyé. Réessayez demain, ou téléphonez si c'est urgent.`,
  ],
  'too-many-told': [
    429,
    `Le bureau a déjà écrit ${OFFICE_DAILY} fois à ce candidat en 24\u00a0heures. Ce message n'est pas envoyé\u00a0: téléphonez-lui.`,
  ],
  'unknown-piece': [
    422,
    "Cette pièce n'est pas de cette inscription. Choisissez-la dans la liste, ou ne choisissez rien\u00a0: le message n'est pas envoyé.",
  ],
  unfilled: [
    422,
    ({ name }) =>
      `Il reste ${quoted(`{${name}}`)} dans ce message, que le candidat lirait tel quel. Remplacez-le par des mots\u00a0: rien n'est envoyé.`,
  ],
  'answered-meanwhile': [
    409,
    "Un collègue vient d'écrire à ce candidat. Votre message n'est pas envoyé\u00a0: lisez le sien ci-dessous, puis envoyez le vôtre s'il est encore utile.",
  ],
  'written-meanwhile': [
    409,
    "Le candidat vient d'écrire de nouveau. Rien n'est enregistré\u00a0: lisez son message ci-dessous, puis décidez.",
  ],
  'settled-meanwhile': [
    409,
    "Un collègue vient d'indiquer que ce message n'attend pas de réponse. Le vôtre n'est pas envoyé\u00a0: envoyez-le s'il est encore utile.",
  ],
  'nothing-waits': [409, "Aucun message de ce candidat n'attend de réponse\u00a0: il n'y a rien à classer."],
});
