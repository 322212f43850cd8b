import type { MailWords } from '../platform/mail/words.ts';
import { dayInWords, NBSP, plural, unreadTable, wholeNumber } from '../ui/index.ts';

/** Rooms that are lent for the same days, as whoever has them is told of it. */
export type LoanTold = {
  readonly name: string;
  /** « l'académie de Lyon »: who lends. */
  readonly lender: string;
  readonly rooms: readonly { readonly centre: string; readonly room: string }[];
  readonly firstDay: Temporal.PlainDate;
  readonly lastDay: Temporal.PlainDate;
  readonly link: string;
};

/** « Lycée des Puys, Salle 1, du lundi 3 juin 2024 au mardi 4 juin 2024 inclus. »; of several, their days, then a line each. */
function roomsLent({ rooms, firstDay, lastDay }: LoanTold): string {
  const [first, last] = [dayInWords(firstDay), dayInWords(lastDay)];
  const days = first === last ? `le ${first}` : `du ${first} au ${last} inclus`;
  const named = rooms.map(({ centre, room }) => `${centre}, ${room}`);
  return named.length === 1
    ? `\u00a0: ${named[0]}, ${days}.`
    : `, ${days}\u00a0:\n${named.map((one) => `- ${one}`).join('\n')}`;
}

/** Centres et salles, et ce que disent les tableaux qu'on importe. */
export const placesTexts = {
  flash: {
    enregistre: "C'est enregistré.",
    enleve: "C'est enlevé.",
    prete: "C'est enregistré. La salle n'est plus à cette académie ces jours-là\u00a0; un mail le dit à l'autre.",
    pretees: "C'est enregistré. Ces salles ne sont plus à cette académie ces jours-là\u00a0; un mail le dit à l'autre.",
    quitte: "C'est enregistré. Cette session n'utilise plus ce centre.",
    'pret-retire': "Le prêt est retiré. Un mail le dit à l'autre académie.",
    utilises: "C'est enregistré. Cette session utilise ces centres, avec leurs salles.",
  },
  imported: (added: number, changed: number, removed: number): string =>
    added + changed + removed === 0
      ? "Le tableau est lu\u00a0: tout y était déjà, rien n'a changé."
      : `Le tableau est enregistré\u00a0: ${[
          plural(added, 'ligne ajoutée', 'lignes ajoutées'),
          plural(changed, 'ligne modifiée', 'lignes modifiées'),
          ...(removed > 0 ? [plural(removed, 'épreuve enlevée', 'épreuves enlevées')] : []),
        ].join(', ')}.`,
  centres: {
    title: 'Centres et salles',
    count: (centres: number, rooms: number): string =>
      centres === 0
        ? 'aucun pour le moment'
        : `${plural(centres, 'centre', 'centres')}, ${rooms === 0 ? 'aucune salle' : plural(rooms, 'salle', 'salles')}`,
    columns: ['Centre', 'Nom', 'Commune', 'Salles', 'Places', 'Dont accessibles'],
    empty: "Aucun centre d'examen.",
    emptyText: "Importez un tableau, ajoutez-les un par un, ou cochez ceux de l'académie s'il y en a.",
    emptyForOthers: 'Une personne qui dirige le bureau les ajoute avant la répartition.',
    add: 'Ajouter un centre',
    newTitle: 'Nouveau centre',
    code: 'Code du centre',
    codeHint: 'De 1 à 20 lettres sans accent, chiffres ou tirets. Les tableaux le nomment ainsi.',
    codeMissing: 'Indiquez le code du centre.',
    name: 'Nom du centre',
    nameMissing: 'Indiquez le nom du centre.',
    address: 'Adresse',
    postcode: 'Code postal',
    postcodeMissing: 'Indiquez le code postal.',
    city: 'Commune',
    cityMissing: 'Indiquez la commune.',
    rooms: 'Ses salles',
    noRoom: "Ce centre n'a pas encore de salle.",
    noRoomText: "Personne ne peut y être placé avant qu'il en ait une.",
    roomColumns: ['Salle', 'Places', 'Accessible', 'Équipements'],
    seats: (capacity: number, stations: number | null): string =>
      stations === null ? wholeNumber(capacity) : `${wholeNumber(capacity)} (${plural(stations, 'poste', 'postes')})`,
    addRoom: 'Ajouter une salle',
    back: 'Tous les centres',
    closed: "N'accueille plus d'épreuves",
    closedHint: 'Fermé, ou plus prêté. Ses salles ne sont plus proposées, pour aucune session.',
    named: ({
      name,
      closed,
      isLent,
    }: Readonly<Record<'closed' | 'isLent', boolean>> & { readonly name: string }): string =>
      [name, ...(closed ? ['(fermé)'] : []), ...(isLent ? ['(prêté)'] : [])].join(' '),
    usedBy: (sessions: readonly string[]): string =>
      sessions.length === 0
        ? "Aucune autre session n'utilise ce centre."
        : `Aussi utilisé par\u00a0: ${sessions.join(', ')}. Ce que vous changez ici vaut aussi pour elles.`,
    others: (count: number): string =>
      `${plural(count, "autre centre de l'académie", "autres centres de l'académie")}, que cette session n'utilise pas`,
    othersField: 'Centres à utiliser pour cette session',
    othersMissing: 'Cochez au moins un centre.',
    use: 'Utiliser ces centres',
    remove: 'Ne plus utiliser ce centre pour cette session',
    removeText:
      "L'académie le garde avec ses salles, pour ses autres sessions. Un centre sans salle, que personne n'utilise, disparaît.",
  },
  room: {
    title: (name: string): string => `Salle «${NBSP}${name}${NBSP}»`,
    newTitle: 'Nouvelle salle',
    name: 'Salle',
    nameMissing: 'Indiquez le nom de la salle.',
    capacity: 'Places',
    capacityHint: 'Combien de candidats y composent à la fois.',
    capacityMissing: 'Indiquez le nombre de places.',
    stations: 'Postes de travail',
    stationsHint: 'Pour les épreuves pratiques. Vide\u00a0: autant que de places.',
    closed: 'Hors service',
    closedHint: "Elle n'est plus proposée, pour aucune session.",
    isClosed: 'hors service',
    accessible: 'Accessible en fauteuil roulant',
    kinds: 'Équipements',
    kindsHint: 'Séparés par des virgules, par exemple\u00a0: cuisine, coiffure. Une épreuve peut en demander un.',
    remove: 'Enlever cette salle',
    removeText: "Une salle s'enlève quand aucune épreuve ne la garde.",
    yes: 'oui',
    no: 'non',
  },
  loans: {
    title: 'Prêts de salles entre académies',
    lead: "Qui prête une salle ne s'en sert pas ces jours-là\u00a0; qui la reçoit s'en sert ces jours-là seulement, une fois le centre coché parmi ceux de la session. Aucune des deux ne lit qui compose chez l'autre.",
    columns: ['Salle', 'Places', 'Jours', 'Prêt', ''],
    to: (academy: string): string => `à ${academy}`,
    from: (academy: string): string => `de ${academy}`,
    lend: 'Prêter des salles à une autre académie',
    submit: 'Prêter ces salles',
    end: 'Retirer le prêt',
    rooms: 'Salles',
    roomsMissing: 'Cochez au moins une salle.',
    used: (code: string, name: string): string =>
      `Cette session utilise ${code}, ${name}, dont une autre académie prête des salles.`,
    leave: "Ne plus l'utiliser",
    borrower: 'Académie qui les reçoit',
    borrowerMissing: "Choisissez l'académie.",
    first: 'Premier jour',
    firstMissing: 'Indiquez le premier jour.',
    last: 'Dernier jour',
    lastHint: 'Inclus.',
    lastMissing: 'Indiquez le dernier jour.',
    lastEarly: 'Le dernier jour est avant le premier.',
    mail: {
      lent: (of: LoanTold): MailWords => ({
        subject: of.rooms.length === 1 ? 'Une salle vous est prêtée' : `${of.rooms.length} salles vous sont prêtées`,
        body: [
          `Bonjour ${of.name},`,
          `${of.rooms.length === 1 ? 'Une salle vous est prêtée' : `${of.rooms.length} salles vous sont prêtées`} par ${of.lender}${roomsLent(of)}`,
          "Pour vous en servir, cochez le centre parmi ceux que l'académie a et que votre session n'utilise pas encore\u00a0:",
          of.link,
        ].join('\n\n'),
      }),
      takenBack: (of: LoanTold): MailWords => ({
        subject: 'Un prêt de salle est retiré',
        body: [
          `Bonjour ${of.name},`,
          `Un prêt est retiré par ${of.lender}${roomsLent(of)}`,
          "Votre calendrier et votre répartition ne peuvent plus s'en servir. Ce qui est à changer se lit dans «\u00a0Ce qui manque\u00a0»\u00a0:",
          of.link,
        ].join('\n\n'),
      }),
    },
  },
  save: 'Enregistrer',
  import: {
    link: 'Importer un tableau',
    title: {
      rooms: 'Importer les centres et les salles',
      sittings: 'Importer le calendrier',
      people: 'Importer des examinateurs et des surveillants',
    },
    lead: {
      rooms:
        "Une ligne par salle. Ce que dit un centre s'écrit à sa première ligne. Les centres et salles déjà là sont modifiés, ceux que le tableau ne nomme pas restent.",
      sittings:
        "Une ligne par épreuve et par salle gardée. Le tableau dit toutes les épreuves des unités qu'il nomme\u00a0: les autres épreuves de ces unités sont enlevées. Les unités qu'il ne nomme pas restent.",
      people:
        "Une ligne par personne. Qui est déjà connu par son nom, son prénom et son code postal est mis à jour\u00a0; personne n'est enlevé. Plusieurs missions, spécialités ou jours se séparent par des virgules.",
    },
    back: {
      rooms: 'Tous les centres',
      sittings: 'Tout le calendrier',
      people: "Toutes les personnes de l'académie",
    },
    columns: 'Les colonnes',
    columnsText: "Dans l'ordre que vous voulez, avec ces titres. Les autres colonnes ne sont pas lues.",
    facultative: '(facultative)',
    file: 'Tableau',
    limits: 'CSV ou XLSX, 5 000 lignes et 5\u00a0Mo au plus.',
    submit: 'Importer',
    template: 'Le modèle à remplir',
    current: 'Ce qui est déjà enregistré',
    csv: 'CSV',
    xlsx: 'XLSX',
    nothing: "Rien n'a été enregistré.",
    faults: (count: number): string => `${plural(count, 'faute', 'fautes')} dans le tableau`,
    moreFaults: (count: number): string => `Et ${wholeNumber(count)} autres fautes.`,
    missing: 'Choisissez un tableau.',
    refused: unreadTable({
      lines: '5\u00a0000\u00a0lignes',
      megabytes: 5,
      less: 'envoyez-le en plusieurs fois',
    }),
  },
  sheet: { rooms: 'Salles', sittings: 'Calendrier', people: 'Personnes' },
  exportName: { rooms: 'centres-et-salles', sittings: 'calendrier', people: 'examinateurs' },
};
