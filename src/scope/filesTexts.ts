import { quoted } from '../ui/index.ts';
import { counted } from './countsTexts.ts';
import type { Sought } from './scope.ts';

export const filesTexts = {
  title: 'Dossiers',
  search: 'Numéro, nom, mail, téléphone ou naissance',
  example: '127, Lefèvre, nom@domaine.fr, 06 12 34 56 78, 56 78 ou 30/05/1998',
  submit: 'Chercher',
  state: 'État',
  everyState: 'Tous les états',
  everySpeciality: 'Toutes les spécialités',
  session: 'Session',
  everySession: 'Toutes les sessions',
  count: (count: number): string => counted(count, 'dossier', 'dossiers'),
  columns: {
    number: 'Numéro',
    name: 'Candidat',
    speciality: 'Spécialité',
    session: 'Session',
    state: 'État',
    missing: 'Pièces manquantes',
  },
  states: {
    'under-reserve': 'Sous réserve',
    'to-sign': 'Enregistrée, à signer',
    signed: 'Confirmation reçue',
    validated: 'Validée',
    withdrawn: 'Retirée',
    'set-aside': 'Écartée',
    cancelled: 'Annulée',
    'missing-pieces': 'Signée, incomplète',
    'all-given': 'Signée, complète',
    complete: 'Complète, validée ou non',
    incomplete: 'Incomplète, signée ou non',
    unsigned: 'À signer, incomplète',
  } satisfies Record<Sought, string>,
  none: 'aucune',
  approximate: (typed: string): string => `Aucun nom ne s'écrit exactement ${quoted(typed)}. Voici les noms proches.`,
  empty: 'Aucun dossier trouvé',
  emptyText:
    "Vérifiez l'orthographe, ou cherchez par numéro. Un dossier jamais enregistré, ou d'un autre groupe, ne se trouve pas ici.",
  emptyAll: "Aucun dossier pour l'instant",
  emptyAllText: 'Les inscriptions apparaissent ici dès leur premier enregistrement.',
  tooLong: (most: number): string =>
    `Recherche\u00a0: ${most} signes au plus. Les premiers seuls ont été cherchés\u00a0: gardez un nom, un numéro ou un mail.`,
  wrongNumber: "Ce numéro n'existe pas\u00a0: sa lettre finale ne correspond pas à ses chiffres. Relisez-le.",
  clear: 'Tout afficher',
} as const;
