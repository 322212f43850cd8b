import { dayInWords, instantInWords, plural, wholeNumber } from '../ui/index.ts';
import type { Tally } from './rules/tally.ts';

export const texts = {
  flash: {
    note: 'Pointage enregistré.',
    remarque: 'Remarque enregistrée.',
    passages: "C'est dit\u00a0: les candidats que cela concerne l'apprennent dans les deux minutes.",
    prevenu: "C'est noté.",
    nomme: "C'est enregistré.",
    retire: 'Cette personne ne pointe plus dans cette session.',
    corrige: 'Correction enregistrée.',
  },
  nobody: {
    title: 'Aucun centre ne vous est confié',
    text: 'Le chef du bureau des examens dit dans quel centre vous pointez. Demandez-le-lui\u00a0: cette page montrera alors la liste du jour.',
  },
  closed: {
    title: "Aucune liste n'est ouverte",
    text: (firstAt: Temporal.Instant, opens: number): string =>
      `Les prochaines épreuves de votre centre commencent le ${instantInWords(firstAt)}. La liste s'ouvre ${plural(opens, 'heure', 'heures')} avant, et se ferme à minuit.`,
    none: "Aucune épreuve à venir n'est publiée pour votre centre.",
  },
  account: 'Mon compte',
  examiners: 'Examinateurs',
  day: dayInWords,
  shell: {
    title: 'Pointage sans réseau',
    text: 'Cette page montre la liste gardée sur cet appareil. Il lui faut JavaScript.',
  },
};

export const officeTexts = {
  title: 'Présences',
  day: 'Jour',
  show: 'Afficher',
  noPlan: "Aucune épreuve n'est publiée",
  noPlanText: "Les présences se pointent sur le plan publié\u00a0: publiez d'abord les places.",
  count: (expected: number, none: number): string =>
    none === 0
      ? `${plural(expected, 'place pointée', 'places pointées')}`
      : `${plural(expected, 'place', 'places')}, ${plural(none, 'à pointer', 'à pointer')}`,
  columns: {
    room: 'Salle',
    sitting: 'Épreuves',
    expected: 'Attendus',
    present: 'Présents',
    late: 'Retards',
    absent: 'Absents',
    none: 'À pointer',
  },
  /** One hour, or the first and the last. */
  fromTo: (hours: readonly string[]): string => (hours.length > 1 ? `de ${hours.join(' à ')}` : (hours[0] ?? '')),
  centre: (name: string, { expected, none, disputed }: Tally): string =>
    [
      `${name}\u00a0: ${plural(expected, 'place', 'places')}`,
      none === 0 ? 'tout est pointé' : `${wholeNumber(none)} à pointer`,
      ...(disputed === 0 ? [] : [officeTexts.disputed(disputed)]),
    ].join(', '),
  heard: (at: string | null): string =>
    at === null ? "Aucune nouvelle d'un appareil de ce centre ce jour." : `Dernière nouvelle à ${at}.`,
  disputed: (count: number): string =>
    `${plural(count, 'pointage contredit', 'pointages contredits')} par un autre appareil`,
  remarks: 'Remarques',
  calls: {
    title: 'Heures de passage changées',
    board: (room: string, unit: string, late: number, moved: number): string =>
      [
        `${room}, ${unit}\u00a0: ${plural(moved, 'candidat attendu', 'candidats attendus')} à une autre heure`,
        ...(late === 0 ? [] : [`commission en retard de ${late}\u00a0min`]),
      ].join(', '),
    toPhone: 'À prévenir par téléphone',
    noPhone: 'aucun numéro',
    phoned: 'Prévenus par téléphone',
    others: 'Attendus à une autre heure',
    byMail: 'mail envoyé',
    untold: 'pas encore de mail',
    hours: (callsAt: string, plannedAt: string): string => `appel à ${callsAt} au lieu de ${plannedAt}`,
  },
  table: 'Télécharger le tableau (CSV)',
  see: (centre: string): string => `Candidats de ${centre}`,
  candidates: {
    title: 'Candidats',
    back: 'Tous les centres',
    name: 'Candidat',
    unit: 'Unité',
    seat: 'Place',
    state: 'Pointage',
    act: 'Correction',
    correct: 'Corriger',
    only: 'Voir',
    filters: {
      tous: 'Tous',
      absents: 'Absents et retards',
      'a-pointer': 'À pointer',
      contredits: 'Contredits',
    },
    none: 'Personne ne correspond.',
    noneText: 'Choisissez «\u00a0Tous\u00a0» pour voir tous les candidats de ce centre.',
    by: { page: 'noté par le centre', device: 'noté par le centre', office: 'corrigé par le bureau' },
  },
  correction: {
    title: 'Corriger un pointage',
    lead: "Ce qui était noté reste, et la correction s'ajoute avec son motif.",
    state: 'Pointage',
    stateMissing: 'Choisissez ce qui est noté.',
    minutes: 'Minutes de retard',
    minutesHint: 'Seulement pour un retard.',
    reason: 'Motif',
    reasonHint: 'Par exemple\u00a0: liste papier du centre, salle A.',
    reasonMissing: 'Indiquez le motif de la correction.',
    submit: 'Enregistrer la correction',
    back: 'Présences',
    was: (told: string): string => `Aujourd'hui\u00a0: ${told}.`,
  },
  states: { present: 'Présent', absent: 'Absent', late: 'En retard', none: 'Pas pointé' },
  keepers: {
    title: 'Qui pointe dans chaque centre',
    lead: "Une personne de la fonction «\u00a0pointage d'un centre d'examen\u00a0» voit la liste du jour de son centre, et rien d'autre. Invitez-la d'abord à la page Personnel.",
    link: 'Qui pointe dans chaque centre',
    person: 'Personne',
    personMissing: 'Choisissez une personne.',
    centre: 'Centre',
    centreMissing: 'Choisissez un centre.',
    submit: 'Confier le centre',
    remove: 'Retirer',
    since: 'Depuis',
    none: 'Personne ne pointe encore dans cette session.',
    noneText: 'Confiez ci-dessous chaque centre à une personne au moins, avant la première épreuve.',
    nobody: "Personne n'a cette fonction. Invitez quelqu'un à la page Personnel.",
    noCentre: "Cette session n'a pas encore de centre. Ajoutez-les d'abord.",
    staff: 'Page Personnel',
    back: 'Présences',
  },
  sheet: {
    name: 'presences',
    columns: [
      'Centre',
      'Salle',
      'Table',
      'Date',
      'Début',
      'Fin',
      'Numéro',
      'Nom',
      'Unité',
      'Pointage',
      'Minutes de retard',
      'Noté à',
      'Contredit par',
    ],
  },
};
