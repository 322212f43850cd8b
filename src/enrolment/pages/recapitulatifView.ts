import type { Exam } from '../../catalogue/index.ts';
import type { Chrome, Contact, Flash, FormState, Line } from '../../ui/index.ts';
import type { Enrolment } from '../enrolment.ts';
import type { Pen } from '../pen.ts';
import type { Refusal } from '../refusals.ts';
import type { ReserveAhead } from '../reserve.ts';
import type { SummaryBlock } from '../summary.ts';
import type { ShownVersion } from '../versions.ts';
import type { PlaceInSteps } from './stepPage.tsx';

export type RecapitulatifView = {
  readonly pen: Pen;
  readonly chrome: Chrome;
  readonly place: PlaceInSteps;
  readonly enrolment: Enrolment;
  readonly civilStatus: readonly Line[];
  readonly blocks: readonly SummaryBlock[];
  /** What each changed line was before, by « step name »; empty for a draft. */
  readonly changes: ReadonlyMap<string, string>;
  /** The same, each with its label and what it is now. */
  readonly differences: ShownVersion['changes'];
  readonly ahead: ReserveAhead;
  /** Whom to ask about a condition. */
  readonly contacts: readonly Contact[];
  readonly exam: Exam;
  readonly freeForm: boolean;
  readonly state: FormState;
  readonly csrf: string;
  readonly idempotencyKey: string;
  /** Why nothing can be changed or registered now; null while it can. */
  readonly shut: Refusal | null;
  /** Of the answers shown: what is certified is what was read. */
  readonly stamp: string;
  /** Electronic notices: accepted by this candidate already, or not yet; asked of nobody else. */
  readonly notice: 'offered' | 'accepted' | 'not-asked';
  readonly flash: Flash | null;
};
