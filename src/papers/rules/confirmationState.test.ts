import { expect, it } from 'vitest';
import { confirmationState } from './confirmationState.ts';

it('What the pages say of the signature is what remains of its sheet', () => {
  expect(confirmationState('registered', undefined)).toBe('to-sign');
  expect(confirmationState('registered', 'to-give')).toBe('to-sign');
  expect(confirmationState('registered', 'to-correct')).toBe('refused');
  expect(confirmationState('registered', 'late')).toBe('late');
  expect(confirmationState('registered', 'to-hand-over')).toBe('to-hand-over');
  expect(confirmationState('registered', 'with-office')).toBe('signed');
  expect(confirmationState('validated', 'compliant')).toBe('compliant');
});

it('asks for nothing of an enrolment that ended', () => {
  for (const status of ['withdrawn', 'set-aside', 'cancelled'] as const)
    expect(confirmationState(status, 'to-give')).toBe('ended');
});
