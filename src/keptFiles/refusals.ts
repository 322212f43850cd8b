import type { DocumentFault } from '../platform/documents/documents.ts';
import { type Refusals, refusalTable } from '../platform/http/refusalTable.ts';
import { keysOf } from '../platform/keys.ts';
import { fileSize } from '../ui/index.ts';
import { LARGEST_FILE, LARGEST_SENT, MOST_PAGES, MOST_PIXELS } from './keptFile.ts';

/** Why a file isn't taken, or can't be opened, whatever it is for. */
export type FileRefusal = {
  readonly code:
    | 'no-file'
    | 'too-large'
    | 'upload-cut'
    | 'store-unwritable'
    | `file-${DocumentFault}`
    | 'file-being-read'
    | 'file-infected'
    | 'file-erased';
};

const LIMIT = fileSize(LARGEST_FILE);
const SENT_LIMIT = fileSize(LARGEST_SENT);
const PRINT =
  'Ouvrez-le, choisissez «\u00a0Imprimer\u00a0» puis «\u00a0Enregistrer au format PDF\u00a0», et déposez le PDF obtenu.';

/** What is the matter with a file that came whole; another that is better may be given, or no more. */
const WHY = {
  'file-empty': 'Le fichier est vide.',
  'file-cut': "Le fichier est incomplet\u00a0: il s'arrête au milieu.",
  'file-encrypted': 'Ce PDF est protégé, par un mot de passe ou contre les modifications.',
  'file-office': "C'est un document de bureautique ou une archive.",
  'file-other': "Ce fichier n'est ni un PDF ni une photo (JPEG, PNG, WebP ou HEIC).",
  'file-scripted': 'Ce PDF contient des commandes ou des scripts, qui ne sont pas acceptés.',
  'file-attachments': 'Ce PDF contient des fichiers joints, que personne ne pourrait voir ici.',
  'file-xfa': "Ce PDF est un formulaire à remplir d'un type que personne ne pourrait voir ici.",
  'file-too-many-pages': `Ce PDF a plus de ${MOST_PAGES} pages.`,
  'file-too-many-pixels': `Cette photo a plus de ${MOST_PIXELS / 1_000_000} millions de points.`,
  'file-too-large-rewritten': `Ce fichier dépasse ${LIMIT} et n'a pas pu être réduit sans devenir illisible.`,
  'file-unreadable': "Ce fichier n'a pas pu être lu\u00a0: il est abîmé ou trop compliqué.",
} as const satisfies { readonly [Code in `file-${Exclude<DocumentFault, 'busy'>}`]: string };

/** For the tables of rooms that refuse files beside other things. */
export const FILE_WORDS: Refusals<FileRefusal> = {
  'no-file': [422, "Aucun fichier n'est arrivé. Choisissez un fichier, puis envoyez-le."],
  'too-large': [
    413,
    `Le fichier dépasse ${SENT_LIMIT}. Réduisez la photo, ou numérisez en noir et blanc, puis déposez-le de nouveau. Rien n'a été gardé.`,
  ],
  'upload-cut': [
    400,
    "L'envoi a été interrompu avant la fin. Rien n'a été gardé. Recommencez, si possible avec une meilleure connexion.",
  ],
  'store-unwritable': [
    503,
    "Votre fichier est bien arrivé, mais nous n'avons pas pu l'enregistrer\u00a0: la panne est chez nous, et l'administration en est avertie. Rien n'a été gardé. Réessayez dans quelques minutes\u00a0; si l'échéance est proche, écrivez aussi à votre gestionnaire.",
  ],
  'file-empty': [422, `${WHY['file-empty']} Choisissez-en un autre, ou enregistrez-le de nouveau.`],
  'file-cut': [422, `${WHY['file-cut']} Enregistrez-le de nouveau, puis déposez-le.`],
  'file-encrypted': [422, `${WHY['file-encrypted']} ${PRINT}`],
  'file-office': [415, `${WHY['file-office']} Enregistrez-le en PDF, puis déposez-le.`],
  'file-other': [
    415,
    `${WHY['file-other']} Enregistrez le document en PDF ou en JPEG (${SENT_LIMIT} au plus), puis déposez-le.`,
  ],
  'file-scripted': [422, `${WHY['file-scripted']} ${PRINT}`],
  'file-attachments': [422, `${WHY['file-attachments']} Déposez chaque fichier à part. ${PRINT}`],
  'file-xfa': [422, `${WHY['file-xfa']} ${PRINT}`],
  'file-too-many-pages': [
    422,
    `${WHY['file-too-many-pages']} Ne gardez que les pages demandées, puis déposez-le de nouveau.`,
  ],
  'file-too-many-pixels': [
    422,
    `${WHY['file-too-many-pixels']} Choisissez une taille plus petite dans l'appareil photo, ou réduisez-la, puis déposez-la de nouveau.`,
  ],
  'file-too-large-rewritten': [
    413,
    `${WHY['file-too-large-rewritten']} Numérisez en noir et blanc ou à 150 points par pouce, ou donnez moins de pages, puis déposez-le de nouveau.`,
  ],
  'file-unreadable': [
    422,
    `${WHY['file-unreadable']} Ouvrez-le sur votre appareil, enregistrez-le ou imprimez-le en PDF (ou reprenez la photo), puis déposez le résultat.`,
  ],
  'file-busy': [
    503,
    "Beaucoup de fichiers arrivent en ce moment et le vôtre n'a pas pu être lu. Le moment de son arrivée est noté dans votre dossier, mais rien d'autre n'est gardé\u00a0: déposez-le de nouveau dans une minute.",
  ],
  'file-being-read': [
    409,
    "Ce fichier est bien reçu\u00a0; il est en cours de lecture, et s'ouvrira dès qu'elle sera finie. Vous n'avez rien à faire\u00a0: rechargez la page dans une minute.",
  ],
  'file-infected': [
    409,
    "Le contrôle antivirus a trouvé un logiciel malveillant dans ce fichier\u00a0: il ne s'ouvre plus. Numérisez ou photographiez de nouveau le document, puis déposez-le.",
  ],
  'file-erased': [
    410,
    'Ce fichier a été détruit à la fin de sa durée de conservation. Son reçu reste valable\u00a0: il prouve que vous aviez déposé le fichier.',
  ],
};

export const FILE_REFUSALS = keysOf(FILE_WORDS);

export const fileRefusals = refusalTable<FileRefusal>(FILE_WORDS);

/** Why a file couldn't be read, and how to give a better one: as long as one may be given. */
export function whyUnreadable(code: FileRefusal['code'], mayGive: boolean): string {
  return mayGive || !isFault(code) ? fileRefusals.inWords({ code }) : WHY[code];
}

function isFault(code: FileRefusal['code']): code is keyof typeof WHY {
  return code in WHY;
}

/** Nothing that the person could do better: the file is as good as it was. */
export function isOurs({ code }: { readonly code: string }): boolean {
  return code === 'file-busy' || code === 'store-unwritable';
}
