import type { ComponentChildren, JSX } from 'preact';
import { ActionForm, Button } from '../../ui/index.ts';

export type PasskeyPromptProps = {
  readonly act: 'create' | 'sign';
  readonly action: string;
  readonly csrf: string;
  readonly hidden?: Readonly<Record<string, string>>;
  /** What the browser makes a key by, in JSON; `ask`: where it is given what it has to sign. */
  readonly options?: string;
  readonly ask?: string;
  readonly submit: string;
  /** Where the browser can't: what to do instead. */
  readonly without: ComponentChildren;
};

/** The button that a browser which has passkeys shows (`browser/passkey.ts`), in place of the words for those which haven't. */
export function PasskeyPrompt(props: PasskeyPromptProps): JSX.Element {
  const { act, action, csrf, hidden, options, ask, submit, without } = props;
  return (
    <div class="passkey" data-passkey={act} data-options={options} data-ask={ask}>
      <div data-with hidden>
        <div role="status" />
        <ActionForm action={action} csrf={csrf} hidden={{ ...hidden, reponse: '' }}>
          <Button>{submit}</Button>
        </ActionForm>
      </div>
      <div data-without>{without}</div>
    </div>
  );
}
