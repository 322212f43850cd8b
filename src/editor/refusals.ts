import { onePersonInWords } from '../accounts/index.ts';
import { refusalTable } from '../platform/http/refusalTable.ts';
import type { DraftRefusal } from './draft.ts';
import { texts } from './texts.ts';

export const refusals = refusalTable<DraftRefusal>({
  'changed-meanwhile': [409, texts.refusals['changed-meanwhile']],
  'not-open': [409, texts.refusals['not-open']],
  'not-submitted': [409, texts.refusals['not-submitted']],
  'nothing-changed': [422, texts.refusals['nothing-changed']],
  faulty: [422, texts.refusals.faulty],
  'one-person': [403, onePersonInWords],
  'other-rules-in-force': [409, texts.refusals['other-rules-in-force']],
  'cases-not-run': [503, texts.refusals['cases-not-run']],
  'reason-needed': [422, texts.refusals['reason-needed']],
  'control-character': [422, texts.refusals['control-character']],
  'too-big': [422, texts.refusals['too-big']],
  'running-session': [422, texts.refusals['running-session']],
  'closing-unconfirmed': [422, texts.refusals['closing-unconfirmed']],
  'mail-loses': [422, ({ lost }) => texts.mailLoses(lost)],
  'choice-needed': [422, texts.refusals['choice-needed']],
  'other-academy': [403, ({ names }) => texts.otherAcademy(names)],
  'loses-enrolments': [422, texts.refusals['loses-enrolments']],
});
