import { h } from 'preact';
import { personName } from '../../accounts/index.ts';
import { type AtExam, type ExamFrame, examFrame, unitCode } from '../../exam/index.ts';
import type { Reply, Visit } from '../../platform/http/visit.ts';
import { emptyForm, type FormState, type Option, show } from '../../ui/index.ts';
import { boardTexts as words } from '../boardTexts.ts';
import { SAME_MORNING_HOURS } from '../convening.ts';
import type { ExaminerDeps } from '../deps.ts';
import { type Examiner, MOST } from '../examiners.ts';
import { doubtsAbout, type Ground, readGround, standingOn } from '../ground.ts';
import type { AtBoard } from '../guards.ts';
import { namingOf } from '../naming.ts';
import { BoardPage, type BoardView } from '../pages/boardPage.tsx';
import { isSeated, missingOf, type StandingBoard, sidesOf } from '../rules/standing.ts';
import { BARS, brings, isWhole, NOTHING } from '../rules/suits.ts';
import { listCandidates } from '../store/boards.ts';
import { listLinksOf } from '../store/links.ts';
import { texts } from '../texts.ts';

/** A form of the page that was refused. */
export type Refused = { readonly form: string; readonly state: FormState; readonly status: number };

/** The frame of a list or of a board, which says what the machine proposed. */
export async function frameFor(deps: ExaminerDeps, visit: Visit, { staff }: Pick<AtExam, 'staff'>): Promise<ExamFrame> {
  const frame = await examFrame(deps, visit, staff, texts.flash);
  const counts = /^(\d{1,5})-(\d{1,5})$/.exec(visit.query.complete ?? '');
  if (counts === null) return frame;
  const [seats = 0, short = 0] = counts.slice(1).map(Number);
  return { ...frame, flash: { tone: short === 0 ? 'ok' : 'info', text: texts.filled(seats, short) } as const };
}

/** A board with who sits on it, and what proposals stand on. */
export async function standing(
  deps: ExaminerDeps,
  { place, board }: AtBoard,
): Promise<{ ground: Ground; found: StandingBoard }> {
  const ground = await readGround(deps.db, deps.catalogue(), place);
  const [found] = standingOn(ground, deps.clock.now(), [board]);
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

/** One board: who sits on it, who could come, whom it examines. */
export async function showBoard(
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
