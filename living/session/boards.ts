import { sql } from 'kysely';
import type { Visitor } from '../../e2e/support/visitor.ts';
import { columns, flag, json, text, uuid } from '../../src/platform/database/columns.ts';
import { answerOwn, conveneAll, fillBoards, replaceAtOnce } from './examiners.ts';
import { wordsOf } from './forms.ts';
import type { House } from './house.ts';
import { poppler } from './proofs.ts';
import { several } from './several.ts';
import { choosePassword } from './staff.ts';

/** Boards before which one is called by name: orals and practical tests. What is written in a hall is marked by number. */
export type Member = {
  readonly member: string;
  readonly person: string;
  readonly address: string | null;
  readonly state: string;
};
export type Called = {
  readonly enrolmentId: string;
  readonly address: string;
  readonly unit: string;
  readonly sitting: string;
};
/** `isApart`: it marks a part of sheets without their candidates; `isShared`: another does so of its sheets, or it is that one. */
const BOARD = columns({
  id: uuid,
  isApart: flag,
  isShared: flag,
  day: text,
  room: uuid,
  members: json<readonly Member[]>(),
  called: json<readonly Called[]>(),
});

/** `after`: that begin after this instant. */
export function readBoards({ db }: Pick<House, 'db'>, session: string, after: string) {
  return BOARD.all(
    db,
    sql`select b.id, b.name <> '' as "isApart", b.shared or b.name <> '' as "isShared",
      to_char(b.starts_at at time zone 'Europe/Paris', 'YYYY-MM-DD') as day, b.room_id as room,
      (select coalesce(json_agg(json_build_object('member', m.id, 'person', x.id, 'address', x.mail, 'state', m.state) order by x.mail nulls last), '[]')
        from board_member m join examiner x on x.id = m.examiner_id
        where m.board_id = b.id and m.state in ('convened', 'accepted')) as members,
      (select json_agg(json_build_object('enrolmentId', s.enrolment_id, 'address', a.email, 'unit', s.unit, 'sitting', s.sitting_id)
          order by s.starts_at, a.email)
        from exam_board_seat s join enrolment e on e.id = s.enrolment_id join auth_user a on a.id = e.candidate_id
        where s.session = b.session and s.board_id = b.id) as called
      from exam_board b where b.session = ${session} and b.held <> 'written' and b.starts_at > ${after}::timestamptz order by b.starts_at, b.id`,
  );
}
export type Board = Awaited<ReturnType<typeof readBoards>>[number];

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
  const theirs = (await readBoards(house, session, after)).flatMap(({ members }) =>
    members.flatMap(({ address, state }) => (address === null || state !== 'convened' ? [] : [address.toLowerCase()])),
  );
  await several(new Set(theirs), AT_ONCE, async (address) => {
    if (waiting.has(address)) await choosePassword(house.stranger(), await house.linkTo(address, INVITED));
    await answerOwn(await house.as(address));
  });
  return theirs.length;
}

export type Replaced = { readonly board: string; readonly ill: string; readonly came: string };
const MOST_ILL = 20;
const SEATED = columns({ member: uuid });

/**
 * On the morning of the day with the most boards a member of every third is ill, and telephones; the head brings whoever can come, from the list of those
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
    const words = 'Malade ce matin, a téléphoné.';
    const came = await replaceAtOnce(head, session, { board: id, member: sick.member, words });
    if (came !== null) replaced.push({ board: id, ill: sick.person, came });
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

/** By person, the code of whoever has no mail box. */
export type Codes = Readonly<Record<string, string>>;
const CODE = /code de signature\s*:?\s*([0-9A-Z]{4}[ -]?[0-9A-Z]{4})\b/i;

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

/** The code by which its reader agrees on the tablet of another, as their page of that board says it. Errors: it says none. */
export async function codeOf(own: Visitor, board: string): Promise<string> {
  const said = wordsOf((await own.get(`/commission/${board}`)).html);
  const code = CODE.exec(said)?.[1];
  if (code === undefined) throw new Error(`No code on ${board}: ${said.slice(0, 1_500)}`);
  return code;
}

/**
 * Boards of the published plan are filled and told, and those who can be reached by mail say that they come. Answers how many places that was, and the codes
 * of the others.
 */
export async function convene(
  house: House,
  head: Visitor,
  session: string,
  after: string,
): Promise<{ readonly come: number; readonly codes: Codes }> {
  await fillBoards(head, session);
  await conveneAll(head, session);
  const come = await openDoors(house, session, after);
  return { come, codes: await readLetters(house, head, session, after) };
}
