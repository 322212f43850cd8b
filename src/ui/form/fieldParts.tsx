import type { JSX } from 'preact';
import { useContext } from 'preact/hooks';
import { texts } from '../texts.ts';
import type { Field } from './field.ts';
import { FormContext } from './setting.ts';
import { type FormState, faultOf, listOf, textOf } from './state.ts';

/** Overrides for a field outside a `Form`; inside one, the form's state gives both. */
export type FieldProps = {
  readonly field: Field;
  readonly value?: string | readonly string[];
  readonly fault?: string | null;
  /** The title of the page asks the same: the label is said, and not shown twice. */
  readonly titled?: boolean;
};

/** All that the drawing of a field needs. */
export type Drawn = {
  readonly id: string;
  readonly values: readonly string[];
  readonly fault: string | null;
  readonly required: boolean;
  readonly describedBy: string | undefined;
};

export function useField({ field, value, fault }: FieldProps): Drawn {
  const { state, marks, prefix } = useContext(FormContext);
  const id = `${prefix}-${field.name}`;
  const shown = fault === undefined ? faultOf(state, field.name) : fault;
  const hinted = field.hint !== undefined || field.example !== undefined;
  const describedBy = [hinted ? `${id}-aide` : '', shown === null ? '' : `${id}-erreur`]
    .filter((part) => part !== '')
    .join(' ');
  return {
    id,
    values: value === undefined ? typedOf(state, field) : [value].flat(),
    fault: shown,
    required: marks === 'required' && !field.optional,
    describedBy: describedBy === '' ? undefined : describedBy,
  };
}

function typedOf(state: FormState, field: Field): readonly string[] {
  return field.control === 'checkboxes' ? listOf(state, field.name) : [textOf(state, field.name)];
}

/** The words of a label, with « * » or « (facultatif) » as the form marks them. */
export function LabelText({ field }: { readonly field: Pick<Field, 'label' | 'optional' | 'control'> }): JSX.Element {
  const { marks } = useContext(FormContext);
  // « Langue vivante facultative » says it already.
  const said = /\bfacultati(f|ve)\b/.test(field.label);
  const optional = field.optional && marks === 'optional' && field.control !== 'checkbox' && !said;
  return (
    <>
      {field.label}
      {marks === 'required' && !field.optional && <span class="star"> {texts.form.requiredMark}</span>}
      {optional && <span class="muted"> {texts.form.optionalMark}</span>}
    </>
  );
}

export function Hint({
  id,
  field,
}: {
  readonly id: string;
  readonly field: Pick<Field, 'hint' | 'example'>;
}): JSX.Element | null {
  if (field.hint === undefined && field.example === undefined) return null;
  return (
    <p class="hint" id={`${id}-aide`}>
      {field.hint}
      {field.hint !== undefined && field.example !== undefined && (
        <>
          <br />{' '}
        </>
      )}
      {field.example !== undefined && texts.form.example(field.example)}
    </p>
  );
}

export function FaultText({ id, fault }: { readonly id: string; readonly fault: string | null }): JSX.Element | null {
  if (fault === null) return null;
  return (
    <p class="fault" id={`${id}-erreur`}>
      <span class="unseen">{texts.form.faultPrefix}</span>
      {fault}
    </p>
  );
}

export function fieldClass(fault: string | null): string {
  return fault === null ? 'field' : 'field faulty';
}
