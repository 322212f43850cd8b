import type { JSX } from 'preact';
import { useContext } from 'preact/hooks';
import type { FileField } from './field.ts';
import { FaultText, fieldClass } from './fieldParts.tsx';
import { FormContext } from './setting.ts';
import { faultOf } from './state.ts';

/** A file to choose, with what is accepted said in words right above the button. */
export function FileInput(props: { readonly field: FileField; readonly fault?: string | null }): JSX.Element {
  const { field } = props;
  const { state, prefix } = useContext(FormContext);
  const id = `${prefix}-${field.name}`;
  const fault = props.fault === undefined ? faultOf(state, field.name) : props.fault;
  return (
    <div class={fieldClass(fault)}>
      <label for={id}>{field.label}</label>
      <p class="hint" id={`${id}-aide`}>
        {field.hint !== undefined && (
          <>
            {field.hint} <br />
          </>
        )}
        {field.limits}
      </p>
      <FaultText id={id} fault={fault} />
      <input
        type="file"
        id={id}
        name={field.name}
        accept={field.accept.join(',')}
        multiple={field.multiple}
        capture={field.capture}
        aria-invalid={fault === null ? undefined : true}
        aria-describedby={fault === null ? `${id}-aide` : `${id}-aide ${id}-erreur`}
      />
    </div>
  );
}
