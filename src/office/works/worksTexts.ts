import type { WorkState } from '../../lots/index.ts';
import { plural } from '../../platform/french/french.ts';
import { wholeNumber } from '../../ui/index.ts';

/** What takes longer than a page: it goes on alone, and is found again here. */
export const worksTexts = {
  title: 'Mes travaux',
  lead: 'Ce que vous avez demandé et qui prend du temps. Quittez la page sans crainte\u00a0: cela continue, et vous attend ici quelques jours.',
  columns: ['Travail', 'Demandé le', 'Où il en est'],
  none: 'Aucun travail demandé',
  noneText:
    "Les exports à préparer, les éditions en nombre, les messages à une liste, les invitations à régulariser, les lots d'annulations et les listes importées se retrouvent ici.",
  states: { running: 'En cours', finished: 'Terminé', failed: 'A échoué', stopped: 'Arrêté' } satisfies Record<
    WorkState,
    string
  >,
  progress: (done: number, total: number): string => `${wholeNumber(done)} sur ${wholeNumber(total)}`,
  again: 'Ouvrez-le pour le redemander.',
  refresh: 'Rafraîchir',
  waiting: (running: number, ended: number): string =>
    [
      ...(running === 0 ? [] : [plural(running, 'travail en cours', 'travaux en cours')]),
      ...(ended === 0
        ? []
        : [plural(ended, "travail fini depuis moins d'un jour", "travaux finis depuis moins d'un jour")]),
    ].join(', '),
  see: 'Mes travaux',
} as const;
