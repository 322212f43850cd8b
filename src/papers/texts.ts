import type { EntryWay } from '../enrolment/index.ts';
import { extraTimeInWords } from '../law/index.ts';
import { onLine } from '../platform/mail/words.ts';
import { plural } from '../ui/index.ts';

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
  /** Printed once the rush is over (`issuePaper`): who opens it before has it printed then. */
  readonly later: boolean;
  /** It holds health data: no list, journal or door of the office has it, and `/verifier` calls it by that name. Null: it doesn't. */
  readonly confidentialAs: string | null;
  /** It says what was granted to sit the exam, without a cause: at the office who prepares the exam opens it, whoever's it is (decision 108). */
  readonly forExam: boolean;
  /** A decision that counts from its notification: on line by agreement, or by registered letter (`notice.ts`). */
  readonly notified: boolean;
};

const RECORDED = { asks: 'nothing', ranked: true, sealed: true } as const;

type Named = Pick<KindOfPaper, 'title' | 'file' | 'letter'> & Partial<KindOfPaper>;

/** A kind of paper; what isn't said of it is not so. */
function paper(kind: Named & Pick<KindOfPaper, 'asks'>): KindOfPaper & { readonly notified: false } {
  return { ranked: false, sealed: false, later: false, confidentialAs: null, forExam: false, ...kind, notified: false };
}

/** The paper of a decision: `notifyDecision` alone issues it. */
function decision(kind: Named): KindOfPaper & { readonly notified: true } {
  return { ...paper({ ...kind, ...RECORDED }), notified: true };
}

