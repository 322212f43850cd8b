import { plural } from '../platform/french/french.ts';
import { MOST_FILTERS } from './store/savedFilters.ts';

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
  },
} as const;
