import type { Shut } from '../pieces/index.ts';
import type { RefusalKind } from '../platform/http/refusals.ts';
import {
  dayAndHour,
  dayAndMonth,
  exactInstant,
  instantInWords,
  listing,
  NBSP,
  plural,
  quoted,
  shortDay,
  shortInstant,
  wholeNumber,
} from '../ui/index.ts';
import type { CorrectionReason } from './actions/correctCivilStatus.ts';
import { lettersTexts } from './closing/lettersTexts.ts';
import { handOverTexts } from './desk/handOverTexts.ts';
import { severalTexts } from './desk/severalTexts.ts';
import { takeBackTexts } from './desk/takeBackTexts.ts';
import { publicationOfficeTexts } from './documents/publicationsTexts.ts';
import { doublesTexts } from './doubles/doublesTexts.ts';
import { addressTexts } from './file/addressTexts.ts';
import { notesTexts } from './file/notesTexts.ts';
import { onBehalfTexts } from './file/onBehalfTexts.ts';
import { unitsTexts } from './file/unitsTexts.ts';
import type { FileState, QueueState } from './office.ts';
import { MOST_COUNTED, MOST_UNREACHED } from './rules/counts.ts';
import type { Deadline } from './rules/nearestDeadline.ts';
import type { StaffDenial } from './rules/staffRights.ts';
import { paperTexts } from './typing/paperTexts.ts';
import { typingTexts } from './typing/typingTexts.ts';

const months = (count: number): string => plural(count, 'mois', 'mois');
/** `plus de 10 000`: above what is counted. */
const upTo = (count: number): string =>
  count > MOST_COUNTED ? `plus de ${wholeNumber(MOST_COUNTED)}` : wholeNumber(count);
const counted = (count: number, one: string, many: string): string =>
  count > MOST_COUNTED ? `${upTo(count)}${NBSP}${many}` : plural(count, one, many);
const pieces = (count: number): string => counted(count, 'pièce', 'pièces');

/** Why a file can't be opened, for each reason. */
type ShutTexts = { readonly [Code in Shut['code']]: (shut: Extract<Shut, { code: Code }>) => string };

const REFUSED: Readonly<Record<RefusalKind, string>> = {
  'not-theirs': "Page d'autrui, ou qui n'existe pas",
  forged: "Formulaire qui n'est pas le nôtre, ou périmé",
  'too-many': "Trop d'essais",
};
const SHOWN = 5;
const shownSome = (names: readonly string[]): string =>
  names.length <= SHOWN ? listing(names) : listing([...names.slice(0, SHOWN), `${names.length - SHOWN} autres`]);

