import type { JSX, TargetedSubmitEvent } from 'preact';
import { HiddenFields } from '../../ui/device/hiddenFields.tsx';
import type { Acting } from './acting.ts';
import type { DayCall } from './day.ts';
import { words } from './words.ts';

const say = words.phone;

/** Whom nothing but a telephone reaches, with who told them; nothing where nobody's hour changed. */
export function PhoneList({
  calls = [],
  acting,
}: {
  readonly calls: readonly DayCall[] | undefined;
  readonly acting: Acting;
}): JSX.Element | null {
  if (calls.length === 0) return null;
  return (
    <section class="section" id="a-prevenir">
      <div class="heading">
        <h2>{say.title}</h2>
      </div>
      <p>{say.left(calls.filter(({ told }) => told === null).length)}</p>
      <ul class="checkin">
        {calls.map((call) => (
          <Call key={phoneKey(call)} call={call} acting={acting} />
        ))}
      </ul>
    </section>
  );
}

/** Where a refusal stands. */
export function phoneKey({ enrolment, unit }: Pick<DayCall, 'enrolment' | 'unit'>): string {
  return `p-${enrolment}.${unit}`;
}

function Call({ call, acting }: { readonly call: DayCall; readonly acting: Acting }): JSX.Element {
  const { name, phone, told } = call;
  const { onPhone, fault } = acting;
  const tell = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    onPhone?.(call, told === null);
  };
  return (
    <li id={phoneKey(call)} class={told === null ? undefined : 'told present'}>
      <div class="who">
        <p class="name">{name}</p>
        <p>
          {phone === null ? say.noPhone : <a href={phone.href}>{phone.number}</a>}
          <span class="muted"> · {say.hours(call.call, call.planned)}</span>
        </p>
        {told !== null && (
          <p class="standing">
            <strong>{say.told(told)}</strong>
          </p>
        )}
        {fault?.at === phoneKey(call) && (
          <p class="fault" role="alert">
            {fault.text}
          </p>
        )}
      </div>
      <form
        class="tell"
        method="post"
        action="/centre/prevenus"
        aria-label={say.tell(name)}
        onSubmit={onPhone === undefined ? undefined : tell}
      >
        <HiddenFields fields={acting.hidden(call)} />
        <button
          type="submit"
          class={told === null ? 'button secondary' : 'button secondary undo'}
          name="prevenu"
          value={told === null ? 'oui' : 'non'}
        >
          {told === null ? say.done : say.undo}
          <span class="unseen"> {name}</span>
        </button>
      </form>
    </li>
  );
}
