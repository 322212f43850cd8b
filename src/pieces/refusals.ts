import { type Catalogue, healthServiceByPost } from '../catalogue/index.ts';
import { FILE_WORDS, type FileRefusal } from '../keptFiles/index.ts';
import { refusalTable } from '../platform/http/refusalTable.ts';
import { endInWords, fileSize, instantInWords, sinceInWords, untilInWords } from '../ui/index.ts';
import {
  type GivenBy,
  isOffered,
  MOST_FILES,
  MOST_SHEETS,
  MOST_UPLOADS,
  PART,
  type Piece,
  type PieceWithFiles,
  QUOTA,
} from './piece.ts';
import { type DepositRefusal, hasNotCome } from './rules/pieceState.ts';
import { sheetTexts } from './sheetTexts.ts';

/** Why a piece can't be given, taken back, handed over or decided. Each code can be quoted to the office. */
export type Refusal =
  | { readonly code: 'not-found' }
  | { readonly code: 'enrolment-ended' }
  | FileRefusal
  | {
      readonly code:
        | 'too-many-uploads'
        | 'upload-gone'
        | 'upload-unfinished'
        | 'upload-mixed'
        | 'part-size'
        | 'too-fast';
    }
  | { readonly code: 'part-misplaced'; readonly received: number }
  | { readonly code: 'phone-code-ended' | 'too-many-codes' }
  | { readonly code: 'too-many-files' }
  | { readonly code: 'too-many-sheets' }
  | { readonly code: 'sheets-changed' }
  | { readonly code: 'not-shared' }
  | { readonly code: 'quota-day' | 'quota-total' }
  | { readonly code: DepositRefusal; readonly at: Temporal.Instant; readonly whom?: string }
  | { readonly code: 'locked' }
  | { readonly code: 'pieces-missing' }
  | { readonly code: 'decided-meanwhile' }
  | { readonly code: 'take-back-late' }
  | { readonly code: 'comment-missing' }
  | { readonly code: 'nothing-to-check' }
  | { readonly code: 'would-unvalidate' }
  | { readonly code: 'validation-told' };

export type RefusalCode = Refusal['code'];

const TO_OFFICER = 'à votre gestionnaire';

/** Whom its candidate writes to about a piece: an officer, or of health who alone reads it. */
export function whomOf(catalogue: Pick<Catalogue, 'academy'>, piece: Pick<Piece, 'academy' | 'confidential'>): string {
  const academy = piece.confidential ? catalogue.academy(piece.academy) : undefined;
  return academy === undefined
    ? TO_OFFICER
    : `au service qui seul lit ce document, «\u00a0${healthServiceByPost(academy).join(', ')}\u00a0»`;
}

