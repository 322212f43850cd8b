import type { EnrolmentId } from '../../enrolment/index.ts';
import { isUuid, readId } from '../../platform/uuid.ts';
import { type KeeperStatement, MOST, STATES, type State } from '../attendance.ts';

type Loose = Readonly<Record<string, unknown>>;

/** One thing said, as a device sends it; null: it is none. What a person typed is cut nowhere: too long is none. */
export function readSaid(item: unknown): KeeperStatement | null {
  if (typeof item !== 'object' || item === null) return null;
  const loose: Loose = { ...item };
  const { kind, id, saidAt } = loose;
  const at = instantIn(saidAt);
  if (!isUuid(id) || at === null) return null;
  if (kind === 'mark') return readMark(loose, id, at);
  if (kind === 'call') return readCall(loose, id, at);
  if (kind === 'phoned') return readPhoned(loose, id, at);
  return kind === 'remark' ? readRemark(loose, id, at) : null;
}

/** Of a board: how late it is where minutes are said, else whose turn changes. */
function readCall(
  { roomId, sittingId, day, minutes, enrolmentId, takenFrom, agreed }: Loose,
  id: string,
  saidAt: Temporal.Instant,
): KeeperStatement | null {
  const on = dayIn(day);
  if (!isUuid(roomId) || !isUuid(sittingId) || on === null) return null;
  const own = { kind: 'call', id, roomId, sittingId, day: on, saidAt } as const;
  const late = minutesIn(minutes, MOST.boardMinutes);
  if (late !== null) return { ...own, change: { kind: 'late', minutes: late, agreed: agreed === true } };
  if (!isUuid(enrolmentId) || (takenFrom !== null && !isUuid(takenFrom)) || enrolmentId === takenFrom) return null;
  return { ...own, change: { kind: 'turn', enrolmentId, takenFrom, agreed: agreed === true } };
}

/** As a number or as somebody typed it; null: it is none that fits. */
function minutesIn(minutes: unknown, most: number): number | null {
  const count = typeof minutes === 'string' && /^\s*\d{1,3}\s*$/.test(minutes) ? Number(minutes) : minutes;
  return typeof count === 'number' && Number.isInteger(count) && count >= 1 && count <= most ? count : null;
}

function readMark(
  { enrolmentId: named, unit, state, minutes, seen }: Loose,
  id: string,
  saidAt: Temporal.Instant,
): KeeperStatement | null {
  const told = toldIn(state, minutes);
  const enrolmentId = readId<EnrolmentId>(named);
  if (enrolmentId === null || !isUnit(unit) || told === null || !isRank(seen)) return null;
  return { kind: 'mark', id, enrolmentId, unit, ...told, seen, saidAt };
}

function readPhoned(
  { enrolmentId: named, unit, callRank, told }: Loose,
  id: string,
  saidAt: Temporal.Instant,
): KeeperStatement | null {
  const enrolmentId = readId<EnrolmentId>(named);
  if (enrolmentId === null || !isUnit(unit) || !isRank(callRank) || typeof told !== 'boolean') return null;
  return { kind: 'phoned', id, enrolmentId, unit, callRank, told, saidAt };
}

const isUnit = (unit: unknown): unit is string => typeof unit === 'string' && unit.length <= 60;
const isRank = (rank: unknown): rank is number => typeof rank === 'number' && Number.isSafeInteger(rank) && rank >= 0;

function readRemark({ roomId, day, text }: Loose, id: string, saidAt: Temporal.Instant): KeeperStatement | null {
  const on = dayIn(day);
  if (!isUuid(roomId) || on === null || typeof text !== 'string') return null;
  const words = cleanWords(text);
  if (words === '' || words.length > MOST.words) return null;
  return { kind: 'remark', id, roomId, day: on, text: words, saidAt };
}

/** A state with its minutes, where it has some. */
export function toldIn(
  state: unknown,
  minutes: unknown,
): { readonly state: State; readonly minutes: number | null } | null {
  const known = STATES.find((one) => one === state);
  if (known === undefined) return null;
  if (known !== 'late') return { state: known, minutes: null };
  const count = minutesIn(minutes, MOST.minutes);
  return count === null ? null : { state: known, minutes: count };
}

export function dayIn(given: unknown): Temporal.PlainDate | null {
  const text = String(given);
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text);
  } catch {
    return null;
  }
}

/** Without what no keyboard types: PostgreSQL keeps no null character. */
export function cleanWords(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken away
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '').trim();
}

/** As a device writes one; null: it is none. */
export function instantIn(given: unknown): Temporal.Instant | null {
  const text = String(given);
  if (!/^\d{4}-\d\d-\d\dT[\d:.]{5,18}Z$/.test(text)) return null;
  try {
    return Temporal.Instant.from(text);
  } catch {
    return null;
  }
}
