import { type Enrolment, isSigned, LIVING, RUNNING, type Status } from '../enrolment.ts';

/** Every act that moves an enrolment (docs/product.md, « The life of an enrolment »). */
export type Transition = 'save-step' | 'register' | 'abandon-change' | 'withdraw' | 'sign' | 'validate';

const FROM: Readonly<Record<Transition, readonly Status[]>> = {
  // Of a registered enrolment, the first step saved makes the working copy.
  'save-step': LIVING,
  register: LIVING,
  'abandon-change': RUNNING,
  withdraw: LIVING,
  sign: ['registered'],
  validate: ['registered'],
};

type Standing = Pick<Enrolment, 'status' | 'version' | 'signature' | 'working' | 'reserve'>;

/** May this act happen from here? The window and the person are asked elsewhere. */
export function allows(enrolment: Standing, transition: Transition): boolean {
  if (!FROM[transition].includes(enrolment.status)) return false;
  if (transition === 'abandon-change') return enrolment.working !== null;
  // Under reserve: not before a person has lifted it.
  const { reserve } = enrolment;
  return transition !== 'validate' || (isSigned(enrolment) && (reserve === null || reserve === 'lifted'));
}
