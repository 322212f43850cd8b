import { enrolmentTexts } from '../enrolment/index.ts';
import { plural, shortDay } from '../ui/index.ts';

const { reserve } = enrolmentTexts;

type Letter = { readonly subject: string; readonly body: string };
/** `words`: what the officer typed. */
type ToldOfReserve = {
  readonly civility: string;
  readonly name: string;
  readonly number: string;
  readonly words: string;
  readonly link: string;
  readonly contact: string;
};

const lines = (of: ToldOfReserve, paragraphs: readonly string[]): string =>
  [
    `Bonjour ${of.civility} ${of.name},`,
    ...paragraphs,
    of.link,
    `Une question\u00a0? Écrivez ou téléphonez\u00a0: ${of.contact}.`,
  ].join('\n\n');

type KindOfPaper = {
  readonly title: string;
  /** Of the file that is saved: plain letters. */
  readonly file: string;
  /** In the reference: `BP24-00127-K-C2`. */
  readonly letter: string;
  /** What the list of papers says is to be done with it. */
  readonly asks: 'signature' | 'pieces' | 'what-is-left' | 'coming' | 'nothing';
  /** It may come several times about one version: each bears its rank where others bear the version. */
  readonly ranked: boolean;
  /** Its file is sealed, where there is a seal: what a person decided, and what is recorded. */
  readonly sealed: boolean;
  /** It holds health data: no list, journal or door of the office has it, and `/verifier` calls it by that name. Null: it doesn't. */
  readonly confidentialAs: string | null;
  /** A decision that counts from its notification: on line by agreement, or by registered letter (`notice.ts`). */
  readonly notified: boolean;
};

/** The papers that exist; each has its content in `contents/` and is issued in `subscribe.ts`. */
export const PAPERS = {
  confirmation: {
    title: "Confirmation d'inscription",
    file: 'confirmation',
    letter: 'C',
    asks: 'signature',
    ranked: false,
    sealed: false,
    confidentialAs: null,
    notified: false,
  },
  'signed-confirmation': {
    title: 'Confirmation signée en ligne',
    file: 'confirmation-signee',
    letter: 'G',
    asks: 'nothing',
    ranked: false,
    sealed: true,
    confidentialAs: null,
    notified: false,
  },
  'pieces-request': {
    title: 'Demande de pièces justificatives',
    file: 'demande-de-pieces',
    letter: 'P',
    asks: 'pieces',
    ranked: false,
    sealed: false,
    confidentialAs: null,
    notified: false,
  },
  acknowledgement: {
    title: 'Accusé de réception',
    file: 'accuse-de-reception',
    letter: 'E',
    asks: 'nothing',
    ranked: false,
    sealed: false,
    confidentialAs: null,
    notified: false,
  },
  reminder: {
    title: 'Relance',
    file: 'relance',
    letter: 'R',
    asks: 'what-is-left',
    ranked: true,
    sealed: false,
    confidentialAs: null,
    notified: false,
  },
  invitation: {
    title: 'Invitation à régulariser',
    file: 'invitation-a-regulariser',
    letter: 'I',
    asks: 'what-is-left',
    ranked: true,
    sealed: false,
    confidentialAs: null,
    notified: false,
  },
  cancellation: {
    title: "Notification d'annulation",
    file: 'annulation',
    letter: 'A',
    asks: 'nothing',
    ranked: true,
    sealed: true,
    confidentialAs: null,
    notified: true,
  },
  'set-aside': {
    title: "Notification d'inscription écartée",
    file: 'inscription-ecartee',
    letter: 'B',
    asks: 'nothing',
    ranked: true,
    sealed: true,
    confidentialAs: null,
    notified: true,
  },
  accommodation: {
    title: "Notification d'aménagements",
    file: 'notification',
    letter: 'D',
    asks: 'nothing',
    ranked: true,
    sealed: true,
    confidentialAs: 'Décision individuelle',
    notified: true,
  },
  // It says the effects of what was granted, which the office sees, and no cause.
  summons: {
    title: 'Convocation',
    file: 'convocation',
    letter: 'S',
    asks: 'coming',
    ranked: true,
    sealed: false,
    confidentialAs: null,
    notified: false,
  },
  transcript: {
    title: 'Relevé de notes',
    file: 'releve-de-notes',
    letter: 'N',
    asks: 'nothing',
    ranked: true,
    sealed: true,
    confidentialAs: null,
    notified: false,
  },
  success: {
    title: 'Attestation de réussite',
    file: 'attestation-de-reussite',
    letter: 'U',
    asks: 'nothing',
    ranked: true,
    sealed: true,
    confidentialAs: null,
    notified: false,
  },
  blocks: {
    title: 'Attestation de blocs de compétences',
    file: 'attestation-de-blocs',
    letter: 'L',
    asks: 'nothing',
    ranked: true,
    sealed: true,
    confidentialAs: null,
    notified: false,
  },
} as const satisfies Readonly<Record<string, KindOfPaper>>;

