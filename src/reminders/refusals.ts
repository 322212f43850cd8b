import { decisionRefusals, type OnLineRefusal } from '../decisions/index.ts';
import { refusalTable } from '../platform/http/refusalTable.ts';

/** Why taking a file out of the reminders, or back in, is refused. */
export type Refusal =
  | { readonly code: 'not-found' }
  | { readonly code: 'ended' }
  | { readonly code: 'excluded' }
  | { readonly code: 'not-excluded' }
  | CallRefusal;

/** Why a message to whoever has something due isn't sent. */
export type CallRefusal =
  | { readonly code: 'no-session' }
  | { readonly code: 'closed' }
  | { readonly code: 'nobody' }
  | OnLineRefusal;

/** Of whom a closing asks nothing more, or who was told: said before it is sent, and to whoever sends it all the same. */
export const NOBODY_TO_TELL =
  "Personne n'est à prévenir pour cette clôture\u00a0: rien n'est à donner ni à signer pour elle, ou chacun l'a déjà été. Qui a une date plus tardive n'est pas compté.";

export const refusals = refusalTable<Refusal>({
  'not-found': [404, "Ce dossier n'existe pas, ou il n'est pas des vôtres."],
  ended: [409, "Cette inscription a pris fin\u00a0: elle n'est plus relancée. Rien n'a été enregistré."],
  excluded: [
    409,
    "Un collègue vient de retirer ce dossier des relances. Votre motif n'est pas enregistré\u00a0: lisez le sien ci-dessous.",
  ],
  'not-excluded': [409, "Ce dossier est déjà relancé comme les autres. Rien n'a été enregistré."],
  'no-session': [
    422,
    "Cette session n'est pas de votre académie. Rien n'est envoyé\u00a0: choisissez-en une de la liste.",
  ],
  closed: [
    422,
    "La clôture de cette session est passée\u00a0: plus personne ne peut finir. Rien n'est envoyé. Prolongez d'abord\u00a0; la prolongation écrit elle-même à chacun.",
  ],
  'on-line-words': decisionRefusals['on-line-words'],
  nobody: [409, `${NOBODY_TO_TELL} Rien n'est envoyé.`],
});
