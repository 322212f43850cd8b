import { actDeps, type LetterDeskDeps } from '../papers/index.ts';
import { askedText, type Signable } from '../scope/index.ts';
import { decidePreparedReplacement } from './actions/decideReplacement.ts';
import { addresses } from './addresses.ts';
import { REPLACEMENT } from './decisions.ts';
import { factsOfAbsence } from './readAbsences.ts';
import { refusals } from './refusals.ts';
import { WORDS } from './replacement.ts';
import { preparedInWords } from './texts.ts';

/** A second chance for who was absent for a reason. */
export const REPLACED: Signable<LetterDeskDeps> = {
  declared: REPLACEMENT,
  longest: WORDS,
  address: ({ session }) => addresses.list({ session }),
  says: preparedInWords,
  facts: ({ db, catalogue }, { enrolment }, { unit }) => factsOfAbsence(db, catalogue(), enrolment, String(unit)),
  sign: (deps, act, { enrolment, staff }, { asked }, words) => {
    const order = { enrolment, asked, words, by: staff.accountId };
    return askedText(decidePreparedReplacement(actDeps(deps), act, order), refusals);
  },
};
