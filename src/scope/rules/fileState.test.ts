import { describe, expect, it } from 'vitest';
import type { AccountId, StaffMember } from '../../accounts/index.ts';
import type { Enrolment, EnrolmentStatus } from '../../enrolment/index.ts';
import { FILE_STATES, SOUGHT } from '../scope.ts';
import {
  FILE_LOOKS,
  FILE_STATE_NAMES,
  fileStateOf,
  isEnded,
  progressState,
  readFileState,
  readSought,
  SOUGHT_NAMES,
} from './fileState.ts';
import { peopleOf } from './people.ts';

const signature = { version: 2, at: Temporal.Instant.from('2023-11-15T10:00:00Z'), way: 'paper' as const };
const enrolment = (status: EnrolmentStatus, changes: Partial<Enrolment> = {}): Enrolment =>
  ({ status, version: 2, signature: null, ...changes }) as Enrolment;

describe('The state of a file', () => {
  it.each<[EnrolmentStatus, string]>([
    ['registered', 'to-sign'],
    ['draft', 'to-sign'],
    ['validated', 'validated'],
    ['withdrawn', 'withdrawn'],
    ['abandoned', 'withdrawn'],
    ['set-aside', 'set-aside'],
    ['cancelled', 'cancelled'],
  ])('%s is %s', (status, expected) => {
    expect(fileStateOf(enrolment(status))).toBe(expected);
  });

  it('is signed by the signature of its last version, and by no older one', () => {
    expect(fileStateOf(enrolment('registered', { signature }))).toBe('signed');
    expect(fileStateOf(enrolment('registered', { signature, version: 3 }))).toBe('to-sign');
    expect(fileStateOf(enrolment('validated', { signature }))).toBe('validated');
  });

  it('is under reserve while a person has to decide, signed or not', () => {
    expect(fileStateOf(enrolment('registered', { signature, reserve: 'pending' }))).toBe('under-reserve');
    expect(fileStateOf(enrolment('registered', { signature, reserve: 'lifted' }))).toBe('signed');
    expect(fileStateOf(enrolment('set-aside', { reserve: 'upheld' }))).toBe('set-aside');
  });

  it('comes back from its name in addresses, and has a look', () => {
    const names = FILE_STATES.map((state) => FILE_STATE_NAMES[state]);
    expect(names).toEqual(['sous-reserve', 'a-signer', 'signees', 'validees', 'retirees', 'ecartees', 'annulees']);
    expect(names.map(readFileState)).toEqual(FILE_STATES);
    for (const nonsense of [undefined, '', 'signed', 'signees-completes']) expect(readFileState(nonsense)).toBeNull();
    expect(SOUGHT.map((sought) => readSought(SOUGHT_NAMES[sought]))).toEqual(SOUGHT);
    for (const nonsense of [undefined, '', 'all-given']) expect(readSought(nonsense)).toBeNull();
    expect(FILE_STATES.map((state) => FILE_LOOKS[state])).toEqual([
      'late',
      'missing',
      'received',
      'compliant',
      'irrelevant',
      'irrelevant',
      'refused',
    ]);
  });

  it('is an end once withdrawn, set aside or cancelled', () => {
    expect(FILE_STATES.filter(isEnded)).toEqual(['withdrawn', 'set-aside', 'cancelled']);
  });

  it.each([
    [0, 0, 'todo'],
    [0, 3, 'todo'],
    [1, 3, 'partial'],
    [3, 3, 'done'],
    [4, 3, 'done'],
    [1, 0, 'partial'],
  ])('%i of %i is %s', (done, total, expected) => {
    expect(progressState(done, total)).toBe(expected);
  });
});

describe('Who did something', () => {
  const people = peopleOf([{ accountId: 's1' as AccountId, name: 'Dominique Puy' } as StaffMember], 'me');
  it.each<[Parameters<typeof people>[0], string | null, string]>([
    ['staff', 's1', 'Dominique Puy'],
    ['staff', 'me', 'vous'],
    ['staff', 'gone', 'une personne du rectorat'],
    ['staff', null, 'une personne du rectorat'],
    ['candidate', 'x', 'le candidat'],
    ['system', null, 'Registre'],
    ['visitor', null, 'un visiteur'],
  ])('%s %s', (kind, id, expected) => {
    expect(people(kind, id)).toBe(expected);
  });
});
