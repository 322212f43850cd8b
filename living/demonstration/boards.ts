import { sql } from 'kysely';
import type { ResolvedSession } from '../../src/catalogue/index.ts';
import { replacementOf, wholeUnit } from '../../src/exam/index.ts';
import { columns, nullable, text, uuid } from '../../src/platform/database/columns.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { dayOf, onWorkingDay, workedBefore } from '../days.ts';
import type { Moment } from '../office.ts';
import { type Again, writeAgain } from '../session/absences.ts';
import {
  agreeByCode,
  answerOwn,
  conveneAll,
  declareLink,
  declineOwn,
  fillBoards,
  fillSheet,
  replaceAtOnce,
  seatOn,
  tellLate,
  tellPresent,
} from '../session/examiners.ts';
import { send } from '../session/forms.ts';
import { choosePassword } from '../session/staff.ts';
import type { World } from '../world.ts';
import { LUCAS } from './cast.ts';
import { linkTo } from './mails.ts';
import { BEFORE_BOARDS } from './satAgain.ts';
import type { OwnSite } from './site.ts';

/**
 * The exam as it is held: what bakers sit again around the day on which somebody first looks, before boards that were convened, that answered, one of
 * whom fell ill. What was written by then was said by those whose it is, at their own doors.
 */

/** Whose account the demonstration has: she teaches bakers, and lives beside its largest centre. */
export const GAELLE = { address: 'examiner@demo.registre.fr', lastName: 'Murol' };
const [HEAD, KEEPER] = ['head@demo.registre.fr', 'centre@demo.registre.fr'];
const FORGOTTEN = '/mot-de-passe-oublie';
/** Minutes that the first board is late. */
const LATE = 25;
/** Of its points, what each is worth of whom a sheet was filled. */
const SHARES = [0.7, 0.55] as const;

export type Office = {
  readonly world: World;
  readonly session: ResolvedSession;
  readonly site: OwnSite;
  /** When somebody first looks. */
  readonly now: Temporal.Instant;
};

/** Three days on which people worked before today, and two of those after it. */
function daysOf(now: Temporal.Instant) {
  const last = workedBefore(now, 1);
  const before = workedBefore(last, 1);
  const next = onWorkingDay(dayOf(now).add({ days: 1 }), '09:00');
  const second = onWorkingDay(next.toPlainDate().add({ days: 1 }), '09:00');
  return { first: workedBefore(before, 1), before, last, next, second };
}

/** When each unit is sat again: the dossier and both days of the workshop are over when somebody looks, the others still to come. */
export async function writeBoardsAgain({ world, session, site, now }: Office, all: readonly Again[]): Promise<void> {
  const { first, before, next, second } = daysOf(now);
  const { dossier, workshop, language } = BEFORE_BOARDS;
  const afternoon = { hour: 14 };
  const sat: readonly (readonly [string, Temporal.PlainDateTime])[] = [
    [dossier, onWorkingDay(dayOf(first), '08:30')],
    [workshop, onWorkingDay(dayOf(before), '08:30')],
    ['U20', next],
    [language, next.with(afternoon)],
    ['U30', second],
    ['U41', second.with(afternoon)],
    ['U50', onWorkingDay(second.toPlainDate().add({ days: 1 }), '09:00')],
  ];
  const head = await site.as(HEAD);
  for (const [unit, at] of sat)
    await writeAgain(
      head,
      world,
      session,
      all.filter((one) => one.unit === unit),
      at,
    );
}

/**
 * Gaëlle is on each of the three; the others are proposed. She says that she comes to two, and hasn't answered the third, whose other member can't come.
 * Answers what happens while the next session is open.
 */
