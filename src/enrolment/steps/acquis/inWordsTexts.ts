/** Where the units of a speciality aren't all known. */
export const texts = {
  intro:
    "La liste des épreuves de cette spécialité n'est pas encore complète ici. Dites en quelques mots ce que vous demandez\u00a0: le rectorat complétera votre dossier avec votre relevé de notes.",
  keeps: 'Voulez-vous conserver des notes de votre relevé\u00a0?',
  keepsMissing: 'Dites si vous voulez conserver des notes.',
  kept: 'Les unités de votre relevé à conserver',
  keptHint:
    'Une par ligne\u00a0: son nom ou son numéro, la note et sa date, comme sur le relevé. Exemple\u00a0: U10, 12,5, 5 juillet 2022.',
  keptMissing: 'Écrivez les unités de votre relevé à conserver.',
  exempts: "Demandez-vous une dispense d'épreuve\u00a0?",
  exemptsMissing: 'Dites si vous demandez une dispense.',
  exempted: 'Les dispenses que vous demandez',
  exemptedHint: "Une par ligne\u00a0: l'épreuve, et le diplôme ou la décision qui en dispense.",
  exemptedMissing: 'Écrivez les dispenses que vous demandez.',
  presentedHint:
    'Une par ligne, comme sur votre relevé de notes ou votre cours. Les autres seront pour une prochaine session.',
  presentedMissing: 'Écrivez les épreuves que vous présentez à cette session.',
  presentedGlobal: 'Forme globale\u00a0: vous passez à cette session toutes les épreuves que vous ne conservez pas.',
  languageLine: 'Langue vivante',
  allOthers: 'Toutes les épreuves qui ne sont pas conservées',
  none: 'Aucune',
  completed: 'Liste des épreuves',
  byOffice: 'Le rectorat la complétera',
  written: 'Ce que vous aviez écrit',
} as const;
