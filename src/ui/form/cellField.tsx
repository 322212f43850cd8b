import type { JSX } from 'preact';
import type { Field } from './field.ts';
import { type Drawn, FaultText, useField } from './fieldParts.tsx';
import { TextControl } from './formField.tsx';
import { SelectControl } from './selectField.tsx';

/**
 * A declared field in a cell of a table: its label, which names the row too, is said and not shown, and its error stands in a line of the
 * row that has room for it (`CellFaults`). `saidBy`: the id of what the row says of it.
 */
export function CellField(props: {
  readonly field: Field;
  readonly label: string;
  readonly saidBy?: string;
}): JSX.Element {
  const { hint: _hint, example: _example, ...bare } = props.field;
  const field: Field = { ...bare, label: props.label };
  const drawn = useField({ field });
  const describedBy = [drawn.describedBy, props.saidBy].filter((part) => part !== undefined).join(' ');
  const described: Drawn = { ...drawn, describedBy: describedBy === '' ? undefined : describedBy };
  return (
    <div class={drawn.fault === null ? 'field cell' : 'field cell faulty'}>
      <label for={drawn.id} class="unseen">
        {field.label}
      </label>
      {field.control === 'select' || field.control === 'radio' ? (
        <SelectControl field={field} drawn={described} />
      ) : (
        <TextControl field={field} drawn={described} placeholder=" " />
      )}
    </div>
  );
}

/** What is wrong in the fields of a row. */
export function CellFaults({ fields }: { readonly fields: readonly Field[] }): JSX.Element {
  return (
    <>
      {fields.map((field) => (
        <OneFault key={field.name} field={field} />
      ))}
    </>
  );
}

function OneFault({ field }: { readonly field: Field }): JSX.Element {
  const { id, fault } = useField({ field });
  return <FaultText id={id} fault={fault} />;
}

/** One of the boxes of a field (`checkboxes`), in the row that it is about. `position`: among the rows, from 0. */
export function CellTick(props: {
  readonly field: Field;
  readonly value: string;
  readonly position: number;
  readonly label: string;
  /** Names the row, for those who don't see it. */
  readonly about: string;
}): JSX.Element {
  const { field, value, position } = props;
  const drawn = useField({ field });
  const id = position === 0 ? drawn.id : `${drawn.id}-${position + 1}`;
  return (
    <div class="choice">
      <input
        type="checkbox"
        id={id}
        name={field.name}
        value={value}
        checked={drawn.values.includes(value)}
        aria-invalid={drawn.fault === null ? undefined : true}
        aria-describedby={drawn.fault === null ? undefined : `${drawn.id}-erreur`}
      />
      <label for={id}>
        {props.label}
        <span class="unseen"> {props.about}</span>
      </label>
    </div>
  );
}
