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
} from '../platform/database/columns.ts';
import { type BoardId, type BoardMemberId, type ConvenedTo, type ExaminerId, MEMBER_LIFE } from './examiners.ts';

/** What somebody was told of a board: kept as it was said, and compared with what stands (decision 150). */
export type Told = {
  /** Instants, as JSON writes them. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly held: ConvenedTo;
  /** Of a jury, or what one marks apart of a sheet; nothing, or '', of a board. */
  readonly name?: string;
  readonly centre: string;
  /** Street; '' where the office gave none. */
  readonly address: string;
  /** « 63200 Riom » */
  readonly city: string;
  readonly room: string;
  /** CFD, and keys of the rules. */
  readonly specialities: readonly string[];
  readonly units: readonly string[];
  /** They were told since that they needn't come. */
  readonly cancelled?: true;
};

export const TOLD_MEMBER = columns({
  memberId: id<BoardMemberId>(),
  examinerId: id<ExaminerId>(),
  boardId: id<BoardId>(),
  session: text,
  state: oneOf(MEMBER_LIFE.states),
  rowVersion: integer,
  /** Null: never told. */
  told: nullable(json<Told>()),
  toldAt: nullable(instant),
  /** As the published plan has it now; null: it has no such board any more. */
  stands: nullable(json<Told>()),
});
/** Somebody's place on a board, as they were told of it and as it stands. */
export type ToldMember = RowOf<typeof TOLD_MEMBER>;

/** From so many days before a board its people read whom they examine: time enough to say a link and to find somebody else. */
export const NAMES_SHOWN_DAYS = 7;
/** People whom one job tells. */
export const TOLD_AT_ONCE = 50;
/** A letter that is posted later than so long before may come too late. Ours: no text says it. */
export const POST_TAKES_HOURS = 96;
/** Less than so long before, somebody is replaced on the spot. */
export const SAME_MORNING_HOURS = 24;
