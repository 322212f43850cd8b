import type { Confidence } from '../../catalogue/index.ts';
import { listing, plural } from '../../ui/index.ts';

const hours = (count: number): string => plural(count, 'heure', 'heures');
const years = (count: number): string => plural(count, 'an', 'ans');

/** One speciality in full. What isn't known is said to be so, with whom to ask, never left out in silence. */
export const speciality = {
  untold: 'à préciser',
  /** « 5 ans », « 20 mois » */
  months: (count: number): string => (count % 12 === 0 ? years(count / 12) : plural(count, 'mois', 'mois')),

  simulate: "Puis-je m'inscrire dans cette spécialité\u00a0?",
  average: 'Calculer ma moyenne',

  tests: 'Épreuves',
  unitsUnknown:
    "La liste des épreuves n'est pas encore complète ici. Vous pouvez vous inscrire\u00a0: le rectorat complétera votre dossier.",
  incomplete: 'Voici les épreuves déjà connues\u00a0:',

  asked: 'Travail et formation demandés',
  askedText:
    "Il faut avoir travaillé en rapport avec ce diplôme. La durée dépend des diplômes que vous avez déjà. Les périodes de travail en double ne comptent qu'une fois.",
  majority: (age: number): string =>
    `Il faut avoir ${age} ans l'année de l'examen, ou suivre une préparation. Aucun diplôme, aucune durée de travail n'est demandé.`,
  workPlacement: (weeks: number): string =>
    `L'arrêté de cette spécialité parle de ${weeks} semaines en milieu professionnel. Un gestionnaire regarde chaque situation\u00a0: demandez-lui ce qu'il vous faut.`,
  nothingAsked: "Aucun diplôme, aucune durée de travail n'est demandé.",
  withoutDiploma: 'Sans diplôme de la liste',
  withListedDiploma: 'Avec un diplôme de la liste',
  withSpecialContract: "Avec un diplôme de la liste, puis un contrat d'apprentissage ou de professionnalisation",
  withBacPro: 'Avec un bac pro du même secteur',
  work: (duration: string): string => `${duration} de travail`,
  contract: (duration: string, count: number): string =>
    `${duration} de travail, avec ${hours(count)} de formation en centre`,
  bacPro: (enough: number, floor: number): string =>
    floor < enough
      ? `${plural(enough, 'mois', 'mois')} de travail\u00a0; à partir de ${plural(floor, 'mois', 'mois')}, le rectorat en juge`
      : `${plural(enough, 'mois', 'mois')} de travail`,
  pharmacy:
    "Cette spécialité a ses propres règles. Il faut un diplôme de la liste\u00a0: il n'y a pas d'autre voie, même avec cinq ans de travail.",
  inPharmacy: 'Travail en officine',
  recent: (duration: string, within: number): string => `${duration}, dans les ${years(within)} qui précèdent l'examen`,
  training: 'Heures de formation',
  trainingPlain: 'En formation continue',
  trainingApprentice: 'En apprentissage',
  trainingBacPro: 'Avec un bac pro du même secteur',
  noMinimum: 'aucun minimum',
  hours,
  hoursPerYear: (count: number): string => `${hours(count)} par an`,
  trainingFormer:
    "Ce sont les heures que l'arrêté de la spécialité indique. Depuis 2017, le code de l'éducation n'en exige plus en formation continue\u00a0: en avoir moins n'empêche pas de s'inscrire, le rectorat vérifie. Un ancien candidat montre plutôt ses deux années en centre.",

  diplomas: 'Diplômes de la liste',
  diplomasText: 'Avec un de ces diplômes, la durée de travail demandée est plus courte.',
  diplomasUntold: "La liste des diplômes n'est pas publiée ici\u00a0: votre gestionnaire vous répondra.",

  exemptions: 'Dispenses',
  exemptionsText:
    "L'épreuve dont vous êtes dispensé ne compte plus dans la moyenne. La dispense se demande à l'étape «\u00a0Acquis\u00a0».",
  exemption: (diploma: string, units: readonly string[], mode: string): string =>
    `${diploma}\u00a0: ${listing(units)} (${mode}).`,
  exemptionsUntold: 'Aucune dispense propre à cette spécialité.',
  grounds: 'Pour toutes les spécialités\u00a0:',

  before: 'Notes du règlement précédent',
  beforeText: (from: string): string => `Règlement précédent\u00a0: ${from}.`,
  beforeUntold: (from: string): string =>
    `Règlement précédent\u00a0: ${from}. Votre gestionnaire vous dira quelles nouvelles épreuves correspondent aux anciennes.`,
  keptYears: (count: number): string => `Une note se garde ${years(count)}, à partir du jour où elle a été obtenue.`,
  seeTables: 'Voir la correspondance des épreuves',
  oldUnit: 'Ancienne épreuve',
  newUnit: 'Nouvelle épreuve',
  merged: (units: readonly string[]): string => `${listing(units)}, réunies en une seule note`,
  oldAlone: (units: readonly string[]): string => `Anciennes épreuves sans suite\u00a0: ${units.join('\u00a0; ')}.`,
  newAlone: (units: readonly string[]): string => `Nouvelles épreuves, à passer\u00a0: ${units.join('\u00a0; ')}.`,

  sources: "Pour le bureau\u00a0: d'où viennent ces informations",
  seeSources: 'Voir toutes les sources',
  sourcesText: "Les candidats ne voient pas cette partie. Un chiffre que nous n'avons pas lu n'est pas rempli.",
  sourceOf: {
    units: 'Épreuves',
    conditions: 'Travail et formation',
    diplomas: 'Diplômes de la liste',
    exemptions: 'Dispenses',
    equivalences: 'Règlement précédent',
    scaffolding: 'Travail en hauteur',
    speciality: 'Dates et code',
    notes: 'Remarques',
    regulation: "Règlement d'examen",
  },
  source: (text: string | null, trust: string): string => `${text ?? 'sans source'} (${trust})`,
  noteOf: (unit: string, note: string): string => `${unit}\u00a0: ${note}`,
  officerDerived: 'La notice ne nomme pas cette spécialité\u00a0: nous avons déduit qui la suit.',
  sourceOfUnits: (units: readonly string[], source: string): string => `${listing(units)}\u00a0: ${source}`,
  trust: {
    official: 'texte officiel',
    notice: 'notice du rectorat',
    secondary: 'page privée ou presse, non vérifiée dans le texte officiel',
    derived: 'déduction de Registre',
    uncertain: 'incertain, à vérifier',
    unknown: 'incomplet, à compléter par le rectorat',
  } satisfies Readonly<Record<Confidence, string>>,
  replaces: 'Remplace',
} as const;
