import { h } from 'preact';
import { actBy, personName } from '../../accounts/index.ts';
import { type AtExam, type AtSession, examFrame, headAtExam, unitCode } from '../../exam/index.ts';
import { file, type Reply, type Route, route, type Visit, versionIn } from '../../platform/http/visit.ts';
import { csvOf, type Lines } from '../../platform/tables/csv.ts';
import { parisDay } from '../../platform/time.ts';
import { NoSessionPage } from '../../scope/index.ts';
import { act, clockTime, emptyForm, type FormState, faulty, numericDay, type Option, show } from '../../ui/index.ts';
import { answerFor } from '../actions/answer.ts';
import { hoursOf } from '../actions/onJury.ts';
import { sayPresence } from '../actions/sayPresence.ts';
import { bringIn, fillBoards, releaseMember, seatPerson } from '../actions/seatMembers.ts';
import { addresses } from '../addresses.ts';
import { boardTexts as words } from '../boardTexts.ts';
import { SAME_MORNING_HOURS } from '../convening.ts';
import type { ExaminerDeps } from '../deps.ts';
import { type Examiner, MOST, taskOf } from '../examiners.ts';
import { doubtsAbout, type Ground, readGround } from '../ground.ts';
import { type AtBoard, atBoard, headOfExaminers } from '../guards.ts';
import { namingOf } from '../naming.ts';
import { answeredFields } from '../pages/answerFields.ts';
import { BoardPage, type BoardView } from '../pages/boardPage.tsx';
import { BoardsPage, SIGHTS } from '../pages/boardsPage.tsx';
import { joiningFields, leavingFields } from '../pages/fields.ts';
import { presenceFields } from '../pages/presencePart.tsx';
import { refusals } from '../refusals.ts';
import { isSeated, missingOf, type StandingBoard, sidesOf, standingOf, tallyOf, waitingOf } from '../rules/standing.ts';
import { BARS, brings, isWhole, NOTHING } from '../rules/suits.ts';
import { duePeople } from '../rules/toTell.ts';
import { listCandidates } from '../store/boards.ts';
import { listTold } from '../store/convening.ts';
import { listUnheard } from '../store/letters.ts';
import { listLinksOf } from '../store/links.ts';
import { texts } from '../texts.ts';
import { presencesIn } from './presencesIn.ts';

const BOARD = '/gestion/examen/examinateurs/commissions/:id';
type Refused = { readonly form: string; readonly state: FormState; readonly status: number };

