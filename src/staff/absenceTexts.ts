import { dayInWords, listing } from '../ui/index.ts';
import type { CoverRefusal } from './rules/absence.ts';

const groups = (portfolios: readonly string[]): string =>
  `${portfolios.length < 2 ? 'groupe' : 'groupes'} ${listing(portfolios)}`;

/** Who stands in for whom. */
export const absenceTexts = {
  title: 'Absence',
  titleOf: (name: string): string => `Absence\u00a0: ${name}`,
  lead: 'Pendant ces jours, un collègue voit et contrôle aussi les dossiers de ces groupes. Cela commence et finit tout seul. La personne absente garde son accès.',
  none: "Aucune absence n'est prévue.",
  plan: 'Prévoir une absence',
  line: (
    covering: string,
    portfolios: readonly string[],
    from: Temporal.PlainDate,
    until: Temporal.PlainDate,
  ): string => `Du ${dayInWords(from)} au ${dayInWords(until)}\u00a0: ${covering} remplace (${groups(portfolios)}).`,
  end: 'Finir maintenant',
  from: 'Premier jour',
  until: 'Dernier jour',
  dayMissing: 'Donnez le premier et le dernier jour.',
  dayHint: 'Comme 15/11/2023, compris.',
  by: 'Remplacé par',
  byMissing: 'Choisissez qui remplace.',
  portfolios: 'Groupes confiés',
  submit: 'Confier ces groupes',
  nobody: "Aucun autre gestionnaire n'a d'accès ouvert\u00a0: invitez quelqu'un d'abord.",
  onlyOfficers: 'Seul un gestionnaire a des groupes à confier.',
  away: (portfolios: readonly string[], covering: string, until: Temporal.PlainDate): string =>
    `Absent, remplacé par ${covering} jusqu'au ${dayInWords(until)} (${groups(portfolios)})`,
  standIn: (absent: string, portfolios: readonly string[], until: Temporal.PlainDate): string =>
    `Vous remplacez ${absent} jusqu'au ${dayInWords(until)} compris\u00a0: vous voyez aussi ${portfolios.length < 2 ? 'le' : 'les'} ${groups(portfolios)}.`,
  refusals: {
    'not-an-officer': 'Seul un gestionnaire a des groupes à confier.',
    'covered-by-nobody': "Cette personne n'est pas gestionnaire, ou son accès est fermé. Choisissez-en une autre.",
    'covered-by-themselves': 'Une personne absente ne se remplace pas elle-même. Choisissez un collègue.',
    'no-portfolio': 'Cochez un groupe au moins.',
    'not-their-portfolio': "Un de ces groupes n'est pas, ou plus, à cette personne. Cochez ceux qui lui restent.",
    'ends-before-it-begins': 'Le dernier jour vient avant le premier. Corrigez une des deux dates.',
    over: 'Ces jours sont passés. Choisissez un dernier jour à venir.',
    'too-long': 'Un remplacement dure un an au plus. Au-delà, changez les groupes de chacun.',
    'covered-already':
      'Ce collègue remplace déjà ce groupe pendant une partie de ces jours. Finissez ce remplacement, ou changez les dates.',
  } satisfies Record<CoverRefusal, string>,
};
