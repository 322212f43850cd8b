import { personName } from '../accounts/index.ts';
import { isPart, markOn, readBoardProgress, type SignedSheet, type Standing } from '../marking/index.ts';
import type { Database } from '../platform/database/database.ts';
import { type BoardsOfBatch, readTaken } from './boards.ts';
import type { MarkBatch, Script } from './marks.ts';
import type { BoardsView, SheetToSee } from './pages/headView.ts';
import { sameMark, writeMark } from './rules/markText.ts';
import { settleMark } from './rules/settle.ts';
import { listLater } from './store/entries.ts';
import { listNamed } from './store/identities.ts';

/** What a head reads of the boards of a batch. */
export async function readBoardsView(
  db: Database,
  batch: MarkBatch,
  scripts: readonly Script[],
  boards: BoardsOfBatch,
): Promise<BoardsView> {
  const { enrolments, standings } = boards;
  const names = new Map((await listNamed(db, batch)).map((one) => [one.scriptId, personName(one)]));
  const isOpen = batch.lockedAt === null;
  const seen = (which: (standing: Standing) => boolean): readonly SheetToSee[] =>
    isOpen
      ? [...standings].flatMap(([scriptId, standing]) =>
          which(standing) ? [toSee(scriptId, standing.sheet, names)] : [],
        )
      : [];
  return {
    progress: await readBoardProgress(db, batch, enrolments),
    single: seen(({ state }) => state === 'signed'),
    barred: seen(({ state, sheet }) => state === 'agreed' && sheet.outcome === 'barred'),
    late: await lateAmong(db, batch, scripts, boards, names),
    names,
  };
}

/** Sheets that came after the lock of a batch, of which its head decided nothing yet. */
export async function listLate(db: Database, batch: MarkBatch): Promise<BoardsView['late']> {
  const { scripts, boards } = await readTaken(db, batch);
  return boards === null ? [] : lateAmong(db, batch, scripts, boards, new Map());
}

async function lateAmong(
  db: Database,
  batch: MarkBatch,
  scripts: readonly Script[],
  { standings }: BoardsOfBatch,
  names: ReadonlyMap<string, string>,
): Promise<BoardsView['late']> {
  const { lockedAt } = batch;
  if (lockedAt === null) return [];
  // The last first: what is read over it is older.
  const decided = (await listLater(db, batch)).toReversed();
  const since = new Map<string, Temporal.Instant>(
    decided.flatMap(({ sort, number, at }) => (sort === 'corrected' ? [[number, at]] : [])),
  );
  return scripts.flatMap((script) => {
    const looked = since.get(script.number) ?? lockedAt;
    return lateOf(
      Temporal.Instant.compare(looked, lockedAt) > 0 ? looked : lockedAt,
      script,
      standings.get(script.id),
      names,
    );
  });
}

function toSee(scriptId: string, sheet: SignedSheet, names: ReadonlyMap<string, string>): SheetToSee {
  return { scriptId, sheetId: sheet.id, name: names.get(scriptId) ?? '', at: sheet.at };
}

/** What came of a script since its batch was locked, or its mark looked at again, and says otherwise than what stands. */
function lateOf(
  since: Temporal.Instant,
  script: Script,
  standing: Standing | undefined,
  names: ReadonlyMap<string, string>,
): BoardsView['late'] {
  if (standing === undefined) return [];
  const { mark } = settleMark(script);
  const isLate = ({ at, verdicts }: SignedSheet): boolean =>
    [at, ...verdicts.map((one) => one.at)].some((one) => Temporal.Instant.compare(one, since) > 0);
  return [standing.sheet, ...(standing.other === null ? [] : [standing.other])].flatMap((sheet) => {
    const said = markOn(sheet);
    if (!isLate(sheet) || isPart(sheet) || sameMark(said, mark)) return [];
    const isAgreed = standing.state === 'agreed' && sheet.id === standing.sheet.id;
    return [
      {
        ...toSee(script.id, sheet, names),
        number: script.number,
        stands: writeMark(mark),
        said: writeMark(said),
        isAgreed,
      },
    ];
  });
}
