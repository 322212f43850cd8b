import type { AtSession } from '../../exam/index.ts';
import { file, type Reply } from '../../platform/http/visit.ts';
import { csvOf, type Lines } from '../../platform/tables/csv.ts';
import { parisDay } from '../../platform/time.ts';
import { clockTime, numericDay } from '../../ui/index.ts';
import { hoursOf } from '../actions/onJury.ts';
import { boardTexts as words } from '../boardTexts.ts';
import type { ExaminerDeps } from '../deps.ts';
import { type Examiner, taskOf } from '../examiners.ts';
import { readGround, standingOn } from '../ground.ts';
import { namingOf } from '../naming.ts';
import { texts } from '../texts.ts';

/** Each place on a board that was to be held, then on a jury, with what was said of it. No money: which rate is whose isn't known here. */
export async function givePresences(deps: ExaminerDeps, { place, session }: AtSession): Promise<Reply> {
  const ground = await readGround(deps.db, deps.catalogue(), place);
  const boards = standingOn(ground, deps.clock.now());
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
