import { earlierLine, tableFaultInWords } from '../places/index.ts';
import { plural, shortInstant } from '../ui/index.ts';
import { conveningTexts } from './conveningTexts.ts';
import { MOST } from './examiners.ts';
import type { PersonFault } from './rules/personLines.ts';

/** Pages of the head. */
export const texts = {
  flash: {
    enregistre: "C'est enregistré.",
    ajoute: 'La personne est dans la commission. Elle sera prévenue quand vous la convoquerez.',
    retire:
      "La personne n'est plus dans cette commission. Si elle était convoquée, un mail le lui dit\u00a0; sans adresse, une lettre ou un appel attend à la page «\u00a0Convoquer\u00a0».",
    reponse: conveningTexts.board.answered,
    venue: conveningTexts.board.brought,
    acces: conveningTexts.access.opened,
    presence: 'Les présences sont enregistrées.',
    lien: "C'est noté. Si la personne est d'une commission de ce candidat, remplacez-la\u00a0: sa page le dit.",
    'lien-repris': 'Le lien ne tient plus.',
  },
  filled: (seats: number, short: number): string =>
    seats === 0
      ? short === 0
        ? 'Toutes les commissions étaient complètes.'
        : `Personne de plus ne convient\u00a0: ${plural(short, 'commission reste incomplète', 'commissions restent incomplètes')}. Ouvrez-les\u00a0: elles disent qui pourrait venir, et pourquoi pas.`
      : `${plural(seats, 'place proposée', 'places proposées')}. ${short === 0 ? 'Toutes les commissions sont complètes.' : `${plural(short, 'commission reste incomplète', 'commissions restent incomplètes')}.`} Relisez, puis convoquez.`,
  boards: {
    title: 'Examinateurs et surveillants',
    lead: 'Qui interroge et qui surveille, épreuve par épreuve, selon le plan publié.',
    noPlan: "Aucune répartition n'est publiée",
    noPlanText:
      "Les commissions naissent du plan publié\u00a0: une par salle et par épreuve. En attendant, tenez à jour les personnes de l'académie.",
    people: "Les personnes de l'académie",
    fill: 'Compléter les commissions',
    fillText:
      "La machine propose, pour chaque place vide, la personne la plus proche qui convient, en partageant les demi-journées. Personne n'est déplacé, et personne n'est prévenu avant que vous convoquiez.",
    filters: { 'a-completer': 'À compléter', reponses: 'Réponses attendues', toutes: 'Toutes' },
    only: 'Voir',
    show: 'Afficher',
    allWhole: 'Toutes les commissions sont complètes.',
    allAnswered: "Aucune réponse n'est attendue.",
    day: (boards: number, short: number): string =>
      short === 0
        ? plural(boards, 'commission ou salle', 'commissions et salles')
        : `${plural(boards, 'commission ou salle', 'commissions et salles')}, ${plural(short, 'à compléter', 'à compléter')}`,
    past: (days: number): string => plural(days, 'jour passé', 'jours passés'),
    columns: { hours: 'Heures', where: 'Lieu et épreuve', who: 'Qui', state: 'État' },
    whole: 'Complète',
    begun: 'Commencée',
    over: 'Passée',
    nobody: 'Personne',
  },
  board: {
    back: 'Toutes les commissions',
    members: 'Qui en est',
    none: "Personne n'est encore prévu.",
    columns: { name: 'Nom', side: 'Qualité', state: 'Réponse', doubts: 'À savoir', act: 'Action' },
    gone: "Qui n'en est plus",
    goneColumns: { name: 'Nom', state: 'Pourquoi', words: 'Précision' },
    release: 'Retirer',
    reason: 'Motif',
    reasonHint: 'Une phrase. Il reste au journal.',
    reasonMissing: 'Dites pourquoi.',
    change: (name: string): string => `Retirer ou remplacer ${name}`,
    instead: 'Remplacer par',
    insteadHint: "Vide\u00a0: la place reste libre. Les plus proches qui conviennent d'abord.",
    submitChange: 'Enregistrer',
    add: 'Ajouter une personne',
    who: 'Personne',
    whoHint: 'Les plus proches qui conviennent, puis celles contre qui quelque chose parle.',
    whoMissing: 'Choisissez une personne.',
    submit: 'Ajouter',
    beyond: 'Cette commission a déjà le nombre attendu\u00a0: une personne ajoutée vient en plus.',
    nobodyLeft: "Personne d'autre de l'académie n'est sollicitable ce jour-là.",
    candidates: 'Candidats',
    candidateColumns: { hour: 'Heure', name: 'Candidat', unit: 'Épreuve' },
    short: "Cette commission est incomplète. L'épreuve a lieu quand même\u00a0: personne n'est renvoyé.",
  },
  presence: {
    title: 'Présence des examinateurs',
    text: "Qui est venu, et de quelle heure à quelle heure. C'est ce que dit le service fait.",
    person: 'Personne',
    presence: 'Présence',
    came: 'Oui',
    absent: 'Non',
    from: 'De',
    to: 'À',
    submit: 'Enregistrer les présences',
    faults: {
      'from-unreadable': 'Cette heure ne se lit pas. Exemple\u00a0: 8 h 30.',
      'to-unreadable': 'Cette heure ne se lit pas. Exemple\u00a0: 12 h.',
      'ends-before': 'La fin vient avant le début. Corrigez une des deux heures.',
    },
    csv: 'Présences et trajets (CSV)',
    sheet: {
      name: 'examinateurs',
      columns: [
        'Nom',
        'Prénom',
        'Qualité',
        'Fonction ou métier',
        'Établissement ou entreprise',
        'Code postal de départ',
        'Date',
        'Mission',
        'Épreuve',
        'Centre',
        'Commune',
        'Prévu de',
        'Prévu à',
        'Venu',
        'De',
        'À',
        'Minutes',
        "Kilomètres aller, à vol d'oiseau",
      ],
      tasks: { board: 'commission', invigilation: 'surveillance', jury: 'jury' },
      came: { yes: 'oui', no: 'non', unsaid: '' },
    },
  },
  keeper: {
    title: "Examinateurs d'aujourd'hui",
    lead: "Qui interroge et surveille aujourd'hui dans votre centre. Quand l'épreuve a commencé, dites qui est venu.",
    none: "Aucune épreuve aujourd'hui dans votre centre",
    noneText: "Les commissions et les salles d'un jour sont ici ce jour-là.",
  },
  people: {
    title: "Personnes de l'académie",
    count: (count: number): string => plural(count, 'personne', 'personnes'),
    lead: 'Qui peut interroger, surveiller ou siéger dans un jury, pour toutes les sessions.',
    back: 'Examinateurs et surveillants',
    add: 'Ajouter une personne',
    search: 'Nom ou établissement',
    find: 'Chercher',
    none: 'Personne ne correspond',
    noneText: 'Essayez une partie du nom, sans accent si vous voulez.',
    empty: "L'académie n'a encore personne",
    emptyText: 'Importez le tableau de vos examinateurs, ou ajoutez-les un par un.',
    columns: ['Nom', 'Qualité, établissement ou entreprise', 'Missions', 'Spécialités'],
    retired: 'plus sollicitée',
  },
  person: {
    newTitle: 'Nouvelle personne',
    back: "Toutes les personnes de l'académie",
    lastName: 'Nom',
    lastNameMissing: 'Indiquez le nom.',
    firstName: 'Prénom',
    firstNameMissing: 'Indiquez le prénom.',
    side: 'Qualité',
    sideHint: 'Elle dit pour quelle moitié la personne compte dans une commission.',
    sideMissing: 'Choisissez la qualité.',
    sides: { teaching: 'Enseignant', employer: 'Employeur', employee: 'Salarié', other: 'Autre' },
    jobTitle: 'Fonction ou métier',
    employer: 'Établissement ou entreprise',
    employerHint:
      'Là où elle enseigne ou travaille. Qui y est élève ou salarié ne doit pas être interrogé par elle\u00a0: elle le déclare.',
    postcode: 'Code postal de départ',
    postcodeHint: 'Résidence administrative, ou domicile. Les trajets se comptent de là.',
    postcodeMissing: 'Indiquez le code postal.',
    postal: 'Adresse postale',
    postalHint:
      'Où une lettre lui arrive, par exemple 12 rue du Lac, 63200 Riom. Vide\u00a0: la lettre porte son établissement seul.',
    mail: 'Adresse mail',
    mailHint: 'Vide\u00a0: elle est convoquée par lettre.',
    phone: 'Téléphone',
    tasks: 'Missions',
    tasksMissing: 'Cochez une mission au moins.',
    taskWords: { board: 'Commission', invigilation: 'Surveillance', jury: 'Jury' },
    specialities: 'Spécialités',
    specialitiesHint: "Pour une commission\u00a0: celles qu'elle peut interroger, une par ligne.",
    kmMost: 'Kilomètres au plus',
    kmMostHint: "Vide\u00a0: partout dans l'académie. À vol d'oiseau.",
    away: 'Jours où elle ne peut pas venir',
    awayHint: 'Un par ligne\u00a0: 12/06/2027, ou 12/06/2027 matin.',
    retired: "N'est plus sollicitée",
    retiredHint: "Ce qu'elle a fait reste\u00a0; elle n'est plus proposée.",
    save: 'Enregistrer',
    boards: 'Ses convocations',
    noBoard: "Elle n'est d'aucune commission.",
  },
  links: {
    title: 'Liens avec des candidats',
    none: "Aucun lien n'est dit.",
    columns: { who: 'Candidat', kind: 'Lien', said: 'Dit par' },
    own: 'la personne',
    office: 'le bureau des examens',
    said: (who: string, on: Temporal.Instant): string => `${who}, ${shortInstant(on)}`,
    add: 'Lien avec un candidat',
    text: "Elle ne l'interroge plus, et sort du jury quand il décide de lui.",
    number: "Numéro d'inscription",
    numberExample: 'BP24-00127-K',
    numberMissing: 'Écrivez le numéro du candidat.',
    reason: 'Qui le dit, et comment',
    reasonMissing: 'Dites de qui vous le tenez.',
    takeBack: (name: string): string => `Retirer le lien avec ${name}`,
    why: 'Motif',
    whyMissing: 'Dites pourquoi ce lien ne tient plus.',
    submit: 'Enregistrer',
  },
};

