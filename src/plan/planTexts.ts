import { extraTimeInWords } from '../law/index.ts';
import { exactInstant, listing, NBSP, plural, wholeNumber } from '../ui/index.ts';
import type { PlanFaultCode } from './checkPlan.ts';
import type { Nearer } from './placing/problem.ts';
import type { ExamPlan, PlanState, PlanUnseated, SeatChange } from './plan.ts';
import type { MoveRefusal, MoveWarning } from './rules/handMove.ts';
import type { BehindPlan } from './whatIsBehind.ts';

const candidates = (count: number): string => plural(count, 'candidat', 'candidats');
const seats = (count: number): string => plural(count, 'place', 'places');

/** La répartition : qui compose où. */
export const planTexts = {
  title: 'Répartition',
  none: 'Aucune répartition pour cette session.',
  /** Of an address that somebody kept of a draft that was given up. */
  gone: "Cette répartition n'est plus là.",
  goneText: "Le brouillon a été abandonné, ou l'adresse est fausse\u00a0: choisissez une autre répartition plus bas.",
  noneText: {
    head: "Quand les centres, les salles et le calendrier sont écrits, faites répartir les candidats. Rien n'est envoyé tant que vous ne publiez pas.",
    others: 'Le responsable du bureau répartit les candidats dans les centres.',
  },
  flash: {
    commandee:
      'La répartition est commandée. Elle se calcule à côté du site\u00a0: cette page dira quand elle est prête.',
    corrigee: 'Le brouillon suivant est ouvert. Il commence comme la répartition publiée.',
    abandonnee: 'Le brouillon est abandonné.',
    publiee: 'La répartition est publiée.',
    deplace: "C'est enregistré. Cette place est gardée\u00a0: la prochaine répartition n'y touche pas.",
    gardees: "Ses places sont gardées\u00a0: la prochaine répartition n'y touche pas.",
    liberees: 'La prochaine répartition peut changer ses places.',
    enlevee: "La place est enlevée. La prochaine répartition n'en redonne pas.",
  },
  states: {
    working: 'en cours de calcul',
    draft: 'brouillon',
    failed: "n'a pas abouti",
    published: 'publiée',
    replaced: 'remplacée',
  } satisfies Readonly<Record<PlanState, string>>,
  number: (number: number): string => `Répartition n°${NBSP}${number}`,
  short: (number: number): string => `n°${NBSP}${number}`,
  working: (at: Temporal.Instant, by: string): string =>
    `Commandée le ${exactInstant(at)}${by === '' ? '' : ` par ${by}`}, elle se calcule. Pour un grand bureau cela prend une à deux minutes.`,
  refresh: 'Actualiser',
  failure: (failure: string): string =>
    failure === 'too-long'
      ? "La dernière répartition commandée a pris trop de temps et s'est arrêtée. Rien n'a changé\u00a0: recommencez, ou répartissez seulement ceux qui n'ont pas de place."
      : "La dernière répartition commandée s'est arrêtée avant la fin. Rien n'a changé\u00a0: recommencez. Si cela se répète, prévenez l'administrateur.",
  ordered: ({ orderedAt }: Pick<ExamPlan, 'orderedAt'>, by: string): string =>
    `Commandée le ${exactInstant(orderedAt)}${by === '' ? '' : ` par ${by}`}.`,
  published: (at: Temporal.Instant, by: string): string =>
    `Publiée le ${exactInstant(at)}${by === '' ? '' : ` par ${by}`}. Les convocations suivent cette répartition\u00a0; elle ne change plus.`,
  replacedText: "Une répartition plus récente l'a remplacée. Elle reste à lire.",
  others: 'Toutes les répartitions de la session',
  othersColumns: ['Numéro', 'État', 'Commandée', 'Publiée'],
  figures: {
    placed: 'Candidats placés',
    seats: (count: number): string => `${seats(count)}, une par épreuve ou par phase`,
    without: 'Sans place',
    units: (count: number): string => plural(count, 'unité concernée', 'unités concernées'),
    km: 'Distance moyenne',
    kmValue: (km: number | null): string => (km === null ? '–' : `${wholeNumber(Math.round(km))}${NBSP}km`),
    kmText: (homeless: number): string =>
      homeless === 0
        ? "à vol d'oiseau, du code postal au centre"
        : `à vol d'oiseau\u00a0; domicile inconnu pour ${wholeNumber(homeless)}`,
    frozen: 'Places gardées',
    frozenText: "la prochaine répartition n'y touche pas",
  },
  how: 'Comment elle a été calculée',
  howText: (kept: 'solver' | 'greedy' | 'standing', status: string): string =>
    ({
      solver:
        'Plusieurs méthodes ont été comparées. Celle qui optimise (HiGHS) laisse le moins de candidats sans place, ou coûte le moins\u00a0: elle est gardée, puis améliorée candidat par candidat.',
      greedy: `Plusieurs méthodes ont été comparées. La plus simple, où chacun va au centre le plus proche qui a une place, laisse le moins de candidats sans place, ou coûte le moins, ou l'autre n'a pas fini (${status})\u00a0: elle est gardée, puis améliorée candidat par candidat.`,
      standing:
        "Plusieurs méthodes ont été comparées. Laisser chacun où il était, quand rien ne l'empêche, laisse le moins de candidats sans place, ou coûte le moins\u00a0: cette répartition est gardée, puis améliorée candidat par candidat.",
    })[kept],
  howColumns: ['Méthode', 'Kilomètres de tous', 'Jurys à réunir', 'Sans centre', 'Unités sans place'],
  methods: { solver: 'Optimisation', greedy: 'Au plus proche', standing: 'Comme avant' },
  noAnswer: 'pas de réponse',
  byCentre: 'Par centre',
  byCentreColumns: ['Centre', 'Commune', 'Candidats', 'Spécialités', 'Salles utilisées', 'Places'],
  roomsUsed: (used: number, rooms: number): string => `${wholeNumber(used)} sur ${wholeNumber(rooms)}`,
  search: 'Chercher un candidat',
  searchHint: 'Numéro, nom ou prénom.',
  searchSubmit: 'Chercher',
  found: (count: number): string => candidates(count),
  foundNone: "Aucun candidat de cette session, ou de vos spécialités, n'a ce numéro ou ce nom.",
  foundMore: 'Il y en a davantage\u00a0: précisez.',
  foundColumns: ['Candidat', 'Nom', 'Spécialité', 'Centre', 'Distance'],
  noCentre: 'aucun',
  acts: {
    order: 'Répartir les candidats',
    again: 'Répartir de nouveau',
    mode: 'Ce qui change',
    modes: {
      all: 'Tout, sauf les places gardées',
      missing: 'Seulement ceux à qui il manque une place\u00a0; les autres ne bougent pas',
    },
    modeMissing: 'Choisissez ce qui change.',
    check: 'Regarder les fautes',
    publish: 'Préparer la publication',
    drop: 'Abandonner ce brouillon',
    dropText: 'Il est effacé avec ce que vous y avez changé à la main.',
    stop: 'Abandonner ce calcul',
    correct: 'Corriger',
    correctText:
      "Ouvre le brouillon suivant, qui commence comme la répartition publiée. Les candidats restent convoqués par celle-ci jusqu'à ce que vous publiiez l'autre.",
  },
  behind: ({ add, away, move, mend }: BehindPlan): string =>
    [
      ...(add === 0 ? [] : [`${candidates(add)} à qui il manque une place`]),
      ...(away === 0 ? [] : [`${candidates(away)} à qui en retirer`]),
      ...(move === 0 ? [] : [`${candidates(move)} dont l'heure, la salle ou l'aménagement a changé`]),
      ...(mend === 0 ? [] : [`${plural(mend, 'faute', 'fautes')} de salle ou de trajet`]),
    ].join(', '),
  behindTitle: 'La répartition publiée ne dit pas tout',
  behindText: (what: string): string =>
    `Il y manquait quelque chose, ou des inscriptions, des aménagements, des salles ou le calendrier ont changé depuis\u00a0: ${what}. Corrigez, puis publiez de nouveau.`,
  due: {
    title: "L'examen approche",
    text: (isPublished: boolean, what: string, first: string, session: string): string =>
      isPublished
        ? `${session}\u00a0: les épreuves commencent le ${first}, et la répartition publiée ne dit pas tout. Il reste ${what}.`
        : `${session}\u00a0: les épreuves commencent le ${first}, et aucune répartition n'est publiée. Il reste ${what}.`,
    see: 'Voir la répartition',
  },
  without: {
    title: 'Candidats sans place',
    count: candidates,
    none: 'Chacun a une place pour chacune de ses unités.',
    columns: ['Candidat', 'Nom', 'Spécialité', 'Unités et raisons'],
    next: 'Les suivants',
    back: 'La répartition',
  },
  why: {
    'no-sitting': "l'épreuve n'est pas au calendrier",
    'no-room': "aucun centre n'a de salle qui convient",
    'no-centre': 'aucun centre ne convient à toutes ses épreuves',
    full: "il n'y avait plus de place",
    'twice-at-once': 'il compose une autre épreuve à cette heure',
    elsewhere: "il passe un autre examen à cette heure, ou il est en chemin d'un centre à l'autre",
    'taken-away': 'place enlevée à la main',
  } satisfies Readonly<Record<PlanUnseated['why'], string>>,
  mend: { calendar: 'le calendrier', centres: 'les centres et les salles', person: 'sa page' },
  centre: {
    back: 'La répartition',
    lead: (persons: number, rooms: number): string =>
      `${candidates(persons)}, ${plural(rooms, 'salle utilisée', 'salles utilisées')}.`,
    none: 'Personne ne compose dans ce centre.',
    noneText: "Cette répartition n'y a placé personne. Un candidat peut y être mis à la main, depuis sa page.",
    columns: ['Salle', 'Matin', 'Après-midi'],
    group: (count: number, capacity: number, from: string, until: string): string =>
      `${wholeNumber(count)} sur ${wholeNumber(capacity)}, ${from} à ${until}`,
    turns: (count: number, from: string, until: string): string =>
      `${candidates(count)} à leur tour, ${from} à ${until}`,
  },
  person: {
    back: 'La répartition',
    file: 'Ouvrir son dossier',
    why: 'Pourquoi ce centre',
    noCentre: "Ce candidat n'a pas de centre dans cette répartition.",
    at: (centre: string, city: string, km: number | null): string =>
      km === null
        ? `${centre}, ${city}. Son domicile n'est pas dans la table des codes postaux\u00a0: la distance n'a pas compté.`
        : `${centre}, ${city}, à ${wholeNumber(km)}${NBSP}km de son domicile à vol d'oiseau.`,
    nearest: "C'est le centre le plus proche, ou il a été choisi à la main.",
    nearer: 'Des centres plus proches ont été écartés\u00a0:',
    nearerLine: (centre: string, km: number, why: Nearer['why']): string =>
      `${centre}, à ${wholeNumber(km)}${NBSP}km\u00a0: ${planTexts.nearerWhy[why]}`,
    seats: 'Ses épreuves',
    seatColumns: ['Unité', 'Date et heure', 'Salle', 'Table', 'À savoir'],
    noSeat: 'pas de place',
    end: (end: string): string => `jusqu'à ${end}`,
    frozen: 'place gardée',
    reason: (reason: string): string => `motif\u00a0: ${reason}`,
    nothing: "Ce candidat n'a aucune unité à présenter à cette session.",
    withheld: (units: readonly string[]): string =>
      `Par décision (attestation de travail en hauteur), il ne passe pas\u00a0: ${listing(units)}. Ces unités n'ont pas de place.`,
    toSit: (units: readonly string[]): string => `À présenter à cette session\u00a0: ${listing(units)}.`,
    effects: 'Conditions à respecter',
    percent: (percent: number): string => `${extraTimeInWords(percent)}, déjà compté dans les heures de fin`,
    alone: 'seul dans une salle',
    accessible: 'salle accessible',
    toArrange: (count: number): string =>
      `${plural(count, 'mesure accordée à organiser', 'mesures accordées à organiser')} avec le centre, hors de cette répartition`,
    move: 'Déplacer',
    give: 'Donner une place',
    centre: 'Envoyer dans un autre centre',
    centreText:
      "Toutes ses épreuves à venir y vont. L'écran suivant montre les salles et les heures avant d'enregistrer.",
    centreField: 'Centre',
    centreMissing: 'Choisissez un centre.',
    centreSubmit: 'Voir ce que cela donne',
    centreOption: (code: string, city: string, km: number | null): string =>
      km === null ? `${code}, ${city}` : `${code}, ${city} (${wholeNumber(km)}${NBSP}km)`,
    keep: 'Garder ses places',
    free: 'Laisser la répartition les changer',
    readOnly: {
      published: 'Cette répartition est publiée\u00a0: pour changer une place, ouvrez une correction.',
      replaced: 'Cette répartition est remplacée\u00a0: elle se lit seulement.',
      working: 'Cette répartition se calcule\u00a0: attendez sa fin.',
      failed: "Cette répartition n'a pas abouti.",
    } satisfies Readonly<Record<Exclude<PlanState, 'draft'>, string>>,
  },
  nearerWhy: {
    'not-able': "il n'a pas toutes les salles qu'il faut",
    full: "il n'avait plus de place",
    'no-board': "aucun jury de cette spécialité n'y siège",
  } satisfies Readonly<Record<Nearer['why'], string>>,
  move: {
    title: (unit: string): string => `Place pour ${unit}`,
    back: (name: string): string => name,
    centre: 'Dans quel centre',
    show: 'Afficher',
    km: (km: number | null): string =>
      km === null ? 'Distance inconnue.' : `À ${wholeNumber(km)}${NBSP}km de son domicile.`,
    options: 'Salle et heure',
    optionsMissing: 'Choisissez une salle et une heure.',
    optionsHint: 'Chaque choix dit ses places libres, puis ce qui serait à regarder.',
    option: (room: string, at: string, rest: string): string => `${room}, ${at} (${rest})`,
    room: (free: number, capacity: number, warnings: readonly string[]): string =>
      [
        `${wholeNumber(free)} ${free > 1 ? 'places libres' : 'place libre'} sur ${wholeNumber(capacity)}`,
        ...warnings,
      ].join('\u00a0; '),
    refused: 'Les salles qui ne conviennent pas',
    refusedColumns: ['Salle', 'Date et heure', 'Pourquoi'],
    none: 'Aucune salle de ce centre ne convient à cette unité. Choisissez un autre centre, ou ajoutez une salle ou une épreuve.',
    noSitting: "Cette unité n'est pas au calendrier.",
    reason: 'Motif',
    reasonHint: 'Écrit au journal, et lu par vos collègues\u00a0: rien de personnel sur le candidat.',
    reasonMissing: 'Indiquez le motif.',
    submit: 'Enregistrer',
    away: 'Enlever cette place',
    awayText:
      "Le candidat n'aura pas de place pour cette unité, et aucune répartition n'en redonnera tant que vous ne le laissez pas changer.",
  },
  refusals: {
    begun: 'cette épreuve a commencé, ou est passée',
    'over-capacity': 'la salle est pleine',
    'two-beginnings': "d'autres y composent et ont commencé à une autre heure",
    'not-alone': "quelqu'un doit y être seul",
    'kept-for-another': 'elle est gardée pour une autre épreuve',
    'kept-elsewhere': 'une autre salle est gardée pour cette épreuve',
    'used-elsewhere': 'une autre session, ou une autre académie, a cette salle à cette heure',
    'twice-at-once': 'il compose ailleurs à cette heure',
    'elsewhere-at-once': "il passe à cette heure une épreuve d'un autre examen",
    'too-far': "trop peu de temps pour aller d'un centre à l'autre",
  } satisfies Readonly<Record<MoveRefusal, string>>,
  warnings: {
    'leaves-after': 'un candidat qui a plus de temps y resterait après les autres',
    'two-centres': 'un autre centre le même jour',
    'no-break': 'trop peu de temps entre deux épreuves',
    'kind-missing': "la salle n'a pas l'équipement que demande l'épreuve",
    'not-accessible': "la salle n'est pas accessible",
  } satisfies Readonly<Record<MoveWarning, string>>,
  toCentre: {
    title: (code: string): string => `Envoyer au centre ${code}`,
    km: (before: number | null, after: number | null): string =>
      `Distance\u00a0: ${before === null ? 'inconnue' : `${wholeNumber(before)}${NBSP}km`} aujourd'hui, ${after === null ? 'inconnue' : `${wholeNumber(after)}${NBSP}km`} ensuite.`,
    columns: ['Unité', 'Date et heure', 'Salle'],
    none: "Ce centre n'a de place pour aucune de ses unités.",
    lacking: (count: number): string =>
      `${plural(count, "unité n'aurait pas de place", "unités n'auraient pas de place")} dans ce centre.`,
    submit: 'Enregistrer ce déplacement',
  },
  faults: {
    title: 'Fautes et points à regarder',
    none: 'Rien à signaler.',
    blocking: 'Ce qui empêche de publier',
    others: 'Ce qui est à regarder',
    columns: ['Où', 'Quoi'],
    more: (count: number): string => `Et ${wholeNumber(count)} de plus. Réglez d'abord celles-ci.`,
    back: 'La répartition',
  },
  fault: {
    'not-to-sit': "a une place pour une unité qu'il ne présente pas, ou plus",
    'sitting-gone': "a une place à une épreuve qui n'est plus au calendrier",
    'hour-changed': "a une place à une heure qui n'est plus celle du calendrier",
    'arrangement-changed': 'a une place qui ne suit pas ce qui lui a été accordé depuis',
    'room-unfit': "a une place dans une salle qui n'a pas ce qu'il faut",
    'over-capacity': 'plus de candidats que de places',
    'two-beginnings': "des candidats arrivent pendant que d'autres composent",
    'not-alone': "quelqu'un doit être seul et ne l'est pas",
    'kept-for-another': 'salle gardée pour une autre épreuve à cette heure',
    'used-elsewhere': 'salle prise à cette heure par une autre session, ou une autre académie',
    'room-closed': "a une place dans une salle fermée, ou que cette session n'utilise plus",
    'leaves-after': "quelqu'un qui a plus de temps y reste après les autres",
    'twice-at-once': 'compose à deux endroits à la fois',
    'elsewhere-at-once': "passe à cette heure une épreuve d'un autre examen",
    'too-far': "a trop peu de temps pour aller d'un centre à l'autre",
    'two-centres': 'va dans deux centres le même jour',
    'no-break': 'a trop peu de temps entre deux épreuves',
    'phases-apart': "n'a pas la même salle pour toutes les phases d'une épreuve, ou pas dans l'ordre",
    'no-seat': "n'a pas de place pour une unité qu'il présente",
    'units-unknown':
      "n'a pas de place\u00a0: les unités qu'il présente ne sont pas connues, ou son dossier ne se lit plus",
    'option-unknown': "n'a pas de place pour une unité dont il n'a pas fait le choix",
    'certificate-units-unknown':
      'garde toutes ses unités sans attestation de travail en hauteur (on ne sait pas lesquelles la demandent)',
    'ends-late': 'finit après 20\u00a0h, temps en plus compris',
    'day-off': 'épreuve un jour où personne ne compose',
  } satisfies Readonly<Record<PlanFaultCode, string>>,
  dayOff: { sunday: 'un dimanche', holiday: 'un jour férié' },
  publish: {
    title: 'Publier la répartition',
    lead: "Rien n'est encore publié. Voici ce qui serait fait.",
    summoned: 'Candidats convoqués',
    changed: 'Convocations qui changent',
    changedText: (number: number | null): string =>
      number === null ? 'première publication' : `depuis la répartition n°${NBSP}${number}`,
    without: 'Sans place',
    changes: 'Ce qui change',
    changesColumns: ['Candidat', 'Nom', 'Changements'],
    changesNone: 'Rien ne change pour personne.',
    more: (count: number): string => `Et ${candidates(count)} de plus.`,
    what: {
      added: 'nouvelle place',
      gone: 'place retirée',
      centre: 'autre centre',
      hour: 'autre heure',
      room: 'autre salle',
      table: 'autre table',
    } satisfies Readonly<Record<SeatChange['what'], string>>,
    change: (what: string, units: readonly string[]): string => `${what} pour ${listing(units)}`,
    blocked: "Cette répartition ne peut pas être publiée\u00a0: elle a des fautes qui l'empêchent.",
    seeFaults: 'Voir les fautes',
    read: "J'ai lu ce qui reste à regarder, et je publie quand même",
    readHint: (count: number): string => plural(count, 'point à regarder', 'points à regarder'),
    submit: 'Publier',
    after:
      'Les candidats sont convoqués par elle dès cet instant. Pour changer une place ensuite, il faut une correction.',
  },
};
