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
  /** A candidate sends the link to whoever answers for them, and takes it back. */
  sendDoor: (enrolmentId: string): string => `${sign(enrolmentId)}/lien`,
  endDoor: (enrolmentId: string): string => `${sign(enrolmentId)}/lien/retirer`,
  /** What that link opens, without an account. */
  door: (token: string): string => `/signer/${token}`,
  doorAsked: (token: string): string => `/signer/${token}?code=envoye`,
  doorCode: (token: string): string => `/signer/${token}/code`,
  openDoor: (token: string): string => `/signer/${token}/ouvrir`,
  refuse: (token: string): string => `/signer/${token}/refuser`,
};
