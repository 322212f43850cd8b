import type { EnrolmentId } from '../enrolment/index.ts';
import type { BoardId } from '../examiners/index.ts';
import {
  columns,
  id,
  instant,
  integer,
  json,
  nullable,
  oneOf,
  type RowOf,
  text,
  uuid,
} from '../platform/database/columns.ts';
import { type LineOutcome, OUTCOMES } from './device/board.ts';
import type { Answers, Share, SheetForm } from './device/sheet.ts';

/**
 * Named marking (*notation par la commission*): before a board or in a workshop anonymity makes no sense, so whoever examines fills the sheet of
 * the regulation, and another of the board agrees. Everything that was said stays. Read this file first; why it is so is in decision 151.
 */

export const VERDICTS = ['agree', 'disagree'] as const;
/** By whose account; by the code of whoever takes the tablet of another; by the head, where a board has one person only. */
const WAYS = ['account', 'code', 'head'] as const;

/** A board of the published plan: a test in a room. */
export type MarkingBoard = {
  readonly id: BoardId;
  readonly academy: string;
  readonly session: string;
  readonly speciality: string;
  readonly unit: string;
  /** What it marks of the sheet where the plan has two juries for it; null: all of it. */
  readonly part: SheetForm['part'];
  /** Whether its people sign sheets: of a test of several phases, those of the last. */
  readonly signs: boolean;
  readonly room: string;
  readonly centre: string;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  /** Whoever sits on it. */
  readonly members: readonly { readonly examinerId: string; readonly name: string }[];
};

/** What one of two juries gave, of the most that it could, and how the whole is rounded, as the rules said when it was signed. */
export type SheetPart = Share & Pick<SheetForm, 'rounding' | 'step'> & { readonly apart: boolean };

export const SHEET = columns({
  id: uuid,
  /** Grows with each row that is written, of sheets and of verdicts together. */
  rank: integer,
  boardId: uuid,
  enrolmentId: id<EnrolmentId>(),
  unit: text,
  /** Of the regulation's sheet. */
  version: text,
  outcome: oneOf(OUTCOMES),
  /** Of a mark: 0 to 40; a part makes none. */
  halfPoints: nullable(integer),
  /** Null: of the whole sheet. */
  part: nullable(json<SheetPart>()),
  answers: json<Answers>(),
  words: text,
  /** The rank of the last sheet of this candidate and unit that its author had seen; 0: none. */
  seen: integer,
  device: text,
  at: instant,
  examinerId: uuid,
  by: uuid,
  /** SHA-256 of what it says. */
  digest: text,
});
/** One filled sheet. A correction is another one. */
export type Sheet = RowOf<typeof SHEET>;

export const VERDICT = columns({
  sheetId: uuid,
  rank: integer,
  verdict: oneOf(VERDICTS),
  way: oneOf(WAYS),
  /** Null: a head. */
  examinerId: nullable(uuid),
  words: text,
  seen: integer,
  at: instant,
  by: uuid,
});
/** What another says of a sheet, with the digest of what they looked at. */
export type Verdict = RowOf<typeof VERDICT>;
export type SignedSheet = Sheet & { readonly verdicts: readonly Verdict[] };

/** One thing said, as a page or a device sends it; its `id` is drawn where it is said, so that it counts once however often it comes. */
export type SaidSheet = {
  readonly kind: 'sheet';
  readonly id: string;
  readonly boardId: string;
  readonly enrolmentId: EnrolmentId;
  readonly version: string;
  readonly outcome: LineOutcome;
  readonly answers: Answers;
  readonly words: string;
  readonly seen: number;
  readonly saidAt: Temporal.Instant;
};
export type SaidVerdict = {
  readonly kind: 'verdict';
  readonly id: string;
  readonly boardId: string;
  readonly sheetId: string;
  readonly verdict: (typeof VERDICTS)[number];
  readonly words: string;
  /** Of another examiner on this tablet; '': whoever is signed in. */
  readonly code: string;
  readonly seen: number;
  readonly saidAt: Temporal.Instant;
};
export type Said = SaidSheet | SaidVerdict;

/** What one request, or one board, may hold. */
export const MOST = {
  /** Things said that a device sends at once, and what they weigh. */
  batch: 50,
  batchBytes: 512 * 1024,
  words: 1_000,
  /** Criteria of a sheet (`PARTS.criteria`). */
  criteria: 60,
  /** Sheets of one candidate: nobody fills forty. */
  sheets: 40,
  /** Wrong codes on a board. */
  wrongCodes: 20,
} as const;
