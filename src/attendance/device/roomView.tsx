import type { ComponentChildren, JSX, TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import { BoardSection, TurnForm } from './boardView.tsx';
import {
  type CentreDay,
  countsOf,
  type DayBoard,
  type DayCall,
  type DayTurn,
  MOST_MINUTES,
  minutesLate,
  minutesTyped,
  type Room,
  type ShownLine,
  type Sitting,
  type Told,
  type ToldCall,
  turnOf,
} from './day.ts';
import { words as say } from './words.ts';

/**
 * The lists of a centre's day, one row a candidate. As plain forms on the server; in a browser `onTell` takes what is sent instead.
 */
export type Acting = {
  /** Hidden fields of the forms of a line or of a room; without a network there are none. */
  readonly hidden: (of: ShownLine | Room | DayCall) => Readonly<Record<string, string>>;
  readonly onTell?: (line: ShownLine, told: Told) => void;
  readonly onRemark?: (room: Room, text: string) => void;
  readonly onCall?: (room: Room, told: ToldCall) => void;
  readonly onPhone?: (call: DayCall, isTold: boolean) => void;
  /** Epoch milliseconds, on the exam's clock. */
  readonly now: number;
  /** What was refused, at its row or room. */
  readonly fault: { readonly at: string; readonly text: string; readonly typed: string } | null;
};

export type ShownRoom = Omit<Room, 'sittings'> & {
  readonly sittings: readonly (Omit<Sitting, 'lines'> & { readonly lines: readonly ShownLine[] })[];
};

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
          {inOneLine(room.sittings).map(({ starts, lines }) => (
            <p key={starts}>
              {starts}&nbsp;: {say.counts(countsOf(lines))}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}

/** Turns before a board begin one by one: together, from the first to the last. */
function inOneLine(
  sittings: ShownRoom['sittings'],
): readonly Pick<ShownRoom['sittings'][number], 'starts' | 'lines'>[] {
  const [first, last] = [sittings[0], sittings.at(-1)];
  if (first === undefined || last === undefined || first === last) return sittings;
  if (sittings.some(({ lines }) => lines.length !== 1)) return sittings;
  return [{ starts: say.between(first.starts, last.starts), lines: sittings.flatMap(({ lines }) => lines) }];
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

export function keyOf({ enrolment, unit }: Pick<ShownLine, 'enrolment' | 'unit'>): string {
  return `${enrolment}.${unit}`;
}

function LineRow(props: {
  readonly line: ShownLine;
  readonly startsAt: string;
  readonly acting: Acting;
  /** Room and test, where the title above doesn't say them. */
  readonly where: readonly string[];
  /** Before a board: called at that hour. */
  readonly turn: DayTurn | null;
  /** What else may be changed of the line, beside its lateness. */
  readonly children?: ComponentChildren;
}): JSX.Element {
  const { line, startsAt, acting, where, turn, children = false } = props;
  const key = keyOf(line);
  const [isWrong, setWrong] = useState(false);
  const told = acting.fault?.at === key ? acting.fault : null;
  const fault = isWrong ? { text: say.minutesWrong, typed: undefined } : told;
  return (
    <li id={`l-${key}`} class={line.state === 'none' ? undefined : `told ${line.state}`}>
      <div class="who">
        <p class="name">
          {turn?.call} {line.table !== null && <span class="table">{line.table}</span>} {line.name}
          {turn !== null && turn.call !== turn.planned && <span class="muted"> {say.calls.planned(turn.planned)}</span>}
        </p>
        <p class="muted">
          {[say.born(line.birth), ...where, ...(turn === null ? [say.ends(line.ends)] : [])].join(' · ')}
        </p>
        {line.state !== 'none' && (
          <p class="standing">
            <strong>{say.told(line)}</strong>
            {line.waits ? <> · {say.waits}</> : line.said !== null && <> · {say.saidAt(line.said)}</>}
          </p>
        )}
        {line.other !== null && <p class="fault">{say.disputed(line.other)}</p>}
        {fault !== null && (
          <p class="fault" role="alert">
            {fault.text}
          </p>
        )}
      </div>
      <TellForm line={line} acting={acting}>
        <TellButton line={line} state="present" />
        <TellButton line={line} state="absent" />
        {line.state !== 'none' && <TellButton line={line} state="none" />}
      </TellForm>
      <details open={fault !== null}>
        <summary>{children === false ? say.late : say.lateOrTurn}</summary>
        <TellForm line={line} acting={acting} onWrong={setWrong}>
          <div class={fault === null ? 'field' : 'field faulty'}>
            <label for={`m-${key}`}>{say.minutes}</label>
            <input
              id={`m-${key}`}
              name="minutes"
              inputmode="numeric"
              size={3}
              maxlength={3}
              autocomplete="off"
              defaultValue={fault?.typed ?? line.minutes ?? minutesLate(startsAt, acting.now) ?? ''}
            />
          </div>
          <button type="submit" class="button secondary" name="etat" value="late">
            {say.noteLate}
          </button>
        </TellForm>
        {children}
      </details>
    </li>
  );
}

/** The choice and its minutes, each form with a first button that Enter may press. */
function TellForm({
  line,
  acting,
  onWrong,
  children,
}: {
  readonly line: ShownLine;
  readonly acting: Acting;
  /** Whether its minutes are none that the server takes. */
  readonly onWrong?: (isWrong: boolean) => void;
  readonly children: ComponentChildren;
}): JSX.Element {
  const { onTell } = acting;
  const tell = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget, event.submitter);
    const state = String(fields.get('etat') ?? 'late') as Told['state'];
    const minutes = state === 'late' ? minutesTyped(String(fields.get('minutes') ?? ''), MOST_MINUTES.late) : null;
    onWrong?.(state === 'late' && minutes === null);
    if (state === 'late' && minutes === null) return;
    onTell?.(line, { state, minutes });
    event.currentTarget.closest('details')?.removeAttribute('open');
  };
  return (
    <form
      class="tell"
      method="post"
      action="/centre/pointer"
      aria-label={say.mark(line.name)}
      onSubmit={onTell === undefined ? undefined : tell}
    >
      {Object.entries(acting.hidden(line)).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}

function TellButton({
  line,
  state,
}: {
  readonly line: ShownLine;
  readonly state: 'present' | 'absent' | 'none';
}): JSX.Element {
  const label = state === 'none' ? say.undo : say[state];
  return (
    <button
      type="submit"
      class={state === 'none' ? 'button secondary undo' : 'button secondary'}
      name="etat"
      value={state}
      aria-pressed={state === 'none' ? undefined : line.state === state}
    >
      {label}
      <span class="unseen"> {line.name}</span>
    </button>
  );
}

function Remarks({ room, acting }: { readonly room: ShownRoom; readonly acting: Acting }): JSX.Element {
  const { onRemark } = acting;
  const fault = acting.fault?.at === room.id ? acting.fault : null;
  const add = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const field = event.currentTarget.elements.namedItem('remarque') as HTMLTextAreaElement;
    if (field.value.trim() === '') return;
    onRemark?.(room, field.value.trim());
    field.value = '';
  };
  return (
    <section class="section" id="remarques">
      <div class="heading">
        <h2>{say.remarks}</h2>
      </div>
      {room.remarks.length === 0 ? (
        <p class="muted">{say.noRemark}</p>
      ) : (
        <ul class="checkin-remarks">
          {room.remarks.map(({ text, said }, index) => (
            <li key={index}>
              <span class="typed">{text}</span> <span class="muted">{said}</span>
            </li>
          ))}
        </ul>
      )}
      <form class="form" method="post" action="/centre/remarques" onSubmit={onRemark === undefined ? undefined : add}>
        {Object.entries(acting.hidden(room)).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div class={fault === null ? 'field' : 'field faulty'}>
          <label for="remarque">{say.remark}</label>
          {fault !== null && (
            <p class="fault" role="alert">
              {fault.text}
            </p>
          )}
          <textarea id="remarque" name="remarque" rows={3} maxlength={1000}>
            {fault?.typed ?? ''}
          </textarea>
        </div>
        <div class="actions">
          <button type="submit" class="button secondary">
            {say.addRemark}
          </button>
        </div>
      </form>
    </section>
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