export const texts = {
  navigation: {
    queue: 'Corbeille',
    accommodations: 'Aménagements',
    requests: 'à traiter',
    figure: upTo,
    toCheck: 'à contrôler',
    toReview: 'à relire',
    files: 'Dossiers',
    messages: 'Messages',
    withoutAnswer: 'sans réponse',
    reminders: 'Relances',
    exports: 'Exports',
    closing: 'Clôture',
    marks: 'Notes',
    juries: 'Jurys',
    publication: 'Résultats',
    exam: 'Examen',
    rules: 'Règles',
    staff: 'Personnel',
    journal: 'Journal',
    home: 'Accueil',
    account: 'Mon compte',
  },
  home: {
    title: 'Ce qui attend',
    scope: (portfolios: readonly string[] | null): string =>
      portfolios === null
        ? "Toute l'académie"
        : portfolios.length === 0
          ? 'Aucun groupe de spécialités'
          : `${portfolios.length < 2 ? 'Groupe' : 'Groupes'} ${listing(portfolios)}`,
    figure: upTo,
    start: 'Commencer',
    nothing: 'Rien à contrôler',
    nothingText: "Aucune pièce remise n'attend. Les prochaines arriveront ici.",
    pieces: 'Les pièces',
    documents: 'Les documents',
    files: 'Les inscriptions',
    toCheck: 'À contrôler',
    toCheckDetail: 'remises par le candidat',
    corrected: 'Corrigées depuis un refus',
    notHandedOver: "Déposées sans «\u00a0J'ai fourni toutes mes pièces\u00a0»",
    notHandedOverDetail: "le candidat n'a pas dit qu'elles peuvent être contrôlées",
    fileStates: {
      'under-reserve': 'Sous réserve, à examiner',
      'to-sign': 'Enregistrées, à signer',
      signed: 'Signées, à valider',
      validated: 'Validées',
    },
    deadline: ({ kind, session, group, at }: Deadline, distance: string): string => {
      const what = {
        closing: 'clôture des inscriptions',
        pieces: `dépôt des pièces ${quoted(group ?? '')}`,
        corrections: 'fin des corrections',
      }[kind];
      return `Prochaine échéance (${session.label})\u00a0: ${what}, le ${instantInWords(at)}, ${distance}.`;
    },
    noDeadline: "Toutes les échéances des sessions de l'académie sont passées.",
    yours: {
      accommodation: {
        title: "Aménagements d'épreuves",
        text: "Vous examinez ici les demandes d'aménagement et les documents de santé qui peuvent dispenser d'une pièce. Personne d'autre que votre service ne les lit.",
        requests: 'Demandes à traiter',
        requestsDetail: 'Qui attend depuis le plus longtemps vient en premier',
      },
      jury: {
        title: 'Notes et jury',
        text: 'Vous saisissez les notes des lots qui vous sont attribués, après les épreuves.',
        marks: 'Voir mes lots de notes',
      },
      admin: {
        title: 'Administration',
        text: "Vous configurez l'académie\u00a0: qui travaille ici, avec quelle fonction. Les dossiers des candidats sont réservés aux gestionnaires.",
      },
    },
    unreached: (count: number): string =>
      `${count > MOST_UNREACHED ? `Plus de ${plural(MOST_UNREACHED, '', 'candidats ne reçoivent')}` : plural(count, 'candidat ne reçoit', 'candidats ne reçoivent')} plus nos courriers\u00a0: ${count === 1 ? 'sa' : 'leur'} messagerie les refuse.`,
    seeUnreached: 'Voir qui appeler',
    staff: 'Gérer le personnel',
    journal: 'Lire le journal',
    troublesTitle: 'Une panne à signaler',
    damaged: (receipts: readonly string[]): string =>
      `${plural(receipts.length, "fichier déposé n'est plus lisible ou a changé", 'fichiers déposés ne sont plus lisibles ou ont changé')} depuis le dépôt (reçu ${shownSome(receipts)}). Prévenez le service informatique, qui peut les reprendre d'une sauvegarde. Ne refusez aucune pièce pour cela.`,
    damagedPapers: (references: readonly string[]): string =>
      `${plural(references.length, "document émis n'est plus lisible ou a changé", 'documents émis ne sont plus lisibles ou ont changé')} depuis l'émission (${shownSome(references)}). Prévenez le service informatique, qui peut les reprendre d'une sauvegarde.`,
    damagedProofs: (numbers: readonly string[]): string =>
      `${plural(numbers.length, "lettre d'après laquelle vous avez saisi n'est plus lisible ou a changé", "lettres d'après lesquelles vous avez saisi ne sont plus lisibles ou ont changé")} (${numbers.length < 2 ? 'dossier' : 'dossiers'} ${shownSome(numbers)}). Si vous avez le papier, joignez-le de nouveau à la page «\u00a0Saisir pour le candidat\u00a0» du dossier.`,
    troubles: {
      'files-unwritable': (since: string): string =>
        `Le stockage des fichiers refuse d'écrire depuis le ${since}. Les candidats ne peuvent rien déposer\u00a0: prévenez sans attendre le service informatique. Ce qui était déposé reste lisible.`,
      'antivirus-away': (since: string): string =>
        `Le contrôle antivirus ne répond pas depuis le ${since}. Les candidats déposent comme d'habitude, mais les nouveaux fichiers ne s'ouvriront qu'une fois contrôlés\u00a0: prévenez le service informatique.`,
    },
  },
  queue: {
    title: 'Corbeille',
    order:
      "Une ligne par candidat, à la place de sa pièce la plus urgente. Les pièces remises par le candidat viennent d'abord, puis les autres\u00a0; dans chaque groupe, la plus urgente en tête\u00a0: échéance proche, pièce qui bloque la validation (compte double), attente longue.",
    orderConfidential:
      "Les documents de santé remis par le candidat viennent d'abord, puis les autres\u00a0; dans chaque groupe, le plus urgent en tête\u00a0: échéance proche, attente longue.",
    count: pieces,
    start: 'Commencer',
    filters: 'Filtrer la corbeille',
    state: 'État',
    states: {
      all: 'État\u00a0: tous',
      'handed-over': 'Remises par le candidat',
      corrected: 'Corrigées depuis un refus',
      'not-handed-over': 'Déposées, pas encore remises',
      received: 'Marquées «\u00a0Reçue\u00a0»',
      'by-post': 'Attendues par la poste',
    } satisfies Record<QueueState, string>,
    speciality: 'Spécialité',
    everySpeciality: 'Spécialité\u00a0: toutes',
    piece: 'Pièce',
    everyPiece: 'Pièce\u00a0: toutes',
    session: 'Session',
    everySession: 'Session\u00a0: toutes',
    filter: 'Filtrer',
    clear: 'Enlever les filtres',
    columns: {
      name: 'Candidat',
      number: 'Numéro',
      speciality: 'Spécialité',
      pieces: 'Pièces (en pointillé\u00a0: non remises)',
      waiting: 'Attente',
      due: 'Échéance',
    },
    waiting: (days: number): string => (days < 1 ? "aujourd'hui" : plural(days, 'jour', 'jours')),
    notYet: 'pas encore arrivée',
    marks: {
      notHandedOver: 'non remise',
      underReserve: 'sous réserve',
      corrected: 'corrigée',
      received: 'reçue',
      notBlocking: 'ne bloque pas',
    },
    past: 'passée',
    empty: 'La corbeille est vide',
    emptyText: "Aucune pièce de vos groupes n'attend. Les prochaines arriveront ici.",
    emptyConfidential: "Aucun document de santé n'attend. Les prochains arriveront ici.",
    emptyFiltered: 'Aucune pièce ne correspond à ces filtres',
    emptyFilteredText: 'Enlevez un filtre pour en voir davantage.',
  },
  review: {
    back: 'Corbeille',
    position: (position: number, total: number): string =>
      position > MOST_COUNTED
        ? `au-delà des ${wholeNumber(MOST_COUNTED)} premières`
        : `${wholeNumber(position)} sur ${upTo(total)}`,
    outside: (total: number): string =>
      total === 0
        ? "Cette pièce n'est pas dans la corbeille, qui est vide"
        : `Cette pièce n'est pas dans la corbeille (${pieces(total)})`,
    previous: 'Précédente',
    next: 'Suivante',
    file: 'Dossier complet',
    document: 'Document déposé',
    decision: 'Contrôle et décision',
    documentOf: (label: string, name: string, index: number, total: number): string =>
      total < 2 ? `${label}, ${name}` : `${label}, ${name}, fichier ${index} sur ${total}`,
    files: 'Fichiers de cette pièce',
    fileLine: (name: string, size: string, when: Temporal.Instant): string =>
      `${name} (${size}), ${shortInstant(when)}`,
    replaced: (count: number): string =>
      count < 2 ? 'Un fichier précédent, remplacé' : `${count} fichiers précédents, remplacés`,
    replacedMark: "Fichier remplacé\u00a0: ce n'est plus celui de la pièce.",
    noFile: "Aucun fichier n'a été déposé.",
    byPost: 'Pièce à envoyer par la poste\u00a0: elle se contrôle sur papier.',
    byPostExpected: "Elle n'est pas encore notée comme reçue.",
    deposited: (when: Temporal.Instant, receipt: string): string => `Déposé le ${exactInstant(when)}, reçu ${receipt}.`,
    notHandedOver: (changeable: boolean): string =>
      `Le candidat n'a pas cliqué sur «\u00a0J'ai fourni toutes mes pièces\u00a0»${changeable ? '\u00a0: il peut encore changer cette pièce' : ', et ne peut plus changer cette pièce\u00a0: vous pouvez la contrôler'}.`,
    corrected: 'corrigée',
    due: (when: Temporal.Instant, distance: string, blocking: boolean): string =>
      `Échéance\u00a0: ${dayAndHour(when)}, ${distance}${blocking ? '' : " (n'empêche pas la validation)"}.`,
    receivedOn: (day: Temporal.PlainDate): string => `Date de réception\u00a0: ${shortDay(day)}.`,
    mustProve: 'Ce que la pièce doit prouver',
    declared: 'Ce que le candidat a déclaré',
    unreadable:
      'Les réponses enregistrées ne peuvent plus être lues avec les règles en vigueur. Ouvrez le dossier complet.',
    reasons: 'Pourquoi elle est demandée',
    reasonsOffered: 'Pourquoi elle est proposée',
    waiver: {
      title: 'Document de santé',
      effect: (pieces: readonly string[]): string =>
        `«\u00a0Conforme\u00a0» dispense le candidat de ces pièces, si elles lui sont demandées\u00a0: ${listing(pieces)}. Toute autre décision les redemande.`,
      mail: 'Le mail au candidat ne nomme ni le document ni la décision\u00a0: il les lit, avec votre commentaire, dans ses justificatifs. Le gestionnaire ne voit ni le document ni le commentaire.',
    },
    facts: {
      person: 'Candidat',
      short: {
        'identification frenchNational': 'Nationalité française',
        'informations satAllTests': 'Toutes les épreuves passées',
        'informations twoYearsInCentre': 'Deux années en centre',
        'informations positioning': 'Décision de positionnement',
      } as Readonly<Record<string, string>>,
      age: 'Âge',
      years: (years: number, minor: boolean): string => `${plural(years, 'an', 'ans')}${minor ? ', mineur' : ''}`,
      months: 'Activité comptée',
      monthsCounted: (now: number, required: number): string => `${months(now)} (${months(required)} demandés)`,
      monthsAtExam: (now: number, atExam: number, required: number): string =>
        `${months(now)}, ${months(atExam)} à l'examen (${months(required)} demandés)`,
      hours: 'Heures de formation demandées',
      hoursCounted: (hours: number, printed: boolean): string =>
        `${plural(hours, 'heure', 'heures')}${printed ? " par l'arrêté, sans effet à elles seules (D337-101 depuis 2017)" : ''}`,
      annexes: 'R.408, annexes de la spécialité',
      number: 'Numéro',
      version: 'Dernière version enregistrée',
      versionAt: (version: number, when: Temporal.Instant | null): string =>
        when === null ? `version ${version}` : `version ${version}, le ${shortInstant(when)}`,
      givenFor: 'Fichier déposé pour la version',
      sameVersion: (version: number): string => `${version}, la dernière`,
      olderVersion: (versions: readonly number[], last: number): string =>
        `${listing(versions.map(String))}\u00a0: ce n'est pas la dernière (${last})`,
    },
    history: 'Décisions précédentes',
    noHistory: 'Aucune décision pour cette pièce.',
    decide: 'Votre décision',
    otherwise: "Si elle n'est pas conforme",
    onPaperOnly: "Aucun fichier n'a été déposé en ligne. Votre décision vaudra pour une pièce reçue sur papier.",
    unvalidate: 'Annuler la validation',
    unvalidateHint:
      "L'inscription est validée\u00a0: un refus annule sa validation. Le candidat apprendra par mail pourquoi, et comment contester.",
    canned: 'Motifs',
    cannedHint: 'Cochez ce qui ne va pas\u00a0: la phrase est envoyée au candidat.',
    cannedHintConfidential: 'Cochez ce qui ne va pas\u00a0: le candidat lit la phrase dans ses justificatifs.',
    comment: 'Commentaire pour le candidat',
    commentHint: 'Obligatoire pour «\u00a0Non conforme\u00a0». Ce qui ne va pas, et comment faire.',
    received: 'Date de réception',
    posted: 'Cachet de la poste',
    postedHint: "Pour un envoi par la poste\u00a0: c'est lui qui dit si l'envoi est à temps. Vide s'il est illisible.",
    returned: 'Renvoyée au candidat le',
    returnedHint: "Si le papier repart par la poste. Le candidat l'apprend avec le refus.",
    paperDays: {
      'received-before-posted':
        "La pièce ne peut pas être reçue avant d'être postée\u00a0: vérifiez le cachet de la poste et la date de réception.",
      'returned-before-received': "La pièce ne peut pas être renvoyée avant d'être reçue\u00a0: vérifiez ces dates.",
      'returned-not-refused':
        'Seule une pièce non conforme est renvoyée. Effacez cette date, ou choisissez «\u00a0Non conforme\u00a0» avec un motif.',
    },
    postmark: (day: Temporal.PlainDate, last: Temporal.PlainDate, standing: 'in-time' | 'late'): string =>
      standing === 'in-time'
        ? `Cachet de la poste du ${shortDay(day)}\u00a0: à temps (dernier jour\u00a0: ${shortDay(last)}).`
        : `Cachet de la poste du ${shortDay(day)}\u00a0: après le dernier jour, le ${shortDay(last)}. C'est à vous d'en décider.`,
    returnedOn: (day: Temporal.PlainDate): string => `Renvoyée au candidat le ${shortDay(day)}.`,
    receivedHint: "Pour un envoi sur papier. Vide\u00a0: la date déjà notée, sinon aujourd'hui.",
    decisions: { received: 'Reçue', compliant: 'Conforme', 'non-compliant': 'Non conforme' },
    shut: {
      'being-scanned': () =>
        'En cours de contrôle antivirus. Le fichier pourra être ouvert dès que ce contrôle sera fini.',
      infected: ({ finding }) =>
        `Fichier infecté\u00a0: ${finding}. Personne ne peut l'ouvrir. Le candidat en est averti par mail. S'il ne dépose pas un autre fichier, indiquez «\u00a0Non conforme\u00a0» et demandez-lui de déposer la pièce de nouveau.`,
      erased: ({ at }) =>
        `Fichier détruit le ${shortInstant(at)}, à la fin de sa durée de conservation. Son reçu et son empreinte sont gardés.`,
    } satisfies ShutTexts,
    notShown:
      "Ce fichier, déposé avant que les fichiers ne soient vérifiés, ne peut pas être montré sans risque. Indiquez «\u00a0Non conforme\u00a0» et demandez au candidat de l'imprimer en PDF, puis de le déposer de nouveau.",
    notShownNow: 'Ce fichier ne peut pas être montré pour le moment. Rechargez la page dans une minute.',
    fileGone: "Ce fichier n'est plus joint à cette pièce.",
    chooseDecision: 'Choisissez une décision\u00a0: Conforme, Non conforme ou Reçue.',
    commentUnused:
      'Vous avez écrit un commentaire, qui ne part que pour «\u00a0Non conforme\u00a0». Effacez-le, ou choisissez «\u00a0Non conforme\u00a0».',
    closed: {
      ended: 'Cette inscription a pris fin\u00a0: ses pièces ne se contrôlent plus.',
      notAsked: "Cette pièce n'est plus demandée pour cette inscription.",
      excused: "Une dispense est accordée pour cette pièce\u00a0: il n'y a rien à contrôler.",
    },
    conflictTitle: "Votre décision n'est pas enregistrée",
    conflict: (decision: string): string =>
      `Vous aviez choisi ${quoted(decision)}. Cette pièce a changé depuis que vous l'avez ouverte. Regardez-la de nouveau\u00a0: votre commentaire est gardé ci-dessous.`,
    meanwhileDecided: (decision: string, by: string, when: Temporal.Instant): string =>
      `${decision}, par ${by}, ${shortInstant(when)}`,
    meanwhileDeposited: (name: string, when: Temporal.Instant): string =>
      `Nouveau fichier, ${name}, ${shortInstant(when)}`,
    meanwhileOther: 'Le candidat a modifié son inscription ou remis ses pièces.',
    done: (decision: string, piece: string, name: string, number: string): string =>
      `${decision}\u00a0: ${piece}, ${name}, ${number}.`,
    last: "C'était la dernière pièce de cette liste.",
    returnTo: 'Revenir à cette pièce',
    changing: 'Le candidat est en train de modifier son inscription.',
    keys: {
      note: "Elles n'agissent pas pendant que vous écrivez. Échap quitte le commentaire.",
      list: [
        ['J', 'Pièce suivante'],
        ['K', 'Pièce précédente'],
        ['C', 'Conforme'],
        ['N', "Non conforme (va au commentaire s'il est vide)"],
        ['R', 'Reçue'],
        ['Z', takeBackTexts.button],
        ['1 à 9', 'Cocher un motif'],
        ['E', 'Écrire le commentaire'],
        ['+ et -', 'Agrandir, réduire le document'],
        ['T', "Tourner le document d'un quart de tour"],
        ['I', 'Renforcer le contraste du document'],
        ['?', 'Cette liste'],
      ] as const,
    },
  },
  files: {
    title: 'Dossiers',
    search: 'Numéro, nom, mail, téléphone ou naissance',
    example: '127, Lefèvre, nom@domaine.fr, 06 12 34 56 78 ou 30/05/1998',
    submit: 'Chercher',
    state: 'État',
    everyState: 'Tous les états',
    session: 'Session',
    everySession: 'Toutes les sessions',
    count: (count: number): string => counted(count, 'dossier', 'dossiers'),
    columns: {
      number: 'Numéro',
      name: 'Candidat',
      speciality: 'Spécialité',
      session: 'Session',
      state: 'État',
      missing: 'Pièces manquantes',
    },
    states: {
      'under-reserve': 'Sous réserve',
      'to-sign': 'Enregistrée, à signer',
      signed: 'Signée',
      validated: 'Validée',
      withdrawn: 'Retirée',
      'set-aside': 'Écartée',
      cancelled: 'Annulée',
    } satisfies Record<FileState, string>,
    none: 'aucune',
    approximate: (typed: string): string => `Aucun nom ne s'écrit exactement ${quoted(typed)}. Voici les noms proches.`,
    empty: 'Aucun dossier trouvé',
    emptyText:
      "Vérifiez l'orthographe, ou cherchez par numéro. Un dossier jamais enregistré, ou d'un autre groupe, ne se trouve pas ici.",
    emptyAll: "Aucun dossier pour l'instant",
    emptyAllText: 'Les inscriptions apparaissent ici dès leur premier enregistrement.',
    wrongNumber: "Ce numéro n'existe pas\u00a0: sa lettre finale ne correspond pas à ses chiffres. Relisez-le.",
    clear: 'Tout afficher',
  },
  unreached: {
    title: 'Courriers refusés',
    lead: "La messagerie de ces candidats a refusé notre dernier courrier pour de bon. Téléphonez-leur\u00a0: ils corrigent leur adresse à la page de leur compte. Ils quittent cette liste dès qu'un courrier leur parvient.",
    listTitle: 'Messageries qui refusent',
    empty: 'Tous nos courriers parviennent aux candidats',
    columns: { number: 'Numéro', name: 'Nom', address: 'Adresse mail', since: 'Refusés depuis le' },
    cut: (most: number): string => `Seuls les ${most} derniers sont montrés.`,
  },
  file: {
    back: 'Dossiers',
    unreached: {
      title: "Nos courriers n'arrivent plus",
      text: (since: Temporal.Instant): string =>
        `La messagerie de ce candidat refuse nos courriers depuis le ${shortInstant(since)}. Téléphonez-lui\u00a0: il corrige son adresse à la page de son compte.`,
    },
    version: (version: number): string => `version ${version}`,
    state: 'Où en est cette inscription',
    states: {
      'under-reserve':
        "Enregistrée sous réserve\u00a0: d'après les déclarations, une condition n'est pas remplie. Elle ne peut pas être validée avant la décision d'une personne.",
      'to-sign': "Enregistrée. La confirmation signée n'est pas encore arrivée pour cette version.",
      signed:
        'Enregistrée et signée. Elle sera validée quand toutes les pièces attendues à la clôture seront conformes.',
      validated: 'Validée\u00a0: elle est définitive.',
      withdrawn: 'Retirée par le candidat. Elle ne compte plus.',
      'set-aside': 'Écartée par le bureau. Elle ne compte plus.',
      cancelled: 'Annulée. Elle ne compte plus.',
    } satisfies Record<FileState, string>,
    since: (when: Temporal.Instant): string => `Depuis le ${shortInstant(when)}.`,
    changing:
      'Le candidat est en train de modifier son inscription\u00a0: ce qui suit est la dernière version enregistrée.',
    acts: {
      registered: 'Enregistrée',
      signed: 'Confirmation signée',
      given: 'Pièces données',
      checked: 'Pièces conformes',
      validated: 'Validée',
    },
    of: (done: number, total: number): string => `${done} sur ${total}`,
    contact: 'Joindre le candidat',
    representative: {
      title: 'Représentant légal',
      told: 'Le candidat est mineur\u00a0: son représentant reçoit copie de nos mails, et les lettres sont aussi à son nom.',
      noMail:
        "Le candidat est mineur\u00a0: les lettres sont aussi au nom de son représentant, qui n'a pas donné de mail. Téléphonez-lui ce qui presse.",
      none: 'Mineur, sans représentant légal connu',
      noneText:
        "Ce qui est dit à un mineur l'est aussi à qui répond de lui. Demandez au candidat qui il est, et de l'indiquer à la première étape de son inscription, ou saisissez-le pour lui.",
    },
    mail: 'Adresse mail',
    civilStatus: 'État civil',
    correct: "Corriger l'état civil",
    pieces: 'Pièces',
    pieceLine: {
      due: (when: Temporal.Instant): string => `Échéance\u00a0: ${shortInstant(when)}`,
      noFile: 'Aucun fichier',
    },
    given: (count: number, when: Temporal.Instant): string =>
      count < 2
        ? `Un fichier, déposé le ${shortInstant(when)}`
        : `${plural(count, 'fichier', 'fichiers')}, le dernier le ${shortInstant(when)}`,
    notHandedOver: 'Pas encore remise par le candidat',
    /** All that an officer reads of a piece that holds health data. */
    confidential: {
      one: 'un document confidentiel',
      title: 'Document confidentiel',
      line: "Examiné par un autre service, qui seul peut l'ouvrir.",
      history: {
        deposited: 'Document confidentiel déposé',
        turnedAway: (when: string): string =>
          `Document confidentiel arrivé le ${when}, que le service n'a pas pu enregistrer`,
        removed: 'Document confidentiel supprimé',
        reviewed: 'Document confidentiel examiné',
        takenBack: 'Examen du document confidentiel repris aussitôt',
        viewed: 'Document confidentiel consulté',
        erased: 'Document confidentiel détruit à la fin de sa durée de conservation',
        infected: "Document confidentiel infecté, trouvé par l'antivirus",
      },
    },
    notAdmitted: {
      title: 'Non admis aux unités concernées',
      missing: (pieces: readonly string[], due: Temporal.Instant): string =>
        pieces.length < 2
          ? `La pièce ${listing(pieces)} n'a pas été donnée avant le ${dayAndHour(due)}, et aucune dispense n'est accordée.`
          : `Les pièces ${listing(pieces)} n'ont pas été données avant le ${dayAndHour(due)}, et aucune dispense n'est accordée.`,
      units: (units: readonly string[]): string =>
        units.length < 2 ? `Unité concernée\u00a0: ${listing(units)}.` : `Unités concernées\u00a0: ${listing(units)}.`,
      unitsUnknown:
        "Les unités concernées ne sont pas encore inscrites dans les règles de cette spécialité\u00a0: au bureau de les indiquer. D'ici là, rien n'est écarté automatiquement.",
      stillValid: "L'inscription n'en est pas annulée.",
      awaitedTitle: "Pièces en attente d'une décision",
      awaited: (pieces: readonly string[]): string =>
        `Le délai est passé pour ${listing(pieces)}. Un document confidentiel, donné à temps, est encore à examiner par un autre service\u00a0: attendez sa décision.`,
    },
    comment: 'Commentaire envoyé au candidat',
    papers: 'Documents',
    noPaper: "Aucun document n'a encore été émis.",
    issued: (when: Temporal.Instant): string => `Émis le ${shortInstant(when)}`,
    opened: (when: Temporal.Instant | null): string =>
      when === null ? 'Pas encore ouvert par le candidat' : `Ouvert le ${shortInstant(when)}`,
    eligibility: "Conditions d'inscription",
    doubts: 'Acquis à juger',
    held: 'Notes demandées, et ce que nous savons déjà',
    grades: {
      eligible: "Remplies, d'après les déclarations du candidat.",
      'to-check': 'Une condition au moins est à vérifier.',
      'not-eligible': "D'après les déclarations, une condition n'est pas remplie.",
    },
    summary: 'Ce qui est enregistré',
    unreadable: 'Les réponses enregistrées ne peuvent plus être lues avec les règles en vigueur.',
    versions: 'Versions',
    versionTitle: (version: number): string => `Version ${version}`,
    firstVersion: 'Premier enregistrement.',
    unchanged: 'Aucune différence lisible avec la version précédente.',
    change: (label: string, before: string, after: string): string =>
      `${label}\u00a0: ${before === '' ? 'rien' : before} → ${after === '' ? 'rien' : after}`,
    timeline: "Ce qui s'est passé",
    times: (text: string, count: number): string => (count < 2 ? text : `${text} (${count} fois)`),
    timelineCut: (count: number): string => `Les ${count} dernières lignes.`,
    wholeJournal: 'Tout le journal de ce dossier',
  },
  reserve: {
    title: 'Réserve sur une inscription',
    lead: "Le calcul ne décide rien. Lisez le dossier et ses pièces, puis levez la réserve, ou écartez l'inscription.",
    none: "Cette inscription n'est pas sous réserve\u00a0: il n'y a rien à décider.",
    reasons: "Pourquoi, d'après les déclarations",
    raised: (version: number, when: Temporal.Instant): string =>
      `Le candidat l'a lu avant d'enregistrer la version ${version}, le ${shortInstant(when)}.`,
    source: (source: string): string => `Source\u00a0: ${source}.`,
    see: 'Lire le dossier complet',
    history: 'Décisions',
    by: (decision: string, name: string): string => `${decision}, par ${name}`,
    decisions: { lifted: 'Réserve levée', 'set-aside': 'Inscription écartée', reinstated: 'Inscription rétablie' },
    ground: (ground: string): string => `Fondement\u00a0: ${ground}.`,
    lift: {
      title: 'Lever la réserve',
      text: "L'inscription suit alors son cours. Le candidat l'apprend par mail, avec votre note.",
      words: 'Note au candidat',
      hint: 'Ce qui montre que la condition est remplie, ou pourquoi elle ne compte pas ici.',
      missing: 'Écrivez en une phrase pourquoi la réserve est levée.',
      submit: 'Lever la réserve',
    },
    setAside: {
      title: "Écarter l'inscription",
      text: "L'inscription prend fin. Le candidat l'apprend par mail et sur sa page\u00a0: vos motifs, leur fondement et comment contester.",
      words: 'Motifs',
      hint: "Les faits de ce dossier, et pas seulement la règle (code des relations entre le public et l'administration, article L211-5).",
      missing: 'Écrivez les motifs\u00a0: le candidat doit savoir pourquoi son inscription est écartée.',
      ground: 'Fondement légal',
      groundHint: 'Le texte qui fixe la condition.',
      groundMissing: 'Indiquez le texte sur lequel la décision se fonde.',
      sure: "J'ai examiné ce dossier et j'écarte l'inscription",
      sureMissing: "Cochez la case\u00a0: écarter une inscription est la décision d'une personne.",
      submit: "Écarter l'inscription",
    },
    reinstate: {
      title: "Rétablir l'inscription",
      text: "Un recours est fondé, ou la décision était une erreur\u00a0: l'inscription reprend là où elle était. Le candidat l'apprend par mail, avec votre note.",
      words: 'Note au candidat',
      hint: 'Pourquoi la décision est retirée.',
      missing: "Écrivez en une phrase pourquoi l'inscription est rétablie.",
      submit: "Rétablir l'inscription",
    },
    choose: "Choisissez ce que vous décidez\u00a0: lever la réserve, ou écarter l'inscription.",
    otherEnrolment:
      "Le candidat a commencé une autre inscription à cette session\u00a0: une personne n'en a qu'une. Demandez-lui de la retirer d'abord.",
    alert: 'Inscription sous réserve',
    alertText: "Une condition n'est pas remplie, d'après les déclarations. Une personne doit décider.",
    setAsideAlert: 'Écartée après examen',
    open: 'Examiner la réserve',
    read: 'Lire la décision',
    keep: 'Ne rien décider',
  },
  civilStatus: {
    title: "Corriger l'état civil",
    lead: "À la demande du candidat, d'après sa pièce d'identité. La correction est notée au journal avec votre nom.",
    effect:
      "L'état civil corrigé figure aussitôt sur le dossier et sur les prochains documents. Ceux déjà émis ne changent pas.",
    reason: 'Motif',
    reasonMissing: 'Choisissez le motif de la correction.',
    reasons: {
      typing: 'Faute de frappe du candidat',
      'identity-document': "Mise en accord avec la pièce d'identité",
      marriage: 'Mariage, divorce ou veuvage',
      judgment: 'Décision de justice ou changement de nom',
    } satisfies Record<CorrectionReason, string>,
    submit: 'Enregistrer la correction',
    keep: 'Ne rien changer',
  },
  staff: {
    title: 'Personnel',
    invite: 'Inviter une personne',
    unreached: (people: readonly string[]): string =>
      `Nos courriers ne parviennent pas à ${listing(people)}\u00a0: la messagerie les refuse. Vérifiez l'adresse avec la personne.`,
    columns: { name: 'Nom', role: 'Fonction', portfolios: 'Groupes', address: 'Adresse mail', state: 'Accès' },
    states: { open: 'Ouvert', invited: 'Invitation envoyée', closed: 'Fermé' },
    since: (when: Temporal.Instant): string => `depuis le ${dayAndMonth(when.toZonedDateTimeISO('Europe/Paris'))}`,
    you: 'vous',
    none: 'aucun',
    noGroup: '–',
    empty: "Personne pour l'instant",
    inviteTitle: 'Inviter une personne',
    inviteLead: 'Elle reçoit un mail avec un lien, valable sept jours, pour choisir son mot de passe.',
    inviteSubmit: "Envoyer l'invitation",
    changeLead: 'Le changement vaut dès sa prochaine page.',
    changeSubmit: 'Enregistrer',
    name: 'Nom et prénom',
    nameMissing: 'Indiquez le nom de la personne.',
    nameWhat: 'le nom de la personne',
    role: 'Fonction',
    roleMissing: 'Choisissez une fonction.',
    portfolios: 'Groupes de spécialités',
    portfoliosHint: 'Pour un gestionnaire seulement, un au moins.',
    portfolio: (code: string, fields: readonly string[]): string => `${code}\u00a0: ${fields.join(', ')}`,
    access: 'Accès',
    close: "Fermer l'accès",
    closeTitle: (name: string): string => `Fermer l'accès\u00a0: ${name}`,
    closeText:
      "La personne est déconnectée tout de suite et ne peut plus se connecter. Ce qu'elle a fait reste au journal. L'accès peut être rouvert.",
    reopen: "Rouvrir l'accès",
    reopenTitle: (name: string): string => `Rouvrir l'accès\u00a0: ${name}`,
    reopenText: 'La personne pourra se connecter de nouveau, avec le même mot de passe et la même fonction.',
    secondFactor: {
      title: 'Double authentification',
      state: (since: Temporal.Instant | null): string =>
        since === null
          ? "La personne n'a pas encore mis en place de double authentification."
          : `En place depuis le ${dayAndMonth(since.toZonedDateTimeISO('Europe/Paris'))}.`,
      reset: 'Réinitialiser la double authentification',
      resetTitle: (name: string): string => `Réinitialiser la double authentification\u00a0: ${name}`,
      resetText:
        "À faire si la personne a perdu son téléphone et ses codes de secours. Assurez-vous d'abord que c'est bien elle qui le demande, de vive voix. Elle est déconnectée tout de suite, un mail la prévient, et son mot de passe suffit jusqu'à ce qu'elle remette un second facteur en place.",
    },
    keep: 'Ne rien changer',
    denials: {
      'own-access': "C'est votre propre accès\u00a0: demandez à une autre personne de le changer.",
      administrator: "Seul un administrateur peut nommer, changer ou fermer l'accès d'un administrateur.",
    } satisfies Record<StaffDenial, string>,
  },
  refusals: {
    title: 'Refus',
    lead: 'Ce que le site a refusé et qui peut compter, par personne et par heure. Un lien périmé ou une faute de frappe y figure aussi\u00a0: une ligne seule ne prouve rien. Gardé six mois.',
    columns: { at: 'La dernière fois', what: 'Quoi', page: 'Page', who: 'Qui', network: 'Réseau' },
    what: (kind: RefusalKind, times: number): string =>
      `${REFUSED[kind]}${times < 2 ? '' : `, ${plural(times, 'fois', 'fois')}`}`,
    empty: 'Aucun refus',
    emptyText: "Rien n'a été refusé ces six derniers mois.",
  },
  people: {
    you: 'vous',
    candidate: 'le candidat',
    formerStaff: 'une personne du rectorat',
    system: 'Registre',
    visitor: 'un visiteur',
  },
  noSession: {
    title: 'Aucune session',
    text: 'Les règles de cette académie ne décrivent pas encore de session.',
  },
  flash: {
    'message-envoye': 'Le message est envoyé. Un mail prévient le candidat, sans en dire le contenu.',
    'modele-enregistre': 'Le modèle est enregistré.',
    'modele-retire': 'Le modèle est retiré.',
    'modele-remis': 'Le modèle est de nouveau en service.',
    'liste-commandee': "L'envoi est commandé. Cette page dit où il en est.",
    'message-classe': "C'est noté\u00a0: ces messages n'attendent plus de réponse.",
    'demande-notee': 'La demande est notée. Le candidat lit «\u00a0Aménagement demandé\u00a0».',
    'demande-retiree': "C'est noté\u00a0: la demande n'est pas arrivée.",
    'etat-civil': "L'état civil est corrigé.",
    inchange: "Rien ne différait\u00a0: rien n'a été changé.",
    invite: 'Invitation envoyée.',
    change: 'Modification enregistrée.',
    ferme: "L'accès est fermé.",
    'double-authentification': 'La double authentification est réinitialisée. Un mail prévient la personne.',
    ouvert: "L'accès est rouvert.",
    'decision-reprise': takeBackTexts.flash,
    ...severalTexts.flash,
    ...notesTexts.flash,
    ...doublesTexts.flash,
    ...handOverTexts.flash,
    ...addressTexts.flash,
    ...onBehalfTexts.flash,
    ...unitsTexts.flash,
    ...typingTexts.flash,
    ...paperTexts.letter.flash,
    ...publicationOfficeTexts.flash,
    'reserve-levee': "La réserve est levée. Le candidat l'apprend par mail.",
    ecartee: "L'inscription est écartée. Le candidat l'apprend par mail, avec vos motifs et comment contester.",
    'relances-retirees': "Le dossier est retiré des relances. Le candidat n'en reçoit rien.",
    'invite-a-regulariser':
      "Le candidat est invité à régulariser\u00a0: il l'apprend par mail, et ses pièces peuvent de nouveau être déposées.",
    'delai-donne': "Le délai est donné. Le candidat l'apprend par mail.",
    'annulation-proposee':
      "L'annulation est proposée. Une autre personne doit l'approuver\u00a0; le candidat n'en sait rien.",
    'propose-suivant': "L'annulation du dossier précédent est proposée. Voici le suivant.",
    'dernier-propose': "L'annulation est proposée. C'était le dernier dossier dont l'invitation est passée.",
    'lot-retire': "Le lot est retiré\u00a0: ces inscriptions restent ce qu'elles sont.",
    'annulation-approuvee':
      "L'annulation est approuvée. Elle prend effet dans 24\u00a0heures\u00a0; jusque-là, vous pouvez revenir dessus.",
    'annulation-abandonnee': 'La proposition est abandonnée.',
    'annulation-retiree': "La décision est retirée. Le candidat n'en a rien su.",
    'inscription-retablie': "L'inscription est rétablie. Le candidat l'apprend par mail.",
    ...lettersTexts.flash,
    'relances-remises': 'Le dossier est de nouveau relancé comme les autres.',
    retablie: "L'inscription est rétablie. Le candidat l'apprend par mail.",
  },
  number: (number: string): string => `N°${NBSP}${number}`,
} as const;

export function shutInWords(shut: Shut): string {
  const say = texts.review.shut;
  switch (shut.code) {
    case 'infected':
      return say.infected(shut);
    case 'erased':
      return say.erased(shut);
    case 'being-scanned':
      return say['being-scanned']();
  }
}
