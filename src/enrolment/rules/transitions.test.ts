import { describe, expect, it } from 'vitest';
import { ENROLMENT_LIFE, type Status } from '../enrolment.ts';
import { allows, type Transition } from './transitions.ts';

const standing = (status: Status, changes: object = {}) => ({
  status,
  version: status === 'draft' ? 0 : 1,
  signature: null,
  working: null,
  reserve: null,
  ...changes,
});
const signature = { version: 1, at: Temporal.Instant.fromEpochMilliseconds(0) };
const from = (transition: Transition, changes: object = {}): readonly Status[] =>
  ENROLMENT_LIFE.states.filter((status) => allows(standing(status, changes), transition));

describe('The life of an enrolment', () => {
  it.each<[Transition, readonly Status[], object?]>([
    ['save-step', ['draft', 'registered', 'validated']],
    ['register', ['draft', 'registered', 'validated']],
    ['abandon', ['draft']],
    ['withdraw', ['registered', 'validated']],
    ['abandon-change', []],
    ['abandon-change', ['registered', 'validated'], { working: {} }],
    ['sign', ['registered']],
    ['validate', []],
    ['validate', ['registered'], { signature }],
    ['validate', [], { signature, version: 2 }],
    ['validate', [], { signature, reserve: 'pending' }],
    ['validate', [], { signature, reserve: 'upheld' }],
    ['validate', ['registered'], { signature, reserve: 'lifted' }],
  ])('%s is possible from %j only', (transition, expected, changes) => {
    expect(from(transition, changes)).toEqual(expected);
  });
});
