/** Everything that an enrolment was given; what the office published, one by one. */
export const addresses = {
  all: (enrolmentId: string): string => `/candidatures/${enrolmentId}/documents.zip`,
  published: (enrolmentId: string, publicationId: string): string =>
    `/candidatures/${enrolmentId}/documents/bureau/${publicationId}`,
  publishedPdf: (enrolmentId: string, publicationId: string): string =>
    `/candidatures/${enrolmentId}/documents/bureau/${publicationId}/pdf`,
  publishedDownload: (enrolmentId: string, publicationId: string): string =>
    `/candidatures/${enrolmentId}/documents/bureau/${publicationId}/pdf?telecharger=1`,
};
