import type { JSX } from 'preact';
import type { Acting, ShownRoom } from './acting.ts';
import { BoardSection, TurnForm } from './boardView.tsx';
import { type CentreDay, countsOf, type DayBoard, type ShownLine, turnOf } from './day.ts';
import { keyOf, LineRow } from './lineRow.tsx';
import { Remarks } from './remarks.tsx';
import { words as say } from './words.ts';

/** The rooms with how far each is. */
export function RoomList({
  rooms,
  href,
}: {
  readonly rooms: readonly ShownRoom[];
  readonly href: (room: string) => string;
}): JSX.Element {
  return (
    <ul class="checkin-rooms">
      {rooms.map((room) => (
        <li key={room.id}>
          <a href={href(room.id)}>{room.name}</a>
          {inOneLine(room).map(({ starts, planned, lines }) => (
            <p key={starts}>
              {starts}
              {planned !== null && <span class="muted">{say.calls.forecast(planned)}</span>}&nbsp;:{' '}
              {say.counts(countsOf(lines))}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}

/** At which hours a room begins, as they stand now; `planned`: as the plan has them, where they changed. */
type Hours = { readonly starts: string; readonly planned: string | null; readonly lines: readonly ShownLine[] };

/** Turns before a board begin one by one: together, from the first to the last. */
function inOneLine(room: ShownRoom): readonly Hours[] {
  const { sittings } = room;
  const areTurns = sittings.length > 1 && sittings.every(({ lines }) => lines.length === 1);
  return (areTurns ? [sittings] : sittings.map((one) => [one])).map((some) => {
    const lines = some.flatMap((one) => one.lines);
    const turns = lines.flatMap((line) => turnOf(room, line)?.turn ?? []);
    if (turns.length < lines.length) return { starts: fromTo(some.map((one) => one.starts)), planned: null, lines };
    const inOrder = turns.toSorted((a, b) => Date.parse(a.callsAt) - Date.parse(b.callsAt));
    const [starts, planned] = [fromTo(inOrder.map(({ call }) => call)), fromTo(turns.map((one) => one.planned))];
    return { starts, planned: starts === planned ? null : planned, lines };
  });
}

function fromTo(hours: readonly string[]): string {
  const [first = '', last = ''] = [hours[0], hours.at(-1)];
  return first === last ? first : say.between(first, last);
}

/** Those before a board in the order in which they are called, and who begins together, by the hour of the first. */
export function RoomView({ room, acting }: { readonly room: ShownRoom; readonly acting: Acting }): JSX.Element {
  const lines = room.sittings.flatMap((sitting) => sitting.lines);
  const boards = (room.boards ?? []).map((board) => ({
    at: board.turns[0]?.callsAt ?? '',
    drawn: <Called key={board.sitting} room={room} board={board} lines={lines} acting={acting} />,
  }));
  const together = room.sittings.flatMap((sitting) => {
    const some = sitting.lines.filter((line) => turnOf(room, line) === null);
    const drawn = (
      <section class="section" key={sitting.startsAt}>
        <div class="heading">
          <h2>{say.starts(sitting.starts)}</h2>
        </div>
        <p class="muted">{say.counts(countsOf(some))}</p>
        <Lines room={room} sitting={{ ...sitting, lines: some }} acting={acting} />
      </section>
    );
    return some.length === 0 ? [] : [{ at: sitting.startsAt, drawn }];
  });
  return (
    <>
      {[...boards, ...together].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)).map(({ drawn }) => drawn)}
      <Remarks room={room} acting={acting} />
    </>
  );
}

/** The turns of a board, each with what is said of who came, and with whom it changes. */
function Called(props: {
  readonly room: ShownRoom;
  readonly board: DayBoard;
  readonly lines: readonly ShownLine[];
  readonly acting: Acting;
}): JSX.Element {
  const { room, board, acting } = props;
  const lines = props.lines.filter((line) => turnOf(room, line)?.board === board);
  const called = board.turns.flatMap((turn) =>
    lines.filter((line) => turnOf(room, line)?.turn === turn).map((line) => ({ turn, line })),
  );
  const ahead = board.turns.filter(({ callsAt }) => Date.parse(callsAt) > acting.now);
  return (
    <BoardSection room={room} board={board} acting={acting} isOver={ahead.length === 0}>
      <p class="muted">{say.counts(countsOf(lines))}</p>
      <ul class="checkin">
        {called.map(({ turn, line }) => (
          <LineRow key={keyOf(line)} line={line} startsAt={turn.callsAt} acting={acting} where={[]} turn={turn}>
            {ahead.includes(turn) && <TurnForm room={room} board={board} acting={acting} turn={turn} turns={ahead} />}
          </LineRow>
        ))}
      </ul>
    </BoardSection>
  );
}

export function Lines({
  room,
  sitting,
  acting,
  isAmongRooms = false,
}: {
  readonly room: ShownRoom;
  readonly sitting: Pick<ShownRoom['sittings'][number], 'startsAt' | 'lines'>;
  readonly acting: Acting;
  /** Each line says its room. */
  readonly isAmongRooms?: boolean;
}): JSX.Element {
  return (
    <ul class="checkin">
      {sitting.lines.map((line) => {
        const turn = turnOf(room, line)?.turn ?? null;
        return (
          <LineRow
            key={keyOf(line)}
            line={line}
            startsAt={turn?.callsAt ?? sitting.startsAt}
            acting={acting}
            where={isAmongRooms ? [room.name, line.title] : [line.title]}
            turn={turn}
          />
        );
      })}
    </ul>
  );
}

/** All the rooms of a day with what waits on this device. */
export function shownRooms(
  day: Pick<CentreDay, 'rooms'>,
  shown: (line: CentreDay['rooms'][number]['sittings'][number]['lines'][number]) => ShownLine,
): readonly ShownRoom[] {
  return day.rooms.map((room) => ({
    ...room,
    sittings: room.sittings.map((sitting) => ({ ...sitting, lines: sitting.lines.map(shown) })),
  }));
}
