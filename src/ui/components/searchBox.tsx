import type { JSX } from 'preact';

/** More characters than this are no search: a box takes no more, and pages say so of what came otherwise. */
export const LONGEST_SEARCH = 200;

/** Where one types what is looked for, with an example. */
export function SearchBox(props: {
  readonly name: string;
  readonly label: string;
  readonly example: string;
  readonly typed: string;
  /** Characters expected: drawn that wide. */
  readonly width?: number;
}): JSX.Element {
  const id = `recherche-${props.name}`;
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <p class="hint" id={`${id}-aide`}>
        {props.example}
      </p>
      <input
        type="search"
        id={id}
        name={props.name}
        value={props.typed}
        size={props.width}
        maxlength={LONGEST_SEARCH}
        autocomplete="off"
        spellcheck={false}
        aria-describedby={`${id}-aide`}
      />
    </div>
  );
}
