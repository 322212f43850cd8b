import { listPieces, SIGNED_CONFIRMATION } from '../pieces/index.ts';
import type { Database } from '../platform/database/database.ts';
import type { Inspector } from '../platform/documents/inspector.ts';
import type { Print } from '../platform/documents/readSquares.ts';
import { isGenuine } from './actions/verifyPaper.ts';
import type { PapersDeps } from './deps.ts';
import type { Paper } from './paper.ts';
import { judgeSheet, type ReadPage, readBeside, type SheetReading } from './rules/sheetReading.ts';
import { sheetForCandidate, sheetForOfficer, sheetNote } from './sheetTexts.ts';
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
  /** Of each file that doesn't seem to be what is to be signed, by its deposit. */
  readonly notes: (enrolmentId: string) => Promise<ReadonlyMap<string, string>>;
};

/** Read at once, for whoever has just given it, and by a job where that was cut. A hint, never a decision. */
export function openSheets(deps: SheetDeps): Sheets {
  const { db, events, jobs } = deps;
  const read = (enrolmentId: string): Promise<void> => readSheets(deps, enrolmentId);
  jobs.handle('sheet.read', ({ enrolmentId }) => read(enrolmentId));
  events.subscribe('piece.deposited', 'tell', async (tx, { payload: { enrolmentId, code } }) => {
    if (code === SIGNED_CONFIRMATION) await jobs.enqueue(tx, 'sheet.read', { enrolmentId }, 20);
  });
  events.subscribe('piece.fileRead', 'tell', async (tx, { payload: { enrolmentId, code } }) => {
    if (code === SIGNED_CONFIRMATION) await jobs.enqueue(tx, 'sheet.read', { enrolmentId });
  });
  return {
    read,
    warning: async (enrolmentId) => {
      const last = (await sheetFiles(db, enrolmentId)).at(-1);
      const reading = last === undefined ? null : await readingOf(db, enrolmentId, last.id);
      return reading === null ? null : sheetForCandidate(reading);
    },
    notes: async (enrolmentId) =>
      new Map(
        [...(await listReadings(db, enrolmentId))].flatMap(([depositId, reading]) => {
          const note = sheetNote(reading);
          return note === null ? [] : [[depositId, note] as const];
        }),
      ),
  };
}

async function sheetFiles(db: Database, enrolmentId: string) {
  const sheet = (await listPieces(db, enrolmentId)).find(({ code }) => code === SIGNED_CONFIRMATION);
  return sheet?.files.filter(({ kept }) => !kept.unread) ?? [];
}

async function readSheets({ db, files, inspector }: SheetDeps, enrolmentId: string): Promise<void> {
  const latest = await findLatest(db, enrolmentId, 'confirmation');
  if (latest === null) return;
  const known = await listReadings(db, enrolmentId);
  const print = () => printOf(files, latest);
  for (const { id: depositId, fileKey } of await sheetFiles(db, enrolmentId)) {
    if (known.has(depositId)) continue;
    const seen = await inspector.readSquares({ owner: enrolmentId, read: () => files.read(fileKey), print });
    if (seen === null) continue;
    const read: ReadPage[] = [];
    for (const text of seen.squares) {
      const found = text === null ? null : readSquare(text);
      if (found !== null && (await isGenuine(db, found)))
        read.push({ reference: found.square.reference, page: found.square.page });
    }
    const pages = latest.content.pages ?? 1;
    const enrolment = { id: enrolmentId, academy: latest.academy, session: latest.session };
    await insertReading(db, { depositId, enrolment, reading: judgeSheet(read, { ...latest, pages }, seen.empty) });
  }
}

/** What was to be signed, as it was printed. One that nobody opened can't have been signed on paper. */
async function printOf(files: PapersDeps['files'], { content, pdf }: Paper): Promise<Print | null> {
  const words = content.parts.flat().flatMap((block) => (block.type === 'signature' ? block.signs : []));
  return pdf === null ? null : { bytes: await files.read(pdf.key), words };
}

/** Of that file, beside the others that count. */
async function readingOf(db: Database, enrolmentId: string, depositId: string): Promise<SheetReading | null> {
  const [readings, current] = await Promise.all([listReadings(db, enrolmentId), sheetFiles(db, enrolmentId)]);
  const reading = readings.get(depositId);
  return reading === undefined
    ? null
    : readBeside(
        reading,
        current.flatMap(({ id }) => readings.get(id) ?? []),
      );
}

/** For the officer who has that file open; null: none, or not read yet. */
export async function sheetHint(db: Database, enrolmentId: string, depositId: string): Promise<string | null> {
  const reading = await readingOf(db, enrolmentId, depositId);
  return reading === null ? null : sheetForOfficer(reading);
}