/** Boards of a session: who sits on them, who is added, taken off, replaced. */
export function boardRoutes(deps: ExaminerDeps): readonly Route[] {
  const [head, one] = [headOfExaminers(deps), atBoard(deps)];
  return [
    route({
      method: 'GET',
      path: addresses.boards(),
      who: headAtExam(deps),
      handle: (visit, at) => showBoards(deps, visit, at),
    }),
    act({
      path: addresses.fill(),
      who: head,
      note: 'Le chef de bureau fait proposer des personnes pour les commissions incomplètes.',
      refusals,
      fields: [],
      do: (_, { place, staff }, visit) => fillBoards(deps, actBy(visit, staff), { place, by: staff.accountId }),
      to: ({ seats, short }, { session }) => addresses.boards({ session: session.code, complete: `${seats}-${short}` }),
      again: (visit, at, state, status) => showBoards(deps, visit, at, state, status),
    }),
    route({ method: 'GET', path: BOARD, who: one, handle: (visit, at) => showBoard(deps, visit, at) }),
    act({
      path: `${BOARD}/ajouter`,
      who: one,
      note: 'Le chef de bureau ajoute une personne à une commission.',
      refusals,
      fields: joiningFields([]),
      do: ({ personne }, { place, staff, board }, visit) =>
        seatPerson(deps, actBy(visit, staff), {
          place,
          by: staff.accountId,
          board: board.id,
          examiner: personne,
          insteadOf: null,
        }),
      to: (_, { board, session }) => addresses.board(board.id, { session: session.code, message: 'ajoute' }),
      again: (visit, at, state, status) => showBoard(deps, visit, at, { form: 'ajout', state, status }),
    }),
    act({
      path: `${BOARD}/retirer`,
      who: one,
      note: "Le chef de bureau retire une personne d'une commission, ou la remplace.",
      refusals,
      fields: leavingFields([]),
      do: ({ motif, par }, { place, staff, board }, visit) => {
        const leaving = { member: memberIn(visit), version: versionIn(visit), reason: motif };
        const by = actBy(visit, staff);
        return par === null
          ? releaseMember(deps, by, { place, ...leaving })
          : seatPerson(deps, by, { place, by: staff.accountId, board: board.id, examiner: par, insteadOf: leaving });
      },
      to: (_, { board, session }) => addresses.board(board.id, { session: session.code, message: 'retire' }),
      again: (visit, at, state, status) =>
        showBoard(deps, visit, at, { form: `membre-${memberIn(visit)}`, state, status }),
    }),
    act({
      path: `${BOARD}/reponse`,
      who: one,
      note: "Le chef de bureau note la réponse d'un examinateur, donnée par téléphone ou par lettre.",
      refusals,
      fields: answeredFields,
      do: ({ reponse, pourquoi }, { place, staff }, visit) =>
        answerFor(deps, actBy(visit, staff), {
          place,
          by: staff.accountId,
          member: memberIn(visit),
          version: versionIn(visit),
          ...(reponse === 'oui' ? { comes: true } : { comes: false, words: pourquoi ?? '' }),
        }),
      to: (_, { board, session }) => addresses.board(board.id, { session: session.code, message: 'reponse' }),
      again: (visit, at, state, status) =>
        showBoard(deps, visit, at, { form: `reponse-${memberIn(visit)}`, state, status }),
    }),
    act({
      path: `${BOARD}/faire-venir`,
      who: one,
      note: "Le chef de bureau place, convoque et prévient d'un seul geste une personne pour une épreuve du jour.",
      refusals,
      fields: [],
      do: (_, { place, staff, board }, visit) =>
        bringIn(deps, actBy(visit, staff), {
          place,
          by: staff.accountId,
          board: board.id,
          examiner: typeof visit.body.personne === 'string' ? visit.body.personne : '',
          insteadOf: null,
          seen: typeof visit.body.vu === 'string' ? visit.body.vu : '',
        }),
      to: (_, { board, session }) => addresses.board(board.id, { session: session.code, message: 'venue' }),
      again: (visit, at, state, status) => showBoard(deps, visit, at, { form: '', state, status }),
    }),
    act({
      path: `${BOARD}/presences`,
      who: one,
      note: 'Le chef de bureau dit qui est venu dans une commission, et de quelle heure à quelle heure.',
      refusals,
      fields: async (at) => presenceFields((await standing(deps, at)).found.members),
      do: async (_, at, visit) => {
        const { said, faults } = presencesIn(visit, (await standing(deps, at)).found);
        if (faults.length > 0) return faulty(...faults);
        const order = { place: at.place, board: at.board.id, by: at.staff.accountId };
        return sayPresence(deps, actBy(visit, at.staff), order, said);
      },
      to: (_, { board, session }) => addresses.board(board.id, { session: session.code, message: 'presence' }),
      again: (visit, at, state, status) =>
        showBoard(deps, visit, at, { form: `presence-${at.board.id}`, state, status }),
    }),
    route({ method: 'GET', path: addresses.presences(), who: head, handle: (_, at) => givePresences(deps, at) }),
  ];
}

function memberIn({ body }: Visit): string {
  return typeof body.membre === 'string' ? body.membre : '';
}

async function showBoards(
  deps: ExaminerDeps,
  visit: Visit,
  at: AtExam,
  state: FormState = emptyForm,
  status = 200,
): Promise<Reply> {
  const { staff, desk } = at;
  const frame = await frameFor(deps, visit, at);
  if (desk.session === null) return show(h(NoSessionPage, { ...frame, title: texts.boards.title }));
  const { session } = desk;
  const place = { academy: staff.academy, session: session.code };
  const ground = await readGround(deps.db, deps.catalogue(), place);
  const boards = standingOf(ground.boards, ground.members, ground.people, ground.quotaOf, deps.clock.now());
  const [told, unheard] = [await listTold(deps.db, place), await listUnheard(deps.db, place)];
  const tally = tallyOf(boards, { toConvene: duePeople(told, deps.clock.now()).size, unheard: unheard.length });
  const sight = SIGHTS.find((one) => one === visit.query.voir) ?? (tally.short > 0 ? 'a-completer' : 'toutes');
  const seen = boards.filter(
    (one) => sight === 'toutes' || (sight === 'reponses' ? waitingOf(one) > 0 : !isWhole(one.lack)),
  );
  const days = [...Map.groupBy(seen, ({ startsAt }) => parisDay(startsAt).toString())];
  return show(
    h(BoardsPage, {
      ...frame,
      sessions: desk.sessions,
      session: session.code,
      tally,
      sight,
      today: parisDay(deps.clock.now()),
      days: days.map(([day, some]) => ({ day: Temporal.PlainDate.from(day), boards: some })),
      titleOf: namingOf(deps.catalogue(), session.code),
      state,
    }),
    status,
  );
}

