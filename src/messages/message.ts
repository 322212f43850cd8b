import type { EnrolmentId } from '../enrolment/index.ts';
import {
  columns,
  flag,
  id,
  instant,
  integer,
  nullable,
  oneOf,
  type RowOf,
  text,
  uuid,
} from '../platform/database/columns.ts';
import { type StateOf, transitions } from '../platform/transitions.ts';

/** What a candidate and the office write to each other about one enrolment (*messages*). Read this file first. */

/** The office writes as one service; a colleague reads which of them wrote. */
export const AUTHORS = ['candidate', 'office'] as const;
export type MessageAuthor = (typeof AUTHORS)[number];

export const MESSAGE_ROW = columns({
  id: uuid,
  /** 1 for the first of its thread. */
  place: integer,
  author: oneOf(AUTHORS),
  /** Who of the office; null: the candidate. */
  staffId: nullable(uuid),
  /** The piece that it is about. */
  piece: nullable(text),
  words: text,
  /** Does it answer what the candidate wrote before? What is written to many answers nobody. */
  answers: flag,
  /** The list of people to whom it was written. */
  lotId: nullable(uuid),
  at: instant,
  /** First read by the other side. */
  readAt: nullable(instant),
});
/** Never changed nor taken away. */
export type Message = RowOf<typeof MESSAGE_ROW>;

export const SETTLEMENT = columns({ upTo: integer, officerId: uuid, at: instant });
/** Somebody of the office said that what the candidate wrote up to there needs no answer. */
export type Settlement = RowOf<typeof SETTLEMENT>;

export const THREAD = columns({
  enrolmentId: id<EnrolmentId>(),
  /** One more with each message and each settlement: what an officer saw when they wrote. */
  version: integer,
  /** When the first message was written that still waits for an answer; null: none does. */
  waitingSince: nullable(instant),
  waiting: integer,
  lastAt: instant,
  lastAuthor: oneOf(AUTHORS),
  /** Who of the office wrote to this candidate alone last: who follows the conversation. */
  officerId: nullable(uuid),
});
/** Where the messages of an enrolment stand. */
export type Thread = RowOf<typeof THREAD>;

/** What became of one person of a list. */
export const RECIPIENT_LIFE = transitions({
  title: 'Person of a list that is written to',
  column: 'message_lot_recipient.state',
  words: null,
  means: {
    planned: 'not written to yet',
    sent: 'the words are in their conversation',
    ended: 'the enrolment has',
    repeated: 'the same words of a list reached them within 24 hours',
    'no-value': "their file doesn't give what the words name",
  },
  acts: {
    plan: { from: [], to: 'planned', who: 'an officer, with the list' },
    write: { from: ['planned'], to: 'sent', who: 'a job' },
    end: { from: ['planned'], to: 'ended', who: 'the end of the enrolment' },
    repeat: { from: ['planned'], to: 'repeated', who: 'another list' },
    lack: { from: ['planned'], to: 'no-value', who: 'their file' },
  },
});
export type RecipientState = StateOf<typeof RECIPIENT_LIFE>;

export const MESSAGE = {
  characters: 4000,
  /** Of one candidate that wait for an answer. */
  open: 10,
  /** Of one candidate within 24 hours. */
  daily: 20,
  /** Shown on a page; the others are asked for. */
  shown: 50,
} as const;
