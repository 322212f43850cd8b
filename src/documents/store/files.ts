import { sql } from 'kysely';
import { type FilesOf, ledgerOf, scansOf, UNSCANNED } from '../../keptFiles/index.ts';
import { UUID_PATTERN } from '../../platform/uuid.ts';
import { OFFICE_DOCUMENT } from '../document.ts';

/** Where a file is kept: one for all who get it. */
export const folderOf = (academy: string): string => `publications/${academy}`;

/** A draft that nobody published in time keeps its file no longer. */
const KEPT = sql`(ordered_at is not null or abandoned_at is null and created_at > now() - make_interval(hours => ${OFFICE_DOCUMENT.draftHours}::int))`;
const FILES: FilesOf = {
  table: sql`publication`,
  makes: new RegExp(`^publications/[a-z0-9-]+/${UUID_PATTERN}$`),
  kept: KEPT,
  cameAt: sql`created_at`,
};

/** The documents of the office. */
export const officeDocumentLedger = ledgerOf(FILES);

export const documentScans = scansOf(FILES, UNSCANNED);
