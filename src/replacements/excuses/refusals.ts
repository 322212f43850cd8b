import { fileRefusals, type KeepingRefusal } from '../../keptFiles/index.ts';
import { refusalTable } from '../../platform/http/refusalTable.ts';
import { MOST_OF_EXCUSES as MOST } from './excuse.ts';

/** Why something about an absence isn't taken. Those of files are the pieces' own. */
export type ExcuseRefusal = {
  readonly code:
    | 'not-found'
    | 'ended'
    | 'unit-not-begun'
    | 'answered'
    | 'too-many'
    | 'document-being-read'
    | 'too-many-documents'
    | 'changed-meanwhile';
};

export const excuseRefusals = refusalTable<ExcuseRefusal>({
  'not-found': [404, "Cette page n'existe pas, ou elle n'est pas la vôtre."],
  ended: [409, "Cette inscription a pris fin\u00a0: rien n'a été enregistré."],
  'unit-not-begun': [
    422,
    "Une des épreuves cochées n'est pas, ou plus, de votre convocation, ou n'a pas commencé. Rien n'a été envoyé\u00a0: relisez la liste, puis recommencez.",
    'epreuves',
  ],
  answered: [
    409,
    "Le rectorat a déjà répondu pour toutes ces épreuves\u00a0: rien n'a été changé. La réponse est dans vos messages et dit comment la contester.",
  ],
  'too-many': [
    429,
    `Vous avez déjà envoyé ${MOST.excuses} explications. Rien n'a été envoyé\u00a0: écrivez au rectorat dans vos messages.`,
  ],
  'too-many-documents': [
    409,
    `Cet envoi a déjà ${MOST.documents} documents. Rien n'a été gardé\u00a0: réunissez vos pages dans un seul PDF, ou écrivez au rectorat.`,
  ],
  'document-being-read': [
    409,
    "Un justificatif est reçu et n'est pas encore lu\u00a0: rien ne se conclut avant. Rien n'a été enregistré\u00a0: recommencez dans un moment.",
  ],
  'changed-meanwhile': [
    409,
    "Le candidat a ajouté un document ou retiré son envoi depuis que cette page est ouverte. Rien n'a été enregistré\u00a0: relisez-le.",
  ],
});

/** Of the excuse, or of the file itself. */
export type GivingRefusal = KeepingRefusal<ExcuseRefusal>;

export function givingRefusal(refusal: GivingRefusal): { readonly status: number; readonly words: string } {
  return 'own' in refusal
    ? { status: excuseRefusals.status(refusal.own), words: excuseRefusals.inWords(refusal.own) }
    : { status: fileRefusals.status(refusal.file), words: fileRefusals.inWords(refusal.file) };
}
