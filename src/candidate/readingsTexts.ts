import type { Role } from '../accounts/index.ts';
import { listing } from '../ui/index.ts';

const roles: Readonly<Record<Role, string>> = {
  officer: 'Votre gestionnaire ou son remplaçant',
  accommodation: "Le service des aménagements d'épreuves",
  jury: 'Une personne chargée des notes et du jury',
  centre: "Une personne du centre d'examen",
  examiner: 'Une personne de votre commission',
  head: 'Le chef de bureau',
  admin: "L'administration du service",
};

export const readingsTexts = {
  title: 'Qui a consulté mon dossier',
  lead: "Chaque fois qu'une personne du rectorat ouvre votre dossier ou l'un de vos fichiers, c'est noté ici.",
  open: 'Qui a consulté mon dossier',
  back: 'Mon inscription',
  empty: "Personne ne l'a encore consulté",
  emptyText: "Dès que quelqu'un du rectorat l'ouvrira, vous le verrez ici.",
  columns: { day: 'Jour', who: 'Qui', what: 'Quoi' },
  cut: 'Seules les consultations les plus récentes sont affichées.',
  who: (role: Role | null): string => (role === null ? 'Une personne du rectorat' : roles[role]),
  file: 'votre dossier',
  draft: 'votre inscription commencée, retrouvée avec deux informations dites au téléphone ou au guichet',
  paper: 'un document que nous vous avons envoyé',
  archive: 'tous vos fichiers, en une fois',
  former: 'vos résultats antérieurs',
  own: 'Vous',
  scripts: 'vos copies',
  software: (name: string): string => `Un logiciel relié au rectorat\u00a0: ${name}`,
  standing: 'où en est votre dossier',
  identity: 'votre identité',
  result: 'votre résultat publié',
  request: "votre demande d'aménagements",
  requestDocument: "un document joint à votre demande d'aménagements",
  absence: "ce que vous avez envoyé d'une absence",
  lists:
    'Plusieurs pages ouvertes en une heure par la même personne comptent pour une consultation. Les listes où figurent seulement un nom et un numéro ne sont pas notées ici.',
  /** Begins a cell. */
  what: (things: readonly string[]): string => {
    const all = listing(things);
    return all.slice(0, 1).toUpperCase() + all.slice(1);
  },
} as const;
