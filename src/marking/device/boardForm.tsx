import type { ComponentChildren, JSX, TargetedInputEvent, TargetedSubmitEvent } from 'preact';
import { HiddenFields } from '../../ui/device/hiddenFields.tsx';
import type { LineProps } from './acting.ts';

/** A form of a board: sent by the page, or taken by a tablet, with the button that was pressed. */
export function BoardForm(
  props: Pick<LineProps, 'line' | 'acting'> & {
    /** Where the page sends it. */
    readonly to: 'accord' | 'fiche';
    readonly title: string;
    readonly hidden: Readonly<Record<string, string>>;
    /** Undefined: there is no tablet, the page sends it. */
    readonly onSend: ((fields: FormData, form: HTMLFormElement) => void) | undefined;
    readonly onType?: ((fields: FormData) => void) | undefined;
    readonly children: ComponentChildren;
  },
): JSX.Element {
  const { line, acting, to, title, hidden, onSend, onType, children } = props;
  const send = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    onSend?.(new FormData(event.currentTarget, event.submitter), event.currentTarget);
  };
  const type = (event: TargetedInputEvent<HTMLFormElement>): void => onType?.(new FormData(event.currentTarget));
  return (
    <form
      class={to === 'fiche' ? 'form section sheet-form' : 'form section'}
      method="post"
      action={`/commission/notes/${to}`}
      aria-label={title}
      onSubmit={onSend === undefined ? undefined : send}
      onInput={onType === undefined ? undefined : type}
    >
      <HiddenFields fields={{ ...acting.hidden(line), ...hidden }} />
      {children}
    </form>
  );
}
