import type { DraftRefusal } from './draft.ts';
import { texts } from './texts.ts';

export const REFUSAL_STATUS: Readonly<Record<DraftRefusal['code'], number>> = {
  'changed-meanwhile': 409,
  'not-open': 409,
  'not-submitted': 409,
  'nothing-changed': 422,
  faulty: 422,
  'own-work': 403,
  'other-rules-in-force': 409,
  'cases-not-run': 503,
  'reason-needed': 422,
  'control-character': 422,
  'too-big': 422,
  'running-session': 422,
  'closing-unconfirmed': 422,
  'mail-loses': 422,
  'choice-needed': 422,
  'loses-enrolments': 422,
};

export function refusalInWords(refusal: DraftRefusal): string {
  if (refusal.code === 'mail-loses') return texts.mailLoses(refusal.lost);
  return texts.refusals[refusal.code];
}
