import type * as z from 'zod';
import type { Speciality } from '../schema/speciality.ts';
import { caveat, oneALine, source, sources } from './sourced.ts';
import type { EntryWords } from './words.ts';

export const specialityWords: EntryWords<z.infer<typeof Speciality>> = {
  article: 'une',
  counted: ['spécialité', 'spécialités'],
  parts: [
    { legend: 'La spécialité', from: 'cfd' },
    { legend: 'Sessions', help: 'Laissez vide ce qui est inconnu.', from: 'firstSession' },
    { legend: 'Sources', from: 'rncp' },
    { legend: 'Travail en hauteur (R.408)', from: 'scaffolding' },
  ],
  fields: {
    cfd: { label: 'Code national', help: 'Huit chiffres.', width: 10, fixed: true },
    letter: { label: 'Lettre du code', width: 4 },
    name: { label: 'Nom', width: 60 },
    trades: { label: 'Métiers et mots qui aident à la trouver', help: oneALine, rows: 5 },
    dormant: {
      label: 'Masquée',
      fields: {
        note: {
          label: 'Masquée, parce que',
          help: "Une spécialité ouverte en droit, où personne n'est formé. Vide\u00a0: elle est montrée.",
          rows: 2,
        },
      },
    },
    firstSession: { label: 'Première session', width: 6 },
    lastSession: { label: 'Dernière session', width: 6 },
    extraSession: {
      label: 'Session supplémentaire',
      help: "Pour ceux qui ont échoué à la dernière, après l'abrogation.",
      width: 6,
    },
    replacedBy: { label: 'Remplacée par', help: 'Code à huit chiffres de la nouvelle spécialité.', width: 10 },
    order: {
      label: 'Arrêtés',
      fields: { created: 'Arrêté qui la crée\u00a0: jour', repealed: "Arrêté qui l'abroge\u00a0: jour" },
    },
    replaces: { label: 'Remplace', help: 'Un code par ligne.', rows: 2 },
    rncp: {
      label: 'Répertoire national (RNCP)',
      article: 'une',
      one: 'Fiche',
      fields: { code: { label: 'Code', width: 12 }, list: 'Liste où elle a été lue' },
    },
    caveat,
    sources,
    scaffolding: {
      label: 'Travail en hauteur (R.408)',
      help: "Attestations demandées. Aucune case\u00a0: la spécialité n'en demande pas.",
      fields: {
        annexes: {
          label: 'Annexes',
          options: { '3': 'Annexe 3, montage', '4': 'Annexe 4, réception', '5': 'Annexe 5, utilisation' },
        },
        noticeLabel: { label: 'Nom dans la notice', width: 60 },
        units: {
          label: 'Unités concernées',
          help: "Un code par ligne. Vide\u00a0: inconnues, et personne n'en est exclu par le site.",
        },
        source,
      },
    },
  },
};