export const refusals = refusalTable<Refusal>({
  ...FILE_WORDS,
  'not-found': [404, "Cette pièce n'existe pas, ou elle n'est pas la vôtre."],
  'enrolment-ended': [
    409,
    "Cette inscription a pris fin ou n'est pas encore enregistrée. Ses pièces ne se déposent pas et ne se contrôlent pas.",
  ],
  'too-many-uploads': [
    409,
    `Votre compte a déjà ${MOST_UPLOADS} envois qui ne sont pas terminés\u00a0: c'est le plus qui puisse attendre. Reprenez-les ou abandonnez-les, à la page de leur pièce.`,
  ],
  'upload-gone': [
    404,
    "Cet envoi n'existe plus\u00a0: il est abandonné, ou il attend depuis trop longtemps. Choisissez de nouveau le fichier.",
  ],
  'upload-unfinished': [
    409,
    "Le fichier n'est pas encore arrivé en entier. Rien n'est déposé\u00a0: reprenez l'envoi.",
  ],
  'upload-mixed': [
    422,
    "Ce qui est arrivé n'est pas le fichier que vous aviez choisi\u00a0: il a peut-être changé pendant l'envoi. Rien n'a été gardé. Choisissez-le de nouveau.",
  ],
  'part-size': [
    413,
    `Un envoi arrive par morceaux de ${fileSize(PART.least)} à ${fileSize(PART.most)}, le dernier pouvant être plus petit, et ne dépasse pas la taille annoncée.`,
  ],
  'part-misplaced': [
    409,
    ({ received }) =>
      `La suite de cet envoi commence à l'octet ${received}\u00a0: un autre onglet l'a peut-être continué. Rechargez la page.`,
  ],
  'too-fast': [429, 'Trop de morceaux arrivent en même temps. Attendez un instant\u00a0: ce qui est arrivé est gardé.'],
  'phone-code-ended': [
    410,
    'Ce code ne sert plus\u00a0: il est retiré ou remplacé, ou ses 10\u00a0minutes sont passées. Affichez-en un autre sur votre ordinateur.',
  ],
  'too-many-codes': [429, 'Vous avez demandé beaucoup de codes en peu de temps. Attendez quelques minutes.'],
  'too-many-files': [
    409,
    `Cette pièce a déjà ${MOST_FILES} fichiers. Supprimez-en un, ou réunissez vos pages dans un seul PDF.`,
  ],
  'too-many-sheets': [
    409,
    `Un document se compose de ${MOST_SHEETS} fichiers au plus. Déposez ceux-ci, ou retirez-en un. Le fichier en trop n'a pas été gardé.`,
  ],
  'sheets-changed': [
    409,
    "Vos pages ont changé pendant le dépôt, peut-être dans un autre onglet. Rien n'est déposé\u00a0: regardez-les, puis déposez de nouveau.",
  ],
  'not-shared': [
    409,
    "Ce fichier ne peut pas être donné aussi pour l'autre pièce. Elle a déjà un document, elle est remise, ou elle ne vous est plus demandée. Décochez la case, puis déposez-le de nouveau. Rien n'a été déposé.",
  ],
  'quota-day': [
    429,
    `Vous avez déposé ${QUOTA.filesADay} fichiers ou ${fileSize(QUOTA.bytesADay)} en vingt-quatre heures\u00a0: c'est le plus qu'un compte puisse déposer. Réunissez vos pages dans un seul PDF et continuez demain. Si l'échéance vient avant, écrivez à votre gestionnaire. Rien n'a été gardé.`,
  ],
  'quota-total': [
    409,
    `Votre compte garde déjà ${QUOTA.files} fichiers ou ${fileSize(QUOTA.bytes)}, y compris ceux que vous avez remplacés ou supprimés\u00a0: c'est le plus qu'un compte puisse garder. Écrivez à votre gestionnaire pour lui donner cette pièce. Rien n'a été gardé.`,
  ],
  'by-post': [
    409,
    'Cette pièce est à envoyer par la poste. Son adresse est sur la page «\u00a0Mes justificatifs\u00a0».',
  ],
  compliant: [409, "Cette pièce est conforme. Elle ne peut plus être changée et vous n'avez rien à faire."],
  exempted: [
    409,
    "Une dispense est accordée pour cette pièce\u00a0: elle n'est plus à donner, et il n'y a rien à contrôler.",
  ],
  'not-asked': [409, "Cette pièce n'est pas demandée pour votre inscription."],
  'handed-over': [
    409,
    'Vous avez indiqué avoir fourni toutes ces pièces. Elles ne peuvent plus être modifiées, sauf si le gestionnaire en refuse une.',
  ],
  'not-open-yet': [403, ({ at }) => `Le dépôt de cette pièce ouvre le ${instantInWords(at)}. Rien n'a été gardé.`],
  closed: [
    403,
    ({ at, whom = TO_OFFICER }) =>
      `Le dépôt de cette pièce est clos ${sinceInWords(at)}. Rien n'a été gardé. Écrivez ${whom}.`,
  ],
  'too-slow': [
    403,
    ({ at, whom = TO_OFFICER }) =>
      `L'envoi a commencé à temps mais s'est terminé plus d'une demi-heure après la clôture (${endInWords(at)}). Rien n'a été gardé. Écrivez tout de suite ${whom}.`,
  ],
  locked: [
    409,
    'Ce fichier ne peut plus être supprimé\u00a0: la pièce est remise au gestionnaire, déjà conforme, ou son dépôt est clos.',
  ],
  'pieces-missing': [409, 'Il manque encore une pièce dans ce groupe. Ajoutez-la, puis cliquez de nouveau.'],
  'decided-meanwhile': [
    409,
    'Cette pièce a changé pendant que vous la regardiez\u00a0: un collègue a décidé, ou le candidat a déposé un autre fichier. Regardez-la de nouveau avant de décider.',
  ],
  'take-back-late': [
    409,
    "Une décision se reprend dans les 30 secondes. Ce délai est passé\u00a0: rien n'a changé. Si elle est à corriger, décidez de nouveau ci-dessous.",
  ],
  'comment-missing': [422, "Écrivez au candidat ce qui ne va pas et ce qu'il doit faire."],
  'nothing-to-check': [409, "Il n'y a aucun fichier à contrôler pour cette pièce."],
  'would-unvalidate': [
    409,
    "L'inscription est validée. Pour revenir dessus, refusez la pièce avec un motif et cochez «\u00a0Annuler la validation\u00a0». Le candidat l'apprendra par mail.",
  ],
  'validation-told': [
    409,
    "Le candidat sait que son inscription est validée\u00a0: avant de l'annuler, invitez-le à répondre, à la page «\u00a0Décisions envisagées\u00a0» de son dossier. Rien n'a été enregistré.",
  ],
});

