import type { ActName } from '../pieces/index.ts';
import { listing, plural } from '../ui/index.ts';

const ACTS: Readonly<Record<ActName, string>> = {
  registered: 'votre dossier est enregistré',
  signed: 'votre confirmation est signée',
  given: 'vos pièces sont déposées',
  checked: 'vos pièces sont conformes',
};
const TO_COME: Readonly<Record<ActName, string>> = {
  registered: 'votre dossier sera enregistré',
  signed: 'votre confirmation sera signée',
  given: 'vos pièces seront déposées',
  checked: 'vos pièces seront conformes',
};

/** What is still needed, in the order of the acts; the pieces are named once. */
function actsLeft(left: readonly ActName[]): string {
  const both = left.includes('given') && left.includes('checked');
  const alone = both ? left.filter((name) => name !== 'given' && name !== 'checked') : left;
  return listing([...alone.map((name) => TO_COME[name]), ...(both ? ['vos pièces seront déposées et conformes'] : [])]);
}

export const texts = {
  /** Two sessions of one name, told apart. */
  session: (label: string, demonstration: boolean): string => `${label}${demonstration ? ' (démonstration)' : ''}`,
  list: {
    title: 'Mes inscriptions',
    none: "Vous n'avez pas encore d'inscription",
    noneText: "Votre compte est prêt. Il vous reste à vous inscrire à l'examen\u00a0: comptez vingt-cinq minutes.",
    begin: 'Commencer une inscription',
    draft: 'Brouillon, pas encore enregistré',
    draftClosed: 'Brouillon jamais enregistré',
    lateWrite: 'Le délai est passé, écrivez à votre gestionnaire',
    saved: (when: string): string => `Dernier enregistrement\u00a0: ${when}`,
    decided: {
      undone: 'Validation annulée par une décision',
      leftOut: (count: number): string =>
        count < 2 ? "Une décision vous laisse hors d'une unité" : `Une décision vous laisse hors de ${count} unités`,
    },
    /** Whose turn it is, of an enrolment that lives. */
    turns: {
      register: 'À enregistrer',
      'finish-change': 'Une modification à terminer',
      correct: (count: number): string => (count < 2 ? 'Une pièce à corriger' : `${count} pièces à corriger`),
      sign: 'Une confirmation à signer',
      give: (count: number): string => (count < 2 ? 'Une pièce à donner' : `${count} pièces à donner`),
      'hand-over': 'Vos pièces sont à remettre',
      late: 'Délai passé',
      reserve: "Sous réserve, à l'examen",
      office: 'En contrôle au rectorat',
    },
    statuses: {
      validated: 'Validée',
      withdrawn: 'Retirée',
      'set-aside': 'Écartée',
      cancelled: 'Annulée',
      abandoned: 'Abandonnée',
    },
  },
  begin: {
    title: 'Nouvelle inscription',
    question: 'À quel examen vous inscrivez-vous\u00a0?',
    none: "Aucune inscription n'est ouverte en ce moment.",
    session: (diploma: string, session: string): string => `${diploma}, ${session}`,
    opens: (session: string, when: string): string => `${session}\u00a0: ouverture le ${when}.`,
    closed: (session: string, since: string): string => `${session}\u00a0: close ${since}.`,
    until: (when: string, distance: string): string => `Jusqu'au ${when}, ${distance}.`,
    start: 'Démarrer mon inscription',
    toTry: 'Celle-ci sert à essayer le service\u00a0: elle ne mène à aucun examen.',
    already: 'Vous avez déjà une inscription à cette session.',
    continueIt: 'Continuer',
    need: 'Vous allez avoir besoin de\u00a0:',
    needs: [
      "votre pièce d'identité",
      "vos relevés de notes si vous avez déjà présenté l'examen",
      'vos diplômes',
      'les dates de vos emplois',
    ],
    pauses: 'Chaque étape est enregistrée\u00a0: vous pouvez vous arrêter et reprendre plus tard.',
  },
  hub: {
    numbered: 'Inscription',
    state: (state: string): string => `\u00a0: ${state.charAt(0).toLowerCase()}${state.slice(1)}`,
    which: (name: string, form: string): string => `${name}, ${form}`,
    when: (left: readonly ActName[]): string => `Votre inscription sera définitive quand ${actsLeft(left)}.`,
    toDo: 'À faire',
    may: 'Ce que vous pouvez faire',
    registerBefore: (before: string): string => `à enregistrer ${before}`,
    byPost: (until: string): string => `par la poste, ${until}`,
    office: {
      title: 'Au rectorat',
      reserve: 'Votre situation est examinée, votre inscription est sous réserve',
      sheet: 'Votre confirmation signée est déposée\u00a0; le rectorat la vérifie',
      check: (count: number): string => plural(count, 'pièce à contrôler', 'pièces à contrôler'),
      validate: 'Contrôle de votre dossier',
    },
    toHandOver: (groups: string): string =>
      `il reste à cliquer sur «\u00a0J'ai fourni toutes mes pièces\u00a0» (${groups})`,
    handOverSome: (groups: string): string => `${groups}\u00a0: déposé, pas encore remis`,
    /** Of a piece that asks nothing more of the candidate. */
    standings: {
      given: 'déposée',
      'with-office': 'remise, à contrôler par le rectorat',
      'being-read': 'reçue, en cours de lecture',
      compliant: 'conforme',
      exempted: 'dispensée',
      'waits-for-waiver': 'une dispense est demandée',
    },
    done: (count: number): string => `Ce qui est fait (${count})`,
    toChoose: 'spécialité à choisir',
    validated: 'Votre inscription est définitive.',
    validatedText: 'La confirmation est signée et les pièces sont conformes.',
    acts: ACTS,
    byOffice: 'par le rectorat',
    nothingToDo: "vous n'avez rien à faire",
    byOfficeAlone: "par le rectorat, vous n'avez rien à faire",
    version: (version: number): string => `version ${version}`,
    form: (form: string): string => `forme ${form.toLowerCase()}`,
    deadline: (when: string, distance: string, what: string): string =>
      `Prochaine échéance\u00a0: ${when}, ${distance} (${what}).`,
    next: 'Prochaine étape',
    actions: {
      register: (step: string): string => `Continuer\u00a0: ${step}`,
      'finish-change': 'Terminer ma modification',
      correct: (piece: string): string => `Corriger\u00a0: ${piece}`,
      sign: 'Signer ma confirmation',
      give: (missing: number): string =>
        `Déposer ${missing < 2 ? 'ma pièce manquante' : `mes ${missing} pièces manquantes`}`,
      'hand-over': "Dire que j'ai fourni toutes mes pièces",
      'hand-over-some': "Remettre ce que j'ai déposé",
      write: 'Écrire à mon gestionnaire',
      later: (piece: string): string => `Déposer\u00a0: ${piece}`,
    },
    lateTitle: 'Le délai est passé',
    late: (pieces: string): string =>
      `Il manque encore\u00a0: ${pieces}. Le dépôt est clos. Écrivez tout de suite à votre gestionnaire.`,
    nothing: "Vous n'avez rien à faire pour l'instant. Un mail vous préviendra.",
    pieces: 'Mes justificatifs',
    seePieces: 'Voir mes justificatifs',
    excused: (count: number): string =>
      `Une dispense vous est accordée\u00a0: ${count < 2 ? "une pièce n'est plus à donner" : `${count} pièces ne sont plus à donner`}.`,
    laterTitle: 'À donner plus tard',
    laterOf: (given: number, asked: number): string => `${given} sur ${asked}`,
    giveAgain: (until: string): string => `à déposer de nouveau ${until}`,
    sendAgain: (until: string): string => `à envoyer de nouveau par la poste ${until}`,
    documents: 'Mes documents',
    seeDocuments: 'Voir mes documents',
    documentsText: (unread: number): string =>
      unread === 0 ? 'Aucun nouveau document.' : `${plural(unread, 'nouveau document', 'nouveaux documents')}.`,
    confirmation: "Ma confirmation d'inscription",
    change: 'Modifier mon inscription',
    changeText: (when: string): string => `Possible jusqu'au ${when}. La confirmation devra être signée de nouveau.`,
    changeClosed: (since: string): string => `Les modifications ne sont plus possibles ${since}.`,
    withdraw: 'Retirer mon inscription',
    withdrawDraft: 'Abandonner ce brouillon',
    journal: "Ce qui s'est passé",
    more: 'Tout ce qui concerne cette inscription',
    ended: {
      withdrawn: (when: string): string => `Vous avez retiré cette inscription le ${when}. Elle ne compte plus.`,
      'set-aside': (when: string): string =>
        `Le rectorat a écarté cette inscription le ${when}. Votre gestionnaire vous dira pourquoi.`,
      cancelled: (when: string): string =>
        `Cette inscription a été annulée le ${when}. La décision dit ses motifs. Elle vous est notifiée par lettre, ou en ligne si vous l'avez accepté.`,
      /** Cancelled, and not notified yet (L221-8). */
      notBinding:
        'Elle ne vaut contre vous que du jour où elle vous est notifiée. Si ce qui manquait est prêt, écrivez à votre gestionnaire\u00a0: le rectorat peut rétablir votre inscription, et vous donne alors le temps de le remettre.',
      abandoned: (when: string): string => `Vous avez abandonné ce brouillon le ${when}.`,
    },
    draftClosedTitle: 'Écrivez à votre gestionnaire',
    draftClosed: (when: string): string =>
      `Les inscriptions sont closes depuis le ${when} et ce brouillon n'a pas été enregistré\u00a0: vous n'êtes pas inscrit. Vos réponses restent conservées. Écrivez ou téléphonez sans attendre.`,
    contacts: 'À qui écrire ou téléphoner',
    notOpen: (when: string): string => `Les inscriptions ouvrent le ${when}.`,
  },
  flash: {
    enregistre: (number: string, version: number): string =>
      version === 1
        ? `Votre inscription est enregistrée. Votre numéro\u00a0: ${number}.`
        : `Vos modifications sont enregistrées (version ${version}). Signez la nouvelle confirmation.`,
    'enregistre-sans-signer':
      "Votre réponse est enregistrée. Votre confirmation d'inscription reste la bonne\u00a0: cette réponse n'y figure pas.",
    inchange: "Rien n'a changé\u00a0: la version enregistrée reste la bonne.",
    'pas-maintenant': 'Les réponses de cette inscription ne peuvent pas être modifiées en ce moment.',
    retire: 'Votre inscription est retirée. Un mail vous le confirme.',
    abandonne: 'Le brouillon est abandonné.',
    'compte-active': 'Votre compte est activé.',
  },
  chrome: {
    exam: (diploma: string, session: string): string => `${diploma}, ${session}`,
    enrolments: 'Mes inscriptions',
    documents: 'Mes documents',
    messages: 'Mes messages',
    unread: 'non lus',
    account: 'Mon compte',
    officer: (code: string): string => `Gestionnaire ${code}`,
  },
} as const;
