import { refusalTable } from '../../platform/http/refusalTable.ts';
import { typingFault } from '../typing/routes/typingFault.ts';
import type { PersonRefusal } from './actions/enrolPerson.ts';
import { changeoverTexts } from './changeoverTexts.ts';

/** Why a list of the system in place isn't confirmed, or taken back. */
export type Refusal = {
  readonly code:
    | 'import-gone'
    | 'import-overtaken'
    | 'import-used'
    | 'import-taken-back'
    | 'pairs-unsaid'
    | 'too-many-pairs';
};

export const refusals = refusalTable<Refusal>({
  'import-gone': [404, "Ce fichier n'est plus là. Rien n'a été enregistré\u00a0: envoyez-le de nouveau."],
  'import-overtaken': [
    409,
    "Une autre liste, qui a des mêmes candidats, a été importée entre-temps. Rien n'a été enregistré\u00a0: envoyez la vôtre de nouveau pour relire ce qu'elle apporte.",
  ],
  'import-used': [409, `${changeoverTexts.import.used} Rien n'a été changé.`],
  'import-taken-back': [409, "Cette liste a été retirée. Rien n'a été changé\u00a0: envoyez le fichier de nouveau."],
  'pairs-unsaid': [
    422,
    "Dites pour chacune des personnes ci-dessous si elle est déjà inscrite ici. Rien n'a encore été enregistré.",
  ],
  'too-many-pairs': [422, `${changeoverTexts.preview.tooManyPairs} Rien n'a été enregistré.`],
});

/** Why nothing is opened from a line. */
export const personRefusals = {
  status: (refusal: PersonRefusal): number => (refusal.code === 'person-gone' ? 409 : typingFault(refusal).status),
  inWords: (refusal: PersonRefusal): string =>
    refusal.code === 'person-gone' ? changeoverTexts.person.gone : typingFault(refusal).fault.message,
  fieldOf: (refusal: PersonRefusal): string | null =>
    refusal.code === 'person-gone' ? null : typingFault(refusal).fault.field,
};
