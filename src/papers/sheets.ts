import { listPieces, SIGNED_CONFIRMATION } from '../pieces/index.ts';
import type { Database } from '../platform/database/database.ts';
import type { Inspector } from '../platform/documents/inspector.ts';
import { isGenuine } from './actions/verifyPaper.ts';
import type { PapersDeps } from './deps.ts';
import { judgeSheet, type ReadPage } from './rules/sheetReading.ts';
import { sheetForCandidate, sheetForOfficer } from './sheetTexts.ts';
import { insertReading, listReadings } from './store/sheets.ts';
import { findLatest } from './store.ts';
import { readSquare } from './verification/square.ts';

type SheetDeps = Pick<PapersDeps, 'db' | 'files' | 'events' | 'jobs'> & {
  readonly inspector: Pick<Inspector, 'readSquares'>;
};

/** The square codes of the signed confirmations that candidates give. */
export type Sheets = {
  /** Of the files that count and weren't read yet. Harmless twice; fails for nothing that a file does. */
  readonly read: (enrolmentId: string) => Promise<void>;
  /** Of the last file; null: nothing to say. */
  readonly warning: (enrolmentId: string) => Promise<string | null>;
};

/** Read at once, for whoever has just given it, and by a job where that was cut. A hint, never a decision. */
export function openSheets(deps: SheetDeps): Sheets {
  const { db, events, jobs } = deps;
  const read = (enrolmentId: string): Promise<void> => readSheets(deps, enrolmentId);
  jobs.handle('sheet.read', ({ enrolmentId }) => read(enrolmentId));
  events.subscribe('piece.deposited', 'tell', async (tx, { payload: { enrolmentId, code } }) => {
    if (code === SIGNED_CONFIRMATION) await jobs.enqueue(tx, 'sheet.read', { enrolmentId }, 20);
  });
  return {
    read,
    warning: async (enrolmentId) => {
      const [file] = (await sheetFiles(db, enrolmentId)).toReversed();
      const reading = file === undefined ? undefined : (await listReadings(db, enrolmentId)).get(file.id);
      return reading === undefined ? null : sheetForCandidate(reading);
    },
  };
}

async function sheetFiles(db: Database, enrolmentId: string) {
  const sheet = (await listPieces(db, enrolmentId)).find(({ code }) => code === SIGNED_CONFIRMATION);
  return sheet?.files ?? [];
}

async function readSheets({ db, files, inspector }: SheetDeps, enrolmentId: string): Promise<void> {
  const latest = await findLatest(db, enrolmentId, 'confirmation');
  if (latest === null) return;
  const known = await listReadings(db, enrolmentId);
  for (const { id: depositId, fileKey } of await sheetFiles(db, enrolmentId)) {
    if (known.has(depositId)) continue;
    const squares = await inspector.readSquares({ owner: enrolmentId, read: () => files.read(fileKey) });
    if (squares === null) continue;
    const read: ReadPage[] = [];
    for (const text of squares) {
      const found = text === null ? null : readSquare(text);
      if (found !== null && (await isGenuine(db, found)))
        read.push({ reference: found.square.reference, page: found.square.page });
    }
    const pages = latest.content.pages ?? 1;
    const enrolment = { id: enrolmentId, academy: latest.academy, session: latest.session };
    await insertReading(db, { depositId, enrolment, reading: judgeSheet(read, { ...latest, pages }) });
  }
}

/** For the officer who has that file open; null: none, or not read yet. */
export async function sheetHint(db: Database, enrolmentId: string, depositId: string): Promise<string | null> {
  const reading = (await listReadings(db, enrolmentId)).get(depositId);
  return reading === undefined ? null : sheetForOfficer(reading);
}
