import type { JSX } from 'preact';
import { texts } from '../texts.ts';
import type { Field, Option } from './field.ts';
import { type Drawn, FaultText, type FieldProps, fieldClass, Hint, LabelText, useField } from './fieldParts.tsx';

export function SelectField(props: FieldProps): JSX.Element {
  const { field } = props;
  const drawn = useField(props);
  return (
    <div class={fieldClass(drawn.fault)}>
      <label for={drawn.id} class={props.titled === true ? 'unseen' : undefined}>
        <LabelText field={field} />
      </label>
      <Hint id={drawn.id} field={field} />
      <FaultText id={drawn.id} fault={drawn.fault} />
      <SelectControl field={field} drawn={drawn} />
    </div>
  );
}

export function SelectControl({ field, drawn }: { readonly field: Field; readonly drawn: Drawn }): JSX.Element {
  const chosen = drawn.values[0] ?? '';
  const options = field.options ?? [];
  const groups = [...new Set(options.flatMap((option) => option.group ?? []))];
  return (
    <select
      id={drawn.id}
      name={field.name}
      autocomplete={field.autocomplete}
      required={drawn.required || undefined}
      aria-invalid={drawn.fault === null ? undefined : true}
      aria-describedby={drawn.describedBy}
    >
      <option value="" selected={chosen === ''}>
        {texts.form.choose}
      </option>
      {options.filter((option) => option.group === undefined).map((option) => optionTag(option, chosen))}
      {groups.map((group) => (
        <optgroup key={group} label={group}>
          {options.filter((option) => option.group === group).map((option) => optionTag(option, chosen))}
        </optgroup>
      ))}
    </select>
  );
}

function optionTag(option: Option, chosen: string): JSX.Element {
  return (
    <option key={option.value} value={option.value} selected={option.value === chosen} disabled={option.disabled}>
      {option.label}
    </option>
  );
}
