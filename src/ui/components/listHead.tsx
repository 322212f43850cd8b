import type { ComponentChildren, JSX } from 'preact';
import { texts } from '../texts.ts';

/** The head of a list at which one works: its title and how many, filters and the first act on one line, what it shows and in which order behind « ? ». */
export function ListHead(props: {
  readonly title: string;
  readonly count: string;
  readonly help?: string;
  readonly action?: ComponentChildren;
  readonly children?: ComponentChildren;
}): JSX.Element {
  return (
    <div class="list-head">
      <h1>
        {props.title} <small>{props.count}</small>
      </h1>
      {props.children}
      {props.action}
      {props.help !== undefined && (
        <details>
          <summary>
            <span aria-hidden="true">?</span>
            <span class="unseen">{texts.components.about}</span>
          </summary>
          <div>
            <p>{props.help}</p>
          </div>
        </details>
      )}
    </div>
  );
}

export type ChipItem = {
  readonly href: string;
  /** The code that staff know, and what it is for whoever doesn't. */
  readonly code: string;
  readonly label: string;
  readonly marks: readonly string[];
  /** Why it can still change: drawn in dashes, whose meaning stands once at the head of the column. */
  readonly waits: string | null;
};

/** Several things of one row, each in a word, each its link. */
export function Chips({ items }: { readonly items: readonly ChipItem[] }): JSX.Element {
  return (
    <ul class="chips">
      {items.map(({ href, code, label, marks, waits }) => (
        <li key={href}>
          <a
            class={waits === null ? 'chip' : 'chip waits'}
            href={href}
            title={waits === null ? label : `${label}, ${waits}`}
          >
            <span class="code">{code}</span>
            <span class="unseen">, {waits === null ? label : `${label}, ${waits}`}</span>
            {marks.length > 0 && <small>{marks.join(', ')}</small>}
          </a>
        </li>
      ))}
    </ul>
  );
}
