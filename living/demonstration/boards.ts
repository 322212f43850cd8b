import { sql } from 'kysely';
import type { Visitor } from '../../e2e/support/visitor.ts';
import type { ResolvedSession } from '../../src/catalogue/index.ts';
import { replacementOf, wholeUnit } from '../../src/exam/index.ts';
import { columns, uuid } from '../../src/platform/database/columns.ts';
import { dayOf, onWorkingDay, workedBefore } from '../days.ts';
import type { Moment } from '../office.ts';
import { type Again, writeAgain } from '../session/absences.ts';
import { type Board, codeOf, type Member, readBoards } from '../session/boards.ts';
import {
  answerOwn,
  conveneAll,
  declareLink,
  declineOwn,
  fillBoards,
  replaceAtOnce,
  seatOn,
  tellLate,
  tellPresent,
  writeExaminers,
} from '../session/examiners.ts';
import { send } from '../session/forms.ts';
import { answersFor, fillByForm, readOwn } from '../session/sheets.ts';
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
/** Tastes what bakers made, without them: the jury beside Gaëlle's board. */
const ODILE = { address: 'examinatrice.2@demo.registre.fr', lastName: 'Besse' };
const ODILE_LINE = [
  ...[ODILE.lastName, 'Odile', 'employeur', 'boulangère', 'Fournil des Puys', '63000'],
  ...[ODILE.address, '0612345679', 'commission', 'Boulanger', '', ''],
];
/** He has no mail box, and hers refuses what is mailed to it: their convocations wait among the letters. */
const BY_POST_LINE = [
  ...['Chastel', 'René', 'enseignant', 'professeur', 'Lycée professionnel de Riom', '63200'],
  ...['', '0612345680', 'commission', 'Boulanger', '', '', '12 rue du Four, 63200 Riom'],
];
const REFUSED_LINE = [
  ...['Rochefort', 'Solène', 'enseignant', 'professeure', 'Lycée professionnel de Thiers', '63300'],
  ...[
    'solene.rochefort@refuse.example',
    '0612345681',
    'surveillance',
    '',
    '',
    '',
    '4 rue des Couteliers, 63300 Thiers',
  ],
];
const HALL = columns({ id: uuid });
const [HEAD, KEEPER] = ['head@demo.registre.fr', 'centre@demo.registre.fr'];
const FORGOTTEN = '/mot-de-passe-oublie';
/** Minutes that the first board is late. */
const LATE = 25;
/** Of whom a sheet was filled, in turn. */
const MARKS = ['14', '11'] as const;

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
 * Odile tastes. Answers what happens while the next session is open.
 */
