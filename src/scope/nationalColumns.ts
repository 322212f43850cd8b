/** The columns of the national export of candidates, in its order: a list that leaves has them, and one that comes in is read by them. */
export const NATIONAL_COLUMNS = {
  classDivision: 'Division de classe',
  candidateNumber: 'Numéro candidat',
  number: "Numéro d'inscription",
  ocean: 'Numéro OCEAN',
  birthName: 'Nom de famille',
  usageName: "Nom d'usage",
  firstNames: 'Prénoms',
  birthDate: 'Date de naissance',
  division: 'Division',
  ine: 'INE',
  category: 'Catégorie candidat',
  specialityCode: 'Code spécialité',
  speciality: 'Spécialité',
  state: 'État',
  options: 'Enseignements',
} as const;
