import type { JSX, TargetedSubmitEvent } from 'preact';
import type { DayCall } from './day.ts';
import { words } from './words.ts';

const say = words.phone;

/** As on the lists (`roomView.tsx`). */
type PhoneActing = {
  readonly hidden: (of: DayCall) => Readonly<Record<string, string>>;
  readonly onPhone?: (call: DayCall, isTold: boolean) => void;
  readonly fault: { readonly at: string; readonly text: string } | null;
};

/** Whom nothing but a telephone reaches, with who told them; nothing where nobody's hour changed. */
export function PhoneList({
  calls = [],
  acting,
}: {
  readonly calls: readonly DayCall[] | undefined;
  readonly acting: PhoneActing;
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

function Call({ call, acting }: { readonly call: DayCall; readonly acting: PhoneActing }): JSX.Element {
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
        {Object.entries(acting.hidden(call)).map(([field, value]) => (
          <input key={field} type="hidden" name={field} value={value} />
        ))}
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
