import type { JSX } from 'preact';
import type { Option } from '../../ui/index.ts';

/** A choice that narrows a list: the first option is « all », so nothing is to be chosen. */
export function FilterSelect(props: {
  readonly name: string;
  readonly label: string;
  readonly every: string;
  readonly options: readonly Option[];
  readonly chosen: string | null;
}): JSX.Element {
  const { name, label, every, options, chosen } = props;
  const id = `filtre-${name}`;
  return (
    <div class="field narrows">
      <label for={id}>{label}</label>
      <select id={id} name={name}>
        <option value="" selected={chosen === null}>
          {every}
        </option>
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === chosen}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