async function frameFor(deps: ExaminerDeps, visit: Visit, { staff }: AtExam) {
  const frame = await examFrame(deps, visit, staff, texts.flash);
  const counts = /^(\d{1,5})-(\d{1,5})$/.exec(visit.query.complete ?? '');
  if (counts === null) return frame;
  const [seats = 0, short = 0] = counts.slice(1).map(Number);
  return { ...frame, flash: { tone: short === 0 ? 'ok' : 'info', text: texts.filled(seats, short) } as const };
}

async function standing(
  deps: ExaminerDeps,
  { place, board }: AtBoard,
): Promise<{ ground: Ground; found: StandingBoard }> {
  const ground = await readGround(deps.db, deps.catalogue(), place);
  const [found] = standingOf([board], ground.members, ground.people, ground.quotaOf, deps.clock.now());
  if (found === undefined) throw new Error('A board stands as one');
  return { ground, found };
}

/** Who isn't on it: those who suit first, the nearest before; those who are barred aren't offered. */
async function offeredFor(
  deps: ExaminerDeps,
  at: AtBoard,
): Promise<{
  readonly ground: Ground;
  readonly found: StandingBoard;
  readonly offered: readonly Option[];
  /** Against whom nothing speaks: of a side that is lacking, and others. */
  readonly suiting: NonNullable<BoardView['atOnce']>;
}> {
  const { ground, found } = await standing(deps, at);
  const there = new Set(
    ground.members.filter((one) => one.boardId === found.id && isSeated(one)).map((one) => one.examinerId),
  );
  // Who said that they can't come is offered last: they may have called since to say that they can.
  const left = new Map(found.gone.map(({ examinerId, state }) => [examinerId, state]));
  const saidNo = ({ id }: Examiner): boolean => left.get(id) === 'declined';
  const isLacking = ({ side }: Examiner): boolean => brings(side, sidesOf(found.members), found.quota);
  const able = ground.people
    .filter(({ id }) => !there.has(id))
    .map((person) => ({ person, doubts: doubtsAbout(ground, person, found), km: ground.kmOf(person, found) }))
    .filter(({ doubts }) => !doubts.some((doubt) => BARS.some((bar) => bar === doubt)))
    .toSorted(
      (a, b) =>
        Number(saidNo(a.person)) - Number(saidNo(b.person)) ||
        a.doubts.length - b.doubts.length ||
        Number(isLacking(b.person)) - Number(isLacking(a.person)) ||
        (a.km ?? 999) - (b.km ?? 999),
    )
    .slice(0, MOST.offered);
  const offered = able.map(({ person, doubts, km }): Option => {
    const about = [
      words.sides[person.side],
      words.km(km),
      ...(doubts.length === 0 ? [] : [words.doubtsOf(doubts)]),
      ...(saidNo(person) ? [words.saidNo] : []),
    ];
    return { value: person.id, label: `${person.lastName} ${person.firstName} (${about.join(', ')})` };
  });
  // Whoever left it isn't telephoned.
  const suiting = able.filter(({ person, doubts }) => doubts.length === 0 && !left.has(person.id));
  const { true: lacking = [], false: others = [] } = Object.groupBy(suiting, ({ person }) => `${isLacking(person)}`);
  return { ground, found, offered, suiting: { lacking, others } };
}

