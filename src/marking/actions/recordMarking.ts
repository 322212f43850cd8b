import { codeSigns } from '../../attendance/index.ts';
import { type ExaminerId, seatedByCode } from '../../examiners/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import { countTry, giveBack } from '../../platform/http/throttle.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { MarkingActDeps } from '../deps.ts';
import { fits, halfPointsOf, missingIn, type SheetForm, shareOf } from '../device/sheet.ts';
import { subjectOf } from '../events.ts';
import {
  type MarkingBoard,
  MOST,
  type Said,
  type SaidSheet,
  type SaidVerdict,
  type SheetPart,
  type SignedSheet,
} from '../marking.ts';
import type { Refusal } from '../refusals.ts';
import { digestOf } from '../rules/digest.ts';
import { hasSigned, ofPart } from '../rules/standing.ts';
import { formFor } from '../sheetFor.ts';
import { listOwnBoards } from '../store/boards.ts';
import { listCandidates } from '../store/candidates.ts';
import {
  findSheet,
  insertSheet,
  insertVerdict,
  listKnown,
  lockUnit,
  type SaidFrom,
  sheetsOf,
} from '../store/sheets.ts';

export type Telling = SaidFrom & {
  readonly examinerId: ExaminerId | null;
  readonly said: readonly Said[];
};

/** What became of each, in the order in which they came. Taken twice is taken. */
export type SaidOutcome = { readonly id: string; readonly refused: Refusal | null };

/** What was taken, for the journal. */
type Taken = { readonly digest: string; readonly kind: 'sheets' | 'agreed' | 'contested' };

/**
 * Writes what somebody said of their boards, each thing on its own: one that is refused keeps no other from being taken. Nothing is refused because
 * marks were locked meanwhile: what comes late is kept, and told to the head.
 */
export async function recordMarking(deps: MarkingActDeps, act: Act, telling: Telling): Promise<readonly SaidOutcome[]> {
  const done = await transact<readonly SaidOutcome[], never>(deps.db, async (tx) => {
    const { said, by, examinerId } = telling;
    const own = examinerId === null ? [] : await listOwnBoards(tx, examinerId);
    const boards = new Map<string, MarkingBoard>(own.flatMap((one) => (one.signs ? [[one.id, one]] : [])));
    const spoken = [...new Set(said.map(({ boardId }) => boardId))].flatMap((id) => boards.get(id) ?? []);
    for (const board of spoken.toSorted((one, other) => (one.unit < other.unit ? -1 : 1))) await lockUnit(tx, board);
    const known = new Map(
      (
        await listKnown(
          tx,
          said.map(({ id }) => id),
        )
      ).map((one) => [one.id, one.by]),
    );
    const taken = new Map<string, Taken[]>();
    const outcomes: SaidOutcome[] = [];
    for (const one of said) {
      const before = known.get(one.id);
      if (before !== undefined) {
        outcomes.push({ id: one.id, refused: before === by ? null : { code: 'id-used' } });
        continue;
      }
      const board = boards.get(one.boardId);
      const written =
        board === undefined ? refuse<Refusal>({ code: 'unknown' }) : await take(deps, tx, act, board, one, telling);
      outcomes.push({ id: one.id, refused: written.ok ? null : written.error });
      if (!written.ok) continue;
      known.set(one.id, by);
      taken.set(one.boardId, [...(taken.get(one.boardId) ?? []), written.value]);
    }
    for (const board of spoken) await tell(deps, tx, act, board, telling, taken.get(board.id) ?? []);
    return ok(outcomes);
  });
  return done.ok ? done.value : [];
}

async function take(
  deps: MarkingActDeps,
  tx: Tx,
  act: Act,
  board: MarkingBoard,
  said: Said,
  telling: Telling,
): Promise<Result<Taken, Refusal>> {
  const { now } = await readMoment(tx, act);
  if (Temporal.Instant.compare(now, board.startsAt) < 0) return refuse({ code: 'not-begun' });
  return said.kind === 'sheet' ? takeSheet(deps, tx, board, said, telling) : takeVerdict(tx, board, said, telling);
}

