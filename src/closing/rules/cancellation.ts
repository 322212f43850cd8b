import { waitsToBeRead } from '../../keptFiles/index.ts';
import { ordinaryFiles } from '../../pieces/index.ts';
import { CANCELLATION_LIFE, type Cancellation } from '../cancellation.ts';
import type { FileCase } from '../fileCase.ts';
import type { Refusal } from '../refusals.ts';

/** What a person does with a cancellation that stands. */
export const STEPS = ['approve', 'drop', 'undo', 'reverse'] as const;
export type CancellationStep = (typeof STEPS)[number];

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
  step: CancellationStep,
  who: string,
): boolean {
  return state === CANCELLATION_LIFE.acts[step].to && (step === 'approve' ? approvedBy : closedBy) === who;
}
