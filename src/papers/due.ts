import { sql } from 'kysely';
import { isRunning } from '../enrolment/index.ts';
import {
  closingOf,
  type DueSource,
  listPiecesOf,
  type PieceWithFiles,
  pieceAddresses,
  SIGNED_CONFIRMATION,
} from '../pieces/index.ts';
import { columns, uuid } from '../platform/database/columns.ts';
import type { Database } from '../platform/database/database.ts';
import { doubtOf, type SheetDoubt } from './rules/sheetReading.ts';
import { doubtInWords, doubtTexts as say } from './sheetTexts.ts';
import { listReadings } from './store/sheets.ts';

/**
 * A signed sheet that a machine reads as an old version, somebody else's or unsigned stays something to look at: for its candidate as
 * long as they may give another, then for the office. It counts as given, at its date: nobody is late for a doubt.
 */
export const sheetDoubts: DueSource<SheetDoubt> = {
  readers: 'office',
  read: async (db, { enrolment, pieces }) => {
    const sheet = sheetOf(pieces);
    const isAsked = sheet !== undefined && isRunning(enrolment) && enrolment.signature?.way !== 'online';
    return isAsked ? doubtOn(db, sheet) : null;
  },
  lines: (doubt, { enrolment, pieces }, now) => {
    const sheet = sheetOf(pieces);
    if (sheet === undefined) return [];
    const what = doubtInWords(doubt, enrolment.version);
    const line = { act: 'other', piece: sheet.code, href: pieceAddresses.piece(enrolment.id, sheet.code) } as const;
    const rest = { title: say.title, otherwise: say.kept };
    const until = closingOf(sheet);
    if (Temporal.Instant.compare(now, until) < 0) {
      const [label, mail] = [say.check(what), say.mail(what)];
      return [{ ...line, ...rest, who: 'candidate', state: 'problem', until, label, detail: null, mail }];
    }
    const mine = { label: say.waits, detail: say.byOffice, mail: null };
    return [{ ...line, ...rest, ...mine, who: 'office', state: 'waiting', until: null }];
  },
};

const sheetOf = (pieces: readonly PieceWithFiles[]): PieceWithFiles | undefined =>
  pieces.find(({ code }) => code === SIGNED_CONFIRMATION);

/** Once a person has said anything of the sheet, no machine is asked. */
async function doubtOn(db: Database, { status, files, enrolmentId }: PieceWithFiles): Promise<SheetDoubt | null> {
  if (status !== 'none' || files.length === 0) return null;
  const readings = await listReadings(db, enrolmentId);
  return doubtOf(files.flatMap(({ id }) => readings.get(id) ?? []));
}

const OF = columns({ enrolmentId: uuid });

/** Those of these files whose signed sheet an officer has to look at. */
export async function doubtedAmong(db: Database, enrolments: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await OF.all(
    db,
    sql`select distinct enrolment_id as "enrolmentId" from sheet_doubt where enrolment_id = any(${enrolments}::uuid[])`,
  );
  const pieces = await listPiecesOf(
    db,
    rows.map(({ enrolmentId }) => enrolmentId),
  );
  const sheets = [...pieces.values()].flat().filter(({ code }) => code === SIGNED_CONFIRMATION);
  const doubted = await Promise.all(sheets.map(async (sheet) => ({ sheet, doubt: await doubtOn(db, sheet) })));
  return new Set(doubted.flatMap(({ sheet, doubt }) => (doubt === null ? [] : [sheet.enrolmentId])));
}
