import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Visitor } from '../../e2e/support/visitor.ts';
import type { OwnBoards } from '../../src/marking/device/board.ts';
import { type Answers, halfPointsOf, type SheetForm, writeAnswer } from '../../src/marking/device/sheet.ts';
import { columns, json, text, uuid } from '../../src/platform/database/columns.ts';
import { halfPointsIn } from '../../src/ui/index.ts';
import { offered, send, sendAmong, wordsOf, wrong } from './forms.ts';
import type { House } from './house.ts';
import { poppler } from './proofs.ts';
import type { Paper } from './scripts.ts';
import { several } from './several.ts';
import { choosePassword } from './staff.ts';

/** Boards before which one is called by name: orals and practical tests. What is written in a hall is marked by number. */
type Member = {
  readonly member: string;
  readonly person: string;
  readonly address: string | null;
  readonly state: string;
};
type Called = { readonly enrolmentId: string; readonly address: string; readonly unit: string };
const BOARD = columns({ id: uuid, day: text, members: json<readonly Member[]>(), called: json<readonly Called[]>() });

/** `after`: that begin after this instant. */
function readBoards({ db }: House, session: string, after: string) {
  return BOARD.all(
    db,
    sql`select b.id, to_char(b.starts_at at time zone 'Europe/Paris', 'YYYY-MM-DD') as day,
      (select coalesce(json_agg(json_build_object('member', m.id, 'person', x.id, 'address', x.mail, 'state', m.state) order by x.mail nulls last), '[]')
        from board_member m join examiner x on x.id = m.examiner_id
        where m.board_id = b.id and m.state in ('convened', 'accepted')) as members,
      (select json_agg(json_build_object('enrolmentId', s.enrolment_id, 'address', a.email, 'unit', s.unit) order by s.starts_at, a.email)
        from exam_board_seat s join enrolment e on e.id = s.enrolment_id join auth_user a on a.id = e.candidate_id
        where s.session = b.session and s.board_id = b.id) as called
      from exam_board b where b.session = ${session} and b.held <> 'written' and b.starts_at > ${after}::timestamptz order by b.starts_at, b.id`,
  );
}
type Board = Awaited<ReturnType<typeof readBoards>>[number];

/** People who act at once. */
const AT_ONCE = 4;
const INVITED = /accès à Registre/;
const INVITATION = columns({ address: text });

/** Whoever is convened to a board and was let in by mail chooses a password, then says of each that they come. Answers how many places. */
export async function openDoors(house: House, session: string, after: string): Promise<number> {
  const invited = await INVITATION.all(
    house.db,
    sql`select a.email as address from auth_user a join staff s on s.account_id = a.id
      where s.role = 'examiner' and a.email like 'examinateur.%' and not exists (select from auth_account c where c.user_id = a.id)`,
  );
  const waiting = new Set(invited.map(({ address }) => address));
  const theirs = (await readBoards(house, session, after)).flatMap(({ id, members }) =>
    members.flatMap(({ address, state }) =>
      address === null || state !== 'convened' ? [] : [{ id, address: address.toLowerCase() }],
    ),
  );
  await several(
    Map.groupBy(theirs, ({ address }) => address),
    AT_ONCE,
    async ([address, boards]) => {
      if (waiting.has(address)) await choosePassword(house.stranger(), await house.linkTo(address, INVITED));
      const own = await house.as(address);
      for (const { id } of boards) await send(own, `/commission/${id}`, `/commission/${id}/venir`);
    },
  );
  return theirs.length;
}

export type Replaced = { readonly board: string; readonly ill: string; readonly came: string };
const MOST_ILL = 20;
const SEATED = columns({ member: uuid });

/**
 * On the morning of the day with the most boards one of five members is ill, and telephones; the head brings whoever can come, from the list of those
 * who could. Answers who came for whom; who can't be replaced leaves the board to the other.
 */
export async function fallIll(
  house: House,
  head: Visitor,
  session: string,
  after: string,
): Promise<{ readonly day: string; readonly ill: number; readonly replaced: readonly Replaced[] }> {
  const boards = await readBoards(house, session, after);
  const days = [...Map.groupBy(boards, ({ day }) => day)].toSorted(([, one], [, other]) => other.length - one.length);
  const [day, all] = days[0] ?? ['', []];
  await house.until(Temporal.PlainDateTime.from(`${day}T06:30`));
  const ill = all.filter((_, index) => index % 3 === 0).slice(0, MOST_ILL);
  const replaced: Replaced[] = [];
  for (const { id, members } of ill) {
    const [, sick] = members;
    if (sick === undefined) continue;
    const page = `/gestion/examen/examinateurs/commissions/${id}`;
    await sendAmong(head, `${page}?session=${session}`, [`${id}/reponse`, sick.member], {
      reponse: 'non',
      pourquoi: 'Malade ce matin, a téléphoné.',
    });
    const { html } = await head.get(`${page}?session=${session}`);
    const [came] = offered(html, 'personne');
    if (came === undefined) continue;
    await send(head, `${page}?session=${session}`, `${page}/faire-venir?session=${session}`, { personne: came });
    replaced.push({ board: id, ill: sick.person, came });
  }
  return { day, ill: ill.length, replaced };
}

