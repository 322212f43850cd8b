import { parisDay } from '../platform/time.ts';
import { dayInWords, plural, shortDay } from '../ui/index.ts';

/** One's own scripts, asked for after the results. */
export const scriptTexts = {
  /** On each page that is shown. */
  stamp: (name: string, number: string, at: Temporal.Instant): string =>
    `${name} - ${number} - ${shortDay(parisDay(at))}`,

  /** To its candidate. */
  own: {
    title: 'Vos copies',
    waits: "Aucune copie n'est encore là. Le rectorat les cherche et les numérise\u00a0: elles paraîtront ici.",
    one: (unit: string, pages: number): string => `Copie ${unit}, ${plural(pages, 'page', 'pages')} (PDF)`,
    until: (day: Temporal.PlainDate): string => `à lire jusqu'au ${dayInWords(day)} inclus`,
    asTheyAre:
      "Chaque copie est montrée telle que les correcteurs l'ont rendue. Votre nom, votre numéro et le jour sont écrits sur ce que vous ouvrez. Chaque ouverture est notée dans «\u00a0Qui a consulté mon dossier\u00a0».",
    waiting: "contrôlée par l'antivirus, revenez dans un moment",
    lost: "abîmée à la numérisation\u00a0: le rectorat l'envoie de nouveau",
    over: (day: Temporal.PlainDate): string => `le droit de la voir a pris fin le ${dayInWords(day)}`,
  },

  /** To the office. */
  office: {
    title: 'Copies à montrer',
    back: 'Recours et demandes',
    lead: "Le candidat seul les lit, avec son nom, son numéro et le jour sur chaque page. Répondez ensuite à sa demande\u00a0: c'est ce qui le prévient.",
    none: "Aucune copie n'est envoyée",
    noneText: 'Numérisez chaque copie en un PDF, correction comprise, et envoyez-la ici.',
    sent: 'Copies envoyées',
    columns: { unit: 'Unité', pages: 'Pages', state: 'État', act: 'Retirer' },
    states: {
      shown: 'montrée',
      waiting: "contrôlée par l'antivirus",
      lost: 'infectée ou perdue\u00a0: à renvoyer',
      over: 'finie',
    },
    until: (day: Temporal.PlainDate): string => `jusqu'au ${shortDay(day)} inclus`,
    withdraw: 'Retirer',
    send: 'Envoyer une copie',
    number: 'Numéro anonyme de la copie',
    numberHint: "Celui de l'étiquette, par exemple 482 917 R. Ou choisissez l'unité, pas les deux.",
    unit: 'Unité',
    scan: 'La copie numérisée',
    scanHint: 'Toutes ses pages dans un seul fichier, avec la correction.',
    scanLimits: 'PDF, 25\u00a0Mo et 100 pages au plus.',
    scanMissing: 'Choisissez le fichier PDF de la copie.',
    submit: 'Envoyer la copie',
    flash: 'Copie envoyée.',
    withdrawn: 'Copie retirée\u00a0: le fichier est détruit.',
  },
} as const;
