import { onePersonInWords } from '../accounts/index.ts';
import { refusalTable } from '../platform/http/refusalTable.ts';
import type { ExtensionRefusal } from './extension.ts';
import { texts } from './texts/extensions.ts';

const say = texts.refusals;

export const extensionRefusals = refusalTable<ExtensionRefusal>({
  'not-found': [422, say['not-found']],
  'no-length': [422, say['no-length']],
  'nothing-moves': [422, say['nothing-moves']],
  'still-past': [422, say['still-past']],
  impossible: [422, say.impossible],
  busy: [503, say.busy],
  'decided-meanwhile': [409, say['decided-meanwhile']],
  'rules-changed': [409, say['rules-changed']],
  'one-person': [403, onePersonInWords],
});
