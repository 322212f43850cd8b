import type { EnrolmentDeps } from '../enrolment/index.ts';
import type { Outbox } from '../platform/mail/outbox.ts';

/** What somebody is told with. */
export type PostDeps = Pick<EnrolmentDeps, 'catalogue' | 'findCandidate'> & {
  readonly outbox: Outbox;
  /** Links in mails are absolute. */
  readonly publicUrl: URL;
};
