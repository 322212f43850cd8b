import { decisionRefusals, type OnLineRefusal } from '../decisions/index.ts';
import { type FileRefusal, fileRefusals } from '../keptFiles/index.ts';
import { type ManyRefusal, manyRefusals } from '../lots/index.ts';
import { refusalTable } from '../platform/http/refusalTable.ts';
import { wholeNumber } from '../ui/index.ts';
import { OFFICE_DOCUMENT } from './document.ts';

/** Why a document of the office isn't given to anybody, or not taken back. */
export type DocumentRefusal =
  | OnLineRefusal
  | ManyRefusal
  | { readonly code: 'too-many-today' }
  | { readonly code: 'not-pdf' }
  | { readonly code: 'file'; readonly why: FileRefusal }
  | { readonly code: 'being-scanned' }
  | { readonly code: 'infected' }
  | { readonly code: 'gone' }
  | { readonly code: 'not-yours' }
  | { readonly code: 'withdrawn' };

const NOTHING = "Rien n'est publié.";

const words = refusalTable<Exclude<DocumentRefusal, { code: 'file' }>>({
  'on-line-words': decisionRefusals['on-line-words'],
  ...manyRefusals({ what: 'ce document', nothing: NOTHING, most: OFFICE_DOCUMENT.people }),
  'too-many-today': [
    429,
    `Vous avez déjà préparé ${wholeNumber(OFFICE_DOCUMENT.daily)} documents en 24\u00a0heures. ${NOTHING} Recommencez demain.`,
  ],
  'not-pdf': [
    415,
    `Un document du bureau est un PDF, et ce fichier est une photo. Enregistrez-le en PDF, puis choisissez-le de nouveau. ${NOTHING}`,
  ],
  'being-scanned': [
    409,
    `L'antivirus n'a pas encore lu ce fichier. ${NOTHING} Attendez un instant, puis publiez de nouveau.`,
  ],
  infected: [
    409,
    `L'antivirus a trouvé ce fichier infecté. ${NOTHING} Abandonnez ce brouillon, puis partez d'un autre fichier.`,
  ],
  gone: [
    409,
    `Ce brouillon est abandonné, ou il attend depuis plus de ${OFFICE_DOCUMENT.draftHours}\u00a0heures. ${NOTHING} Recommencez avec le fichier.`,
  ],
  'not-yours': [
    409,
    `Des dossiers de cette liste ne sont plus les vôtres. ${NOTHING} Abandonnez ce brouillon, puis recommencez.`,
  ],
  withdrawn: [409, 'Ce document est déjà retiré. Rien ne change.'],
});

export const documentRefusals = {
  fieldOf: ({ code }: DocumentRefusal): string | null => (code === 'file' ? null : words.fieldOf({ code })),
  status: (refusal: DocumentRefusal): number =>
    refusal.code === 'file' ? fileRefusals.status(refusal.why) : words.status(refusal),
  inWords: (refusal: DocumentRefusal): string =>
    refusal.code === 'file' ? fileRefusals.inWords(refusal.why) : words.inWords(refusal),
};