async function takeSheet(
  { catalogue }: MarkingActDeps,
  tx: Tx,
  board: MarkingBoard,
  said: SaidSheet,
  telling: Telling,
): Promise<Result<Taken, Refusal>> {
  const { enrolmentId, outcome } = said;
  const isTheirs = (await listCandidates(tx, board)).some((one) => one.enrolmentId === enrolmentId);
  const form = formFor(catalogue(), board, board.part);
  if (!isTheirs || form === null) return refuse({ code: 'unknown' });
  // Whoever marks without the candidate can't say that they weren't there.
  if (board.part === 'apart' && outcome !== 'mark') return refuse({ code: 'unreadable' });
  const before = (await sheetsOf(tx, board, [enrolmentId])).get(enrolmentId) ?? [];
  if (before.length >= MOST.sheets) return refuse({ code: 'too-many' });
  if (isInOther(board, before, telling.examinerId)) return refuse({ code: 'other-jury' });
  const read = outcome === 'mark' ? markOf(form, said) : ok(null);
  if (!read.ok) return read;
  const answers = outcome === 'mark' ? said.answers : {};
  const part = partOf(form, answers);
  const whole = { ...said, answers, unit: board.unit, part, halfPoints: part === null ? read.value : null };
  const digest = digestOf(whole);
  await insertSheet(tx, board, { ...whole, digest, examinerId: telling.examinerId ?? '' }, telling);
  return ok({ digest, kind: 'sheets' });
}

/** What this jury gives of a sheet that two mark; null: it is whole. */
function partOf({ part, rounding, step, ...form }: SheetForm, answers: SaidSheet['answers']): SheetPart | null {
  return part === null ? null : { ...shareOf(form, answers), apart: part === 'apart', rounding, step };
}

/** Whether somebody signed something of the other part: nobody sits in both juries for one candidate. */
function isInOther({ part }: MarkingBoard, sheets: readonly SignedSheet[], examinerId: string | null): boolean {
  return part !== null && hasSigned(ofPart(sheets, part !== 'apart'), examinerId);
}

function markOf(form: SheetForm, { version, answers }: SaidSheet): Result<number, Refusal> {
  if (version !== form.version || !fits(form, answers)) return refuse({ code: 'sheet-changed' });
  const halfPoints = halfPointsOf(form, answers);
  if (halfPoints !== null) return ok(halfPoints);
  return refuse({ code: 'criteria-missing', criteria: missingIn(form, answers).map(({ label }) => label) });
}

async function takeVerdict(
  tx: Tx,
  board: MarkingBoard,
  said: SaidVerdict,
  telling: Telling,
): Promise<Result<Taken, Refusal>> {
  const sheet = await findSheet(tx, board, said.sheetId);
  if (sheet === null || sheet.boardId !== board.id) return refuse({ code: 'sheet-unknown' });
  const signer = said.code === '' ? (telling.examinerId ?? '') : await holderOf(tx, board, said.code);
  if (typeof signer !== 'string') return refuse(signer);
  if (signer === sheet.examinerId) return refuse({ code: said.code === '' ? 'code-missing' : 'own-sheet' });
  const { enrolmentId } = sheet;
  const all = board.part === null ? [] : ((await sheetsOf(tx, board, [enrolmentId])).get(enrolmentId) ?? []);
  if (isInOther(board, all, signer)) return refuse({ code: 'other-jury' });
  const way = said.code === '' ? 'account' : 'code';
  await insertVerdict(tx, board, { ...said, way, examinerId: signer, digest: sheet.digest }, telling);
  return ok({ digest: sheet.digest, kind: said.verdict === 'agree' ? 'agreed' : 'contested' });
}

/** How long a wrong code counts. */
const CODES_FORGOTTEN_AFTER = 86_400;

/** Whose code it is, of those who sit on this board. Wrong ones are counted: nobody tries them all. */
async function holderOf(tx: Tx, board: MarkingBoard, code: string): Promise<string | Refusal> {
  const bucket = `marking:${board.id}`;
  if ((await countTry(tx, bucket, CODES_FORGOTTEN_AFTER)) > MOST.wrongCodes) return { code: 'codes-spent' };
  const holder = await seatedByCode(tx, board, board.id, codeSigns(code) ?? '');
  if (holder === null) return { code: 'code-wrong' };
  if (!holder.signs) return { code: 'code-said-aloud' };
  await giveBack(tx, bucket);
  return holder.examinerId;
}

async function tell(
  { events }: MarkingActDeps,
  tx: Tx,
  act: Act,
  { id, academy, session }: MarkingBoard,
  { source }: Telling,
  taken: readonly Taken[],
): Promise<void> {
  if (taken.length === 0) return;
  const count = (kind: Taken['kind']): number => taken.filter((one) => one.kind === kind).length;
  await events.publish(tx, act, 'marking.told', subjectOf({ boardId: id, academy, session }), {
    source,
    sheets: count('sheets'),
    agreed: count('agreed'),
    contested: count('contested'),
    digests: taken.map(({ digest }) => digest),
  });
}
