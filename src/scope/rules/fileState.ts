import { type Enrolment, isSigned } from '../../enrolment/index.ts';
import type { StatusName, StepState } from '../../ui/index.ts';
import { FILE_STATES, type FileState, SOUGHT, type Sought } from '../scope.ts';

/** Where a registered enrolment stands, as the office sorts its files. A draft isn't one of them. */
export function fileStateOf(enrolment: Enrolment): FileState {
  switch (enrolment.status) {
    case 'registered':
    case 'draft':
      if (enrolment.reserve === 'pending') return 'under-reserve';
      // The decision is signed: the enrolment ends once its candidate is notified.
      if (enrolment.reserve === 'upheld') return 'set-aside';
      return isSigned(enrolment) ? 'signed' : 'to-sign';
    case 'abandoned':
      return 'withdrawn';
    default:
      return enrolment.status;
  }
}

/** The pill of a file. */
export const FILE_LOOKS: Readonly<Record<FileState, StatusName>> = {
  'under-reserve': 'late',
  'to-sign': 'missing',
  signed: 'received',
  validated: 'compliant',
  withdrawn: 'irrelevant',
  'set-aside': 'irrelevant',
  cancelled: 'refused',
};

export function isEnded(state: FileState): boolean {
  return state === 'withdrawn' || state === 'set-aside' || state === 'cancelled';
}

/** Done, begun or not: for things that are counted. */
export function progressState(done: number, total: number): StepState {
  if (total > 0 && done >= total) return 'done';
  return done > 0 ? 'partial' : 'todo';
}

/** Names in addresses. */
export const FILE_STATE_NAMES: Readonly<Record<FileState, string>> = {
  'under-reserve': 'sous-reserve',
  'to-sign': 'a-signer',
  signed: 'signees',
  validated: 'validees',
  withdrawn: 'retirees',
  'set-aside': 'ecartees',
  cancelled: 'annulees',
};

export const SOUGHT_NAMES: Readonly<Record<Sought, string>> = {
  ...FILE_STATE_NAMES,
  'missing-pieces': 'signees-incompletes',
  'all-given': 'signees-completes',
  complete: 'completes',
  incomplete: 'incompletes',
  unsigned: 'a-signer-incompletes',
};

export function readSought(text: string | undefined): Sought | null {
  return SOUGHT.find((sought) => SOUGHT_NAMES[sought] === text) ?? null;
}

export function readFileState(text: string | undefined): FileState | null {
  return FILE_STATES.find((state) => FILE_STATE_NAMES[state] === text) ?? null;
}
