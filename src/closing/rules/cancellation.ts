import { waitsToBeRead } from '../../keptFiles/index.ts';
import { ordinaryFiles } from '../../pieces/index.ts';
import type { Cancellation, CancellationState } from '../cancellation.ts';
import type { FileCase } from '../fileCase.ts';
import type { Refusal } from '../refusals.ts';

/** What a person does with a cancellation that stands. */
export type Step = 'approve' | 'drop' | 'undo' | 'reverse';

export const STEPS: Readonly<Record<Step, { readonly from: CancellationState; readonly to: CancellationState }>> = {
  approve: { from: 'proposed', to: 'approved' },
  drop: { from: 'proposed', to: 'dropped' },
  undo: { from: 'approved', to: 'undone' },
  reverse: { from: 'done', to: 'reversed' },
};

/** Why this file can't be cancelled; null: an invitation has run out and what it asked for is still missing. */
export function whyNotCancelled({ found, pieces }: Pick<FileCase, 'found' | 'pieces'>): Refusal | null {
  if (waitsToBeRead(ordinaryFiles(pieces))) return { code: 'being-read' };
  if (found === null) return { code: 'nothing-missing' };
  if (found.state === 'apart') return { code: 'begun-in-time' };
  return found.state === 'expired' ? null : { code: 'not-expired' };
}

/** Has this person already taken this step? */
export function isTakenBy(
  { state, approvedBy, closedBy }: Pick<Cancellation, 'state' | 'approvedBy' | 'closedBy'>,
  step: Step,
  who: string,
): boolean {
  return state === STEPS[step].to && (step === 'approve' ? approvedBy : closedBy) === who;
}

/** Why this step can't be taken now, whoever asks. */
export function whyNotTaken({ state }: Pick<Cancellation, 'state'>, step: Step): Refusal | null {
  return state === STEPS[step].from ? null : { code: 'decided-meanwhile' };
}