/** The papers that exist; each has its content in `contents/` and is issued in `subscribe.ts`. */
export const PAPERS = {
  confirmation: paper({ title: "Confirmation d'inscription", file: 'confirmation', letter: 'C', asks: 'signature' }),
  'signed-confirmation': paper({
    title: 'Confirmation signée en ligne',
    file: 'confirmation-signee',
    letter: 'G',
    asks: 'nothing',
    sealed: true,
  }),
  'pieces-request': paper({
    title: 'Demande de pièces justificatives',
    file: 'demande-de-pieces',
    letter: 'P',
    asks: 'pieces',
    later: true,
  }),
  acknowledgement: paper({
    title: 'Accusé de réception',
    file: 'accuse-de-reception',
    letter: 'E',
    asks: 'nothing',
    later: true,
  }),
  reminder: paper({ title: 'Relance', file: 'relance', letter: 'R', asks: 'what-is-left', ranked: true }),
  invitation: paper({
    title: 'Invitation à régulariser',
    file: 'invitation-a-regulariser',
    letter: 'I',
    asks: 'what-is-left',
    ranked: true,
  }),
  cancellation: decision({ title: "Notification d'annulation", file: 'annulation', letter: 'A' }),
  'set-aside': decision({
    title: "Notification d'inscription écartée",
    file: 'inscription-ecartee',
    letter: 'B',
  }),
  hearing: paper({
    title: 'Invitation à répondre avant une décision',
    file: 'invitation-a-repondre',
    letter: 'H',
    asks: 'nothing',
    ranked: true,
  }),
  'left-out': decision({
    title: "Décision qui laisse hors d'une unité",
    file: 'hors-d-une-unite',
    letter: 'X',
  }),
  unvalidated: decision({
    title: 'Décision\u00a0: validation annulée',
    file: 'validation-annulee',
    letter: 'V',
  }),
  accommodation: decision({
    title: "Notification d'aménagements",
    file: 'notification',
    letter: 'D',
    confidentialAs: 'Décision individuelle',
  }),
  summons: paper({
    title: 'Convocation',
    file: 'convocation',
    letter: 'S',
    asks: 'coming',
    ranked: true,
    forExam: true,
  }),
  transcript: paper({ title: 'Relevé de notes', file: 'releve-de-notes', letter: 'N', ...RECORDED }),
  success: paper({ title: 'Attestation de réussite', file: 'attestation-de-reussite', letter: 'U', ...RECORDED }),
  blocks: paper({
    title: 'Attestation de blocs de compétences',
    file: 'attestation-de-blocs',
    letter: 'L',
    ...RECORDED,
  }),
};

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
  hearing: { factsTitle: 'Ce qui est relevé', answerTitle: 'Votre réponse', afterTitle: 'Ensuite' },
  decided: {
    factsTitle: 'Ce qui est relevé',
    wordsTitle: 'Motifs',
    groundTitle: 'Fondement',
    notifiedTitle: 'Notification',
  },
  paper: {
    subject: (exam: string, speciality: string, session: string): string =>
      `${exam}, spécialité ${speciality}, ${session}`,
    contactTitle: 'Votre gestionnaire',
    officer: (portfolio: string): string => `Gestionnaire ${portfolio}`,
    service: (portfolio: string): string => `gestionnaire ${portfolio}`,
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
        ? `Votre demande d'inscription ${when}.`
        : `La version ${version} de votre demande d'inscription ${when}. Elle remplace les précédentes.`,
    /** After « votre demande d'inscription ». */
    online: (at: string): string => `a été reçue en ligne le ${at}`,
    came: {
      counter: (on: string): string => `a été reçue sur papier, au guichet, le ${on}`,
      post: (on: string): string => `a été reçue sur papier, par la poste\u00a0: elle compte du ${on}, jour du cachet`,
      telephone: (on: string): string => `a été reçue par téléphone le ${on}`,
      carried: (on: string): string => `a été reprise du système où vous étiez inscrit le ${on}`,
    } satisfies Record<EntryWay, (on: string) => string>,
    typedOn: (on: string): string => `. Le rectorat l'a saisie pour vous le ${on}`,
    service: (service: string): string => `Le service chargé de votre dossier\u00a0: ${service}.`,
    missingTitle: "Ce qui manque, et jusqu'à quand le donner",
    nothingMissing: 'Rien ne manque à ce jour.',
    nextTitle: 'Ce qui suit',
    next: [
      "Une pièce qui manque n'arrête pas l'examen de votre demande, sauf si elle est indispensable (code des relations entre le public et l'administration, article L114-5-1). Si une pièce n'est pas conforme, le rectorat vous dit pourquoi, et jusqu'à quand la redonner (articles L114-5 et L114-6).",
    ],
    /** Printed for everybody who is reached by the post: it tells nothing of who reads it. */
    accommodationsTitle: "Demander des aménagements d'épreuves",
    accommodations: (law: string): string =>
      `Ces lignes sont dans toutes les lettres comme celle-ci, quelles que soient vos réponses. ${law}.`,
    accommodationsUntil: (last: string, isPast: boolean): string =>
      `La demande se poste au plus tard le dernier jour des inscriptions, le ${last} inclus, le cachet de la poste faisant foi. ${
        isPast
          ? "Ce jour est passé\u00a0: écrivez sans attendre et dites pourquoi la demande vient maintenant, par exemple parce que ce courrier vous l'apprend. Une personne en juge."
          : 'Après ce jour, écrivez quand même et dites pourquoi la demande vient maintenant, par exemple un handicap révélé depuis. Une personne en juge.'
      }`,
    accommodationsHow: (service: string, number: string): string =>
      `Une lettre suffit pour commencer, avec votre numéro, ${number}. Adresse\u00a0: ${service}. Ce service seul ouvre votre lettre\u00a0; s'il manque quelque chose, il vous le demande (code des relations entre le public et l'administration, article L114-5).`,
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
    howByPost: (service: string, number: string): readonly string[] => [
      'Photocopiez chaque document, en entier et lisible\u00a0; gardez les originaux.',
      `Écrivez votre numéro, ${number}, sur chaque feuille.`,
      `Envoyez le tout par courrier à\u00a0: ${service}. La date du cachet de la poste fait foi.`,
      'Si une pièce est à refaire, un courrier vous le dit avec la raison.',
    ],
    howTitle: 'Comment faire',
    how: (size: string): readonly string[] => [
      `Photographiez ou numérisez chaque document, en entier et lisible\u00a0: PDF ou photo (JPEG, PNG, WebP, HEIC), ${size} au plus par fichier.`,
      "Dans «\u00a0Mes justificatifs\u00a0», choisissez un fichier en face de la pièce, et déposez-le. La date de dépôt s'affiche.",
      "Quand toutes les pièces d'un groupe sont là, cliquez sur «\u00a0J'ai fourni toutes mes pièces\u00a0»\u00a0: le gestionnaire peut alors les contrôler.",
      'Si une pièce est non conforme, un mail vous le dit avec la raison\u00a0: déposez-la de nouveau et cliquez de nouveau sur le bouton.',
    ],
  },
  cancellation: {
    decision: 'Votre inscription est annulée.',
    missingTitle: 'Ce qui manque pour valider cette inscription',
    reasonsTitle: 'Pourquoi',
    invited: (when: string, until: string): string =>
      `Le rectorat vous a invité le ${when} à les donner ${until}. Il vous a aussi invité à présenter vos observations (code des relations entre le public et l'administration, articles L114-5, L114-6, L121-1 et L122-1).`,
    heard: (count: number): string =>
      count === 0
        ? "Aucune observation écrite de vous n'est enregistrée."
        : 'Vos observations ont été lues avant cette décision.',
    groundTitle: 'Fondement',
    notifiedTitle: 'Quand cette décision compte',
  },
  setAside: {
    decision: 'Votre inscription, enregistrée sous réserve, est écartée.',
    foundTitle: "Ce qui avait été relevé d'après vos réponses",
    /** What a decision that leans on a computed finding must say (CRPA, L311-3-1 and R311-3-1-1). */
    computed:
      "Ce relevé est fait par un programme, pour signaler au rectorat une condition à vérifier. La décision est celle d'une personne. Vous pouvez demander au rectorat les règles de ce programme, et comment elles s'appliquent à vous (même code, articles L311-3-1 et R311-3-1-1).",
    wordsTitle: 'Motifs',
    groundTitle: 'Fondement',
    notifiedTitle: 'Quand cette décision compte',
  },
  accommodation: {
    contactTitle: 'Le service des aménagements',
    contact: 'Écrivez-lui dans votre espace, sur la page de votre demande.',
    contactByPost: (service: string): string => `Écrivez-lui\u00a0: ${service}.`,
    decision: (day: string, law: string): string =>
      `Le rectorat a décidé, le ${day}, de votre demande d'aménagements d'épreuves (${law}).`,
    replaces: (day: string): string => `Cette décision remplace celle du ${day}, qui ne vaut plus.`,
    advice: (day: string): string => `Le médecin désigné a donné son avis le ${day}.`,
    adviceTitle: 'Avis du médecin',
    favourable: 'favorable',
    unfavourable: 'défavorable',
    noAdvice: "L'avis d'un médecin n'a pas été demandé.",
    granted: 'Ce qui est accordé',
    nothingGranted: "Aucun aménagement n'est accordé.",
    percent: extraTimeInWords,
    asGranted: 'Accordé',
    refused: 'Ce qui est refusé, et pourquoi',
    reasons: 'Motifs',
    ground: 'Fondement',
    notifiedTitle: 'Quand cette décision compte',
    who: "Aucun calcul n'a pris part à cette décision. Vos documents de santé ne sont lus que par ce service et par le médecin.",
  },
  invitation: {
    intro: (since: string, until: string): string =>
      `Des pièces qui comptent pour la validation de votre inscription ne nous sont pas parvenues, ou ont été refusées. Leur délai est passé ${since}. Le rectorat vous invite à régulariser votre dossier ${until} (code des relations entre le public et l'administration, articles L114-5 et L114-6).`,
    reopened:
      'Ces pièces peuvent de nouveau être données jusque-là, et elles seules. Si la confirmation signée en est, vous pouvez la signer et la donner jusque-là.',
    leftTitle: 'Ce que vous devez faire',
    observationsTitle: 'Vous pouvez présenter vos observations',
    observations: [
      `Jusqu'à cette date, vous pouvez dire ce que vous voulez faire valoir. Écrivez-le ${onLine('sur la page «\u00a0Mes observations\u00a0» de votre inscription ou ')}par courrier à votre gestionnaire. Pour le dire de vive voix, demandez-le-lui, par écrit ou par téléphone. Vous pouvez vous faire assister ou représenter par la personne de votre choix (articles L121-1 et L122-1).`,
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
  leftAgain: 'Il vous reste à faire\u00a0:',
  /** Of what an officer typed in the candidate's name. */
  typed: {
    first: "C'est votre première inscription à cette session.",
    changes: (labels: string): string => (labels === '' ? '' : `Réponses qui changent\u00a0: ${labels}.`),
  },
  /** Of what a minor's representative is told too (decision 078). */
  minor: {
    too: (representative: string | null): string =>
      `Vous n'avez pas 18\u00a0ans\u00a0: la lettre est adressée aussi à votre représentant légal${representative === null ? '' : `, ${representative}`}.`,
    envelope: (representative: string | null): string =>
      representative === null ? 'et à son représentant légal' : `et ${representative}, représentant légal`,
  },
} as const;
