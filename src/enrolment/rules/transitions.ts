import { type Enrolment, isBeingChanged, isSigned, type Status } from '../enrolment.ts';

/** Every act that moves an enrolment (product.md, section 3). */
export type Transition =
  | 'save-step'
  | 'register'
  | 'begin-change'
  | 'abandon-change'
  | 'withdraw'
  | 'sign'
  | 'validate'
  | 'set-aside'
  | 'cancel';

const FROM: Readonly<Record<Transition, readonly Status[]>> = {
  'save-step': ['draft', 'registered', 'validated'],
  register: ['draft', 'registered', 'validated'],
  'begin-change': ['registered', 'validated'],
  'abandon-change': ['registered', 'validated'],
  withdraw: ['draft', 'registered', 'validated'],
  sign: ['registered'],
  validate: ['registered'],
  'set-aside': ['registered', 'validated'],
  cancel: ['registered'],
};

type Standing = Pick<Enrolment, 'status' | 'version' | 'signature' | 'working'>;

/** May this act happen from here? The window and the person are asked elsewhere. */
export function allows(enrolment: Standing, transition: Transition): boolean {
  if (!FROM[transition].includes(enrolment.status)) return false;
  switch (transition) {
    case 'save-step':
      return enrolment.status === 'draft' || isBeingChanged(enrolment);
    case 'begin-change':
      return !isBeingChanged(enrolment);
    case 'register':
    case 'abandon-change':
      return enrolment.working !== null;
    case 'validate':
      return isSigned(enrolment);
    default:
      return true;
  }
}
