import { endOf } from '../../hearings/index.ts';
import { upTo } from '../../scope/index.ts';
import { endInWords, instantInWords, listing, plural, shortDay, shortEnd, shortInstant } from '../../ui/index.ts';
import type { Cancellation, CancellationState } from '../cancellation.ts';
import type { CaseState, GrantedTime, Regularisation } from '../closing.ts';
import { ANNULMENT } from '../decisions.ts';
import type { InvitationRefusal } from '../lot.ts';
import type { Refusal } from '../refusals.ts';
import type { ClosingList } from '../rules/closingSearch.ts';

const states: Readonly<Record<CaseState, string>> = {
  'to-invite': 'À inviter',
  apart: 'À part\u00a0: envoi commencé à temps',
  invited: 'Invité à régulariser',
  expired: 'Invitation passée, toujours incomplet',
};

const cancellationStates: Readonly<Record<CancellationState, string>> = {
  proposed: 'Annulation proposée',
  dropped: 'Proposition abandonnée',
  approved: 'Annulation approuvée, pas encore faite',
  undone: 'Décision retirée avant de prendre effet',
  void: "Sans effet\u00a0: plus rien ne manquait, ou l'inscription avait déjà pris fin",
  done: 'Inscription annulée',
  reversed: 'Inscription rétablie',
};

