/** The words around every page of the preparation of an exam. */
export const texts = {
  title: "Préparer l'examen",
  tabs: "Préparation de l'examen",
  tab: {
    missing: 'Ce qui manque',
    centres: 'Centres et salles',
    calendar: 'Calendrier',
    sitters: 'Qui passe quoi',
    attendance: 'Présences',
    plan: 'Répartition',
    summonses: 'Convocations',
    examiners: 'Examinateurs',
  },
};
