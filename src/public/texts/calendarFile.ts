import { capital } from '../../platform/french/french.ts';
import { listing } from '../../ui/index.ts';

/** What stands in the calendar of somebody's telephone: read alone, a week later, without the site around it. */
export const calendarFile = {
  all: 'Inscriptions aux examens',
  description: 'Les dates des inscriptions et des examens. Elles sont tenues à jour par le site.',
  summary: (what: string, session: string): string => `${what} · ${session}`,
  unsettled: (what: string): string => `${what} (à confirmer)`,
  opening: 'Ouverture des inscriptions',
  closing: 'Clôture des inscriptions',
  piecesOpen: 'Début du dépôt des pièces',
  pieces: 'Dernière heure pour déposer des pièces',
  piecesDay: 'Dernier jour pour déposer des pièces',
  corrections: 'Fin des corrections des pièces',
  exam: "Début des épreuves de l'examen",
  examMonth: "Mois des épreuves de l'examen",
  results: 'Publication des résultats',
  groups: (groups: readonly string[]): string => `${listing(groups)}.`,
  due: (groups: readonly string[], sanction: string, help: string | null): string =>
    [`${listing(groups)}.`, sanction, ...(help === null ? [] : [help])].join(' '),
  on: (date: string): string => `Le ${date}.`,
  in: (month: string): string => `${capital(month)}.`,
  before: (limit: string): string => `${capital(limit)}.`,
  more: (url: string): string => `Toutes les dates de la session\u00a0: ${url}`,

  title: 'Ces dates dans votre agenda',
  how: "Depuis un téléphone, touchez «\u00a0S'abonner au calendrier\u00a0»\u00a0: votre agenda s'ouvre et vous demande de confirmer.",
  kept: 'Une date qui change ici change aussi dans votre agenda, et un rappel vous prévient la veille de chaque clôture.',
  subscribe: "S'abonner au calendrier",
  download: 'Télécharger les dates (fichier .ics)',
  address: "Si rien ne s'ouvre, ajoutez cette adresse dans votre agenda, comme un nouveau calendrier\u00a0:",
  subscribeTo: (session: string): string => `S'abonner aux dates\u00a0: ${session}`,
} as const;
