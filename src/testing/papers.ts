/** The room of papers whole, for the tests of the rooms that issue some. */
export { mailsTo, openPapers, type Papers, ROOMS } from '../papers/testing.ts';
/** What a reader program finds in a PDF. */
export { beyondMargins, hasWords, MARGINS, pagesOf } from '../papers/testingPdf.ts';
