import type { ComponentChildren, JSX } from 'preact';

/** Fields that belong together under one question: an address, a period. */
export function Fieldset(props: {
  readonly legend: string;
  readonly hint?: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <fieldset class="group">
      <legend>{props.legend}</legend>
      {props.hint !== undefined && <p class="muted">{props.hint}</p>}
      {props.children}
    </fieldset>
  );
}
