import { earlierLine, HELD_WORDS, type Headings, tableFaultInWords } from '../places/index.ts';
import { parisDay } from '../platform/time.ts';
import { clockTime, dayInWords, listing, numericDay, wholeNumber } from '../ui/index.ts';
import { durationInWords } from './calendarTexts.ts';
import type { SittingColumn, SittingFault } from './rules/lines.ts';

export const sittingHeadings: Headings<SittingColumn> = {
  names: {
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
  },
  optional: ['material', 'kind', 'centre', 'room', 'held', 'until', 'preparation', 'rest'],
};

/** Ce qui ne va pas dans le calendrier, la règle, et comment s'en sortir. */
export function sittingFaultInWords(fault: SittingFault): string {
  switch (fault.code) {
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
    case 'before-phase':
      return "Cette phase vient après celle d'avant, qui n'est pas finie à cette heure ou n'est pas au calendrier. Choisissez une date plus tardive, ou écrivez d'abord l'autre.";
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
    case 'begun':
      return `L'épreuve «\u00a0${fault.title}\u00a0» du ${dayInWords(parisDay(fault.startsAt))} à ${clockTime(fault.startsAt)} a commencé\u00a0: elle ne change plus. Remettez sa ligne telle qu'elle est au calendrier\u00a0; une autre date prend une autre ligne.`;
    case 'hall-taken-elsewhere':
      return `Une autre session a cette salle à ce moment (${fault.session}). Changez l'heure ou la salle.`;
    case 'hall-lent':
      return fault.lent === 'to'
        ? "L'académie a prêté cette salle à une autre ce jour-là. Changez le jour ou la salle."
        : 'Une autre académie ne prête pas cette salle ce jour-là. Changez le jour ou la salle\u00a0: les jours du prêt sont avec les centres.';
    case 'hall-taken':
      return fault.earlier === null
        ? "Cette salle est déjà gardée pour une autre épreuve à ce moment. Changez l'heure ou la salle."
        : `Cette salle est déjà prise par la ligne ${wholeNumber(fault.earlier)} à ce moment. Changez l'heure ou la salle.`;
    default:
      return tableFaultInWords(fault);
  }
}