/** Each who fell ill is off their board, and who came for them sits there, was told of it and has a mail of it. Errors: one isn't. */
export async function checkReplaced(house: House, replaced: readonly Replaced[]): Promise<void> {
  for (const { board, ill, came } of replaced) {
    const found = await SEATED.all(
      house.db,
      sql`select n.id as member from board_member n join board_member o on o.board_id = n.board_id and o.examiner_id = ${ill} and o.state = 'declined'
        join examiner x on x.id = n.examiner_id
        where n.board_id = ${board} and n.examiner_id = ${came} and n.state in ('convened', 'accepted') and n.told is not null
          and (x.mail is null or exists (select from mail l where l.template = 'examiner.convened' and l.recipient = x.mail and l.business_at >= n.added_at))`,
    );
    if (found.length !== 1) throw new Error(`Whoever came to ${board} for ${ill} isn't on it, or wasn't told`);
  }
}

export type Signed = {
  readonly boards: number;
  readonly tablets: number;
  readonly sheets: number;
  readonly alone: number;
};

/**
 * Each board fills its sheets: every other one by the forms of its page, candidate by candidate; the others on a tablet without a network, which sends
 * all at once. Another member agrees from their account, or by their code on the same tablet. `boards` without anybody fill nothing.
 */
export async function signSheets(
  house: House,
  {
    session,
    after,
    codes,
    paper,
  }: { readonly session: string; readonly after: string; readonly codes: Codes; readonly paper: Paper },
): Promise<Signed> {
  const boards = (await readBoards(house, session, after)).filter(({ members }) =>
    members.some((one) => one.address !== null),
  );
  let [tablets, sheets, alone] = [0, 0, 0];
  const work = async ([index, board]: readonly [number, Board]): Promise<void> => {
    const [first, second] = board.members;
    const own = await house.as(first?.address ?? '');
    const said = await readOwn(own);
    const page = said.day.boards.find(({ id }) => id === board.id);
    if (page === undefined) throw new Error(`${first?.address} doesn't see ${board.id}`);
    const marked = board.called.map((one) => ({
      ...one,
      answers: answersFor(page.form, paper(one.address, one.unit).mark),
    }));
    const code = second === undefined ? null : await codeOf(house, codes, board.id, second);
    sheets += marked.length;
    if (code === null) alone += marked.length;
    if (index % 2 === 0) {
      for (const one of marked) await fillByForm(own, board.id, page.form, one, code);
      return;
    }
    tablets += 1;
    for (let from = 0; from < marked.length; from += SENT_AT_ONCE)
      await sendFromTablet(own, said, board.id, { form: page.form, code }, marked.slice(from, from + SENT_AT_ONCE));
  };
  await several(boards.entries(), AT_ONCE, work);
  return { boards: boards.length, tablets, sheets, alone };
}

/** A sheet and what another says of it: a tablet sends fifty things at once. */
const SENT_AT_ONCE = 25;
type Marked = Called & { readonly answers: Answers | null };
type Own = { readonly token: string; readonly day: OwnBoards };

async function readOwn(own: Visitor): Promise<Own> {
  const { html, status } = await own.get('/commission/notes/donnees');
  const said = status === 200 ? JSON.parse(html) : { day: null };
  if (said.day === null) throw new Error(`No boards: ${status} ${html.slice(0, 300)}`);
  return said;
}

async function fillByForm(
  own: Visitor,
  board: string,
  form: SheetForm,
  { enrolmentId, answers }: Marked,
  code: string | null,
) {
  const page = `/commission/notes?commission=${board}&candidat=${enrolmentId}`;
  const typed = Object.entries(answers ?? {}).map(([id, given]) => [`c-${id}`, writeAnswer(form, given)]);
  await send(own, page, '/commission/notes/fiche', {
    ...Object.fromEntries(typed),
    ...{ version: form.version, issue: answers === null ? 'absent' : 'mark', mots: '' },
  });
  if (code !== null) await send(own, page, '/commission/notes/accord', { avis: 'agree', code, mots: '' });
}

