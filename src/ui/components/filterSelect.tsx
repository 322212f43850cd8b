import type { JSX } from 'preact';
import type { Option } from '../form/field.ts';

/** A choice that narrows a list: one option always shows, « all » (`every`) where there is one. */
export function FilterSelect(props: {
  readonly name: string;
  readonly label: string;
  readonly every?: string;
  readonly options: readonly Option[];
  readonly chosen: string | null;
}): JSX.Element {
  const { name, label, every, options, chosen } = props;
  const id = `filtre-${name}`;
  return (
    <div class="field narrows">
      <label for={id}>{label}</label>
      <select id={id} name={name}>
        {[...(every === undefined ? [] : [{ value: '', label: every }]), ...options].map((option) => (
          <option key={option.value} value={option.value} selected={option.value === (chosen ?? '')}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
