import { refusalTable } from '../platform/http/refusalTable.ts';
import { MOST } from './replacement.ts';

/** Why a decision isn't kept. */
export type Refusal = {
  readonly code: 'not-absent' | 'changed-meanwhile' | 'received-later' | 'too-many';
};

export const refusals = refusalTable<Refusal>({
  'not-absent': [
    404,
    "Cette absence n'est pas, ou plus, dans la liste\u00a0: une note est peut-être arrivée. Rien n'a été enregistré.",
  ],
  'changed-meanwhile': [
    409,
    "Quelqu'un a décidé de cette absence entre-temps. Rien n'a été enregistré\u00a0: relisez sa décision.",
  ],
  'received-later': [
    422,
    "Le justificatif ne peut pas être arrivé après aujourd'hui. Rien n'a été enregistré\u00a0: corrigez sa date.",
  ],
  'too-many': [
    409,
    `Cette absence a déjà eu ${MOST.decisions} décisions. Rien n'a été enregistré\u00a0: écrivez au candidat.`,
  ],
});
