import { quoted } from '../../ui/index.ts';

/** The site as it would be. */
export const texts = {
  title: 'Aperçu',
  lead: "Le site public tel qu'il serait avec ces règles, à l'instant choisi\u00a0: pages, calendrier, spécialités et simulateurs. Vous seul le voyez, dans ce navigateur.",
  notYet: "L'aperçu sera possible quand le brouillon sera sans faute.",
  day: 'Jour',
  dayMissing: "Indiquez le jour de l'aperçu.",
  hour: 'Heure de Paris',
  hourMissing: "Indiquez l'heure de l'aperçu, 17:00 par exemple.",
  hourUnreadable: "L'heure s'écrit avec deux chiffres, deux-points et deux chiffres\u00a0: 17:00 par exemple.",
  faults: {
    unreadable: "Cette heure n'existe pas\u00a0: choisissez-en une autre.",
    'skipped-hour':
      "Cette nuit-là, l'heure passe de 2 h à 3 h\u00a0: cette heure n'existe pas, choisissez-en une autre.",
    'repeated-hour':
      "Cette nuit-là, l'heure revient de 3 h à 2 h\u00a0: cette heure existe deux fois, choisissez-en une autre.",
  },
  submit: 'Voir le site à cet instant',
  moments: 'Instants à regarder',
  momentsOf: {
    before: (session: string): string => `La veille de l'ouverture (${session})`,
    opening: (session: string): string => `À l'ouverture (${session})`,
    lastHour: (session: string): string => `Une heure avant la clôture (${session})`,
    closed: (session: string): string => `Une minute après la clôture (${session})`,
  },
  notice: (title: string, instant: string): string => `Aperçu du brouillon ${quoted(title)}, le ${instant}.`,
  leave: "Quitter l'aperçu",
};
