import { replacedUnit, sayReplacement } from '../exam/index.ts';
import type { BoardTally } from '../examiners/index.ts';
import type { PlanState } from '../plan/index.ts';
import { dayInWords, listing, NBSP, plural, wholeNumber } from '../ui/index.ts';
import type { MissingItem } from './rules/gaps.ts';

/** Who they are, where they are few. */
const fewOf = (who: readonly string[]): string =>
  who.length <= FEW ? listing(who) : `${who.slice(0, FEW).join(', ')} et ${who.length - FEW} autres`;
const FEW = 4;

/** Ce qui manque avant l'examen. */
export const missingTexts = {
  title: "Préparer l'examen",
  candidates: (count: number): string => plural(count, 'candidat inscrit', 'candidats inscrits'),
  stages: 'Où en est la préparation',
  stage: {
    files: 'Dossiers',
    filesLeft: (count: number): string =>
      count === 0 ? 'tout est décidé' : `${plural(count, 'point', 'points')} à régler`,
    rules: 'Règlements',
    rulesLeft: (count: number): string =>
      count === 0
        ? 'complets pour toutes les spécialités qui ont des candidats'
        : `incomplets pour ${plural(count, 'spécialité', 'spécialités')} qui ${count > 1 ? 'ont' : 'a'} des candidats`,
    places: 'Centres et salles',
    placesDone: (centres: number, rooms: number, seats: number): string =>
      rooms === 0
        ? 'à écrire'
        : `${plural(centres, 'centre', 'centres')}, ${plural(rooms, 'salle', 'salles')}, ${plural(seats, 'place', 'places')}`,
    calendar: 'Calendrier',
    calendarDone: (sittings: number, unscheduled: number): string =>
      sittings === 0
        ? 'à écrire'
        : [
            plural(sittings, 'épreuve', 'épreuves'),
            ...(unscheduled === 0 ? [] : [`${plural(unscheduled, "unité n'y est", "unités n'y sont")} pas encore`]),
          ].join(', '),
    plan: 'Répartition',
    planNone: 'à faire',
    plans: {
      working: 'se calcule',
      draft: 'brouillon à relire et à publier',
      failed: "la dernière n'a pas abouti",
      published: 'publiée',
      replaced: 'à refaire',
    } satisfies Readonly<Record<PlanState, string>>,
    planBehind: (what: string): string => `publiée, à corriger${NBSP}: ${what}`,
    summonses: 'Convocations',
    summonsesDone: (issued: number, without: number): string =>
      [
        issued === 0 ? 'aucune encore' : plural(issued, 'en cours', 'en cours'),
        ...(issued === 0 || without === 0 ? [] : [`${plural(without, 'candidat', 'candidats')} sans convocation`]),
      ].join(', '),
    examiners: 'Examinateurs et surveillants',
    boardsDone: ({ boards, short, toConvene, unheard, waiting }: BoardTally): string =>
      boards === 0
        ? 'après la répartition'
        : [
            plural(boards, 'commission ou salle', 'commissions et salles'),
            ...(short === 0 ? [] : [plural(short, 'incomplète', 'incomplètes')]),
            ...(toConvene === 0 ? [] : [`${plural(toConvene, 'personne', 'personnes')} à convoquer`]),
            ...(unheard === 0 ? [] : [`${plural(unheard, 'lettre', 'lettres')} à poster ou à dire`]),
            ...(waiting === 0 ? [] : [`${plural(waiting, 'réponse attendue', 'réponses attendues')}`]),
          ].join(', '),
  },
  files: 'Les dossiers',
  filesNone: 'Rien à décider.',
  filesNoneText: "Aucun dossier de cette session n'attend plus une décision du bureau.",
  filesSettled: (count: number): string => `En ordre${NBSP}: ${plural(count, 'point', 'points')}`,
  filesColumns: ['Ce qui reste à décider', 'Candidats'],
  reserved: 'Inscriptions sous réserve',
  reservedText: 'Un gestionnaire lève la réserve ou écarte le dossier.',
  unsigned: 'Inscriptions non signées',
  undecided: 'Inscriptions signées, pas encore validées',
  requests: "Demandes d'aménagement sans décision",
  requestsText: 'Le service des aménagements les décide. Aucun nom ne sort de ce service avant la décision.',
  certificates: 'Attestations de travail en hauteur non fournies',
  certificatesText: "Chacun garde sa place tant qu'une décision ne le laisse pas hors de l'unité.",
  without: 'Candidats sans convocation',
  given: 'Notes de contrôle continu en retard',
  givenText: (by: Temporal.PlainDate): string =>
    `L'établissement devait les donner avant la fin du ${dayInWords(by)}\u00a0: saisissez-les, ou demandez-les-lui.`,
  shortBoards: 'Commissions et salles incomplètes',
  shortBoardsText: "Il y manque quelqu'un\u00a0: leur page dit qui peut venir.",
  lateSheets: 'Fiches de commission arrivées après le verrou',
  lateSheetsText:
    "Leur note n'est pas celle du lot\u00a0: ouvrez chaque fiche, reprenez sa note ou gardez celle du lot.",
  parts: "Fiches dont l'autre partie manque",
  partsText: (
    parts: readonly {
      readonly unit: string;
      readonly name: string;
      readonly count: number;
      readonly who: readonly string[];
    }[],
  ): string =>
    `L'un des deux jurys a signé. À signer encore\u00a0: ${listing(
      parts.map(
        ({ unit, name, count, who }) =>
          `${name === '' ? 'le reste de la fiche' : `«\u00a0${name}\u00a0»`} de ${sayReplacement(unit, replacedUnit(unit))} (${[count, ...(who.length === 0 ? [] : [fewOf(who)])].join('\u00a0: ')})`,
      ),
    )}. La page de leur commission dit qui appeler.`,
  withheld: 'Candidats laissés hors de toutes leurs épreuves',
  withheldText: "Une décision le leur a notifié, faute d'attestation de travail en hauteur.",
  mailsRefused: 'Mails de convocation refusés',
  outdated: 'Convocations à refaire',
  outdatedText: 'la salle, le centre ou le matériel ont changé depuis',
  unkept: 'Centres sans personne pour le pointage',
  unkeptText: 'Des candidats y composent, et personne ne peut y dire qui est venu.',
  certificatesToCheck: 'Attestations de travail en hauteur à contrôler',
  count: (count: number): string => wholeNumber(count),
  rules: 'Les règlements',
  /** `urgent`: of them, those that somebody is enrolled for. */
  rulesLead: (gaps: number, urgent: number, offered: number): string => {
    if (gaps === 0)
      return `Les ${wholeNumber(offered)} spécialités de cette session ont leurs unités, leurs coefficients et leurs durées.`;
    const lacking = `Il manque quelque chose à ${wholeNumber(gaps)} des ${plural(offered, 'spécialité', 'spécialités')} de cette session`;
    return urgent === 0
      ? `Rien ne manque aux spécialités qui ont des candidats. ${lacking}, sans candidat aujourd'hui${NBSP}: ce n'est pas pressé.`
      : `${lacking}, dont ${wholeNumber(urgent)} qui ${urgent > 1 ? 'ont' : 'a'} des candidats.`;
  },
  withoutCandidates: (count: number): string =>
    `${plural(count, 'spécialité', 'spécialités')} sans candidat aujourd'hui`,
  noDraft: "Pour l'écrire, commencez d'abord un brouillon de règles.",
  toRules: 'Les règles',
  headOnly:
    'Le responsable du bureau écrit les règlements, les centres et le calendrier\u00a0; vous lisez ce qui est de vos spécialités.',
  /** « Coefficients et durées » */
  lacks: (gap: MissingItem): string => {
    const words = listing([
      ...(gap.units ? ['unités'] : []),
      ...(gap.coefficients.length > 0 ? ['coefficients'] : []),
      ...(gap.durations.length > 0 ? ['durées'] : []),
      ...(gap.safetyUnits ? ['travail en hauteur'] : []),
    ]);
    return words.slice(0, 1).toUpperCase() + words.slice(1);
  },
  lacking: (lacks: string, specialities: number, candidates: number): string =>
    [
      `${lacks}${NBSP}: ${plural(specialities, 'spécialité', 'spécialités')}`,
      ...(candidates === 0 ? [] : [plural(candidates, 'candidat', 'candidats')]),
    ].join(', '),
  others: (count: number): string => `Voir ${plural(count, 'autre spécialité', 'autres spécialités')}`,
  ofThem: (candidates: number): string => plural(candidates, 'candidat', 'candidats'),
  gap: (gap: MissingItem): readonly string[] => [
    ...(gap.units ? ['les unités ne sont pas toutes connues'] : []),
    ...(gap.coefficients.length > 0 ? [`coefficient${s(gap.coefficients)}${NBSP}: ${listing(gap.coefficients)}`] : []),
    ...(gap.durations.length > 0 ? [`durée${s(gap.durations)}${NBSP}: ${listing(gap.durations)}`] : []),
    ...(gap.safetyUnits ? ['unités concernées par les attestations de travail en hauteur'] : []),
  ],
};

function s(units: readonly string[]): string {
  return units.length > 1 ? 's' : '';
}
