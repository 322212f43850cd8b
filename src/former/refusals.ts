import { refusalTable } from '../platform/http/refusalTable.ts';
import { MOST } from './former.ts';

/** Why an act on former results isn't done. */
export type Refusal = {
  readonly code:
    | 'import-gone'
    | 'import-written'
    | 'import-overtaken'
    | 'import-used'
    | 'import-not-last'
    | 'claim-waits'
    | 'claim-gone'
    | 'too-many-refusals'
    | 'too-often'
    | 'number-gone'
    | 'number-taken'
    | 'proof-not-there'
    | 'words-missing'
    | 'link-gone';
};

export const refusals = refusalTable<Refusal>({
  'import-gone': [404, "Ce fichier n'est plus là. Rien n'a été enregistré\u00a0: envoyez-le de nouveau."],
  'import-written': [409, "Ce fichier est déjà enregistré. Rien n'a été changé\u00a0: retrouvez-le dans la liste."],
  'import-overtaken': [
    409,
    "Un autre fichier a été enregistré ou retiré entre-temps. Rien n'a été enregistré\u00a0: envoyez le vôtre de nouveau pour relire les différences.",
  ],
  'import-used': [
    409,
    "Des candidats ont déjà repris des notes de ce fichier\u00a0: il ne peut plus être retiré. Envoyez un fichier corrigé, ou retirez d'abord leurs liens.",
  ],
  'import-not-last': [
    409,
    "Ce fichier n'est pas, ou plus, de ceux qui peuvent être retirés. Rien n'a été changé\u00a0: relisez la liste.",
  ],
  'claim-waits': [409, "Votre demande est déjà enregistrée. Rien n'a été changé\u00a0: le rectorat va vous répondre."],
  'claim-gone': [
    409,
    "Cette demande n'attend plus de réponse\u00a0: quelqu'un y a répondu entre-temps. Rien n'a été enregistré.",
  ],
  'too-many-refusals': [
    409,
    `Le rectorat a déjà refusé ${MOST.refusals} de vos demandes. Rien n'a été enregistré\u00a0: écrivez-lui par la messagerie de votre candidature.`,
  ],
  'too-often': [
    429,
    "Trop de demandes sont parties d'ici en peu de temps. Rien n'a été enregistré\u00a0: réessayez dans une heure.",
  ],
  'number-gone': [
    409,
    "Aucun résultat antérieur ne porte plus ce numéro. Rien n'a été enregistré\u00a0: relisez les propositions.",
  ],
  'number-taken': [
    409,
    "Ce numéro est déjà reconnu comme celui d'un autre compte. Rien n'a été enregistré\u00a0: vérifiez lequel des deux est le sien.",
  ],
  'proof-not-there': [
    422,
    "Cette preuve n'est pas, ou plus, au dossier. Rien n'a été enregistré\u00a0: choisissez-en une autre.",
    'preuve',
  ],
  'words-missing': [
    422,
    "Écrivez ce que vous avez vu, et pourquoi ces résultats sont les siens. Rien n'a été enregistré.",
    'vu',
  ],
  'link-gone': [409, "Ce lien a déjà été retiré. Rien n'a été changé\u00a0: relisez la page."],
});
