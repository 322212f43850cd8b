import type { CitedLaw } from '../catalogue/index.ts';
import { type DecisionRefusal, decisionRefusals } from '../decisions/index.ts';
import { refusalTable } from '../platform/http/refusalTable.ts';
import { MOST } from './replacement.ts';

/** Why a decision isn't kept. */
export type Refusal =
  | DecisionRefusal
  | { readonly code: 'not-absent' | 'changed-meanwhile' | 'received-later' | 'too-many' }
  | { readonly code: 'admitted'; readonly law: CitedLaw };

export const refusals = refusalTable<Refusal>({
  ...decisionRefusals,
  'not-absent': [
    404,
    "Cette absence n'est pas, ou plus, dans la liste\u00a0: une note est peut-être arrivée. Rien n'a été enregistré.",
  ],
  'changed-meanwhile': [
    409,
    "Quelqu'un a décidé de cette absence entre-temps. Rien n'a été enregistré\u00a0: relisez sa décision.",
  ],
  admitted: [
    409,
    ({ law }) =>
      `Ce candidat est admis\u00a0: son diplôme peut être délivré, et une épreuve de remplacement n'est que pour qui ne peut pas l'avoir (${law.article}). Rien n'a été enregistré.`,
  ],
  'received-later': [
    422,
    "Le justificatif ne peut pas être arrivé après aujourd'hui. Rien n'a été enregistré\u00a0: corrigez sa date.",
    'recu',
  ],
  'too-many': [
    409,
    `Cette absence a déjà eu ${MOST.decisions} décisions. Rien n'a été enregistré\u00a0: écrivez au candidat.`,
  ],
});
