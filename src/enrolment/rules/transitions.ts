import { ENROLMENT_LIFE, type Enrolment, isSigned } from '../enrolment.ts';

/** Every act that moves an enrolment (docs/product.md, « The life of an enrolment »). */
export type Transition = 'save-step' | 'register' | 'abandon-change' | 'abandon' | 'withdraw' | 'sign' | 'validate';

type Standing = Pick<Enrolment, 'status' | 'version' | 'signature' | 'working' | 'reserve'>;

/** May this act happen from here? The window and the person are asked elsewhere. */
export function allows(enrolment: Standing, transition: Transition): boolean {
  if (!ENROLMENT_LIFE.may(transition, enrolment.status)) return false;
  if (transition === 'abandon-change') return enrolment.working !== null;
  // Under reserve: not before a person has lifted it.
  const { reserve } = enrolment;
  return transition !== 'validate' || (isSigned(enrolment) && (reserve === null || reserve === 'lifted'));
}
