import { createInspector } from '../platform/documents/inspector.ts';
import { createPdfRenderer } from '../platform/pdf/renderPdf.ts';
import type { TableReader } from '../platform/tables/reader.ts';
import { readTable } from '../platform/tables/readTable.ts';

/**
 * What reads files and what sets papers, for all files of tests that a process runs one after the other: to start them takes more than
 * most of these give them to do. Begun by the first order and gone with the process; a test of theirs hires its own.
 */
export const inspector = createInspector();
export const pdf = createPdfRenderer();

/** Without a thread of its own. */
export const tables: Pick<TableReader, 'read'> = { read: readTable };