/** What was said without a network, in the order in which it was. */
async function sendFromTablet(
  own: Visitor,
  { token, day }: Own,
  board: string,
  { form, code }: { readonly form: SheetForm; readonly code: string | null },
  marked: readonly Marked[],
): Promise<void> {
  const lines = new Map(
    day.boards.flatMap((one) => (one.id === board ? one.lines.map((line) => [line.enrolment, line]) : [])),
  );
  const acts = marked.flatMap(({ enrolmentId, answers }) => {
    const common = { boardId: board, seen: lines.get(enrolmentId)?.rank ?? 0, words: '', saidAt: day.now };
    const id = randomUUID();
    const outcome = answers === null ? 'absent' : 'mark';
    const sheet = { ...common, id, kind: 'sheet', enrolmentId, version: form.version, outcome, answers: answers ?? {} };
    const verdict = { ...common, id: randomUUID(), kind: 'verdict', sheetId: id, verdict: 'agree', code };
    return code === null ? [sheet] : [sheet, verdict];
  });
  const answer = await own.fetch('/commission/notes/envoi', {
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

/** By person, the code of whoever has no mail box. */
export type Codes = Readonly<Record<string, string>>;
const CODE = /code d['’]accueil\s*:?\s*([0-9A-Z]{4}[ -]?[0-9A-Z]{4})\b/i;

/** Letters to those who have no mail box, as poppler reads them: each has the code by which its reader agrees on the tablet of another. */
export async function readLetters(house: House, head: Visitor, session: string, after: string): Promise<Codes> {
  const people = (await readBoards(house, session, after)).flatMap(({ members }) =>
    members.flatMap(({ address, person }) => (address === null ? [person] : [])),
  );
  const read = [...new Set(people)].map(async (person) => {
    const letter = `/gestion/examen/examinateurs/personnes/${person}/convocation.pdf?session=${session}`;
    const said = (await poppler('pdftotext', await head.download(letter))).replace(/\s+/g, ' ');
    const code = CODE.exec(said)?.[1];
    if (code === undefined) throw new Error(`No code on the letter of ${person}: ${said.slice(0, 1_500)}`);
    return [person, code] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}

async function codeOf({ as }: House, codes: Codes, board: string, { person, address }: Member): Promise<string> {
  if (address === null) return codes[person] ?? '';
  const said = wordsOf((await (await as(address)).get(`/commission/${board}`)).html);
  const code = CODE.exec(said)?.[1];
  if (code === undefined) throw new Error(`No code on ${board} for ${address}: ${said.slice(0, 1_500)}`);
  return code;
}

/** What makes this mark on the sheet, or what comes nearest to it; null: an absence. */
function answersFor(form: SheetForm, mark: string): Answers | null {
  const read = halfPointsIn(mark);
  if (!read.ok) return null;
  const best = form.levels[0]?.value ?? null;
  const worth = form.criteria.reduce((sum, { points }) => sum + points, 0) * 2;
  let left = Math.floor((read.value * worth) / 40);
  const answers = Object.fromEntries(
    form.criteria.map(({ id, points }) => {
      const given = Math.min(left, points * 2);
      left -= given;
      if (best === null) return [id, given];
      const level = form.levels.toReversed().find(({ value }) => value / best >= given / (points * 2));
      return [id, level?.value ?? best];
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
const LOCKED = columns({ number: text, batch: uuid, enrolmentId: uuid, address: text, unit: text, board: uuid });

/**
 * Some tablets come back once the marks are locked, with another sheet that two agreed on: it is told, and the head takes it by a correction. Answers
 * what each is worth now.
 */
export async function bringLate(
  house: House,
  {
    session,
    after,
    codes,
    head,
    paper,
    most,
  }: {
    readonly session: string;
    readonly after: string;
    readonly codes: Codes;
    readonly head: Visitor;
    readonly paper: Paper;
    readonly most: number;
  },
): Promise<readonly Late[]> {
  const boards = (await readBoards(house, session, after)).filter(
    ({ members }) => members[1] !== undefined && members[0]?.address !== null,
  );
  const late: Late[] = [];
  for (const board of boards.filter((_, index) => index % 3 === 0).slice(0, most)) {
    const [first, second] = board.members;
    const [one] = board.called.filter(({ address, unit }) => /^\d/.test(paper(address, unit).mark));
    if (first === undefined || second === undefined || one === undefined) continue;
    const own = await house.as(first.address ?? '');
    const said = await readOwn(own);
    const form = said.day.boards.find(({ id }) => id === board.id)?.form;
    if (form === undefined) continue;
    const answers = answersFor(form, otherMark(paper(one.address, one.unit).mark));
    const code = await codeOf(house, codes, board.id, second);
    await sendFromTablet(own, said, board.id, { form, code }, [{ ...one, answers }]);
    const [script] = await LOCKED.all(
      house.db,
      sql`select s.number, b.id as batch, i.enrolment_id as "enrolmentId", '' as address, b.unit, b.id as board from mark_identity i
        join mark_script s on s.id = i.script_id join mark_batch b on b.id = i.batch_id
        where b.session = ${session} and b.unit = ${one.unit} and i.enrolment_id = ${one.enrolmentId} and b.locked_at is not null`,
    );
    if (script === undefined) throw new Error(`The marks of ${one.unit} aren't locked`);
    const batch = `/gestion/notes/${script.batch}`;
    const told = wordsOf((await head.get(batch)).html);
    if (!/arrivée?s? après le verrou/.test(told))
      throw new Error(`${batch} doesn't say what came late: ${told.slice(0, 2_000)}`);
    const halfPoints = halfPointsOf(form, answers ?? {}) ?? 0;
    const mark = String(halfPoints / 2).replace('.', ',');
    await send(head, batch, `${batch}/correction`, {
      numero: script.number,
      note: mark,
      motif: 'Fiche arrivée après le verrou, signée de deux personnes.',
    });
    late.push({ enrolmentId: one.enrolmentId, unit: one.unit, mark });
  }
  return late;
}
