/** The candidate's; the office's stand at its door. */
export const addresses = {
  own: (enrolmentId: string, hearing: string): string => `/candidatures/${enrolmentId}/procedures/${hearing}`,
  /** As invitations that were sent before name it: the last to regularise. */
  regularisation: (enrolmentId: string): string => `/candidatures/${enrolmentId}/observations`,
};