export async function conveneAgain(
  { world, session, site, now }: Office,
  all: readonly Again[],
): Promise<readonly Moment[]> {
  const { db } = world.deps;
  const { code } = session;
  const head = await site.as(HEAD);
  const gaelle = await site.as(GAELLE.address);
  const { first, before, last } = daysOf(now);
  const read = () => readBoards({ db }, code, first.toString());
  const ids = new Set(all.map(({ enrolmentId }) => enrolmentId));
  const theirs = (await read()).filter(({ called }) => called.some(({ enrolmentId }) => ids.has(enrolmentId)));
  const boards = theirs.filter(({ isApart }) => !isApart);
  /** Where there are two of a unit, the one where more sit it. */
  const boardOf = (unit: string): Board => {
    const some = boards.filter(({ called: [one] }) => one?.unit === replacementOf(unit));
    const [found] = some.toSorted((one, other) => other.called.length - one.called.length);
    if (found === undefined) throw new Error(`No board examines ${unit} again`);
    return found;
  };
  const dossier = boardOf(BEFORE_BOARDS.dossier);
  const workshop = boardOf(BEFORE_BOARDS.workshop);
  const language = boardOf(BEFORE_BOARDS.language);
  const inWorkshop = theirs.filter(
    ({ room, called: [one] }) =>
      room === workshop.room && wholeUnit(one?.unit ?? '') === replacementOf(BEFORE_BOARDS.workshop),
  );
  const secondDay = inWorkshop.find(({ isShared, isApart }) => isShared && !isApart);
  const tasting = inWorkshop.find(({ isApart }) => isApart);
  if (secondDay === undefined || tasting === undefined) throw new Error('Nobody tastes what is made in the workshop');
  for (const { id } of [dossier, workshop, secondDay, language]) await seatOn(head, code, id, GAELLE.lastName);
  await writeExaminers(head, world.catalogue, code, [], [ODILE_LINE]);
  await seatOn(head, code, tasting.id, ODILE.lastName);
  const complete = async (): Promise<void> => {
    await fillBoards(head, code);
    await conveneAll(head, code);
  };
  /** Who sits beside Gaëlle, or beside Odile, at their own door: let in by a mail. */
  const other = async ({ id }: Board, known = GAELLE): Promise<Member> => {
    const { members = [] } = (await read()).find((one) => one.id === id) ?? {};
    const found = members.find(({ address }) => address !== null && address !== known.address);
    if (found === undefined) throw new Error(`Nobody sits beside ${known.lastName} on ${id}`);
    return found;
  };
  const entered = new Map<string, Promise<Visitor>>();
  const enter = ({ address }: Pick<Member, 'address'>): Promise<Visitor> =>
    entered.getOrInsertComputed(address ?? '', async (address) => {
      await send(site.stranger(), FORGOTTEN, FORGOTTEN, { address });
      await choosePassword(site.stranger(), await linkTo(db)(address));
      return site.as(address);
    });
  await complete();
  await answerOwn(gaelle, [language.id]);
  await declineOwn(await enter(await other(language)), language.id, 'Je suis en déplacement cette semaine-là.');
  await complete();
  const linked = await enter(await other(language));
  const odile = await enter(ODILE);
  await answerOwn(odile);

  const at = (instant: Temporal.Instant, hour: string) => site.goTo(onWorkingDay(dayOf(instant), hour));
  const sheets = async (of: Board, agreed: number, filled: number, by = GAELLE): Promise<void> => {
    const signing = await codeOf(await enter(await other(of, by)), of.id);
    const own = await readOwn(by === ODILE ? odile : gaelle, of.id);
    for (const [rank, { enrolment }] of own.page.lines.slice(0, filled).entries()) {
      const answers = answersFor(own.page.form, MARKS[rank % MARKS.length] ?? MARKS[0]);
      await fillByForm(own, { enrolmentId: enrolment, answers }, rank < agreed ? signing : null);
    }
  };
  return [
    {
      at: first,
      happens: async () => {
        await at(first, '08:10');
        await tellLate(await site.as(KEEPER), dossier.room, dossier.called[0]?.sitting ?? '', LATE);
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
        await replaceAtOnce(head, code, { board: workshop.id, member, words: 'Malade ce matin, au téléphone.' });
        await at(before, '13:00');
        await tellPresent(await site.as(KEEPER), workshop.room);
      },
    },
    {
      at: last,
      happens: async () => {
        await at(last, '17:00');
        await tellPresent(await site.as(KEEPER), workshop.room);
        await sheets(secondDay, 1, 2);
        await sheets(tasting, 1, 2, ODILE);
        await declareLink(linked, language.id, { name: LUCAS.status.birthName, lien: 'employs' });
        await writeExaminers(head, world.catalogue, code, [], [BY_POST_LINE, REFUSED_LINE]);
        await seatOn(head, code, language.id, 'Chastel');
        const [hall] = await HALL.all(
          db,
          sql`select id from exam_board where session = ${code} and held = 'written' and starts_at > business_now() order by starts_at, id limit 1`,
        );
        if (hall !== undefined) await seatOn(head, code, hall.id, 'Rochefort');
        await complete();
      },
    },
  ];
}
