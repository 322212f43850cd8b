import type { SpecialityStatus } from '../../catalogue/index.ts';
import { plural, quoted } from '../../ui/index.ts';

/** The sentences of the specialities of a draft and of their regulations. */
export const texts = {
  search: 'Chercher une spécialité',
  searchHint: 'Nom, métier ou code',
  searchSubmit: 'Chercher',
  found: (count: number): string => plural(count, 'spécialité', 'spécialités'),
  noneText: 'Cherchez un autre nom, un métier ou les premiers chiffres du code.',
  session: (year: number): string => `Session ${year}`,
  statuses: {
    open: 'ouverte',
    'extra-session-only': 'réservée',
    'not-yet': 'pas encore',
    closed: 'fermée',
    dormant: 'masquée',
  } satisfies Readonly<Record<SpecialityStatus['code'], string>>,
  regulations: "Règlements d'examen",
  noRegulation: 'Aucun règlement',
  noRegulationText: 'Les candidats ne peuvent pas la choisir tant que ses unités sont inconnues.',
  regulation: {
    period: (first: number | null, last: number | null): string =>
      first === null && last === null
        ? 'Sessions inconnues'
        : last === null
          ? `À partir de la session\u00a0${first}`
          : first === null
            ? `Jusqu'à la session\u00a0${last}`
            : `Sessions\u00a0${first} à\u00a0${last}`,
    edit: 'Changer ce règlement',
    copy: 'Nouvelle version du règlement',
    columns: {
      unit: 'Unité',
      title: 'Intitulé',
      coefficient: 'Coef.',
      mode: 'Forme',
      duration: 'Durée',
      sure: 'Sûreté',
    },
    unknown: 'inconnu',
    first: 'Écrire son premier règlement',
  },
  version: {
    title: 'Nouvelle version du règlement',
    lead: (title: string): string =>
      `Elle reprend tout du règlement ${quoted(title)}, qui prendra fin à la session qui précède\u00a0: relisez chaque ligne dans le nouvel arrêté.`,
    firstMissing: 'Écrivez la première session de la nouvelle version, 2027 par exemple.',
    tooEarly:
      'La nouvelle version commence après la première session du règlement copié\u00a0: écrivez une année plus tardive.',
    taken: 'Une version de ce règlement commence déjà à cette session\u00a0: choisissez une autre première session.',
    orderMissing: "Nommez l'arrêté qui change le règlement.",
    note: (title: string): string =>
      `Copié du règlement ${quoted(title)}\u00a0: chaque ligne est à relire dans le nouvel arrêté.`,
  },
};
