/** The addresses of the papers of one enrolment, and where anybody verifies one. */
export const addresses = {
  list: (enrolmentId: string): string => `/candidatures/${enrolmentId}/documents`,
  paper: (enrolmentId: string, paperId: string): string => `/candidatures/${enrolmentId}/documents/${paperId}`,
  pdf: (enrolmentId: string, paperId: string): string => `/candidatures/${enrolmentId}/documents/${paperId}/pdf`,
  download: (enrolmentId: string, paperId: string): string =>
    `/candidatures/${enrolmentId}/documents/${paperId}/pdf?telecharger=1`,
  confirmation: (enrolmentId: string): string => `/candidatures/${enrolmentId}/confirmation`,
  /** On line. */
  sign: (enrolmentId: string): string => `/candidatures/${enrolmentId}/signature`,
  summons: (enrolmentId: string): string => `/candidatures/${enrolmentId}/convocation`,
  results: (enrolmentId: string): string => `/candidatures/${enrolmentId}/resultats`,
  contest: (enrolmentId: string, decisionId: string): string => `/candidatures/${enrolmentId}/recours/${decisionId}`,
  pieces: (enrolmentId: string): string => `/candidatures/${enrolmentId}/justificatifs`,
  piece: (enrolmentId: string, code: string): string => `/candidatures/${enrolmentId}/justificatifs/${code}`,
  verify: '/verifier',
  /** What a telephone reads in a square code: capitals alone, which it packs tightest. */
  square: (publicUrl: URL, signs: string): string => `${publicUrl.origin.toUpperCase()}/V/${signs}`,
};
