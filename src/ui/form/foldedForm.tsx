import type { ComponentChildren, JSX } from 'preact';
import { Details } from '../components/layout.tsx';
import type { Field } from './field.ts';
import { Form } from './form.tsx';
import { FormFields } from './formField.tsx';
import type { Hidden } from './hiddenInputs.tsx';
import { emptyForm, type FormState, type Typed } from './state.ts';

type FoldedFormProps = Hidden & {
  /** Begins the ids of its fields: a page has several of these. */
  readonly name: string;
  readonly title: string;
  readonly action: string;
  readonly fields: readonly Field[];
  /** As it came back refused; null: it didn't. */
  readonly refused: FormState | null;
  /** What stands in it at first. */
  readonly typed?: Typed;
  /** Unfolded, though nothing was refused: it is what is to be done. */
  readonly open?: boolean;
  /** Its title, unless the button says otherwise. */
  readonly submit?: string;
  readonly kind?: 'primary' | 'secondary';
  /** What is said before the fields. */
  readonly children?: ComponentChildren;
};

/** An act that is folded until it is wanted: its fields, then its button. */
export function FoldedForm(props: FoldedFormProps): JSX.Element {
  const { name, title, fields, refused, typed, open = false, submit = title, kind = 'secondary' } = props;
  return (
    <Details summary={title} open={open || refused !== null}>
      {props.children}
      <Form
        {...props}
        state={refused ?? (typed === undefined ? emptyForm : { typed, faults: [] })}
        prefix={name}
        label={title}
        submit={submit}
        kind={kind}
      >
        <FormFields fields={fields} />
      </Form>
    </Details>
  );
}
