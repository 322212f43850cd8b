import type { Doubt } from '../enrolment/index.ts';
import { NBSP, plural } from '../ui/index.ts';

/** Qui passe quoi, à cette session. */
export const sittersTexts = {
  title: 'Qui passe quoi',
  count: (count: number): string => plural(count, 'candidat', 'candidats'),
  speciality: 'Spécialité',
  show: 'Afficher',
  none: "Aucun candidat n'est inscrit dans ces spécialités.",
  noneText: 'Chacun apparaît ici, avec ses unités, dès que son inscription est enregistrée.',
  columns: ['Candidat', 'Nom', 'Unités à présenter', 'À regarder'],
  nothing: 'aucune',
  withheld: (units: readonly string[]): string =>
    `${plural(units.length, 'unité non passée', 'unités non passées')} par décision, attestation de travail en hauteur${NBSP}: ${units.join(', ')}`,
  unreadable: 'Les règles ont changé depuis son inscription\u00a0: ouvrez son dossier.',
  doubts: {
    'under-reserve': 'inscription sous réserve',
    'not-decided': 'inscription pas encore validée',
    'units-unknown': 'unités dites en toutes lettres',
    'option-unknown': 'choix entre deux unités non fait',
    'certificate-owed': 'attestation de travail en hauteur non fournie, la place est gardée',
    'certificate-units-unknown': 'attestation de travail en hauteur non fournie, unités concernées inconnues',
    'certificate-to-check': 'attestation de travail en hauteur à contrôler',
  } satisfies Readonly<Record<Doubt, string>>,
  noSitting: (units: readonly string[]): string => `Pas encore au calendrier${NBSP}: ${units.join(', ')}.`,
  next: 'Les suivants',
};