/** « version 2 » of what follows an enrolment's versions, « n° 2 » of what only comes several times. */
export function editionInWords({
  kind,
  version,
}: {
  readonly kind: keyof typeof PAPERS;
  readonly version: number;
}): string {
  return PAPERS[kind].ranked ? `n°\u00a0${version}` : `version ${version}`;
}

/** Every French sentence of this room. No-break spaces are written `\u00a0`. */
export const texts = {
  editions: {
    zipMissing: 'documents-non-joints.txt',
    zipMissingText:
      "Ces documents ne sont pas dans cette archive\u00a0: ils n'étaient pas encore édités, ou n'ont pas pu l'être.",
  },

  paper: {
    subject: (exam: string, speciality: string, session: string): string =>
      `${exam}, spécialité ${speciality}, ${session}`,
    contactTitle: 'Votre gestionnaire',
    officer: (portfolio: string): string => `Gestionnaire ${portfolio}`,
    candidate: (civility: string, name: string): string => `${civility} ${name}`,
    number: "Numéro d'inscription",
    version: 'Version',
    registeredAt: 'Enregistrée le',
    issuedAt: 'Émis le',
    reference: 'Référence',
    code: 'Code de vérification',
    verification: (where: string): string =>
      `À vérifier sur ${where}, avec le code de vérification ou en visant le code carré avec un téléphone.`,
    footer: (title: string, number: string, version: number): string => `${title}, ${number}, version ${version}`,
    /** Of the field that holds the seal. */
    seal: 'Cachet électronique',
    page: 'page',
    of: 'sur',
  },

  confirmation: {
    civilStatus: 'État civil',
    address: 'Adresse mail',
    units: 'Acquis et épreuves',
    unitHead: ['Unité', 'Épreuve', 'Choix'],
    signatureTitle: 'À dater et à signer',
    commitment: "Je certifie l'exactitude de ces renseignements et je confirme mon inscription.",
    deadlineOnline: (code: string, until: string): string =>
      `Cette confirmation, datée et signée, est à déposer dans «\u00a0Mes justificatifs\u00a0» (pièce ${code}) ${until}. Sans elle, l'inscription ne sera pas validée.`,
    deadlineEither: (code: string, until: string): string =>
      `À signer ${until}\u00a0: sur cette feuille, à dater et à déposer dans «\u00a0Mes justificatifs\u00a0» (pièce ${code}), ou en ligne, dans votre espace. Sans signature, l'inscription ne sera pas validée.`,
    deadlineSigned: (until: string): string =>
      `À signer en ligne, dans votre espace, ${until}. Sans signature, l'inscription ne sera pas validée.`,
    deadlinePost: (code: string, until: string): string =>
      `Cette confirmation, datée et signée, est à envoyer par la poste (pièce ${code}) ${until}. Sans elle, l'inscription ne sera pas validée.`,
    place: 'Fait à',
    day: 'le',
    signature: 'Signature du candidat',
    guardianSignature: 'Signature du représentant légal',
  },

  acknowledgement: {
    received: (when: string, version: number): string =>
      version === 1
        ? `Votre demande d'inscription a été reçue en ligne le ${when}.`
        : `La version ${version} de votre demande d'inscription a été reçue en ligne le ${when}. Elle remplace les précédentes.`,
    service: (bureau: string, portfolio: string, mailbox: string, phone: string): string =>
      `Le service chargé de votre dossier\u00a0: ${bureau}, gestionnaire ${portfolio}, ${mailbox}, ${phone}.`,
    missingTitle: "Ce qui manque, et jusqu'à quand le donner",
    nothingMissing: 'Rien ne manque à ce jour.',
    nextTitle: 'Ce qui suit',
    next: [
      "Une pièce qui manque n'arrête pas l'examen de votre demande, sauf si elle est indispensable (code des relations entre le public et l'administration, article L114-5-1). Si une pièce n'est pas conforme, le rectorat vous le dit, avec la raison et un délai pour la donner de nouveau (articles L114-5 et L114-6).",
    ],
    remediesTitle: 'Voies et délais de recours',
    decision:
      'Une décision qui refuse ou retire votre inscription se conteste ainsi, à compter du jour où elle vous est notifiée\u00a0:',
  },

  request: {
    intro: (count: number, later: number): string =>
      `Pour que votre inscription soit validée, le rectorat doit contrôler votre confirmation signée et ${plural(count, 'pièce', 'pièces')}. ${later === 0 ? '' : `${plural(later, 'autre pièce se donne', 'autres pièces se donnent')} plus tard\u00a0: leur date est plus bas. `}Elles dépendent de ce que vous avez déclaré\u00a0: «\u00a0Pourquoi\u00a0» le dit pour chacune.`,
    introVersion: (version: number): string =>
      `Cette liste est celle de la version ${version} de votre inscription. Elle remplace les précédentes.`,
    onlineUntil: (until: string): string => `À déposer en ligne ${until}`,
    postUntil: (until: string): string => `À envoyer par la poste ${until}`,
    opensAt: (opening: string): string => `Le dépôt ouvre le ${opening}.`,
    postalAddress: (address: string): string => `Adresse\u00a0: ${address}`,
    head: ['Code', 'Pièce', 'Pourquoi'],
    example: (example: string): string => `Exemple\u00a0: ${example}`,
    compliant: "Déjà conforme\u00a0: vous n'avez rien à faire.",
    given: 'Déjà fournie.',
    refused: 'Non conforme\u00a0: à fournir de nouveau.',
    howTitle: 'Comment faire',
    how: (size: string): readonly string[] => [
      `Photographiez ou numérisez chaque document, en entier et lisible\u00a0: PDF ou photo (JPEG, PNG, WebP, HEIC), ${size} au plus par fichier.`,
      "Dans «\u00a0Mes justificatifs\u00a0», cliquez sur «\u00a0Ajouter\u00a0» en face de la pièce. La date de dépôt s'affiche.",
      "Quand toutes les pièces d'un regroupement sont là, cliquez sur «\u00a0J'ai fourni toutes mes pièces\u00a0»\u00a0: le gestionnaire peut alors les contrôler.",
      'Si une pièce est non conforme, un mail vous le dit avec la raison\u00a0: déposez-la de nouveau et cliquez de nouveau sur le bouton.',
    ],
  },

  cancellation: {
    decision: 'Votre inscription est annulée. Elle ne compte plus.',
    reasonsTitle: 'Pourquoi',
    missing: "Ces pièces, qui comptent pour la validation, n'ont pas été données ou ont été refusées\u00a0:",
    invited: (when: string, until: string): string =>
      `Le rectorat vous a invité le ${when} à les donner ${until}, et à présenter vos observations (code des relations entre le public et l'administration, articles L114-5, L114-6, L121-1 et L122-1).`,
    heard: (count: number): string =>
      count === 0
        ? "Vous n'avez pas présenté d'observations sur votre page."
        : 'Vos observations ont été lues avant cette décision.',
    groundTitle: 'Fondement',
    people: "Deux personnes du rectorat ont pris cette décision, l'une après l'autre.",
    notifiedTitle: 'Quand cette décision compte',
  },

  setAside: {
    decision:
      'Une personne du rectorat a examiné votre dossier. Votre inscription, enregistrée sous réserve, est écartée\u00a0: elle ne compte plus.',
    foundTitle: "Ce qui avait été relevé d'après vos réponses",
    wordsTitle: 'Motifs',
    groundTitle: 'Fondement',
    notifiedTitle: 'Quand cette décision compte',
  },

  accommodation: {
    contactTitle: 'Le service des aménagements',
    contact: 'Écrivez-lui dans votre espace, sur la page de votre demande.',
    decision: (day: string): string =>
      `Le rectorat a décidé, le ${day}, de votre demande d'aménagements d'épreuves (code de l'éducation, articles D351-27 et D351-28).`,
    replaces: (day: string): string => `Cette décision remplace celle du ${day}, qui ne vaut plus.`,
    advice: (day: string): string => `Le médecin désigné a donné son avis le ${day}.`,
    noAdvice: "L'avis d'un médecin n'a pas été demandé.",
    granted: 'Ce qui est accordé',
    nothingGranted: "Aucun aménagement n'est accordé.",
    percent: (percent: number): string => `${percent}\u00a0% de temps en plus`,
    asGranted: 'Accordé',
    refused: 'Ce qui est refusé, et pourquoi',
    reasons: 'Motifs',
    ground: 'Fondement',
    notifiedTitle: 'Quand cette décision compte',
    who: "Une personne du service a pris cette décision\u00a0; aucun calcul n'y a pris part. Vos documents de santé ne sont lus que par ce service et par le médecin.",
  },

  invitation: {
    intro: (since: string, until: string): string =>
      `Des pièces qui comptent pour la validation de votre inscription ne nous sont pas parvenues, ou ont été refusées, et leur délai est passé ${since}. Le rectorat vous invite à régulariser votre dossier ${until} (code des relations entre le public et l'administration, articles L114-5 et L114-6).`,
    reopened:
      'Ces pièces peuvent de nouveau être déposées jusque-là, et elles seules. Si la confirmation signée en est, vous pouvez la signer et la déposer jusque-là.',
    leftTitle: 'Ce que vous devez faire',
    observationsTitle: 'Vous pouvez présenter vos observations',
    observations: [
      "Jusqu'à cette date, vous pouvez dire ce que vous voulez faire valoir\u00a0: par écrit, sur la page «\u00a0Mes observations\u00a0» de votre inscription ou par courrier à votre gestionnaire\u00a0; de vive voix, si vous le demandez. Vous pouvez vous faire assister ou représenter par la personne de votre choix (articles L121-1 et L122-1).",
      'Une personne du rectorat les lira avant toute décision.',
    ],
    afterTitle: 'Et ensuite',
    after:
      "Rien n'est décidé aujourd'hui. Si des pièces manquent encore après cette date, une personne du rectorat examinera votre dossier. Elle pourra annuler votre inscription, par une décision écrite qui donnera ses motifs (articles L211-2 et L211-5), que vous pourrez contester.",
  },

  reminder: {
    intro:
      "À ce jour, votre inscription n'est pas complète. Le rectorat vous rappelle ce qui manque et jusqu'à quand le donner (code des relations entre le public et l'administration, article L114-5).",
    leftTitle: 'Ce qui vous reste à faire',
    afterTitle: 'Vous avez tout donné depuis, ou une difficulté vous en empêche',
    after: [
      "Ce document ne tient compte que de ce qui est parvenu avant le jour où il est émis. Si vous avez tout donné depuis, il n'appelle plus rien de vous.",
      'Si quelque chose vous empêche de donner une pièce à temps, écrivez ou téléphonez à votre gestionnaire avant la date.',
    ],
  },

  /** The letter to somebody without a mail box. */
  accessLetter: {
    title: 'Votre compte, et votre code',
    footer: (number: string): string => `Lettre d'accès, inscription ${number}`,
    intro:
      "Le bureau des examens vous a inscrit d'après le papier que vous lui avez donné. Vous pouvez prendre en main le compte qu'il a ouvert pour vous, dès que vous lisez une adresse mail.",
    codeTitle: 'Votre code',
    code: (lastDay: Temporal.PlainDate): string => `Code, valable jusqu'au ${shortDay(lastDay)}`,
    stepsTitle: 'Comment faire',
    steps: (page: string): readonly string[] => [
      `Ouvrez la page ${page}`,
      'Saisissez ce code, votre date de naissance et une adresse mail que vous lisez.',
      'Suivez le lien que vous recevez, et choisissez un mot de passe.',
    ],
    withoutTitle: 'Sans adresse mail',
    without: [
      "Vous n'avez rien à faire en ligne\u00a0: signez la confirmation d'inscription jointe, et renvoyez-la par la poste avec vos pièces. La date du cachet compte.",
      "Gardez ce code pour vous\u00a0: personne, même au bureau des examens, n'a besoin que vous le disiez. Une nouvelle lettre rend l'ancien code sans effet.",
    ],
  },
  /** Of what a minor's representative is told too (docs/decisions/078). */
  minor: {
    copy: (representative: string, candidate: string): string =>
      `Copie pour ${representative}, représentant légal de ${candidate}, qui est mineur. Les liens s'ouvrent avec son compte.`,
    too: (representative: string | null): string =>
      `Vous êtes mineur\u00a0: la lettre est adressée aussi à votre représentant légal${representative === null ? '' : `, ${representative}`}.`,
    envelope: (representative: string | null): string =>
      representative === null ? 'et à son représentant légal' : `et ${representative}, représentant légal`,
  },
  mails: {
    /** Of what an officer typed in the candidate's name. */
    typed: {
      first: "C'est votre première inscription à cette session.",
      changes: (labels: string): string => (labels === '' ? '' : `Réponses qui changent\u00a0: ${labels}.`),
    },
    /** A mailbox has other readers: what is offered for one's health isn't named. */
    newRulesOffered: 'Ce qui vous est proposé dans vos justificatifs change\u00a0: lisez-en la liste.',
    newRulesApplied:
      'Vos pièces et leurs dates limites suivent maintenant ces règles. Les fichiers que vous avez déposés sont gardés.',
    newRulesValidated:
      'Votre inscription est validée\u00a0: les pièces qui vous ont été demandées restent les mêmes. Seules leurs dates limites suivent ces règles.',
    newRulesLater:
      'Les pièces qui vous ont été demandées et leurs dates limites restent les mêmes. Si vous modifiez votre inscription, elle suivra les nouvelles règles.',
    extended: (of: {
      readonly civility: string;
      readonly name: string;
      /** Of the enrolment; null while it is being written. */
      readonly number: string | null;
      readonly session: string;
      readonly reason: string;
      readonly changes: string;
      /** A line each; empty where nothing is left to do. */
      readonly todo: string;
      readonly link: string;
      /** Null before there is an officer. */
      readonly contact: string | null;
    }): { readonly subject: string; readonly body: string } => ({
      subject:
        of.number === null ? `Dates reportées\u00a0: ${of.session}` : `Inscription ${of.number}\u00a0: dates reportées`,
      body: [
        `Bonjour ${of.civility} ${of.name},`,
        `Après un incident, des dates de la ${of.session} sont reportées pour tous les candidats.`,
        `L'incident\u00a0: ${of.reason}`,
        `Ce qui change pour vous\u00a0:\n${of.changes}`,
        ...(of.todo === '' ? [] : [`Ce qu'il vous reste à faire\u00a0:\n${of.todo}`]),
        of.link,
        ...(of.contact === null ? [] : [`Une question\u00a0? Écrivez ou téléphonez\u00a0: ${of.contact}.`]),
      ].join('\n\n'),
    }),
    contact: (portfolio: string, mailbox: string, phone: string): string =>
      `gestionnaire ${portfolio}, ${mailbox}, ${phone}`,
    enrolAgain: (deadline: string): string =>
      `Une nouvelle inscription, avec un nouveau numéro, n'est possible que jusqu'au ${deadline}.`,
    noMoreEnrolling: (closing: string): string =>
      `Les inscriptions sont closes depuis le ${closing}\u00a0: vous ne pouvez plus vous inscrire de nouveau à cette session.`,
    /** What one mail says of the decisions on a file. */
    decisions: {
      outcome: {
        refused: (count: number): string =>
          count === 1 ? 'une pièce est à refaire' : `${plural(count, 'pièce', 'pièces')} sont à refaire`,
        validated: 'elle est validée',
        undone: 'sa validation est annulée',
        reopened: 'une décision est reprise',
        examined: 'vos pièces ont été contrôlées',
      },
      refused: (piece: string, comment: string): string =>
        `À refaire\u00a0: ${piece}.\nInformation du gestionnaire\u00a0: ${comment}`,
      accepted: (count: number, pieces: string): string =>
        `${count === 1 ? 'Conforme' : 'Conformes'}\u00a0: ${pieces}.`,
      acceptedAfterRefusal: (piece: string): string =>
        `Nous vous avions dit que cette pièce n'était pas conforme. Ce refus est repris, elle est conforme\u00a0: ${piece}.`,
      refusalReopened: (piece: string): string =>
        `Nous vous avions dit que cette pièce n'était pas conforme. Ce refus ne tient plus, elle est de nouveau à l'examen\u00a0: ${piece}.`,
      complianceReopened: (piece: string): string =>
        `Nous vous avions dit que cette pièce était conforme. Cette décision est reprise, la pièce est de nouveau à l'examen\u00a0: ${piece}.`,
      complianceRefused: "Nous vous avions dit qu'elle était conforme\u00a0: cette décision est reprise.",
      validated:
        'Votre inscription est validée\u00a0: votre confirmation est signée et toutes les pièces qui comptent pour la validation sont conformes.',
      confidential:
        'Un document confidentiel est examiné. Ce mail ne le nomme pas, pour protéger vos données\u00a0: la décision est dans vos justificatifs.',
      validationUndone:
        "Votre inscription était validée\u00a0: ce refus annule sa validation (code des relations entre le public et l'administration, articles L242-1 et L242-2). Elle sera validée de nouveau quand toutes les pièces seront conformes.",
      notified:
        'Cette décision vous est notifiée par ce mail\u00a0; elle est aussi dans vos justificatifs, avec son motif. Si vous voulez la contester\u00a0:',
      giveAgain: (until: string): string =>
        `Vous pouvez la déposer de nouveau ${until}. Cliquez ensuite de nouveau sur «\u00a0J'ai fourni toutes mes pièces\u00a0».`,
      sendAgain: (until: string): string =>
        `Vous pouvez l'envoyer de nouveau par la poste ${until}\u00a0; le cachet de la poste fait foi.`,
      returned: (day: string): string => `Elle vous est renvoyée par la poste, le ${day}.`,
      noMoreSending: (since: string): string =>
        `Le délai pour l'envoyer de nouveau est passé ${since}\u00a0: écrivez ou téléphonez sans attendre.`,
      noMoreGiving: (since: string): string =>
        `Le délai pour la déposer de nouveau est passé ${since}\u00a0: écrivez ou téléphonez sans attendre.`,
    },
    reserve: {
      liftedFirst: 'Une personne du rectorat a examiné votre situation et a levé la réserve.',
      lifted: (of: ToldOfReserve): Letter => ({
        subject: `La réserve sur votre inscription ${of.number} est levée`,
        body: lines(of, [
          `La réserve sur votre inscription ${of.number} est levée\u00a0: une personne du rectorat a examiné votre situation. L'inscription suit son cours.`,
          reserve.note(of.words),
          'Elle sera validée quand la confirmation sera signée et que toutes les pièces seront conformes.',
        ]),
      }),
      setAside: (of: ToldOfReserve & { readonly ground: string; readonly reasons: string }): Letter => ({
        subject: `Votre inscription ${of.number} est écartée`,
        body: lines(of, [
          `Une personne du rectorat a examiné votre dossier. Votre inscription ${of.number} est écartée\u00a0: elle ne compte plus.`,
          reserve.words(of.words),
          reserve.ground(of.ground),
          `Ce qui avait été relevé d'après vos réponses\u00a0:\n${of.reasons}`,
          "La notification est dans «\u00a0Mes documents\u00a0». Elle vous est adressée par lettre recommandée\u00a0: la décision compte à partir de la remise de cette lettre (code des relations entre le public et l'administration, article L221-8).",
          `${reserve.remediesTitle}\u00a0:`,
          ...reserve.remedies,
        ]),
      }),
      reinstated: (of: ToldOfReserve): Letter => ({
        subject: `Votre inscription ${of.number} est rétablie`,
        body: lines(of, [
          `Votre inscription ${of.number} avait été écartée\u00a0: cette décision est retirée. L'inscription reprend là où elle était, avec vos pièces.`,
          reserve.note(of.words),
        ]),
      }),
    },
    infected: {
      giveAnother: (until: string): string =>
        `Déposez-en un autre ${until}, puis cliquez sur «\u00a0J'ai fourni toutes mes pièces\u00a0».`,
      write:
        "Cette pièce ne peut plus être changée pour l'instant\u00a0: écrivez ou téléphonez sans attendre à votre gestionnaire.",
    },
  },

  list: {
    title: 'Mes documents',
    lead: "Les documents de votre inscription, mis à votre disposition par le rectorat. Aucun n'est envoyé par la poste, sauf une décision qui met fin à votre inscription, si vous n'avez pas accepté les notifications en ligne.",
    number: (number: string): string => `N°\u00a0${number}`,
    unread: 'Non lu',
    replaced: 'Remplacée',
    version: (version: number): string => `Version ${version}`,
    edition: (edition: string): string => `${edition.slice(0, 1).toUpperCase()}${edition.slice(1)}`,
    issued: (moment: string): string => `mis à disposition le ${moment}`,
    /** Of a file that bears a seal: any change in it shows. */
    sealed: {
      'B-B': 'Scellé\u00a0: tout changement du fichier se voit',
      'B-T': 'Scellé et horodaté\u00a0: tout changement du fichier se voit',
    },
    /** For the office. */
    withheld: {
      suspended: 'Suspendu avec les résultats\u00a0: le candidat ne le lit pas, et la page de vérification le dit',
      withdrawn: 'Retiré par une correction des résultats\u00a0: le candidat ne le lit plus',
    },
    suspended: 'Vos documents de résultats sont suspendus',
    suspendedText: 'Le rectorat les vérifie. Ils reviennent ici dès que la suspension est levée.',
    suspendedLink: 'Ce que dit le rectorat',
    zipSealed: 'documents-scelles.txt',
    zipSealedText:
      'Ces fichiers portent un scellé électronique\u00a0: un lecteur de PDF, ou le programme pdfsig, dit si quelque chose y a été changé. Les certificats sont à /verifier/cachets.pem. La page /verifier dit si le document vaut encore.',
    open: 'Ouvrir',
    download: 'Télécharger le PDF',
    all: 'Tout télécharger (ZIP)',
    /** Begins the name of that file. */
    zip: 'documents',
    about: (title: string, edition: string): string => `${title}, ${edition}`,
    todo: {
      confirmation: (until: string): string => `À imprimer, dater, signer et déposer ${until}.`,
      confirmationEither: (until: string): string => `À signer ${until}, sur papier ou en ligne.`,
      confirmationOnline: (until: string): string => `À signer en ligne ${until}.`,
      confirmationGiven: 'Signée et déposée\u00a0: le rectorat la contrôle.',
      confirmationDone: "Signée et conforme\u00a0: vous n'avez plus rien à faire pour elle.",
      confirmationLink: 'Signer ma confirmation',
      request: (progress: string): string =>
        `La liste des pièces à fournir, pourquoi et jusqu'à quand. Aujourd'hui\u00a0: ${progress}.`,
      requestLink: 'Mes justificatifs',
      left: (progress: string): string => `Ce qui manquait ce jour-là. Aujourd'hui\u00a0: ${progress}.`,
      coming: "Le jour, l'heure, la salle\u00a0: à apporter à chaque épreuve.",
      comingLink: 'Ma convocation',
      replaced: "Une version plus récente la remplace. Vous n'avez rien à en faire.",
      decision:
        'Elle dit pourquoi votre inscription a pris fin, et comment contester cette décision dans les deux mois.',
      ended: "Votre inscription a pris fin\u00a0: ce document n'appelle plus rien de vous.",
    },
    empty: 'Aucun document pour le moment',
    emptyText:
      "La confirmation d'inscription et la demande de pièces justificatives arrivent ici dès que vous cliquez sur «\u00a0Enregistrer\u00a0», à la dernière étape.",
    back: 'Revenir à mon inscription',
  },

  page: {
    back: 'Mes documents',
    print: 'Visualiser/Imprimer',
    download: 'Télécharger le PDF',
    replaced: (edition: string): string =>
      `Ce document porte la mention «\u00a0${edition}\u00a0». Une version plus récente le remplace\u00a0: il reste ici pour mémoire.`,
    seeLatest: 'Voir la version en vigueur',
  },

  sign: {
    title: "Ma confirmation d'inscription",
    lead: "Signer votre confirmation, c'est confirmer votre inscription. Sans signature avant la clôture, elle ne sera pas validée.",
    until: (until: string, distance: string): string => `À déposer ${until}, ${distance}.`,
    late: (since: string): string => `Le dépôt est clos ${since}. Écrivez tout de suite à votre gestionnaire.`,
    deadlineTitle: 'Date limite',
    steps: {
      print: 'Imprimez-la',
      printText: 'Ouvrez le PDF et imprimez toutes ses pages. Vérifiez chaque renseignement.',
      sign: 'Datez-la et signez-la',
      signText:
        'Au stylo, dans le cadre «\u00a0À dater et à signer\u00a0» de la dernière page. Une erreur\u00a0? Ne corrigez pas à la main\u00a0: modifiez votre inscription, une nouvelle confirmation la remplacera.',
      signMinorText:
        'Au stylo, dans le cadre «\u00a0À dater et à signer\u00a0» de la dernière page\u00a0: vous et votre représentant légal. Une erreur\u00a0? Ne corrigez pas à la main\u00a0: modifiez votre inscription, une nouvelle confirmation la remplacera.',
      deposit: 'Déposez-la',
      depositText: 'Photographiez ou numérisez toutes les pages, puis déposez-les (PDF ou JPEG, pièce CINSIG01).',
      depositLink: 'Déposer ma confirmation signée',
      send: 'Envoyez-la',
      sendText: "Envoyez toutes les pages par la poste (pièce CINSIG01). L'adresse est avec la pièce.",
      sendLink: "Voir l'adresse",
    },
    online: {
      title: 'Ou signez-la en ligne',
      only: 'Signez-la en ligne',
      text: "Sans imprimer\u00a0: vous la lisez à l'écran et vous la signez avec votre mot de passe, ou un code reçu par mail. Elle est alors conforme tout de suite.",
      link: 'Signer en ligne',
      paper: 'Je préfère, ou je dois, signer sur papier',
      done: 'Votre confirmation est signée en ligne',
      doneText: (version: number, moment: string): string =>
        `Version ${version}, le ${moment}. Elle est conforme\u00a0: vous n'avez plus rien à faire pour elle.`,
      proof: 'Voir la preuve de ma signature',
    },
    signed: 'Votre confirmation signée est déposée',
    signedText: (version: number, moment: string): string =>
      `Version ${version}, le ${moment}. Le rectorat la contrôle\u00a0: pour elle, vous n'avez rien à faire.`,
    toHandOverText:
      "Elle est déposée. Il reste à le dire au gestionnaire\u00a0: cliquez sur «\u00a0J'ai fourni toutes mes pièces\u00a0».",
    toHandOverLink: 'Mes justificatifs',
    compliant: 'Votre confirmation signée est conforme',
    compliantText: "Vous n'avez plus rien à faire pour elle.",
    refused: 'Votre confirmation signée est à refaire',
    ended: "Cette inscription a pris fin\u00a0: la confirmation ci-dessous n'a plus à être signée.",
    changing: 'Des modifications ne sont pas enregistrées',
    changingText: (version: number): string =>
      `La confirmation ci-dessous est celle de la version ${version}, la dernière enregistrée. Vos modifications n'y sont pas\u00a0: enregistrez-les d'abord, ou abandonnez-les, puis signez.`,
    changingLink: 'Revenir à mes modifications',
  },

  nothingYet: {
    title: "Votre confirmation n'existe pas encore",
    text: "La confirmation d'inscription vient après «\u00a0Enregistrer\u00a0», le bouton de la dernière étape. C'est lui qui fait prendre en compte votre candidature et qui donne votre numéro.",
    next: (step: string): string => `Continuer\u00a0: ${step}`,
    ended: "Cette inscription a été abandonnée avant «\u00a0Enregistrer\u00a0»\u00a0: elle n'a pas de document.",
    toList: 'Mes inscriptions',
  },
} as const;
