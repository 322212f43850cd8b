/** What a reader program finds in a PDF, for the tests of the rooms that print some. */
export { nodes, pagesOf, readPdf } from '../papers/testingPdf.ts';