async function showBoard(
  deps: ExaminerDeps,
  visit: Visit,
  at: AtBoard,
  refused: Refused | null = null,
): Promise<Reply> {
  const { ground, found, offered, suiting } = await offeredFor(deps, at);
  const now = deps.clock.now();
  const isOver = Temporal.Instant.compare(found.endsAt, now) <= 0;
  const lack = isOver ? NOTHING : missingOf(found.members, found.quota);
  const isNear = Temporal.Instant.compare(found.startsAt, now.add({ hours: SAME_MORNING_HOURS })) < 0;
  const catalogue = deps.catalogue();
  const candidates = await listCandidates(deps.db, at.place, found.id);
  const people = [...found.members, ...found.gone].map(({ examinerId }) => examinerId);
  const links = await listLinksOf(deps.db, at.place.academy, people);
  return show(
    h(BoardPage, {
      ...(await frameFor(deps, visit, at)),
      session: at.session.code,
      board: found,
      title: namingOf(deps.catalogue(), at.session.code)(found),
      lack,
      doubtsOf: ({ person }) => doubtsAbout(ground, person, found),
      linkedTo: ({ examinerId }) =>
        candidates
          .filter((one) => links.some((link) => link.examinerId === examinerId && link.enrolmentId === one.enrolmentId))
          .map(personName),
      offered,
      atOnce: isNear && !isWhole(lack) ? suiting : null,
      candidates: candidates.map(({ enrolmentId, speciality, unit, callsAt, startsAt, ...names }) => ({
        key: `${enrolmentId} ${unit}`,
        hour: callsAt ?? startsAt,
        name: personName(names),
        unit: unitCode(catalogue, at.session, speciality)(unit),
      })),
      form: refused?.form ?? null,
      state: refused?.state ?? emptyForm,
    }),
    refused?.status ?? 200,
  );
}

/** Each place on a board that was to be held, then on a jury, with what was said of it. No money: which rate is whose isn't known here. */
async function givePresences(deps: ExaminerDeps, { place, session }: AtSession): Promise<Reply> {
  const ground = await readGround(deps.db, deps.catalogue(), place);
  const boards = standingOf(ground.boards, ground.members, ground.people, ground.quotaOf, deps.clock.now());
  const titleOf = namingOf(deps.catalogue(), session.code);
  const { columns, tasks, name } = texts.presence.sheet;
  const onBoards = boards.flatMap((board) =>
    board.members.map(({ person, came, cameAt: from, leftAt: to }) => {
      const day = numericDay(parisDay(board.startsAt));
      const planned = [clockTime(board.startsAt), clockTime(board.endsAt)];
      const where = [day, tasks[taskOf(board)], titleOf(board), board.centre, board.city, ...planned];
      return presenceRow(person, where, { came, from, to }, String(ground.kmOf(person, board) ?? ''));
    }),
  );
  const known = new Map<string, Examiner>(ground.people.map((one) => [one.id, one]));
  const onJuries = (await deps.juryPresences(deps.db, place)).flatMap(({ examinerId, jury, came, hours }) => {
    const person = known.get(examinerId);
    if (person === undefined) return [];
    const begins = jury.hour === null ? '' : clockTime(hoursOf(jury).startsAt);
    const where = [numericDay(jury.meetsOn), tasks.jury, jury.name, jury.place, '', begins, ''];
    const times = hours.length === 0 ? [{ from: null, to: null }] : hours;
    return times.map((time) => presenceRow(person, where, { came, ...time }, ''));
  });
  const lines = async function* (): Lines {
    yield columns;
    yield* onBoards;
    yield* onJuries;
  };
  const content = Buffer.concat(await Array.fromAsync(csvOf(lines())));
  return file(content, 'text/csv; charset=utf-8', `${name}-${session.code}.csv`, 'attachment', content.length);
}

/** One line of it: the person, where they were to be, what was said. */
function presenceRow(
  { lastName, firstName, side, title, employer, postcode }: Examiner,
  where: readonly string[],
  {
    came,
    from,
    to,
  }: {
    readonly came: boolean | null;
    readonly from: Temporal.Instant | null;
    readonly to: Temporal.Instant | null;
  },
  km: string,
): readonly string[] {
  const { yes, no, unsaid } = texts.presence.sheet.came;
  return [
    ...[lastName, firstName, words.sides[side], title, employer, postcode],
    ...where,
    came === null ? unsaid : came ? yes : no,
    ...[from, to].map((at) => (at === null ? '' : clockTime(at))),
    from === null || to === null ? '' : String(from.until(to).total('minutes')),
    km,
  ];
}
