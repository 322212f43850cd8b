import type { JSX } from 'preact';
import type { Field, Option } from './field.ts';
import { type Drawn, FaultText, type FieldProps, fieldClass, Hint, LabelText, useField } from './fieldParts.tsx';

/** Radio buttons, or boxes of which several may be ticked, under one question. */
export function GroupField(props: FieldProps & { readonly cards?: boolean }): JSX.Element {
  const { field, cards = false } = props;
  const drawn = useField(props);
  const options = field.options ?? [];
  const radio = field.control === 'radio';
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: aria-invalid and aria-required belong to the role radiogroup
    <fieldset
      class={fieldClass(drawn.fault)}
      role={radio ? 'radiogroup' : undefined}
      aria-required={radio && drawn.required ? true : undefined}
      aria-invalid={radio && drawn.fault !== null ? true : undefined}
      aria-describedby={drawn.describedBy}
    >
      <legend class={props.titled === true ? 'unseen' : undefined}>
        <LabelText field={field} />
      </legend>
      <Hint id={drawn.id} field={field} />
      <FaultText id={drawn.id} fault={drawn.fault} />
      <div class={cards ? 'choices cards' : 'choices'}>
        {options.map((option, index) => (
          <Choice
            key={option.value}
            field={field}
            option={option}
            drawn={drawn}
            id={index === 0 ? drawn.id : `${drawn.id}-${index + 1}`}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** The same question as cards side by side, each option with its explanation. For choices that weigh. */
export function ChoiceCards(props: FieldProps): JSX.Element {
  return <GroupField {...props} cards />;
}

/** One box: its label stands beside it. */
export function CheckboxField(props: FieldProps): JSX.Element {
  const { field } = props;
  const drawn = useField(props);
  return (
    <div class={fieldClass(drawn.fault)}>
      <FaultText id={drawn.id} fault={drawn.fault} />
      <div class="choice">
        <input
          type="checkbox"
          id={drawn.id}
          name={field.name}
          value="oui"
          checked={(drawn.values[0] ?? '') !== ''}
          required={drawn.required || undefined}
          aria-invalid={drawn.fault === null ? undefined : true}
          aria-describedby={drawn.describedBy}
        />
        <label for={drawn.id}>
          <LabelText field={field} />
        </label>
        <Hint id={drawn.id} field={field} />
      </div>
    </div>
  );
}

function Choice(props: {
  readonly field: Field;
  readonly option: Option;
  readonly drawn: Drawn;
  readonly id: string;
}): JSX.Element {
  const { field, option, drawn, id } = props;
  return (
    <div class="choice">
      <input
        type={field.control === 'radio' ? 'radio' : 'checkbox'}
        id={id}
        name={field.name}
        value={option.value}
        checked={drawn.values.includes(option.value)}
        disabled={option.disabled}
        aria-describedby={option.hint === undefined ? undefined : `${id}-detail`}
      />
      <label for={id}>{option.label}</label>
      {option.hint !== undefined && (
        <p class="hint" id={`${id}-detail`}>
          {option.hint}
        </p>
      )}
    </div>
  );
}
