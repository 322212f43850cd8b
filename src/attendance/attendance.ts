import type { EnrolmentId } from '../enrolment/index.ts';
import { columns, type RowOf, text, uuid } from '../platform/database/columns.ts';
import { MOST_MINUTES } from './device/day.ts';
import type { CallChange } from './rules/calls.ts';

/**
 * Who came to the exam (*pointage*): a keeper marks the candidates of one centre on the day, on a page that also works where there is
 * no network; the head reads how far each centre is and corrects with a reason. It never decides anything: what holds of a mark is
 * written on scripts. Read this file first; why it is so is in decision 067.
 */

/** What somebody says of a candidate and a unit. `none`: what was said is taken back. */
export const STATES = ['present', 'absent', 'late', 'none'] as const;
export type State = (typeof STATES)[number];
/** `minutes` with `late`, and only there. */
export type ToldPresence = { readonly state: State; readonly minutes: number | null };

/** Where an act comes from: a page without script, a device that may have been cut off, the head. */
export const SOURCES = ['page', 'device', 'office'] as const;
export type Source = (typeof SOURCES)[number];

export const KEEPING = columns({ academy: text, session: text, centreId: uuid, centre: text });
/** One centre of one session: what a keeper is named for. */
export type Keeping = RowOf<typeof KEEPING>;

/** One thing that was said, as a page or a device sends it. `id` is drawn where it is said, so that it counts once however often it comes. */
export type SaidMark = ToldPresence & {
  readonly kind: 'mark';
  readonly id: string;
  readonly enrolmentId: EnrolmentId;
  readonly unit: string;
  /** The rank of the last act of this candidate and unit that was on the screen; 0: none. */
  readonly seen: number;
  readonly saidAt: Temporal.Instant;
};
export type SaidRemark = {
  readonly kind: 'remark';
  readonly id: string;
  readonly roomId: string;
  readonly day: Temporal.PlainDate;
  readonly text: string;
  readonly saidAt: Temporal.Instant;
};
/** Of the turns before a board, which is a test in a room. */
export type SaidCall = {
  readonly kind: 'call';
  readonly id: string;
  readonly roomId: string;
  readonly sittingId: string;
  readonly day: Temporal.PlainDate;
  readonly change: CallChange;
  readonly saidAt: Temporal.Instant;
};
/** Somebody was told by telephone of the hour of that rank that is expected of them; `told` false: they weren't, it was a slip. */
export type SaidPhoned = {
  readonly kind: 'phoned';
  readonly id: string;
  readonly enrolmentId: EnrolmentId;
  readonly unit: string;
  readonly callRank: number;
  readonly told: boolean;
  readonly saidAt: Temporal.Instant;
};
export type KeeperStatement = SaidMark | SaidRemark | SaidCall | SaidPhoned;

/** What holds of a candidate and a unit. `other`: what another device said without its author knowing of this. */
export type Standing = ToldPresence & {
  readonly enrolmentId: EnrolmentId;
  readonly unit: string;
  readonly rank: number;
  readonly saidAt: Temporal.Instant;
  readonly source: Source;
  readonly other: ToldPresence | null;
};

/** What the rules of an exam say of the check-in, in hours. */
export type Hours = {
  /** The list of a day opens so long before its first sitting: the evening before, where there is a network. */
  readonly opens: number;
  /** What was said without a network is taken so long after the sitting ended. Later, the paper list is for the head to write from. */
  readonly taken: number;
};

/** What may be asked for. */
export const MOST = {
  batch: 200,
  /** Bytes of a batch. */
  batchBytes: 256 * 1024,
  /** Of a keeper, in a day: a whole centre said five times over. */
  acts: 5_000,
  remarks: 200,
  words: 1_000,
  minutes: MOST_MINUTES.late,
  /** That a board is late; beyond it its day is for the office to write anew. */
  boardMinutes: MOST_MINUTES.board,
  keepers: 500,
  /** Candidates a page of the head. */
  page: 100,
} as const;
