import { type EnrolmentStatus, isRunning } from '../../enrolment/index.ts';

/** Of one enrolment, all that the closing of its candidate's account asks. */
export type ClosingFile = {
  readonly status: EnrolmentStatus;
  /** A place is given to them by the plan that is published. */
  readonly seated: boolean;
  /** A result of theirs can be read. */
  readonly published: boolean;
  /** Admitted to sit a unit again since that result, or without one. */
  readonly again: boolean;
  /** The last day on which its session may be sat is over. */
  readonly over: boolean;
  /** A request after the results, or an appeal, waits for its answer. */
  readonly asked: boolean;
  /** They are invited to answer before a decision that isn't taken. */
  readonly heard: boolean;
};

export type WhyNotClosed = 'withdraw' | 'exam' | 'replacement' | 'case' | 'hearing';

/**
 * What keeps this account open, enrolment by enrolment; null: nothing. What is under way needs somebody who can be told, and who may answer;
 * a result that was told, and the time of its session, end it (decision 206).
 */
export function whyNotClosed(file: ClosingFile): WhyNotClosed | null {
  if (file.asked) return 'case';
  if (file.heard) return 'hearing';
  if (!isRunning(file) || file.over) return null;
  if (file.again) return 'replacement';
  if (file.published) return null;
  return file.seated ? 'exam' : 'withdraw';
}
