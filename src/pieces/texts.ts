import { keptFileTexts } from '../keptFiles/index.ts';
import { dayInWords, plural, secondInstant, shortDay, shortInstant } from '../ui/index.ts';
import type { Deposit } from './piece.ts';

export const texts = {
  fileNote: (name: string, note: string): string => `${name}\u00a0: ${note}`,
  title: 'Mes justificatifs',
  parts: {
    todo: 'Reste à faire',
    /** Once the enrolment has ended. */
    refused: 'Non conformes',
    given: 'Déposées',
    settled: 'Conformes',
    settledCount: (count: number): string =>
      `${plural(count, 'pièce est en ordre', 'pièces sont en ordre')}\u00a0: vous n'avez plus rien à faire pour elle${count > 1 ? 's' : ''}`,
  },
  toGive: ', à fournir',
  submit: 'Ajouter',
  fileFor: (piece: string): string => `Fichier à déposer\u00a0: ${piece}`,
  alsoProves: (piece: string): string => `Ce fichier vaut aussi pour «\u00a0${piece}\u00a0»`,
  already: {
    text: (names: readonly string[], piece: string): string =>
      `${names.length === 1 ? `«\u00a0${names[0]}\u00a0», donné` : `Les ${names.length}\u00a0fichiers donnés`} pour «\u00a0${piece}\u00a0», ${names.length === 1 ? 'peut' : 'peuvent'} servir aussi ici.`,
    submit: (files: number): string => (files === 1 ? 'Donner le même document' : 'Donner les mêmes documents'),
  },
  /** What was given, in the line that unfolds to each file and its receipt. */
  given: (files: readonly Pick<Deposit, 'name' | 'finishedAt'>[], mayChange: boolean): string => {
    const last = files.at(-1);
    if (last === undefined) return '';
    const at = shortInstant(last.finishedAt);
    const said = files.length === 1 ? `${last.name}, ${at}` : `${files.length} fichiers, le dernier le ${at}`;
    return mayChange ? `${said}\u00a0· changer` : said;
  },
  see: (name: string): string => `Voir ${name}`,
  codeOf: (code: string): string => `Code de la pièce\u00a0: ${code}`,
  whole: 'Page de cette pièce',
  giveUntil: (until: string): string => `À déposer ${until}`,
  question: 'Poser une question au service',
  questionAbout: (piece: string): string => `, sur\u00a0: ${piece}`,
  refresh: 'Rafraîchir',
  addAgain: 'Ajouter ce fichier',
  side: {
    title: 'Il manque peut-être un côté',
    text: "Une carte a un recto et un verso\u00a0: si l'autre côté manque, vous pouvez l'ajouter ici. Il se joint à ce qui est déjà là. Si tout est sur cette page, vous n'avez rien à faire.",
    submit: "Ajouter l'autre côté",
    before: (piece: string): string => `Il manque peut-être un côté\u00a0: «\u00a0${piece}\u00a0» n'a qu'une page.`,
    whole: 'Tout est sur cette page\u00a0? Remettez vos pièces ci-dessous.',
  },
  remove: 'Supprimer',
  handOver: "J'ai fourni toutes mes pièces",
  handOverAll: (given: number, asked: number): string => `J'ai fourni toutes mes pièces, ${given} sur ${asked}`,
  handOverExplained:
    "En cliquant sur «\u00a0J'ai fourni toutes mes pièces\u00a0», vous dites au gestionnaire que les pièces de ce groupe peuvent être contrôlées. Vous ne pourrez plus les modifier, sauf s'il en refuse une.",
  handOverAllExplained:
    "En cliquant sur «\u00a0J'ai fourni toutes mes pièces\u00a0», vous dites au gestionnaire que vos pièces peuvent être contrôlées. Vous ne pourrez plus les modifier, sauf s'il en refuse une.",
  allReady: 'Vos pièces sont toutes là',
  handOverAlone: 'Remettre une partie des pièces',
  handOverReady: 'Toutes les pièces de ce groupe sont là. Il reste à le dire au gestionnaire.',
  handOverWaiver:
    "Votre document de dispense est là. Il reste à le remettre\u00a0: c'est alors qu'il sera examiné, par le service des aménagements seulement. Les pièces qu'il peut remplacer ne sont pas demandées d'ici là.",
  handOverAllMissing:
    "Quand vos pièces seront toutes là, un bouton permettra de dire «\u00a0J'ai fourni toutes mes pièces\u00a0».",
  handOverMissing:
    "Quand toutes les pièces de ce groupe seront là, un bouton permettra de dire «\u00a0J'ai fourni toutes mes pièces\u00a0».",
  groupOf: (groups: string): string => `${groups}.`,
  handedOverAt: (when: string, confidential: boolean): string =>
    confidential
      ? `Remis au rectorat le ${when}. Seul le service des aménagements ouvre votre document de dispense.`
      : `Remis au gestionnaire le ${when}.`,
  onlineUntil: (opening: string, closing: string): string => `À déposer en ligne entre le ${opening} et le ${closing}`,
  byPostUntil: (until: string): string => `À envoyer par voie postale ${until}`,
  byPostNote: 'Gestion de la pièce non dématérialisée, à envoyer directement au service administratif.',
  /** `last`: null where it isn't known yet. */
  postmark: (last: Temporal.PlainDate | null): string =>
    `Le cachet de la poste fait foi\u00a0: un envoi posté ${last === null ? 'dans ce délai' : `jusqu'au ${dayInWords(last)} inclus`} est à temps, même s'il arrive plus tard (code des relations entre le public et l'administration, article L112-1).`,
  posted: (day: Temporal.PlainDate, standing: 'in-time' | 'late' | null): string =>
    `Postée le ${shortDay(day)}${standing === null ? '' : standing === 'in-time' ? ', dans le délai' : ", après l'échéance"}`,
  returned: (day: Temporal.PlainDate): string => `Renvoyée à votre adresse le ${shortDay(day)}`,
  sendAgain: "Envoyez-la de nouveau par la poste, à l'adresse ci-dessus.",
  correctionsFromNotice:
    "Vous pouvez la donner de nouveau dès maintenant. Vos jours pour le faire ne courent qu'à partir de la notification. C'est le jour où vous ouvrez le document, ou celui où la lettre vous est remise.",
  correctionsUntil: (until: string): string => `À corriger ${until}`,
  depositedOn: (when: string): string => `Déposé le ${when}`,
  depositedForYou: (when: string): string => `Déposé pour vous par le rectorat le ${when}`,
  validatedOn: (when: string): string => `Validé le ${when}`,
  signedOnline: (when: string): string => `Signée en ligne le ${when}.`,
  signOnline: 'Signer en ligne',
  signedProof: 'Voir la preuve',
  receivedOn: (day: Temporal.PlainDate): string => `Date de réception ${shortDay(day)}`,
  status: 'Statut\u00a0:',
  openSince: (opening: string): string => `Le dépôt est ouvert depuis le ${opening}.`,
  officerSays: 'Information du gestionnaire',
  accommodationSays: 'Information du service des aménagements',
  whatToDoOffered:
    "Déposez ce document de nouveau, ou donnez les pièces qu'il devait remplacer. Puis cliquez sur «\u00a0J'ai fourni toutes mes pièces\u00a0».",
  whatToDo:
    "Déposez cette pièce de nouveau, en entier\u00a0: ce que vous donnez remplace ce qui a été refusé. Pour un recto et un verso, choisissez les deux fichiers ensemble. Puis cliquez sur «\u00a0J'ai fourni toutes mes pièces\u00a0».",
  /** Of a piece that may have several files, and has some. */
  whatToDoJoins:
    "Donnez ce qui manque\u00a0: il s'ajoute à ce qui est là. Si vous redonnez tout, cochez la case «\u00a0remplace\u00a0». Puis cliquez sur «\u00a0J'ai fourni toutes mes pièces\u00a0».",
  replaces: (names: readonly string[]): string =>
    names.length === 1
      ? `Ce que je donne remplace «\u00a0${names[0]}\u00a0», qui a été refusé`
      : `Ce que je donne remplace les ${names.length} fichiers qui ont été refusés`,
  willBeSeen: 'Le gestionnaire verra\u00a0:',
  willBeSeenByService: 'Le service des aménagements verra\u00a0:',
  sinceRefusal: 'nouveau',
  refusedBefore: 'déjà là quand la pièce a été refusée',
  infected: (name: string): string => `Fichier infecté, déposez-en un autre\u00a0: ${name}`,
  giveAnother: (count: number, until: string): string => `Donnez-en ${count === 1 ? 'un autre' : "d'autres"} ${until}.`,
  receipt: 'Reçu',
  why: 'Pourquoi',
  optional: 'Facultatif',
  excused: (when: string | null): string =>
    when === null
      ? "Vous n'avez pas à donner cette pièce\u00a0: une dispense vous est accordée."
      : `Vous n'avez pas à donner cette pièce\u00a0: votre dispense a été acceptée le ${when}.`,
  waiverOffer: {
    title: 'Pas de formation si un handicap vous en empêche',
    text: "Une dispense peut remplacer ces attestations. Il faut être reconnu travailleur handicapé (RQTH, ou orientation de la CDAPH). Il faut aussi un certificat médical, qui dit que vous ne pouvez pas suivre cette formation. Vous y avez droit, que vous demandiez ou non un aménagement d'épreuves.",
    who: "Seuls vous et le service des aménagements saurez que vous l'avez dit. Votre signature reste valable.",
    declare: 'Je suis reconnu travailleur handicapé\u00a0: proposer la dispense',
    takeBack: 'Ne plus proposer la dispense',
  },
  waiverPending:
    "Vous avez déposé un document de dispense. S'il est accepté, cette pièce ne sera plus à donner. Vous pouvez aussi la déposer dès maintenant.",
  example: (example: string): string => `Exemple\u00a0: ${example}`,
  annulment: {
    title: 'Si votre inscription devait être annulée',
    paragraphs: [
      "Une inscription n'est jamais annulée par un programme\u00a0: il faut une décision écrite du rectorat, qui donne ses motifs (code des relations entre le public et l'administration, articles L211-2 et L211-5). Avant elle, le rectorat vous dit ce qui manque et jusqu'à quand le donner (article L114-5). Vous pouvez présenter vos observations (articles L121-1 et L122-1).",
      "Elle ne compte qu'à partir du jour où elle vous est notifiée (article L221-8)\u00a0: par lettre, ou par voie électronique si vous l'avez accepté (article L112-15). Elle dit comment la contester, et dans quel délai.",
    ],
  },
  noLongerAsked: 'Pièces qui ne sont plus demandées',
  noLongerAskedCount: (count: number): string => plural(count, 'pièce', 'pièces'),
  notRegistered: {
    title: 'Vos justificatifs viendront ensuite',
    text: 'La liste de vos pièces est calculée quand vous enregistrez votre inscription, à la dernière étape.',
    go: 'Continuer mon inscription',
  },
  ended: 'Cette inscription a pris fin\u00a0: aucune pièce ne vous est plus demandée.',
  changing: 'Vous êtes en train de modifier votre inscription. Cette liste est celle de la version enregistrée.',
  deposit: {
    back: 'Revenir à mes justificatifs',
    file: 'Fichier à déposer',
    limits: 'PDF ou photo (JPEG, PNG, WebP, HEIC), 25\u00a0Mo au plus. Une photo nette de téléphone convient.',
    photo: 'Posez le document à plat, en pleine lumière, les quatre coins visibles, le texte lisible.',
    help: 'Comment faire un PDF ou une photo',
    submit: 'Ajouter',
    files: 'Fichiers déposés',
    none: "Aucun fichier pour l'instant.",
    until: (until: string, distance: string): string => `À déposer ${until}, ${distance}.`,
    correctUntil: (until: string, distance: string): string => `À corriger ${until}, ${distance}.`,
    locked: 'Cette pièce ne peut plus être changée.',
    proof: {
      kinds: {
        'application/pdf': 'PDF',
        'image/jpeg': 'JPEG',
        'image/png': 'PNG',
        'image/webp': 'WebP',
        'image/heic': 'HEIC',
        'multipart/mixed': 'plusieurs fichiers',
      },
      title: (receipt: string): string => `Empreintes du fichier, reçu ${receipt}`,
      sent: (size: string, kind: string): string =>
        `Fichier que vous avez envoyé, ${kind}, ${size}. Son empreinte, qui change si le fichier change\u00a0:`,
      kept: (size: string, pages: string): string =>
        `Copie que le gestionnaire contrôle, faite à partir de ce fichier sans le lieu ni l'appareil de la photo, ${size}${pages}. Son empreinte\u00a0:`,
      pages: (count: number): string => `, ${count}\u00a0page${count > 1 ? 's' : ''}`,
      filed: (size: string, kind: string): string =>
        `Fichier numérisé par le rectorat, ${kind}, ${size}. Son empreinte, qui change si le fichier change\u00a0:`,
      /** What the day of paper is, and that it is what counts. */
      given: {
        counter: (on: string, filed: string): string =>
          `Apporté au guichet le ${on}, déposé pour vous par le rectorat le ${filed}. C'est le jour où il a été apporté qui compte pour l'échéance.`,
        post: (on: string, filed: string): string =>
          `Posté le ${on}, déposé pour vous par le rectorat le ${filed}. C'est la date du cachet de la poste qui compte pour l'échéance.`,
      },
      moments: (begun: string, finished: string): string =>
        `Envoi commencé le ${begun}, terminé le ${finished}. C'est le début qui compte pour l'échéance.`,
      asItCame: (size: string): string =>
        `Fichier que vous avez envoyé et qui est gardé, ${size}. Son empreinte, qui change si le fichier change\u00a0:`,
    },
    confirmationHelp:
      'Imprimez la confirmation, datez-la, signez-la, puis photographiez ou numérisez toutes ses pages.',
    confirmationLink: "Ma confirmation d'inscription",
  },
  removal: {
    title: 'Supprimer ce fichier',
    text: (name: string): string =>
      `«\u00a0${name}\u00a0» ne sera plus joint à votre dossier. Vous pourrez en déposer un autre jusqu'à l'échéance.`,
    submit: 'Supprimer',
    keep: 'Garder ce fichier',
  },
  flash: {
    /** Of one that waits to be read, at its second: that is what counts. */
    given: (file: { readonly finishedAt: Temporal.Instant; readonly unread: boolean }): string =>
      file.unread ? `Fichier reçu le ${secondInstant(file.finishedAt)}.` : 'Fichier déposé.',
    repeats:
      "Ce fichier est le même que celui qui a été refusé. Si vous n'avez pas voulu cela, supprimez-le, puis déposez le bon. Si vous pensez qu'il est bon, écrivez-le au gestionnaire.",
    last: 'Vos pièces sont toutes là\u00a0: les remettre au gestionnaire',
    alsoGiven: (piece: string): string => `Le même fichier est donné aussi pour «\u00a0${piece}\u00a0». Reçu`,
    next: (piece: string): string => `Pièce suivante\u00a0: ${piece}`,
    removed: 'Le fichier est supprimé.',
    /** `unread`: how many files of theirs wait to be read. */
    handedOver: (unread: number): string =>
      unread === 0
        ? "C'est noté\u00a0: le gestionnaire peut contrôler vos pièces."
        : `C'est noté. ${keptFileTexts.reading.before(unread)}`,
  },
  refusedTitle: "Rien n'a été déposé",
} as const;
