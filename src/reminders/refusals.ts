import { refusalTable } from '../platform/http/refusalTable.ts';

/** Why taking a file out of the reminders, or back in, is refused. */
export type Refusal =
  | { readonly code: 'not-found' }
  | { readonly code: 'ended' }
  | { readonly code: 'excluded' }
  | { readonly code: 'not-excluded' };

export const refusals = refusalTable<Refusal>({
  'not-found': [404, "Ce dossier n'existe pas, ou il n'est pas des vôtres."],
  ended: [409, "Cette inscription a pris fin\u00a0: elle n'est plus relancée. Rien n'a été enregistré."],
  excluded: [
    409,
    "Un collègue vient de retirer ce dossier des relances. Votre motif n'est pas enregistré\u00a0: lisez le sien ci-dessous.",
  ],
  'not-excluded': [409, "Ce dossier est déjà relancé comme les autres. Rien n'a été enregistré."],
});
