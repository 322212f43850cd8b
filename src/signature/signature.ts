import { columns, instant, integer, oneOf, type RowOf, text } from '../platform/database/columns.ts';

/** The signature of a confirmation on line (*signature en ligne*). Read this file first. */

/** Who signs: the candidate and, of a minor, whoever answers for them. */
const SIGNERS = ['candidate', 'representative'] as const;
export type SignerRole = (typeof SIGNERS)[number];

/** How the person was recognised: by the password of the account, or by a code mailed to an address. */
const RECOGNISED = ['password', 'mail-code'] as const;
export type Recognised = (typeof RECOGNISED)[number];

export const SIGNATURE = columns({
  version: integer,
  signer: oneOf(SIGNERS),
  /** « Camille Martin », as the page called them. */
  name: text,
  /** The account's, or the representative's as the candidate declared it. */
  address: text,
  recognised: oneOf(RECOGNISED),
  /** What was ticked. */
  sentence: text,
  /** Of the confirmation: `BP24-00127-K-C2`. */
  reference: text,
  contentSha256: text,
  pdfSha256: text,
  signedAt: instant,
});
/**
 * What is kept of one signature, for ever: nobody can change it. `version` is that of the enrolment; the hashes are SHA-256, in 64
 * figures, of what was on the page and of the PDF as it was issued.
 */
export type OnlineSignature = RowOf<typeof SIGNATURE>;
