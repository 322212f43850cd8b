import { createInspector } from '../platform/documents/inspector.ts';
import { createPdfRenderer } from '../platform/pdf/renderPdf.ts';

/**
 * What reads files and what sets papers, for all files of tests that a process runs one after the other: to start them takes more than
 * most of these give them to do. Begun by the first order and gone with the process; a test of theirs hires its own.
 */
export const inspector = createInspector();
export const pdf = createPdfRenderer();
