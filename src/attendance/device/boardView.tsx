import type { ComponentChildren, JSX, TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import { HiddenFields } from '../../ui/device/hiddenFields.tsx';
import type { Acting } from './acting.ts';
import { callFault, type DayBoard, type DayTurn, MOST_MINUTES, minutesTyped, type Room } from './day.ts';
import { words } from './words.ts';

const say = words.calls;

type Parts = { readonly room: Room; readonly board: DayBoard; readonly acting: Acting };

/** The turns before a board of a room, how late it is; what is said of each turn is drawn within. */
export function BoardSection({
  room,
  board,
  acting,
  isOver,
  children,
}: Parts & { readonly isOver: boolean; readonly children: ComponentChildren }): JSX.Element {
  const fault = acting.fault?.at === board.sitting ? acting.fault : null;
  return (
    <section class="section" id={`c-${board.sitting}`}>
      <div class="heading">
        <h2>{say.title(board.title)}</h2>
      </div>
      {board.late > 0 && (
        <p>
          <strong>{say.late(board.late)}</strong>
        </p>
      )}
      {(board.waiting ?? 0) > 0 && <p class="muted">{say.unsent(board.waiting ?? 0)}</p>}
      {fault !== null && (
        <p class="fault" role="alert">
          {fault.text}
        </p>
      )}
      {children}
      {isOver ? (
        <p class="muted">{say.over}</p>
      ) : (
        <LateForm room={room} board={board} acting={acting} typed={fault?.typed ?? ''} />
      )}
    </section>
  );
}

/** Whose turn it becomes instead. */
export function TurnForm({
  room,
  board,
  acting,
  turn,
  turns,
}: Parts & { readonly turn: DayTurn; readonly turns: readonly DayTurn[] }): JSX.Element {
  const id = `t-${board.sitting}-${turn.enrolment}`;
  return (
    <CallForm room={room} board={board} acting={acting} enrolment={turn.enrolment} label={`${say.change} ${turn.name}`}>
      <div class="field">
        <label for={id}>{say.takes}</label>
        <select id={id} name="avec">
          <option value="">{say.last}</option>
          {turns
            .filter(({ enrolment }) => enrolment !== turn.enrolment)
            .map(({ enrolment, name, call }) => (
              <option key={enrolment} value={enrolment}>
                {say.turnOf(name, call)}
              </option>
            ))}
        </select>
      </div>
      <Agreed id={`a-${id}`} label={say.agreed} />
      <button type="submit" class="button secondary">
        {say.change}
      </button>
    </CallForm>
  );
}

function LateForm({ room, board, acting, typed }: Parts & { readonly typed: string }): JSX.Element {
  const id = `r-${board.sitting}`;
  return (
    <CallForm room={room} board={board} acting={acting} enrolment={null} label={say.tellLate}>
      <div class="field">
        <label for={id}>{say.minutes}</label>
        <input
          id={id}
          name="retard"
          inputmode="numeric"
          size={3}
          maxlength={3}
          autocomplete="off"
          defaultValue={typed}
        />
      </div>
      {board.late > 0 && <Agreed id={`a-${id}`} label={say.allAgreed} />}
      <button type="submit" class="button secondary">
        {say.tellLate}
      </button>
    </CallForm>
  );
}

function Agreed({ id, label }: { readonly id: string; readonly label: string }): JSX.Element {
  return (
    <div class="choice">
      <input id={id} type="checkbox" name="accord" value="oui" />
      <label for={id}>{label}</label>
    </div>
  );
}

function CallForm(
  props: Parts & {
    readonly enrolment: string | null;
    readonly label: string;
    readonly children: JSX.Element | (JSX.Element | false)[];
  },
): JSX.Element {
  const { room, board, acting, enrolment, label, children } = props;
  const { onCall } = acting;
  const [fault, setFault] = useState<ReturnType<typeof callFault>>(null);
  const tell = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const from = String(fields.get('avec') ?? '');
    const told = {
      sitting: board.sitting,
      minutes: enrolment === null ? minutesTyped(String(fields.get('retard') ?? ''), MOST_MINUTES.board) : null,
      enrolment,
      takenFrom: from === '' ? null : from,
      agreed: fields.get('accord') === 'oui',
    };
    const found = callFault(told, board.late);
    setFault(found);
    if (found !== null) return;
    event.currentTarget.closest('details')?.removeAttribute('open');
    onCall?.(room, told);
  };
  return (
    <form
      class="form"
      method="post"
      action="/centre/passages"
      aria-label={label}
      onSubmit={onCall === undefined ? undefined : tell}
    >
      <HiddenFields fields={acting.hidden(room)} />
      <input type="hidden" name="seance" value={board.sitting} />
      {enrolment !== null && <input type="hidden" name="inscription" value={enrolment} />}
      {fault !== null && (
        <p class="fault" role="alert">
          {say[fault]}
        </p>
      )}
      {children}
    </form>
  );
}
