import { randomUUID } from 'node:crypto';
import type { Visitor } from '../../e2e/support/visitor.ts';
import { phaseBefore, wholeUnit } from '../../src/exam/index.ts';
import type { BoardPage, OwnBoards } from '../../src/marking/device/board.ts';
import { type Answers, halfPointsOf, type SheetForm, writeAnswer } from '../../src/marking/device/sheet.ts';
import { halfPointsIn } from '../../src/ui/index.ts';
import { correctMark } from './absences.ts';
import { type Board, type Called, type Codes, codeOf, readBoards } from './boards.ts';
import { send, wrong } from './forms.ts';
import type { House } from './house.ts';
import type { Paper } from './scripts.ts';
import { several } from './several.ts';

/** Boards that act at once. */
const AT_ONCE = 4;

/** A session, its boards that begin after an instant, and the codes of those of them who have no mail box. */
type Boards = { readonly session: string; readonly after: string; readonly codes: Codes; readonly paper: Paper };

/** A test of several phases has one sheet, with the board of its last, as what is marked apart has. */
async function withSheets(house: House, { session, after }: Boards): Promise<readonly Board[]> {
  const boards = await readBoards(house, session, after);
  const followed = new Set(
    boards.flatMap(({ called }) => called.map(({ enrolmentId, unit }) => `${enrolmentId} ${phaseBefore(unit)}`)),
  );
  return boards.filter(({ called }) =>
    called.every(({ enrolmentId, unit }) => !followed.has(`${enrolmentId} ${unit}`)),
  );
}

export type Signed = {
  readonly boards: number;
  readonly tablets: number;
  readonly sheets: number;
  readonly alone: number;
};

/**
 * Each board fills its sheets: every other one by the forms of its page, candidate by candidate; the others on a tablet without a network, which sends
 * all at once. Another member agrees from their account, or by their code on the same tablet. Boards without anybody fill nothing.
 */
export async function signSheets(house: House, asked: Boards): Promise<Signed> {
  const boards = (await withSheets(house, asked)).filter(({ members }) => members.some((one) => one.address !== null));
  let [tablets, sheets, alone] = [0, 0, 0];
  const work = async ([index, board]: readonly [number, Board]): Promise<void> => {
    const own = await readOwn(await house.as(board.members[0]?.address ?? ''), board.id);
    // Of whoever wasn't there, nothing is marked apart.
    const marked = board.called
      .map((one) => ({
        ...one,
        answers: answersFor(own.page.form, asked.paper(one.address, wholeUnit(one.unit)).mark),
      }))
      .filter(({ answers }) => answers !== null || !board.isApart);
    const code = await codeOfSecond(house, asked, board);
    sheets += marked.length;
    if (code === null) alone += marked.length;
    if (index % 2 === 0) {
      for (const one of marked) await fillByForm(own, one, code);
      return;
    }
    tablets += 1;
    for (let from = 0; from < marked.length; from += SENT_AT_ONCE)
      await sendFromTablet(own, marked.slice(from, from + SENT_AT_ONCE), code);
  };
  await several(boards.entries(), AT_ONCE, work);
  return { boards: boards.length, tablets, sheets, alone };
}

/** A sheet and what another says of it: a tablet sends fifty things at once. */
const SENT_AT_ONCE = 25;
type Marked = Pick<Called, 'enrolmentId'> & { readonly answers: Answers | null };
/** Somebody of a board, and what their page and their tablet hold of it. */
type Own = { readonly visitor: Visitor; readonly token: string; readonly day: OwnBoards; readonly page: BoardPage };

/** Errors: they don't see that board. */
export async function readOwn(visitor: Visitor, board: string): Promise<Own> {
  const { html, status } = await visitor.get('/commission/notes/donnees');
  const { token, day }: Pick<Own, 'token'> & { readonly day: OwnBoards | null } =
    status === 200 ? JSON.parse(html) : { token: '', day: null };
  const page = day?.boards.find(({ id }) => id === board);
  if (day === null || page === undefined) throw new Error(`No board ${board}: ${status} ${html.slice(0, 300)}`);
  return { visitor, token, day, page };
}

/** By the form of its page; another of the board agrees by a code. null: nobody does. */
export async function fillByForm(
  { visitor, page: { id, form } }: Own,
  { enrolmentId, answers }: Marked,
  code: string | null,
): Promise<void> {
  const page = `/commission/notes?commission=${id}&candidat=${enrolmentId}`;
  const typed = Object.entries(answers ?? {}).map(([key, given]) => [`c-${key}`, writeAnswer(form, given)]);
  await send(visitor, page, '/commission/notes/fiche', {
    ...Object.fromEntries(typed),
    ...{ version: form.version, issue: answers === null ? 'absent' : 'mark', mots: '' },
  });
  if (code !== null) await send(visitor, page, '/commission/notes/accord', { avis: 'agree', code, mots: '' });
}

