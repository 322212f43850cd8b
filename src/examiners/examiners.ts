import { HELD } from '../places/index.ts';
import {
  columns,
  flag,
  id,
  instant,
  integer,
  nullable,
  oneOf,
  present,
  type RowOf,
  text,
  texts,
  uuid,
} from '../platform/database/columns.ts';
import type { Branded } from '../platform/result.ts';
import { transitions } from '../platform/transitions.ts';

/**
 * Who examines (*examinateurs, surveillants*): people of the academy, whom each session seats on boards and in halls. Read this file first;
 * why it is so is in decision 149.
 */
export type ExaminerId = Branded<'ExaminerId'>;
export type BoardId = Branded<'BoardId'>;
export type BoardMemberId = Branded<'BoardMemberId'>;

/** What somebody may be asked for. */
export const TASKS = ['board', 'invigilation', 'jury'] as const;
export type Task = (typeof TASKS)[number];

/** On whose side they count in a board (D337-123): who teaches; who employs or is employed in the trade; neither. */
export const SIDES = ['teaching', 'employer', 'employee', 'other'] as const;
export type Side = (typeof SIDES)[number];

export const EXAMINER = columns({
  id: id<ExaminerId>(),
  lastName: text,
  firstName: text,
  side: oneOf(SIDES),
  /** « professeure de coiffure », « gérant de salon » */
  title: text,
  /** The school or the company: who teaches or employs a candidate doesn't examine them. */
  employer: text,
  /** Where a journey begins. */
  postcode: text,
  /** Where a letter reaches them, in lines as on an envelope; empty: their school or company. */
  postal: text,
  mail: nullable(text),
  phone: nullable(text),
  tasks: texts,
  /** CFD; none: nothing before a board. */
  specialities: texts,
  /** How far they may be asked to go, as the crow flies; null: anywhere in the academy. */
  kmMost: nullable(integer),
  /** Days on which they can't: `2024-06-12`, or half of one, `2024-06-12 am`. */
  away: texts,
  /** Isn't asked any more; what they did stays. */
  retired: flag,
  accountId: nullable(uuid),
  rowVersion: integer,
});
export type Examiner = RowOf<typeof EXAMINER>;
/** What a form or a line of a table says of somebody. */
export type ExaminerWords = Omit<Examiner, 'id' | 'accountId' | 'rowVersion'>;

/** A board that examines in one room, or the half-day of a hall; read from the published plan. */
export const BOARD = columns({
  id: present(id<BoardId>()),
  held: present(oneOf(HELD)),
  roomId: present(uuid),
  room: present(text),
  centreId: present(uuid),
  centre: present(text),
  city: present(text),
  postcode: present(text),
  /** CFD: one before a board, several in a hall. */
  specialities: present(texts),
  /** Keys of the rules, beside `specialities`. */
  units: present(texts),
  /** From when until when its people are needed, what is made ready and cleared with it. */
  startsAt: present(instant),
  endsAt: present(instant),
  candidates: present(integer),
  /** The parts of a sheet that it marks without their candidates; '': it is a board as others. */
  name: present(text),
  /** Another jury marks a part of its sheets. */
  shared: present(flag),
});
export type Board = RowOf<typeof BOARD>;

/** What somebody is convened to: a board, a hall, or a jury's day. */
export const CONVENED = [...HELD, 'jury'] as const;
export type ConvenedTo = (typeof CONVENED)[number];

/** What it asks of them. */
export function taskOf(board: Pick<Board, 'held'>): 'board' | 'invigilation';
export function taskOf(place: { readonly held: ConvenedTo }): Task;
export function taskOf({ held }: { readonly held: ConvenedTo }): Task {
  return held === 'written' ? 'invigilation' : held === 'jury' ? held : 'board';
}

/** Somebody on a board. */
export const MEMBER_LIFE = transitions({
  title: 'Somebody on a board',
  column: 'board_member.state',
  words: 'examiners/boardTexts.ts',
  means: {
    proposed: 'seated by the office, not told yet',
    convened: 'told when and where, no answer yet',
    accepted: 'comes',
    declined: "said that they can't come, or that a link bars them",
    released: 'taken off by the office',
  },
  refusals: {
    proposed: 'not-convened',
    convened: 'already-convened',
    accepted: 'already-answered',
    declined: 'left-board',
    released: 'left-board',
  },
  acts: {
    propose: { from: [], to: 'proposed', who: 'a head, or the proposal that a head asks for', undone: 'release' },
    convene: { from: ['proposed'], to: 'convened', who: 'a head' },
    'convene-again': { from: ['convened', 'accepted'], to: 'convened', who: 'a head, once the plan says otherwise' },
    accept: { from: ['convened'], to: 'accepted', who: 'themselves, or a head in their name', undone: 'decline' },
    decline: { from: ['convened', 'accepted'], to: 'declined', who: 'themselves, or a head in their name' },
    release: { from: ['proposed', 'convened', 'accepted'], to: 'released', who: 'a head' },
  },
});
export type MemberState = (typeof MEMBER_LIFE.states)[number];
/** Those who are expected. */
export const SEATED = ['proposed', 'convened', 'accepted'] as const satisfies readonly MemberState[];

export const MEMBER = columns({
  id: id<BoardMemberId>(),
  boardId: id<BoardId>(),
  examinerId: id<ExaminerId>(),
  state: oneOf(MEMBER_LIFE.states),
  /** Why they left, in words; '' otherwise. */
  words: text,
  /** null: nobody said it. */
  came: nullable(flag),
  cameAt: nullable(instant),
  leftAt: nullable(instant),
  rowVersion: integer,
});
export type BoardMember = RowOf<typeof MEMBER>;

/** Why somebody doesn't examine a candidate. `other`: in words. */
export const LINKS = ['teaches', 'employs', 'family', 'other'] as const;
export type Link = (typeof LINKS)[number];

/** What one academy, session or board may hold. */
export const MOST = {
  examiners: 5_000,
  /** On one board. */
  members: 12,
  links: 200,
  faultsShown: 200,
  away: 60,
  words: 500,
  tableBytes: 2 * 1024 * 1024,
  /** People a page. */
  page: 50,
  /** Who could come, of the nearest. */
  offered: 20,
} as const;
