import type { ComponentChildren, JSX } from 'preact';
import { Button } from '../components/buttons.tsx';
import type { FileField } from './field.ts';
import { type Hidden, HiddenInputs } from './hiddenInputs.tsx';

/**
 * A file chosen and sent in the row of a list. What is accepted is said once on the page, in the element `describedBy`; the label is
 * said to whoever doesn't see the row. `children` stand before the file: a reader of the form must know them when it begins.
 */
export function RowFileForm(
  props: Hidden & {
    readonly action: string;
    readonly field: FileField;
    readonly id: string;
    readonly label: string;
    readonly describedBy: string;
    readonly submit: string;
    readonly about: string;
    readonly children?: ComponentChildren;
  },
): JSX.Element {
  const { field, id } = props;
  return (
    <form class="deposit" method="post" action={props.action} enctype="multipart/form-data" novalidate>
      <HiddenInputs {...props} />
      {props.children}
      <div class="field">
        <label class="unseen" for={id}>
          {props.label}
        </label>
        <input
          type="file"
          id={id}
          name={field.name}
          accept={field.accept.join(',')}
          multiple={field.multiple}
          capture={field.capture}
          aria-describedby={props.describedBy}
        />
      </div>
      <Button kind="secondary" about={props.about}>
        {props.submit}
      </Button>
    </form>
  );
}