/** The words of *Clôture*, for the office. */
export const closingTexts = {
  title: 'Clôture',
  letters: 'Courriers recommandés',
  ahead: (closing: Temporal.Instant): string =>
    `Voici qui serait incomplet à la clôture, le ${endInWords(closing)}, si plus rien n'était donné.`,
  grace: (until: Temporal.Instant): string =>
    `Les inscriptions viennent de se clore. Un dépôt commencé avant peut encore arriver jusqu'au ${instantInWords(until)}\u00a0: cette liste n'est pas définitive, et personne n'est invité à régulariser avant.`,
  closed:
    "Ces dossiers n'ont pas tout ce qui compte pour la validation, et leur délai est passé. Ce qui a été donné à temps et n'est pas encore contrôlé n'y figure pas, ni ce qu'un candidat peut encore corriger.",
  session: 'Session',
  everySession: 'La dernière close',
  show: 'Afficher',
  count: (count: number): string => plural(count, 'dossier', 'dossiers'),
  list: 'Dossiers incomplets',
  columns: [
    { label: 'Numéro', narrow: true },
    'Nom',
    'Ce qui manque',
    'Où en est le dossier',
    { label: 'Relances', narrow: true },
    'Observations',
  ],
  lists: {
    label: 'Listes de la clôture',
    all: 'Tous',
    apart: 'À regarder',
    'to-invite': 'À inviter',
    invited: 'Invités',
    expired: 'À annuler',
    proposed: 'Proposées',
    cancelled: 'Approuvées et annulées',
  } satisfies Record<ClosingList | 'all' | 'label', string>,
  listed: (name: string, count: number): string => `${name} (${upTo(count)})`,
  wrote: { label: 'Observations', every: 'Observations ou non', yes: 'Avec observations', no: 'Sans observations' },
  begin: 'Commencer par le premier',
  emptyList: 'Aucun dossier dans cette liste',
  emptyListText: 'Choisissez une autre liste, ou moins de filtres.',
  filters: 'Filtrer la liste',
  choose: (number: string): string => `Choisir ${number}`,
  empty: 'Aucun dossier incomplet',
  emptyText: "Tout ce qui compte pour la validation est donné, ou peut encore l'être.",
  states,
  /** Before the closing nobody is to be invited yet, which the page says once. */
  state: (
    {
      state,
      invitation,
      annulment = null,
    }: {
      readonly state: CaseState;
      readonly invitation: Regularisation | null;
      readonly annulment?: CancellationState | null;
    },
    isClosed: boolean,
  ): string =>
    annulment !== null
      ? cancellationStates[annulment]
      : state === 'invited' && invitation !== null
        ? `${states.invited}, ${untilOf(invitation, shortEnd)}`
        : state === 'to-invite' && !isClosed
          ? ''
          : states[state],
  reminders: (sent: number, opened: number): string =>
    sent === 0 ? '' : `${plural(opened, 'ouverte', 'ouvertes')} sur ${sent}`,
  observations: (count: number): string => (count === 0 ? 'Aucune' : plural(count, 'texte', 'textes')),
  batch: {
    work: 'Invitations à régulariser',
    title: 'Inviter à régulariser',
    text: "Chaque candidat choisi apprend par un document, et par mail ou par courrier, ce qui manque et jusqu'à quand le donner\u00a0; ces pièces, et la signature si elle manque, peuvent de nouveau être déposées jusque-là. Il peut présenter ses observations.",
    preview: "Voir avant d'envoyer",
    none: 'Choisissez au moins un dossier.',
    tooMany: (most: number): string =>
      `Choisissez ${most} dossiers au plus à la fois\u00a0: une spécialité, une pièce, puis l'autre.`,
    all: (count: number, most: number): string =>
      count > most
        ? `Choisir les ${most} premiers à inviter de cette liste, dans l'ordre des noms`
        : `Choisir les ${count} dossiers de cette liste, sur toutes ses pages`,
    previewTitle: "Avant d'envoyer",
    will: (count: number, until: Temporal.Instant): string =>
      `${plural(count, 'candidat sera invité', 'candidats seront invités')} à régulariser jusqu'au ${endInWords(until)}.`,
    nobody: 'Aucun de ces dossiers ne peut être invité maintenant.',
    wont: 'Ce qui ne sera pas fait, et pourquoi',
    /** How many are left out, by what most often stands in the way. */
    leftOut: (codes: readonly Refusal['code'][]): string => {
      const of = (code: Refusal['code']): number => codes.filter((one) => one === code).length;
      const [invited, standing] = [of('already-invited'), of('decided-already')];
      const others = codes.length - invited - standing;
      const whys = [
        ...(invited === 0 ? [] : [plural(invited, 'déjà invité', 'déjà invités')]),
        ...(standing === 0 ? [] : [`${standing} dont une annulation est proposée ou décidée`]),
        ...(others === 0 ? [] : [`${others} pour une autre raison`]),
      ];
      return `${plural(codes.length, 'dossier laissé', 'dossiers laissés')} de côté\u00a0: ${listing(whys)}. Chacun est plus bas, avec sa raison.`;
    },
    submit: 'Envoyer les invitations',
    back: 'Revenir à la liste',
    doneTitle: 'Invitations envoyées',
    done: (count: number): string =>
      count === 0
        ? "Aucune invitation n'est partie."
        : `${plural(count, 'candidat est invité', 'candidats sont invités')} à régulariser.`,
    wasnt: "Ce qui n'a pas été fait, et pourquoi",
    why: {
      'not-found': "Ce dossier n'est plus des vôtres.",
      ended: 'Cette inscription a pris fin.',
      'not-closed': 'Son délai court encore.',
      'in-grace': "Un dépôt commencé avant l'échéance pouvait encore arriver.",
      'nothing-missing': 'Plus rien ne manquait, ou son délai courait de nouveau.',
      'begun-in-time': "Un envoi commencé à temps n'a pas pu être pris\u00a0: le dossier reste à part.",
      'being-read': 'Un fichier était reçu et pas encore lu\u00a0: recommencez dans quelques minutes.',
      'already-invited': 'Ce candidat était déjà invité.',
      'no-time-left': 'La dernière date de correction de la session est passée.',
      'decided-already': 'Une annulation est proposée ou décidée.',
    } satisfies Record<InvitationRefusal, string>,
    whom: 'Qui sera invité',
    were: 'Qui est invité',
    missing: 'Ce qui manque',
    left: (count: number): string =>
      `${plural(count, 'candidat reste', 'candidats restent')} à inviter\u00a0: le temps d'une page était écoulé. Rien n'est perdu, continuez.`,
    goOn: (count: number): string => `Inviter ${count === 1 ? 'le dernier' : `les ${count} autres`}`,
  },
  cancellation: {
    title: 'Annulation',
    notBinding:
      "Elle n'est pas opposable au candidat avant d'être notifiée (CRPA L221-8)\u00a0: s'il vous écrit ou vous remet d'ici là ce qui manquait, regardez s'il faut rétablir l'inscription. Rétablie, elle laisse de nouveaux jours pour le donner.",
    list: 'Annulations en cours ou faites',
    listColumns: ['Numéro', 'Nom', 'Où elle en est'],
    states: cancellationStates,
    told: (one: Cancellation, approver: string | null): string =>
      [
        `${cancellationStates[one.state]}.`,
        `Motifs\u00a0: ${one.words}`,
        `Fondement\u00a0: ${one.ground}`,
        ...(approver === null ? [] : [`Approuvée par ${approver}.`]),
        ...(one.state === 'approved' && one.takesEffectAt !== null
          ? [`Elle prend effet le ${instantInWords(one.takesEffectAt)}\u00a0; rien n'est dit au candidat avant.`]
          : []),
        ...(one.reference === null
          ? []
          : [
              `${one.reference}, ${one.openedAt === null ? 'pas ouverte' : `ouverte le ${shortInstant(one.openedAt)}`}.`,
            ]),
        ...(one.note === null ? [] : [`Rétablie\u00a0: ${one.note}`]),
      ].join('\n'),
    waitsForAnother:
      "Une autre personne, qui dirige le bureau, doit l'approuver. Jusque-là rien n'est décidé, et le candidat n'en est pas averti.",
    propose: {
      text: "Rien n'est décidé avant qu'une autre personne l'approuve.",
      words: 'Motifs, tels que le candidat les lira',
      hint: 'Les faits, et votre réponse aux observations.',
      missing: 'Écrivez les motifs',
      ground: 'Fondement',
      groundHint: 'Ce qui rend ces pièces obligatoires.',
      groundMissing: 'Indiquez le texte sur lequel la décision se fonde',
      sure: "J'ai lu ce dossier, les relances et les observations",
      sureMissing: "Cochez la case\u00a0: annuler une inscription est la décision d'une personne qui a lu le dossier",
      submit: "Proposer l'annulation",
      next: 'Proposer et passer au suivant',
    },
    approve: {
      text: `Si vous approuvez, l'annulation prend effet ${ANNULMENT.effect}. Jusque-là, chacun de vous deux peut revenir dessus, et le candidat n'en sait rien.`,
      submit: "Approuver l'annulation",
    },
    drop: { text: "Elle n'ira pas plus loin\u00a0; le candidat n'en sait rien.", submit: 'Abandonner la proposition' },
    undo: {
      text: "L'inscription reste ce qu'elle est\u00a0; le candidat n'en sait rien.",
      submit: 'Revenir sur la décision',
    },
    reverse: {
      text: "L'inscription reprend là où elle était. Le candidat en est prévenu, avec ce que vous écrivez.",
      words: 'Ce que le candidat lira',
      hint: 'Par exemple\u00a0: votre recours est fondé, la pièce était bien parvenue.',
      missing: 'Écrivez au candidat pourquoi son inscription est rétablie',
      submit: "Rétablir l'inscription",
    },
  },
  file: {
    /** Why nobody can be invited yet, to who only looks. */
    notYet: (why: { readonly code: 'in-grace'; readonly until: Temporal.Instant } | { readonly code: 'being-read' }) =>
      why.code === 'in-grace'
        ? `Un dépôt commencé avant l'échéance peut encore arriver jusqu'au ${instantInWords(why.until)}\u00a0: personne n'est invité à régulariser avant.`
        : 'Un fichier de ce candidat est reçu et pas encore lu\u00a0: rien ne lui est reproché avant. Rechargez la page dans quelques minutes.',
    title: 'Clôture de ce dossier',
    unknownAct:
      "Cette demande n'a pas été comprise\u00a0: choisissez l'un des boutons de cette page. Rien n'a été enregistré.",
    back: 'Clôture',
    open: 'Voir le dossier',
    reminders: 'Relances de ce dossier, avec leur preuve',
    nothing:
      "Rien n'est retenu contre ce dossier\u00a0: rien de ce qui compte pour la validation ne manque, ou son délai court encore.",
    ended: 'Cette inscription a pris fin.',
    evidence: 'Ce que dit le dossier',
    decision: 'Ce qui peut être décidé',
    missing: 'Ce qui manque',
    missingColumns: ['Pièce', 'Échéance de ce candidat', 'Ce que le bureau en a dit'],
    notHeld: (pieces: readonly string[]): string =>
      `Hors des motifs\u00a0: ${listing(pieces)}. Aucune invitation dont la date est passée ne ${pieces.length < 2 ? 'la nommait' : 'les nommait'}.`,
    apart: "Envois commencés à temps que le service n'a pas pu prendre",
    try: (piece: string, at: Temporal.Instant): string => `${piece}, le ${instantInWords(at)}`,
    apartText:
      "Ce n'est pas la faute du candidat\u00a0: demandez-lui le fichier. Ces pièces ne peuvent pas être retenues contre lui.",
    refused: (comment: string | null): string => `Refusée\u00a0: ${comment ?? 'sans commentaire'}`,
    never: 'Jamais donnée',
    neverCame: 'Pas encore reçue\u00a0: un pli posté à temps peut être en chemin, le cachet de la poste fait foi',
    invitations: 'Invitations à régulariser',
    noInvitation: 'Aucune pour le moment.',
    invitation: (invitation: Regularisation, who: string): string =>
      `${invitation.reference}, par ${who}, ${untilOf(invitation, endInWords)}\u00a0: ${invitation.codes.join(', ')}. ${sentOf(invitation)}`,
    observations: 'Observations du candidat',
    noObservation: 'Aucune.',
    invite: 'Inviter à régulariser',
    inviteText:
      "Le candidat apprend par un document, et par mail ou par courrier, ce qui manque et jusqu'à quand le donner\u00a0; ces pièces, et la signature si elle manque, peuvent de nouveau être déposées jusque-là. Il peut présenter ses observations.",
    granted: 'Délai de plus pour ce candidat',
    grantedText:
      "Ce candidat seul peut donner ce qui manque encore, signature comprise, jusqu'à la fin du jour indiqué. Il en est prévenu, avec la raison.",
    grantedLine: ({ until, codes, reason }: GrantedTime): string =>
      `Jusqu'au ${endInWords(until)}\u00a0: ${codes.join(', ')}. ${reason}`,
    day: 'Dernier jour',
    dayMissing: 'Indiquez le dernier jour du délai',
    reason: 'La raison, telle que le candidat la lira',
    reasonHint:
      "Par exemple\u00a0: votre envoi du 1er décembre n'a pas pu être pris par le service. N'y mettez rien de la vie privée.",
    reasonMissing: 'Dites au candidat pourquoi ce délai lui est donné',
    grant: 'Donner ce délai',
    keys: [
      ['L', "Cocher ou décocher «\u00a0J'ai lu ce dossier\u00a0», une fois les motifs sous les yeux"],
      ['P', 'Proposer et passer au suivant'],
      ['E', 'Écrire les motifs'],
    ] as const,
    keysNote: "Elles n'agissent pas pendant que vous écrivez. Échap quitte les motifs.",
  },
} as const;

/** By the post, its time runs from the day when its letter is handed over. */
function untilOf(invitation: Regularisation, inWords: (end: Temporal.Instant) => string): string {
  const end = endOf(invitation);
  return end === null ? "à compter de la remise de sa lettre, qui n'est pas notée" : `jusqu'au ${inWords(end)}`;
}

function sentOf({ openedAt, letter }: Regularisation): string {
  if (openedAt !== null) return `Ouverte le ${shortInstant(openedAt)}.`;
  if (letter === null) return 'Pas ouverte dans «\u00a0Mes documents\u00a0».';
  if (letter.reachedOn !== null) return `Remise ou présentée le ${shortDay(letter.reachedOn)}.`;
  return letter.postedOn === null ? 'Pas encore postée.' : `Postée le ${shortDay(letter.postedOn)}.`;
}
