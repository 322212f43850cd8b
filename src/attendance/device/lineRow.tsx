import type { ComponentChildren, JSX, TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import { HiddenFields } from '../../ui/device/hiddenFields.tsx';
import type { Acting } from './acting.ts';
import { type DayTurn, MOST_MINUTES, minutesLate, minutesTyped, type ShownLine, type Told } from './day.ts';
import { words as say } from './words.ts';

export function keyOf({ enrolment, unit }: Pick<ShownLine, 'enrolment' | 'unit'>): string {
  return `${enrolment}.${unit}`;
}

/** A candidate of a list, and the forms that say of them who came. */
export function LineRow(props: {
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
      <HiddenFields fields={acting.hidden(line)} />
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