/** The same to an officer, who files it in the candidate's name: what they can do, where a candidate would write to them. `by`: how it came, once known. */
export function saidToOfficer(refusal: Refusal, by: GivenBy | null = null): string {
  switch (refusal.code) {
    case 'closed':
      return `Le dépôt de cette pièce est clos ${sinceInWords(refusal.at)}, et le jour que vous indiquez vient après. Rien n'a été gardé. Si ${by === 'counter' ? 'elle a été apportée avant' : "le cachet de la poste est d'avant"}, indiquez ce jour-là. Un papier se contrôle aussi sans fichier, à la page de la pièce.`;
    case 'by-post':
      return 'Cette pièce vient par la poste\u00a0: elle se contrôle sur papier, sans fichier, à la page de la pièce.';
    case 'handed-over':
      return "Le candidat a remis cette pièce, et elle n'est pas refusée\u00a0: contrôlez-la d'abord. Si vous la refusez, une autre peut être déposée.";
    case 'file-being-read':
      return "La lecture de cette pièce n'est pas finie\u00a0: rien ne se décide avant. Rien n'a été enregistré, et ce que vous avez écrit est gardé ci-dessous\u00a0: rechargez la pièce dans une minute.";
    case 'not-asked':
      return "Cette pièce n'est pas demandée pour cette inscription.";
    case 'store-unwritable':
      return "Le fichier est bien arrivé, mais nous n'avons pas pu l'enregistrer\u00a0: la panne est chez nous, et l'administration en est avertie. Rien n'a été gardé. Réessayez dans quelques minutes\u00a0: le jour que vous indiquez compte, pas celui du dépôt.";
    case 'quota-day':
    case 'quota-total':
      return "Ce compte a déjà déposé tout ce qu'un compte peut déposer ou garder. Rien n'a été gardé. Réunissez les pages dans un seul PDF, ou contrôlez le papier sans fichier, à la page de la pièce.";
    default:
      return refusals.inWords(refusal);
  }
}

/** Why a piece can't be given, to who only looks at it: the same in their list and on its own page. `ends`: until when pages that are prepared may be. */
export function shutInWords(
  refusal: Refusal,
  piece: Pick<PieceWithFiles, 'status' | 'files' | 'excuses'>,
  ends: Temporal.Instant | null,
): string {
  if (ends !== null) return sheetTexts.ends.text(untilInWords(ends));
  const whom = ('whom' in refusal ? refusal.whom : undefined) ?? TO_OFFICER;
  switch (refusal.code) {
    case 'not-open-yet':
      return `Le dépôt de cette pièce ouvre le ${instantInWords(refusal.at)}.`;
    case 'closed':
      return `Le dépôt de cette pièce est clos ${sinceInWords(refusal.at)}. ${hasNotCome(piece) && !isOffered(piece) ? `Écrivez tout de suite ${whom}\u00a0: lui seul peut encore la prendre.` : `Pour toute question, écrivez ${whom}.`}`;
    default:
      return refusals.inWords(refusal);
  }
}