/** What was said without a network, in the order in which it was. */
async function sendFromTablet(
  { visitor, token, day, page: { id: boardId, form, lines } }: Own,
  marked: readonly Marked[],
  code: string | null,
): Promise<void> {
  const ranks = new Map(lines.map(({ enrolment, rank }) => [enrolment, rank]));
  const acts = marked.flatMap(({ enrolmentId, answers }) => {
    const common = { boardId, seen: ranks.get(enrolmentId) ?? 0, words: '', saidAt: day.now };
    const id = randomUUID();
    const outcome = answers === null ? 'absent' : 'mark';
    const sheet = { ...common, id, kind: 'sheet', enrolmentId, version: form.version, outcome, answers: answers ?? {} };
    const verdict = { ...common, id: randomUUID(), kind: 'verdict', sheetId: id, verdict: 'agree', code };
    return code === null ? [sheet] : [sheet, verdict];
  });
  const answer = await visitor.fetch('/commission/notes/envoi', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jeton: token, owner: day.owner, device: randomUUID(), acts }),
  });
  const said = await answer.text();
  if (answer.status !== 200)
    throw wrong('/commission/notes/envoi', { status: answer.status, html: said, location: '' });
  const refused = JSON.parse(said).outcomes.filter((one: { refused: string | null }) => one.refused !== null);
  if (refused.length > 0) throw new Error(`A tablet was refused: ${JSON.stringify(refused.slice(0, 3))}`);
}

/** Of the second member, by their page or by the letter that they got; null: there is none. */
async function codeOfSecond(
  { as }: House,
  { codes }: Boards,
  { id, members: [, second] }: Board,
): Promise<string | null> {
  if (second === undefined) return null;
  return second.address === null ? (codes[second.person] ?? '') : codeOf(await as(second.address), id);
}

/** What makes this mark on the sheet, each criterion worth its part of it, or what comes nearest; null: an absence. */
export function answersFor(form: SheetForm, mark: string): Answers | null {
  const read = halfPointsIn(mark);
  if (!read.ok) return null;
  const best = form.levels[0]?.value ?? 1;
  let worth = form.criteria.reduce((sum, { points }) => sum + points, 0) * 2;
  let left = Math.floor((read.value * worth) / 40);
  const answers = Object.fromEntries(
    form.criteria.map(({ id, points }) => {
      const most = points * 2;
      const wanted = Math.min(Math.round((left * most) / worth), most);
      const level = form.levels.find(({ value }) => value * most <= wanted * best) ?? form.levels.at(-1);
      left -= level === undefined ? wanted : (level.value * most) / best;
      worth -= most;
      return [id, level?.value ?? wanted];
    }),
  );
  if (halfPointsOf(form, answers) === null) throw new Error(`A sheet of ${form.title} isn't whole`);
  return answers;
}

/** A point more than what was agreed before; less where there is no more. */
function otherMark(mark: string): string {
  const point = Number(mark.replace(',', '.')) < 20 - 1 ? 1 : -1;
  return String(Number(mark.replace(',', '.')) + point).replace('.', ',');
}

export type Late = { readonly enrolmentId: string; readonly unit: string; readonly mark: string };

/**
 * Some tablets come back once the marks are locked, with another sheet that two agreed on: it is told, and the head takes it by a correction. Answers
 * what each is worth now.
 */
export async function bringLate(
  house: House,
  { head, most, ...asked }: Boards & { readonly head: Visitor; readonly most: number },
): Promise<readonly Late[]> {
  const boards = (await withSheets(house, asked)).filter(
    ({ members, isShared }) => members[1] !== undefined && members[0]?.address !== null && !isShared,
  );
  const late: Late[] = [];
  for (const board of boards.filter((_, index) => index % 3 === 0).slice(0, most)) {
    const one = board.called.find(({ address, unit }) => /^\d/.test(asked.paper(address, unit).mark));
    if (one === undefined) continue;
    const own = await readOwn(await house.as(board.members[0]?.address ?? ''), board.id);
    const { form } = own.page;
    const answers = answersFor(form, otherMark(asked.paper(one.address, one.unit).mark));
    await sendFromTablet(own, [{ ...one, answers }], await codeOfSecond(house, asked, board));
    const mark = String((halfPointsOf(form, answers ?? {}) ?? 0) / 2).replace('.', ',');
    await correctMark(house, head, asked.session, one, {
      note: mark,
      motif: 'Fiche arrivée après le verrou, signée de deux personnes.',
      told: /arrivée?s? après le verrou/,
    });
    late.push({ enrolmentId: one.enrolmentId, unit: one.unit, mark });
  }
  return late;
}
