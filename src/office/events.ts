import { defineEvents, event, type PayloadsOf } from '../platform/defineEvents.ts';
import { listing, wholeNumber } from '../ui/index.ts';

declare module '../platform/defineEvents.ts' {
  interface Events extends PayloadsOf<typeof OFFICE_EVENTS> {}
}

/** What nights erase, in the order in which they do. */
export const ERASED = {
  signIns: 'Connexions, liens et codes terminés',
  unactivated: 'Comptes jamais activés',
  forms: 'Marques de formulaires envoyés',
  tries: 'Essais qui ne comptent plus (connexion, mails demandés)',
  refusals: 'Traces de demandes refusées',
  minutes: 'Mesures du service',
  banners: 'Annonces de panne passées',
  notices: 'Avis aux logiciels reliés',
  former: "Notes, fichiers et demandes de l'ancien système",
  carried: "Listes reprises de l'ancien système",
  orders: 'Listes préparées',
  examiners: "Fiches d'examinateurs",
  files: 'Fichiers de pièces retirés ou remplacés',
  originals: 'Envois illisibles ou douteux',
  sheets: 'Fichiers préparés et jamais déposés',
  uploads: 'Envois jamais finis',
  health: "Documents de demandes d'aménagement",
  absences: "Motifs et documents d'absence",
  scripts: 'Copies montrées',
} as const;
export type ErasedName = keyof typeof ERASED;

/** What the office's own nights do; its chain holds numbers and codes. */
export const OFFICE_EVENTS = defineEvents('other', 'work', {
  'night.erased': event<{ readonly what: string; readonly count: number }>(
    ({ word, number }) => `${word('what', ERASED) ?? 'Autres'}\u00a0: ${wholeNumber(number('count') ?? 0)}`,
  ),
  /** `failed`: what could not be erased, by its name. */
  'night.over': event<{ readonly failed: readonly string[] }>(({ list }) => {
    const known = new Map<string, string>(Object.entries(ERASED));
    const failed = list('failed').map((name) => known.get(name) ?? name);
    return failed.length === 0 ? 'Nuit terminée' : `Nuit terminée, sauf\u00a0: ${listing(failed)}`;
  }),
});
