import { MOST_UNREACHED } from '../../scope/index.ts';
import { plural } from '../../ui/index.ts';

export const unreachedTexts = {
  home: (count: number): string =>
    `${count > MOST_UNREACHED ? `Plus de ${plural(MOST_UNREACHED, '', 'candidats ne reçoivent')}` : plural(count, 'candidat ne reçoit', 'candidats ne reçoivent')} plus nos courriers\u00a0: ${count === 1 ? 'sa' : 'leur'} messagerie les refuse.`,
  see: 'Voir qui appeler',
  title: 'Courriers refusés',
  lead: "La messagerie de ces candidats a refusé notre dernier courrier pour de bon. Téléphonez-leur\u00a0: ils corrigent leur adresse à la page de leur compte. Ils quittent cette liste dès qu'un courrier leur parvient.",
  listTitle: 'Messageries qui refusent',
  empty: 'Tous nos courriers parviennent aux candidats',
  emptyText: 'Un candidat dont la messagerie en refuse un apparaît ici le jour même.',
  columns: { number: 'Numéro', name: 'Nom', address: 'Adresse mail', since: 'Refusés depuis le' },
  cut: (most: number): string => `Seuls les ${most} derniers sont montrés.`,
} as const;