export async function conveneAgain(
  { world, session, site, now }: Office,
  all: readonly Again[],
): Promise<readonly Moment[]> {
  const { db } = world.deps;
  const { code } = session;
  const head = await site.as(HEAD);
  const gaelle = await site.as(GAELLE.address);
  const boards = await readBoards(db, all);
  const boardOf = (unit: string): Board => {
    const found = boards.find((one) => one.unit === replacementOf(unit));
    if (found === undefined) throw new Error(`No board examines ${unit} again`);
    return found;
  };
  const dossier = boardOf(BEFORE_BOARDS.dossier);
  const workshop = boardOf(BEFORE_BOARDS.workshop);
  const language = boardOf(BEFORE_BOARDS.language);
  const bothDays = boards.filter(({ unit, room }) => wholeUnit(unit) === workshop.unit && room === workshop.room);
  for (const { board } of [dossier, ...bothDays, language]) await seatOn(head, code, board, GAELLE.lastName);
  const complete = async (): Promise<void> => {
    await fillBoards(head, code);
    await conveneAll(head, code);
  };
  /** Who sits beside Gaëlle, at their own door: let in by a mail. */
  const other = async (of: Board) => {
    const [found] = await MEMBER.all(db, besideGaelle(of));
    if (found === undefined) throw new Error(`Nobody sits beside her for ${of.unit}`);
    return found;
  };
  const enter = async ({ mail }: Member) => {
    const address = mail ?? '';
    await send(site.stranger(), FORGOTTEN, FORGOTTEN, { address });
    await choosePassword(site.stranger(), await linkTo(db)(address));
    return site.as(address);
  };
  await complete();
  await answerOwn(gaelle, [language.board]);
  await declineOwn(await enter(await other(language)), language.board, 'Je suis en déplacement cette semaine-là.');
  await complete();
  const linked = await enter(await other(language));

  const { first, before, last } = daysOf(now);
  const at = (instant: Temporal.Instant, hour: string) => site.goTo(onWorkingDay(dayOf(instant), hour));
  const sheets = async (of: Board, agreed: number, filled: number): Promise<void> => {
    const { code: theirs } = await other(of);
    const candidates = await CANDIDATE.all(db, examinedBy(of));
    for (const [rank, { candidate }] of candidates.slice(0, filled).entries()) {
      await fillSheet(gaelle, { board: of.board, candidate }, SHARES[rank % SHARES.length] ?? 0);
      if (rank < agreed) await agreeByCode(gaelle, { board: of.board, candidate }, theirs ?? '');
    }
  };
  return [
    {
      at: first,
      happens: async () => {
        await at(first, '08:10');
        await tellLate(await site.as(KEEPER), dossier.room, dossier.sitting, LATE);
        await at(first, '12:00');
        await tellPresent(await site.as(KEEPER), dossier.room);
        await sheets(dossier, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY);
      },
    },
    {
      at: before,
      happens: async () => {
        await at(before, '08:05');
        const { member } = await other(workshop);
        await replaceAtOnce(head, code, { board: workshop.board, member, words: 'Malade ce matin, au téléphone.' });
        await at(before, '13:00');
        await tellPresent(await site.as(KEEPER), workshop.room);
      },
    },
    {
      at: last,
      happens: async () => {
        await at(last, '17:00');
        await tellPresent(await site.as(KEEPER), workshop.room);
        await sheets(workshop, 1, 2);
        await declareLink(linked, language.board, { name: LUCAS.status.birthName, lien: 'employs' });
        await complete();
      },
    },
  ];
}

const BOARD = columns({ board: uuid, unit: text, room: uuid, sitting: uuid });
type Board = { readonly board: string; readonly unit: string; readonly room: string; readonly sitting: string };

/** Those before which these people sit something again; where there are two of a unit, first the one where more do. */
function readBoards(db: Database, again: readonly Again[]): Promise<readonly Board[]> {
  const ids = again.map(({ enrolmentId }) => enrolmentId);
  return BOARD.all(
    db,
    sql`select board_id as board, unit, room_id as room, sitting_id as sitting from exam_board_seat
      where enrolment_id = any(${ids}::uuid[]) and held <> 'written' group by 1, 2, 3, 4 order by count(*) desc, 1`,
  );
}

const MEMBER = columns({ member: uuid, mail: nullable(text), code: nullable(text) });
type Member = { readonly member: string; readonly mail: string | null; readonly code: string | null };

const besideGaelle = ({
  board,
}: Board) => sql`select m.id as member, e.mail, c.signing as code from board_member m join examiner e on e.id = m.examiner_id
  left join examiner_code c on c.examiner_id = e.id and c.session = m.session
  where m.board_id = ${board} and m.state in ('convened', 'accepted') and e.mail <> ${GAELLE.address} order by m.id`;

const CANDIDATE = columns({ candidate: uuid });

const examinedBy = ({ board }: Board) =>
  sql`select s.enrolment_id as candidate from exam_board_seat s where s.board_id = ${board} order by s.starts_at, s.enrolment_id`;
