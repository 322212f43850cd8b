import type { RefusalKind } from '../../platform/http/refusals.ts';
import { plural } from '../../ui/index.ts';

const REFUSED: Readonly<Record<RefusalKind, string>> = {
  'not-theirs': "Page d'autrui, ou qui n'existe pas",
  forged: "Formulaire qui n'est pas le nôtre, ou périmé",
  'too-many': "Trop d'essais",
};

export const refusalsTexts = {
  title: 'Refus',
  lead: 'Ce que le site a refusé et qui peut compter, par personne et par heure. Un lien périmé ou une faute de frappe y figure aussi\u00a0: une ligne seule ne prouve rien.',
  columns: { at: 'La dernière fois', what: 'Quoi', page: 'Page', who: 'Qui', network: 'Réseau' },
  what: (kind: RefusalKind, times: number): string =>
    `${REFUSED[kind]}${times < 2 ? '' : `, ${plural(times, 'fois', 'fois')}`}`,
  empty: 'Aucun refus',
  emptyText: "Rien n'a été refusé ces derniers mois.",
} as const;
