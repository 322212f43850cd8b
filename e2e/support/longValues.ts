import { COIFFURE } from './visitor.ts';

/** What the longest real values look like: each is accepted by its field, and none may widen or cut a page. */
const WORD = 'Andriamanampisoarivonantenainarakotondraza';
export const LONG_MAIL = `${'marie-antoinette.andriamanampisoarivonantenainarakotondra.longue'.slice(0, 64)}@courrier-electronique.exemple.example.fr`;

export const LONG_NAMES = {
  birthName: `${WORD} de la Tour-Saint-Christophe d'Auvergne`.padEnd(80, 'e').slice(0, 80),
  firstNames: 'Marie-Antoinette, Anne-Charlotte-Emmanuelle, Jacqueline-Bernadette, Zoé',
} as const;

export const LONG_ANSWERS: typeof COIFFURE = {
  ...COIFFURE,
  identification: {
    ...COIFFURE.identification,
    city: 'Saint-Germain-de-Tallevende-la-Lande-Vaumont',
    address: `${WORD}strasse 1234, escalier Z`,
    addressExtra: 'Résidence des Volcans endormis, bâtiment Puy-de-Dôme, appartement 1465, troisième étage à droite',
    phone: '+352 621 123 456',
    otherPhone: '+49 1512 3456789',
  },
  informations: {
    ...COIFFURE.informations,
    // Who asks for arrangements has pages of their own; under reserve, so have the candidate and the officer.
    category: 'other',
    handicap: 'oui',
    employer1: `Société ${WORD} et associés réunis`.slice(0, 80),
    job1: 'Technicienne-conseil-coloriste-permanentiste-visagiste-perruquière-posticheuse',
  },
};
