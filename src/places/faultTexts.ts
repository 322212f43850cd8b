import { listing, numericDay, wholeNumber } from '../ui/index.ts';
import { durationInWords } from './placesTexts.ts';
import { HELD_WORDS } from './rules/held.ts';
import type { Column, LineFault, RoomColumn, SittingColumn, TableFault } from './rules/lines.ts';

const rooms: Readonly<Record<RoomColumn, string>> = {
  code: 'Centre',
  name: 'Nom du centre',
  address: 'Adresse',
  postcode: 'Code postal',
  city: 'Commune',
  room: 'Salle',
  capacity: 'Places',
  accessible: 'Accessible',
  kinds: 'Équipements',
  stations: 'Postes',
};
const sittings: Readonly<Record<SittingColumn, string>> = {
  speciality: 'Spécialité',
  unit: 'Unité',
  day: 'Date',
  hour: 'Heure',
  duration: 'Durée',
  material: 'Matériel',
  kind: 'Équipement',
  centre: 'Centre',
  room: 'Salle',
  held: 'Forme',
  until: "Jusqu'à",
  preparation: 'Préparation',
  rest: 'Battement',
};

const noRow = 'Ajoutez au moins une ligne sous les titres des colonnes.';

/** Ce qui ne va pas dans un tableau, ou dans le formulaire d'une de ses lignes. */
export const faultTexts = {
  headings: {
    rooms: {
      names: rooms,
      optional: ['address', 'accessible', 'kinds', 'stations'] as const satisfies readonly RoomColumn[],
    },
    sittings: {
      names: sittings,
      optional: [
        'material',
        'kind',
        'centre',
        'room',
        'held',
        'until',
        'preparation',
        'rest',
      ] as const satisfies readonly SittingColumn[],
    },
  },
  /** « Ligne 12, Places : … » */
  ofLine: ({ line, column, fault }: LineFault): string => {
    const place = [line === null ? null : `Ligne ${wholeNumber(line)}`, column === null ? null : columnName(column)];
    const said = place.filter((one) => one !== null).join(', ');
    return said === '' ? faultInWords(fault) : `${said}\u00a0: ${lower(faultInWords(fault))}`;
  },
  more: (count: number): string => `Et ${wholeNumber(count)} autres fautes.`,
};

function columnName(column: Column): string {
  return { ...rooms, ...sittings }[column];
}

