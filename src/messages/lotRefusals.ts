import { decisionRefusals, type OnLineRefusal } from '../decisions/index.ts';
import { type ManyRefusal, manyRefusals } from '../lots/index.ts';
import { refusalTable } from '../platform/http/refusalTable.ts';
import { listing, quoted, wholeNumber } from '../ui/index.ts';
import { LOT } from './office.ts';
import { asWritten, TEMPLATE_VARIABLES } from './rules/variables.ts';

/** Why a message isn't sent to a list. */
export type LotRefusal =
  | OnLineRefusal
  | ManyRefusal
  | { readonly code: 'too-many-lots' }
  | { readonly code: 'lot-variable'; readonly name: string }
  | { readonly code: 'lot-brace' };

const usable = TEMPLATE_VARIABLES.filter((name) => name !== 'piece');

export const lotRefusals = refusalTable<LotRefusal>({
  'on-line-words': decisionRefusals['on-line-words'],
  ...manyRefusals({ what: 'ce message', nothing: "Rien n'est envoyé.", most: LOT.people }),
  'too-many-lots': [
    429,
    `Vous avez déjà écrit à ${wholeNumber(LOT.daily)} listes en 24\u00a0heures. Rien n'est envoyé\u00a0: recommencez demain.`,
  ],
  'lot-variable': [
    422,
    ({ name }) =>
      `Rien ne remplit ${quoted(`{${name}}`)} pour chacun de la liste. Les variables sont ${listing(usable.map(asWritten))}. Rien n'est envoyé.`,
    'message',
  ],
  'lot-brace': [
    422,
    "Une accolade est seule dans ce texte. Enlevez-la, ou écrivez par exemple {numéro}. Rien n'est envoyé.",
    'message',
  ],
});
