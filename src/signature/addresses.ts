import { paperAddresses } from '../papers/index.ts';

const sign = paperAddresses.sign;

/** The pages of a signature on line. */
export const addresses = {
  /** On paper. */
  confirmation: paperAddresses.confirmation,
  sign,
  /** The same page, with a code in the place of the password. */
  byCode: (enrolmentId: string): string => `${sign(enrolmentId)}?par=code`,
  code: (enrolmentId: string): string => `${sign(enrolmentId)}/code`,
};
