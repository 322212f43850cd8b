import { accountRefusals } from '../../../accounts/index.ts';
import { enrolmentRefusals, enrolmentTexts } from '../../../enrolment/index.ts';
import { fileRefusals } from '../../../keptFiles/index.ts';
import type { Fault } from '../../../ui/index.ts';
import type { TypingRefusal } from '../../actions/typeForCandidate.ts';
import { proofField } from '../pages/typingPage.tsx';
import { typingTexts as say } from '../typingTexts.ts';

const OWN_WORDS: Readonly<Record<string, string>> = enrolmentTexts.entry.refusals;

export function typingFault(refusal: TypingRefusal): { readonly fault: Fault; readonly status: number } {
  switch (refusal.code) {
    case 'proof':
      return refusal.why === null
        ? { fault: { field: proofField.name, message: say.proofMissing }, status: 422 }
        : {
            fault: { field: proofField.name, message: fileRefusals.inWords(refusal.why) },
            status: fileRefusals.status(refusal.why),
          };
    case 'account':
      return {
        fault: { field: 'address', message: accountRefusals.inWords(refusal.why) },
        status: accountRefusals.status(refusal.why),
      };
    case 'too-many-proofs':
      return { fault: { field: null, message: say.tooManyProofs }, status: 429 };
    case 'entry':
      return {
        fault: { field: null, message: OWN_WORDS[refusal.why.code] ?? enrolmentRefusals.inWords(refusal.why) },
        status: enrolmentRefusals.status(refusal.why),
      };
  }
}
