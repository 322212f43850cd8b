import { dayInWords, listing, plural } from '../../ui/index.ts';
import type { CoverRefusal } from '../rules/absence.ts';
import { MOST_FILTERS } from '../store/savedFilters.ts';

const groups = (portfolios: readonly string[]): string =>
  `${portfolios.length < 2 ? 'groupe' : 'groupes'} ${listing(portfolios)}`;

/** Several at one desk: who has what open, who takes care of what, who stands in for whom, filters of one's own. */
export const severalTexts = {
  openNow: (name: string, minutes: number): string =>
    `${name} a ce dossier ouvert${minutes < 1 ? '' : ` depuis ${plural(minutes, 'minute', 'minutes')}`}.`,
  openMark: (name: string): string => `ouvert\u00a0: ${name}`,
  claim: {
    take: "Je m'en occupe",
    leave: "Je ne m'en occupe plus",
    takeOver: (name: string): string => `Reprendre à ${name}`,
    mine: 'à moi',
    theirs: (name: string): string => name,
    theirsLine: (name: string): string => `${name} s'occupe de ce dossier. Vous pouvez décider quand même.`,
    moved: (name: string | null): string =>
      name === null
        ? "Ce dossier n'est plus pris par personne. Rien n'a changé\u00a0: cliquez de nouveau si vous voulez vous en occuper."
        : `${name} vient de prendre ce dossier. Rien n'a changé.`,
    choose: "Ce formulaire est incomplet\u00a0: rien n'a changé. Rechargez la page.",
    filter: 'Qui',
    everybody: 'Dossiers\u00a0: tous',
    states: { mine: "Ceux dont je m'occupe", free: "Ceux que personne n'a pris" },
  },
  filters: {
    title: 'Filtres gardés',
    keep: 'Garder ce filtre',
    name: 'Nom du filtre',
    nameHint: 'Ce filtre a une adresse\u00a0: vous seul voyez ce nom.',
    nameMissing: 'Donnez un nom au filtre.',
    submit: 'Garder',
    forget: 'Oublier',
    nothing: "Choisissez d'abord un filtre\u00a0: la corbeille entière n'a pas besoin de nom.",
    tooMany: `Vous gardez déjà ${MOST_FILTERS} filtres. Oubliez-en un, ou reprenez le nom de l'un d'eux.`,
  },
  absence: {
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
  },
  identity: {
    beside: "La pièce d'identité, à côté",
    alt: (name: string): string => `Pièce d'identité, ${name}, première page`,
    open: "Ouvrir la pièce d'identité",
  },
  flash: {
    pris: 'Vous vous occupez de ce dossier. Vos collègues le voient.',
    laisse: 'Vous ne vous occupez plus de ce dossier.',
    'filtre-garde': 'Le filtre est gardé.',
    'filtre-oublie': 'Le filtre est oublié.',
    'absence-prevue': "L'absence est prévue. Le collègue qui remplace le lit sur son accueil.",
    'absence-finie': "L'absence est finie\u00a0: les groupes ne sont plus confiés.",
  },
} as const;
