import { createHash } from 'node:crypto';
import { GRACE } from '../../enrolment/index.ts';
import { MOST_PAGES, SEVERAL, type SentFile } from '../../keptFiles/index.ts';
import { MOST_SHEETS, type PieceSheet } from '../piece.ts';
import { laterOf } from './correctionTime.ts';
import { closingOf } from './deadline.ts';
import { refuseDeposit } from './pieceState.ts';

/** Is there room for one more among the files prepared for a piece? `pages`: of the one more. */
export function refuseSheet(
  sheets: readonly Pick<PieceSheet, 'pages'>[],
  pages: number | null,
): 'too-many-sheets' | 'file-too-many-pages' | null {
  if (sheets.length >= MOST_SHEETS) return 'too-many-sheets';
  return pagesOf([...sheets, { pages }]) > MOST_PAGES ? 'file-too-many-pages' : null;
}

/** What isn't read yet is counted as one page, and again once it is read. */
export function pagesOf(sheets: readonly Pick<PieceSheet, 'pages'>[]): number {
  return sheets.reduce((all, { pages }) => all + (pages ?? 1), 0);
}

/** What is prepared for a piece: pages that may be deposited, and files that can't be read, before which nothing is. */
export type PreparedPages = { readonly pages: number; readonly refused: number };

/** Null: nothing is. */
export function preparedOf(sheets: readonly Pick<PieceSheet, 'pages' | 'refusal'>[]): PreparedPages | null {
  const good = sheets.filter(({ refusal }) => refusal === null);
  return sheets.length === 0 ? null : { pages: pagesOf(good), refused: sheets.length - good.length };
}

/** Those that wait to be read. One that can't be waits no more. */
export function waitingSheets<One extends Pick<PieceSheet, 'unread' | 'refusal'>>(
  sheets: readonly One[],
): readonly One[] {
  return sheets.filter(({ unread, refusal }) => unread && refusal === null);
}

/**
 * Until when pages that were prepared before the closing may still be deposited, though none may be added; null: they can't be, or anything may
 * be given. Those that can't be read are taken away first.
 */
export function endsBy(
  piece: Parameters<typeof refuseDeposit>[0],
  prepared: PreparedPages | null,
  now: Temporal.Instant,
): Temporal.Instant | null {
  if (prepared === null || prepared.pages === 0 || refuseDeposit(piece, { begunAt: now, now }) !== 'closed')
    return null;
  return refuseDeposit(piece, { begunAt: piece.opensAt, now }) === null ? closingOf(piece).add(GRACE) : null;
}

const WAYS = ['up', 'down'] as const;
export type MoveWay = (typeof WAYS)[number];

/** The same in the order once one of them has changed places with its neighbour; the same order at either end. */
export function movedSheet<One extends { readonly id: string }>(
  sheets: readonly One[],
  id: string,
  way: MoveWay,
): readonly One[] {
  const from = sheets.findIndex((sheet) => sheet.id === id);
  const to = way === 'up' ? from - 1 : from + 1;
  const [one, other] = [sheets[from], sheets[to]];
  if (one === undefined || other === undefined) return sheets;
  return sheets.with(from, other).with(to, one);
}

/** When a document made of several files was begun: with the last of them, so that each came in time. */
export function begunWith(sheets: readonly Pick<PieceSheet, 'begunAt'>[]): Temporal.Instant | null {
  return sheets
    .map(({ begunAt }) => begunAt)
    .reduce<Temporal.Instant | null>((last, one) => (last === null ? one : laterOf(last, one)), null);
}

/** What a deposit says was sent: its one file, or the list of several, a line each: hash, bytes, type. */
export function sentAs(sheets: readonly Pick<PieceSheet, 'sent'>[]): SentFile {
  const [only, ...others] = sheets;
  if (only !== undefined && others.length === 0) return only.sent;
  const list = sheets.map(({ sent }) => `${sent.sha256} ${sent.size} ${sent.type}\n`).join('');
  const size = sheets.reduce((all, { sent }) => all + sent.size, 0);
  return { sha256: createHash('sha256').update(list).digest('hex'), size, type: SEVERAL };
}

/** Are these still the files, turned so and in that order? */
export function sameSheets(
  some: readonly Pick<PieceSheet, 'id' | 'turns'>[],
  others: readonly Pick<PieceSheet, 'id' | 'turns'>[],
): boolean {
  return (
    some.length === others.length &&
    some.every(({ id, turns }, index) => id === others[index]?.id && turns === others[index]?.turns)
  );
}
