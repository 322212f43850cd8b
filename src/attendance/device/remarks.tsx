import type { JSX, TargetedSubmitEvent } from 'preact';
import { HiddenFields } from '../../ui/device/hiddenFields.tsx';
import type { Acting, ShownRoom } from './acting.ts';
import { words as say } from './words.ts';

/** What is noted of a room, and more to add. */
export function Remarks({ room, acting }: { readonly room: ShownRoom; readonly acting: Acting }): JSX.Element {
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
        <HiddenFields fields={acting.hidden(room)} />
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
