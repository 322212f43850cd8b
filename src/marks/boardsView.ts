import { personName } from '../accounts/index.ts';
import { markOn, readBoardProgress, type SignedSheet, type Standing } from '../marking/index.ts';
import type { Database } from '../platform/database/database.ts';
import type { BoardsOfBatch } from './boards.ts';
import type { MarkBatch, Script } from './marks.ts';
import type { BoardsView, SheetToSee } from './pages/headView.ts';
import { sameMark, writeMark } from './rules/markText.ts';
import { settleMark } from './rules/settle.ts';
import { listNamed } from './store/identities.ts';

/** What a head reads of the boards of a batch. */
export async function readBoardsView(
  db: Database,
  batch: MarkBatch,
  scripts: readonly Script[],
  { enrolments, standings }: BoardsOfBatch,
): Promise<BoardsView> {
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
    late: scripts.flatMap((script) => lateOf(batch, script, standings.get(script.id), names)),
    names,
  };
}

function toSee(scriptId: string, sheet: SignedSheet, names: ReadonlyMap<string, string>): SheetToSee {
  return { scriptId, sheetId: sheet.id, name: names.get(scriptId) ?? '', at: sheet.at };
}

/** What came of a script once its batch was locked, and says otherwise than what stands. */
function lateOf(
  { lockedAt }: MarkBatch,
  script: Script,
  standing: Standing | undefined,
  names: ReadonlyMap<string, string>,
): BoardsView['late'] {
  if (lockedAt === null || standing === undefined) return [];
  const { mark } = settleMark(script);
  const isLate = ({ at, verdicts }: SignedSheet): boolean =>
    [at, ...verdicts.map((one) => one.at)].some((one) => Temporal.Instant.compare(one, lockedAt) > 0);
  return [standing.sheet, ...(standing.other === null ? [] : [standing.other])].flatMap((sheet) => {
    const said = markOn(sheet);
    if (!isLate(sheet) || sameMark(said, mark)) return [];
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
