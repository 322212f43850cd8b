/** The candidate's; the office's stand at its door. */
export const addresses = {
  own: (enrolmentId: string, hearing: string): string => `/candidatures/${enrolmentId}/procedures/${hearing}`,
};