/** What is wrong with a line of the table, or with a field of the form. */
export function personFaultInWords(fault: PersonFault): string {
  switch (fault.code) {
    case 'side':
      return `La qualité est l'une de\u00a0: ${fault.known.join(', ')}.`;
    case 'tasks':
      return `Les missions sont une ou plusieurs de\u00a0: ${fault.known.join(', ')}.`;
    case 'speciality':
      return `«\u00a0${fault.words}\u00a0» n'est pas une spécialité connue. Donnez son nom exact ou son code.`;
    case 'no-speciality':
      return 'Pour une commission, indiquez une spécialité au moins.';
    case 'postcode':
      return 'Le code postal a cinq chiffres.';
    case 'mail':
      return "L'adresse mail n'est pas complète. Exemple\u00a0: nom@exemple.fr.";
    case 'phone':
      return 'Le téléphone a dix chiffres.';
    case 'kmMost':
      return 'Un nombre entier de kilomètres, de 1 à 999, ou rien.';
    case 'away':
      return fault.words === ''
        ? `Indiquez ${MOST.away}\u00a0jours au plus.`
        : `«\u00a0${fault.words}\u00a0» ne se lit pas comme un jour. Écrivez 12/06/2027, ou 12/06/2027 matin.`;
    case 'person-twice':
      return `Cette personne est déjà à ${earlierLine(fault.earlier, '')}. Gardez-en une.`;
    default:
      return tableFaultInWords(fault);
  }
}

/** Pages of an examiner. */
export const ownTexts = {
  title: 'Mes convocations',
  lead: 'Quand et où vous êtes attendu, pour interroger ou surveiller.',
  account: 'Mon compte',
  unknown: 'Aucune fiche ne correspond à votre compte',
  unknownText: 'Le bureau des examens relie votre compte à votre fiche\u00a0: demandez-le-lui.',
};
