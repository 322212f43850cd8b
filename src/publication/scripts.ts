import type { EnrolmentId } from '../enrolment/index.ts';
import { columns, day, id, integer, nullable, oneOf, type RowOf, text, uuid } from '../platform/database/columns.ts';

/** The scan of a script (*copie*) that its candidate asked to see (decision 144): as its examiners left it, until a last day. */
export const SCRIPT = columns({
  id: uuid,
  caseId: uuid,
  enrolmentId: id<EnrolmentId>(),
  academy: text,
  session: text,
  unit: text,
  fileKey: text,
  size: integer,
  pages: integer,
  /** What the antivirus says; null: there was none when it came. */
  scan: nullable(oneOf(['waiting', 'clean', 'infected'])),
  /** Of its bytes, found by the nightly check. */
  fault: nullable(oneOf(['missing', 'altered'])),
  /** The last day on which it is shown; its bytes go after. */
  until: day,
});
export type ScriptScan = RowOf<typeof SCRIPT>;

export const SCRIPTS = {
  /** Of one request. */
  each: 40,
  /** Of our rendering, once its marks are on it: twice the largest that is kept. */
  shownBytes: 10 * 1024 * 1024,
  pages: 100,
} as const;

/** Where the exam's rules give no time to ask. */
export const SHOWN_DAYS = 365;
/** Whoever asked in time has so long, though the script came late. */
export const LEAST_DAYS = 30;
