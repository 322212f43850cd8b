import { cleanWords, instantIn } from '../../attendance/index.ts';
import type { EnrolmentId } from '../../enrolment/index.ts';
import { isUuid, readId } from '../../platform/uuid.ts';
import { OUTCOMES } from '../device/board.ts';
import type { Answers } from '../device/sheet.ts';
import { MOST, type Said, VERDICTS } from '../marking.ts';

type Loose = Readonly<Record<string, unknown>>;

/** One thing said, as a page or a device sends it; null: it is none. What a person typed is cut nowhere: too long is none. */
export function readSaid(item: unknown): Said | null {
  if (typeof item !== 'object' || item === null) return null;
  const { kind, id, boardId, seen, saidAt, words, ...loose }: Loose = { ...item };
  const at = instantIn(saidAt);
  const text = typeof words === 'string' ? cleanWords(words) : null;
  if (!isUuid(id) || !isUuid(boardId) || at === null || text === null || text.length > MOST.words) return null;
  if (typeof seen !== 'number' || !Number.isSafeInteger(seen) || seen < 0) return null;
  const common = { id, boardId, seen, saidAt: at, words: text };
  if (kind === 'sheet') return readSheet(common, loose);
  return kind === 'verdict' ? readVerdict(common, loose) : null;
}

type Common = Pick<Said, 'id' | 'boardId' | 'seen' | 'saidAt' | 'words'>;

function readSheet(common: Common, { enrolmentId: named, version, outcome, answers }: Loose): Said | null {
  const enrolmentId = readId<EnrolmentId>(named);
  const known = OUTCOMES.find((one) => one === outcome);
  const given = answersIn(answers);
  if (enrolmentId === null || known === undefined || given === null) return null;
  if (typeof version !== 'string' || version.length > 60) return null;
  return { ...common, kind: 'sheet', enrolmentId, version, outcome: known, answers: given };
}

function readVerdict(common: Common, { sheetId, verdict, code }: Loose): Said | null {
  const known = VERDICTS.find((one) => one === verdict);
  if (!isUuid(sheetId) || known === undefined || typeof code !== 'string' || code.length > 60) return null;
  return { ...common, kind: 'verdict', sheetId, verdict: known, code: code.trim() };
}

/** By criterion, whole numbers: of half points, or the value of a level. */
function answersIn(given: unknown): Answers | null {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return null;
  const entries = Object.entries(given);
  const fits = entries.every(
    (one): one is [string, number] => Number.isInteger(one[1]) && one[0].length <= 60 && typeof one[1] === 'number',
  );
  return fits && entries.length <= MOST.criteria ? Object.fromEntries(entries) : null;
}
