import type { JSX } from 'preact';
import { CheckboxField, GroupField } from './choiceField.tsx';
import type { Field } from './field.ts';
import { type Drawn, FaultText, type FieldProps, fieldClass, Hint, LabelText, useField } from './fieldParts.tsx';
import { SelectField } from './selectField.tsx';

/** A declared field: label, hint, error, control. Inside a `Form` it finds its value and its error by itself. */
export function FormField(props: FieldProps): JSX.Element {
  const { control } = props.field;
  if (control === 'radio' || control === 'checkboxes') return <GroupField {...props} />;
  if (control === 'checkbox') return <CheckboxField {...props} />;
  if (control === 'select') return <SelectField {...props} />;
  return <TextField {...props} />;
}

/** Declared fields, in their order. */
export function FormFields({ fields }: { readonly fields: readonly Field[] }): JSX.Element {
  return (
    <>
      {fields.map((field) => (
        <FormField key={field.name} field={field} />
      ))}
    </>
  );
}

function TextField(props: FieldProps): JSX.Element {
  const { field } = props;
  const drawn = useField(props);
  return (
    <div class={fieldClass(drawn.fault)}>
      <label for={drawn.id} class={props.titled === true ? 'unseen' : undefined}>
        <LabelText field={field} />
      </label>
      <Hint id={drawn.id} field={field} />
      <FaultText id={drawn.id} fault={drawn.fault} />
      <TextControl field={field} drawn={drawn} />
    </div>
  );
}

export function TextControl({
  field,
  drawn,
  placeholder,
}: {
  readonly field: Field;
  readonly drawn: Drawn;
  readonly placeholder?: string;
}): JSX.Element {
  const value = drawn.values[0] ?? '';
  const common = {
    id: drawn.id,
    name: field.name,
    autocomplete: field.autocomplete,
    required: drawn.required || undefined,
    'aria-invalid': drawn.fault === null ? undefined : true,
    'aria-describedby': drawn.describedBy,
  } as const;
  // A parser drops the first line feed of a textarea: one more keeps what was typed.
  if (field.control === 'textarea') return <textarea {...common} rows={field.rows ?? 5}>{`\n${value}`}</textarea>;
  const line = {
    ...common,
    placeholder,
    size: field.width,
    maxlength: field.most,
    inputmode: field.inputMode,
    spellcheck: isProse(field) ? undefined : false,
  };
  if (field.control === 'password') return <input type="password" {...line} autocapitalize="none" />;
  if (field.control === 'email') return <input type="email" {...line} value={value} autocapitalize="none" />;
  if (field.control === 'tel') return <input type="tel" {...line} value={value} />;
  const suggested = field.suggestions ?? [];
  const list = suggested.length === 0 ? undefined : `${drawn.id}-choix`;
  return (
    <>
      <input
        type="text"
        {...line}
        inputmode={field.inputMode ?? (field.control === 'number' ? 'numeric' : undefined)}
        value={value}
        list={list}
      />
      {list !== undefined && (
        <datalist id={list}>
          {suggested.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
    </>
  );
}

/** Names, addresses and numbers are no words for a spelling checker. */
function isProse(field: Field): boolean {
  return field.control === 'text' && field.autocomplete === undefined;
}
