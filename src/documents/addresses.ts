/** Everything that an enrolment was given; what the office published, one by one. */
export const addresses = {
  all: (enrolmentId: string): string => `/candidatures/${enrolmentId}/documents.zip`,
  given: (enrolmentId: string, publicationId: string): string =>
    `/candidatures/${enrolmentId}/documents/bureau/${publicationId}`,
  givenPdf: (enrolmentId: string, publicationId: string): string =>
    `/candidatures/${enrolmentId}/documents/bureau/${publicationId}/pdf`,
  givenDownload: (enrolmentId: string, publicationId: string): string =>
    `/candidatures/${enrolmentId}/documents/bureau/${publicationId}/pdf?telecharger=1`,
};
