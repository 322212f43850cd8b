import type { EnrolmentId } from '../enrolment/index.ts';

/** The candidate's; the office's stand at its door. */
export const addresses = {
  messages: (id: EnrolmentId | string): string => `/candidatures/${id}/messages`,
};
