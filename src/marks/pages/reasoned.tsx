import type { JSX } from 'preact';
import { FoldedForm } from '../../ui/index.ts';
import { reasonField } from './fields.ts';
import type { ActForm, BatchView } from './headView.ts';

/** An act that is folded until it is wanted, and asks why. */
export function Reasoned(props: {
  readonly view: BatchView;
  readonly form: ActForm;
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly submit: string;
  readonly hidden?: Readonly<Record<string, string>>;
}): JSX.Element {
  const { view, form } = props;
  return (
    <FoldedForm
      {...props}
      name={form}
      csrf={view.csrf}
      version={view.batch.rowVersion}
      fields={[reasonField]}
      refused={view.form === form ? view.state : null}
    >
      <p>{props.text}</p>
    </FoldedForm>
  );
}
