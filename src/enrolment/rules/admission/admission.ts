import type { Admission } from '../../../catalogue/index.ts';
import { keysOf } from '../../../platform/keys.ts';
import { type EligibilityFacts, type EligibilityRules, type Judged, pharmacyAsked, type Reason } from '../verdict.ts';
import { judgeNationalService, judgeResidence } from './citizen.ts';
import { judgeFormerForm, judgeFormerOrDistance } from './formerCandidate.ts';
import { judgeMajority } from './majority.ts';
import { judgePharmacy } from './pharmacy.ts';
import { judgePractice } from './practice.ts';
import { judgeTraining } from './training.ts';
import { judgeWorkPlacement } from './workPlacement.ts';

type Asked = Required<Admission>;
/** Judges one condition, with the figures and the source that the exam's pack gives it. */
type Evaluator<Name extends keyof Asked> = (
  asked: NonNullable<Admission[Name]>,
  facts: EligibilityFacts,
  rules: EligibilityRules,
) => Judged;

const only = (...reasons: readonly Reason[]): Judged => ({ reasons });
const nothing: Judged = { reasons: [] };

/** Every condition that a pack can switch on, in the order in which people read them. */
const EVALUATORS: { readonly [Name in keyof Asked]: Evaluator<Name> } = {
  formerOrDistance: (asked, facts) => only(judgeFormerOrDistance(asked, facts)),
  formerForm: (asked, facts) => only(...judgeFormerForm(asked, facts)),
  majority: (asked, facts, rules) => only(judgeMajority(asked, facts, rules)),
  training: (asked, facts, rules) => only(...judgeTraining(asked, facts, rules)),
  practice: (asked, facts, rules) => (pharmacyAsked(rules) === null ? judgePractice(asked, facts, rules) : nothing),
  pharmacy: (asked, facts, rules) => (pharmacyAsked(rules) === null ? nothing : judgePharmacy(asked, facts, rules)),
  workPlacement: (_, __, rules) => only(...judgeWorkPlacement(rules)),
  residence: (asked, facts) => only(judgeResidence(asked, facts)),
  nationalService: (asked, facts) => only(judgeNationalService(asked, facts)),
};

/** The conditions that the exam's pack switches on. */
export function judgeAdmission(facts: EligibilityFacts, rules: EligibilityRules): readonly Judged[] {
  return keysOf(EVALUATORS).map((name) => judgeOne(name, facts, rules));
}

function judgeOne<Name extends keyof Asked>(name: Name, facts: EligibilityFacts, rules: EligibilityRules): Judged {
  const asked: Admission[Name] = rules.admission[name];
  return asked === undefined ? nothing : EVALUATORS[name](asked, facts, rules);
}