function lower(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

const earlierLine = (line: number | null, there: string): string =>
  line === null ? there : `la ligne ${wholeNumber(line)}`;

/** Ce qui ne va pas, la règle, et comment s'en sortir. */
export function faultInWords(fault: TableFault): string {
  switch (fault.code) {
    case 'missing-column':
      return 'Cette colonne manque. Reprenez le modèle, ou ajoutez une colonne de ce nom.';
    case 'column-twice':
      return "Cette colonne est deux fois dans le tableau. N'en gardez qu'une.";
    case 'no-line':
      return noRow;
    case 'empty':
      return "Rien n'est écrit. Remplissez cette case.";
    case 'too-long':
      return `Le texte est trop long. Écrivez-le en ${wholeNumber(fault.most)} caractères au plus.`;
    case 'centre-code':
      return 'Ce code ne convient pas. Écrivez de 1 à 20 lettres sans accent, chiffres ou tirets, par exemple LYC-1.';
    case 'postcode':
      return "Ce n'est pas un code postal. Écrivez cinq chiffres, par exemple 63000.";
    case 'capacity':
      return `Ce n'est pas un nombre de places. Écrivez un nombre entier de 1 à ${wholeNumber(fault.most)}.`;
    case 'stations':
      return `Ce n'est pas un nombre de postes. Écrivez un nombre entier de 1 à ${wholeNumber(fault.most)}, ou rien.`;
    case 'yes-or-no':
      return 'Écrivez oui ou non.';
    case 'centre-differs':
      return `La ligne ${wholeNumber(fault.earlier)} dit autre chose du même centre. Écrivez la même chose, ou laissez vide.`;
    case 'room-twice':
      return `Cette salle est déjà à ${earlierLine(fault.earlier, 'ce centre')}. Un centre n'a pas deux salles du même nom.`;
    case 'speciality-unknown':
      return "Aucune spécialité de cette session n'a ce code ou ce nom. Écrivez son code national à huit chiffres.";
    case 'unit-unknown':
      return fault.known.length === 0
        ? "Les unités de cette spécialité ne sont pas dans les règles. Écrivez-les d'abord dans les règles."
        : `Cette spécialité n'a pas cette unité. Écrivez ${listing(fault.known, 'ou')}.`;
    case 'day-unreadable':
      return "Ce n'est pas une date. Écrivez jour, mois et année, par exemple 03/06/2024.";
    case 'day-off':
      return fault.why === 'sunday'
        ? "C'est un dimanche. Choisissez un jour où l'on travaille."
        : "C'est un jour férié (code du travail, article L3133-1). Choisissez un autre jour.";
    case 'out-of-session':
      return `Cette date n'est pas dans la session, qui va du ${numericDay(fault.first)} au ${numericDay(fault.last)}. Corrigez la date.`;
    case 'before-first':
      return "Une épreuve de remplacement vient après l'épreuve qu'elle remplace. Choisissez une date plus tardive.";
    case 'at-once':
      return `Les candidats passeraient ${fault.unit} à la même heure. Changez l'heure de l'une des deux.`;
    case 'hour-unreadable':
      return "Ce n'est pas une heure. Écrivez par exemple 9 h 30.";
    case 'duration-unreadable':
      return "Ce n'est pas une durée. Écrivez par exemple 2 h 30, ou 45 min.";
    case 'duration-differs':
      return `Le règlement donne ${durationInWords(fault.minutes)}. Écrivez cette durée, ou corrigez d'abord le règlement.`;
    case 'past-midnight':
      return "L'épreuve finirait le lendemain. Avancez l'heure, ou faites-en deux.";
    case 'held-unreadable':
      return `Écrivez ${listing(Object.values(HELD_WORDS), 'ou')}. Rien\u00a0: comme dit le règlement.`;
    case 'held-differs':
      return fault.held === 'continuous'
        ? "Le règlement la donne en contrôle continu\u00a0: personne ne la passe. Enlevez-la, ou corrigez d'abord le règlement."
        : `Le règlement dit «\u00a0${HELD_WORDS[fault.held]}\u00a0». Écrivez-le, ou corrigez d'abord le règlement.`;
    case 'until-missing':
      return "Écrivez jusqu'à quelle heure la commission interroge, par exemple 12 h.";
    case 'until-early':
      return `Il faut au moins ${durationInWords(fault.minutes)} pour un premier passage. Donnez une heure plus tardive.`;
    case 'not-oral':
      return 'Seul un oral a une heure de fin pour sa commission. Laissez vide, ou écrivez «\u00a0oral\u00a0» comme forme.';
    case 'minutes':
      return `Ce n'est pas un nombre de minutes. Écrivez un nombre de 0 à ${wholeNumber(fault.most)}, ou rien.`;
    case 'centre-unknown':
      return "Cette session n'utilise aucun centre de ce code. Ajoutez d'abord le centre, ou cochez-le parmi ceux de l'académie.";
    case 'room-unknown':
      return "Ce centre n'a pas de salle de ce nom. Ajoutez d'abord la salle.";
    case 'room-without-centre':
      return 'Une salle est écrite sans son centre. Écrivez aussi le code du centre.';
    case 'kind-not-there':
      return "Cette salle n'a pas cet équipement. Changez de salle, ou ajoutez-lui l'équipement.";
    case 'sitting-twice':
      return `La même épreuve est déjà à ${earlierLine(fault.earlier, 'cette heure')}. Enlevez l'une des deux.`;
    case 'hall-taken-elsewhere':
      return `Une autre session a cette salle à ce moment (${fault.session}). Changez l'heure ou la salle.`;
    case 'hall-taken':
      return fault.earlier === null
        ? "Cette salle est déjà gardée pour une autre épreuve à ce moment. Changez l'heure ou la salle."
        : `Cette salle est déjà prise par la ligne ${wholeNumber(fault.earlier)} à ce moment. Changez l'heure ou la salle.`;
  }
}
