import type { ComponentChildren, JSX } from 'preact';
import { useContext } from 'preact/hooks';
import { Actions, Button, type ButtonProps } from '../components/buttons.tsx';
import { texts } from '../texts.ts';
import { AsWritten } from './asWritten.tsx';
import { ErrorSummary, FaultsSaid } from './errorSummary.tsx';
import { type Hidden, HiddenInputs } from './hiddenInputs.tsx';
import { FormContext } from './setting.ts';
import { emptyForm, type FormState } from './state.ts';

export type FormProps = Hidden & {
  readonly action: string;
  readonly method?: 'post' | 'get';
  /** The form holds a file. */
  readonly multipart?: boolean;
  readonly state?: FormState;
  /** `required`: « * » on the obligatory and the sentence that says so (the account form). `optional`: « (facultatif) » on the others. */
  readonly marks?: 'required' | 'optional';
  /** Begins the ids of the fields, where a page has several forms with the same names. */
  readonly prefix?: string;
  /** Fields side by side (search). */
  readonly inline?: boolean;
  readonly label?: string;
  /** The words of its button, where it has one alone, at its end; `kind` is that button's. */
  readonly submit?: string;
  readonly kind?: ButtonProps['kind'];
  readonly children?: ComponentChildren;
};

/** A form that the server checks: the errors stand above it, unless its page said them; the fields find their value and their error by themselves. */
export function Form(props: FormProps): JSX.Element {
  const { method = 'post', marks = 'optional', prefix = 'champ', state = emptyForm, submit, kind = 'primary' } = props;
  const said = useContext(FaultsSaid);
  return (
    <FormContext.Provider value={{ state, marks, prefix }}>
      {!said && <ErrorSummary faults={state.faults} prefix={prefix} />}
      <form
        class={props.inline === true ? 'form inline' : 'form'}
        method={method}
        action={props.action}
        enctype={props.multipart === true ? 'multipart/form-data' : undefined}
        aria-label={props.label}
        novalidate
      >
        <HiddenInputs {...props} />
        {marks === 'required' && <p class="muted">{texts.form.requiredNote}</p>}
        {props.children}
        {submit !== undefined && (
          <>
            <AsWritten />
            <Actions>
              <Button kind={kind}>{submit}</Button>
            </Actions>
          </>
        )}
      </form>
    </FormContext.Provider>
  );
}

/** A form reduced to its button: an act without fields. */
export function ActionForm(
  props: Hidden & { readonly action: string; readonly children: ComponentChildren },
): JSX.Element {
  return (
    <form class="act" method="post" action={props.action}>
      <HiddenInputs {...props} />
      {props.children}
    </form>
  );
}
