import type { EnrolmentId } from '../enrolment/index.ts';
import type { JudgedUnit, Judgement } from './rules/average.ts';

/** What becomes of one unit, and where it is known from. */
export type UnitAccount = JudgedUnit & {
  readonly title: string;
  readonly code: string | null;
  /** Of a kept or carried mark. */
  readonly obtainedOn: Temporal.PlainDate | null;
  /** Of an exemption. */
  readonly ground: string | null;
};

/** All units of one candidate at this session, judged. */
export type Account = {
  readonly enrolmentId: EnrolmentId;
  readonly number: string;
  readonly speciality: string;
  readonly form: 'GLOBAL' | 'PROGRESSIVE';
  readonly units: readonly UnitAccount[];
  readonly judgement: Judgement;
};
