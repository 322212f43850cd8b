import type { ComponentChildren, JSX } from 'preact';

export type Part = {
  readonly key: string;
  readonly href: string;
  readonly label: ComponentChildren;
};

/** The parts of a thing that has several pages, or the lists of one: the one that is read stands out. `here`: its key. */
export function Parts(props: {
  readonly label: string;
  readonly parts: readonly Part[];
  readonly here: string;
}): JSX.Element {
  return (
    <nav class="parts" aria-label={props.label}>
      <ul>
        {props.parts.map(({ key, href, label }) => (
          <li key={key}>
            <a href={href} aria-current={key === props.here ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
