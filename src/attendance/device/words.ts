import { MOST_MINUTES, type PresenceCounts, type Told } from './day.ts';

const plural = (count: number, one: string, several: string): string => `${count}\u00a0${count < 2 ? one : several}`;

/** The French of the check-in page, on the server and in the browser. */
export const words = {
  title: 'Pointage',
  rooms: 'Salles',
  back: 'Toutes les salles',
  search: 'Nom, numéro ou code de la convocation',
  find: 'Chercher',
  found: (count: number): string =>
    count === 0 ? 'Personne ne correspond dans ce centre, ce jour.' : plural(count, 'ligne trouvée', 'lignes trouvées'),
  foundNone:
    "Relisez le nom ou le code. Une personne convoquée dans un autre centre ou un autre jour n'est pas dans cette liste\u00a0: appelez le bureau des examens.",
  all: 'Voir toute la liste',
  days: 'Journées ouvertes',
  table: (number: number | null): string => (number === null ? 'sans table' : `table\u00a0${number}`),
  born: (day: string): string => `né(e) le ${day}`,
  ends: (hour: string): string => `fin à ${hour}`,
  between: (first: string, last: string): string => `de ${first} à ${last}`,
  starts: (hour: string): string => `Épreuves de ${hour}`,
  present: 'Présent',
  absent: 'Absent',
  late: 'Retard',
  lateOrTurn: 'Retard, ou autre tour',
  minutes: 'Minutes de retard',
  noteLate: 'Noter le retard',
  undo: 'Annuler',
  mark: (name: string): string => `Pointer ${name}`,
  told: ({ state, minutes }: Told): string =>
    ({
      present: 'présent',
      absent: 'absent',
      late: `en retard de ${minutes ?? 0}\u00a0min`,
      none: 'pas pointé',
    })[state],
  saidAt: (hour: string): string => `noté à ${hour}`,
  waits: 'pas encore envoyé',
  disputed: (other: Told): string =>
    `Un autre appareil l'a noté «\u00a0${words.told(other)}\u00a0» sans le savoir. Vérifiez, puis pointez de nouveau.`,
  counts: ({ expected, present, absent, late, none }: PresenceCounts): string =>
    [
      `${expected}\u00a0${expected < 2 ? 'attendu' : 'attendus'}`,
      `${present}\u00a0${present < 2 ? 'présent' : 'présents'}`,
      ...(late === 0 ? [] : [`${late}\u00a0en retard`]),
      `${absent}\u00a0${absent < 2 ? 'absent' : 'absents'}`,
      ...(none === 0 ? [] : [`${none}\u00a0à pointer`]),
    ].join(', '),
  remarks: 'Remarques de la salle',
  remark: 'Incident, place changée, personne non prévue…',
  addRemark: 'Ajouter la remarque',
  noRemark: 'Aucune remarque.',
  remarkMissing: "Écrivez la remarque avant de l'ajouter.",
  minutesMissing: `Indiquez les minutes de retard, en chiffres, de 1 à ${MOST_MINUTES.late}.`,
  minutesWrong: `Indiquez les minutes de retard, en chiffres, de 1 à ${MOST_MINUTES.late}. Rien n'est enregistré.`,

  calls: {
    title: (unit: string): string => `Ordre de passage, ${unit}`,
    late: (minutes: number): string => `Commission annoncée en retard de ${minutes}\u00a0min sur le plan.`,
    planned: (hour: string): string => `au lieu de ${hour}`,
    forecast: (hours: string): string => `, prévu ${hours}`,
    unsent: (count: number): string =>
      `${plural(count, 'changement dit', 'changements dits')} ici, pas encore ${count < 2 ? 'envoyé' : 'envoyés'}. Personne n'est prévenu avant.`,
    over: 'Tout le monde a été appelé.',
    change: 'Changer ce tour',
    takes: 'Cette personne passe',
    last: 'en dernier',
    turnOf: (name: string, hour: string): string => `à ${hour}, et ${name} à sa place`,
    agreed: "Celle qui passe plus tôt est là et d'accord",
    minutes: 'Retard de la commission sur le plan, en minutes',
    allAgreed: "Plus court qu'annoncé\u00a0: tous ceux qui attendent sont là et d'accord",
    tellLate: 'Annoncer ce retard',
    moved: 'ordre de passage',
    minutesWrong: `Indiquez de combien de minutes la commission est en retard sur le plan, de 1 à ${MOST_MINUTES.board}. Personne n'est prévenu. Pour un retard plus long, appelez le bureau des examens.`,
    notAgreed:
      "Personne ne passe plus tôt qu'il ne le sait sans avoir dit oui. Rien n'est changé\u00a0: demandez-le à la personne, puis cochez qu'elle est là et d'accord.",
    shorter:
      "Un retard plus long a déjà été annoncé aux candidats. Il tient\u00a0: cochez que tous ceux qui attendent sont là et d'accord, ou faites passer plus tôt ceux qui le sont.",
  },

  phone: {
    title: 'À prévenir par téléphone',
    left: (count: number): string =>
      count === 0
        ? 'Tout le monde est prévenu.'
        : `${plural(count, 'personne à appeler\u00a0: son heure a changé, et aucun mail ne la prévient.', 'personnes à appeler\u00a0: leur heure a changé, et aucun mail ne les prévient.')}`,
    hours: (call: string, planned: string): string =>
      call === planned ? `appel de nouveau à ${call}` : `appel à ${call} au lieu de ${planned}`,
    noPhone: 'aucun numéro',
    done: 'Prévenu',
    undo: 'Annuler',
    told: (by: string): string => `prévenu par ${by}`,
    by: (name: string, hour: string): string => `${name === '' ? 'le centre' : name}, à ${hour}`,
    here: 'vous, pas encore envoyé',
    tell: (name: string): string => `Noter ${name} comme prévenu par téléphone`,
    kind: 'appel',
  },

  online: {
    sent: 'Tout est envoyé',
    none: 'Rien à envoyer',
    unsent: (count: number): string => plural(count, 'pointage non envoyé', 'pointages non envoyés'),
    sentAt: (hour: string): string => `dernier échange à ${hour}`,
    offline:
      'Pas de réseau\u00a0: vos pointages restent sur cet appareil et partent au retour du réseau, page ouverte.',
    kept: "La liste de ce jour est gardée sur cet appareil. Elle est effacée quand vous vous déconnectez d'ici, et à la fin de la journée dès que cette page est ouverte.",
    notKept: 'Cet appareil ne peut pas garder la liste\u00a0: sans réseau, servez-vous de la liste sur papier.',
    expired: (count: number): string =>
      count === 0
        ? 'Votre connexion a expiré. Reconnectez-vous pour envoyer la suite.'
        : `Votre connexion a expiré. Reconnectez-vous\u00a0: ${plural(count, 'pointage attend', 'pointages attendent')} d'être ${count < 2 ? 'envoyé' : 'envoyés'}.`,
    signIn: 'Me reconnecter',
    sendNow: 'Envoyer maintenant',
    gone: 'Vous ne pointez plus pour ce centre. La liste est effacée de cet appareil.',
    over: 'La journée est finie. La liste est effacée de cet appareil.',
    nothing:
      "Aucune liste n'est gardée sur cet appareil. Connectez-vous une fois avec du réseau, ou servez-vous de la liste sur papier.",
    served:
      "La liste de cette page n'est pas encore gardée sur cet appareil\u00a0: d'ici là, chaque pointage part par le réseau.",
    others: (count: number, name: string): string =>
      `${plural(count, 'pointage attend', 'pointages attendent')} que ${name} se reconnecte sur cet appareil. Personne d'autre ne peut ${count < 2 ? "l'envoyer" : 'les envoyer'}.`,
    refused: (label: string, why: string): string => `${label}\u00a0: ${why}`,
    refusedTitle: 'Refusé par le bureau des examens',
    refusedSeen: "J'ai noté",
    leaving: (count: number): string =>
      `${plural(count, "pointage n'est pas envoyé", 'pointages ne sont pas envoyés')}. Attendez le réseau si vous le pouvez. Si vous vous déconnectez, la liste est effacée\u00a0; ce qui n'est pas envoyé reste sur cet appareil, sans les noms, jusqu'à ce que vous vous y reconnectiez.`,
    leave: 'Me déconnecter quand même',
    stay: 'Rester',
    left: (count: number): string =>
      `${plural(count, "pointage n'est pas envoyé", 'pointages ne sont pas envoyés')} depuis cet appareil. ${count < 2 ? 'Il part' : 'Ils partent'} quand la personne qui ${count < 2 ? "l'a noté" : 'les a notés'} s'y reconnecte.`,
  },
  camera: {
    start: "Viser le code carré d'une convocation",
    stop: "Arrêter l'appareil photo",
    aim: "Visez le code carré de la convocation. L'image ne quitte pas votre appareil.",
    refused:
      "L'appareil photo n'est pas permis à cette page. Permettez-le dans les réglages du navigateur, ou tapez le code.",
    missing: "Cet appareil n'a pas d'appareil photo libre. Tapez le code.",
    other: "Ce code carré n'est pas celui d'une convocation.",
    stopped: "Aucun code carré n'a été lu en une minute. Réessayez avec plus de lumière, ou tapez le code.",
  },
};
