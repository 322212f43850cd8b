export const unreachedTexts = {
  title: 'Courriers refusés',
  lead: "La messagerie de ces candidats a refusé notre dernier courrier pour de bon. Téléphonez-leur\u00a0: ils corrigent leur adresse à la page de leur compte. Ils quittent cette liste dès qu'un courrier leur parvient.",
  listTitle: 'Messageries qui refusent',
  empty: 'Tous nos courriers parviennent aux candidats',
  columns: { number: 'Numéro', name: 'Nom', address: 'Adresse mail', since: 'Refusés depuis le' },
  cut: (most: number): string => `Seuls les ${most} derniers sont montrés.`,
} as const;
