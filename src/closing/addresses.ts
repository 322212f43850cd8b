import type { EnrolmentId } from '../enrolment/index.ts';

/** The candidate's; the office's stand at its door. */
export const addresses = {
  observations: (id: EnrolmentId | string): string => `/candidatures/${id}/observations`,
};
