import type { ComponentChildren, JSX } from 'preact';
import { texts } from '../texts.ts';
import { Shape, type ShapeName } from './shape.tsx';

/** `waiting`: somebody else's turn. `problem`: something was refused. */
export type StepState = 'done' | 'todo' | 'partial' | 'waiting' | 'problem';

export type ChecklistItem = {
  readonly state: StepState;
  readonly label: string;
  readonly href?: string;
  /** At the right, under the label on phones: when, how many, by whom. */
  readonly detail?: ComponentChildren;
  /** What somebody wrote about it, below. */
  readonly note?: string;
};

const SHAPES: Readonly<Record<StepState, ShapeName>> = {
  done: 'full',
  todo: 'ring',
  partial: 'half',
  waiting: 'ring',
  problem: 'triangle',
};

/** Things to do or done, in order, each with its state. The title stands above, on the page. */
export function Checklist({ items }: { readonly items: readonly ChecklistItem[] }): JSX.Element {
  return (
    <ol class="checklist">
      {items.map((item) => (
        <li key={item.label} class={item.state}>
          <Shape name={SHAPES[item.state]} />
          <span class="what">
            <span class="unseen">
              {texts.components.steps[item.state]}
              {'\u00a0: '}
            </span>
            {item.href === undefined ? item.label : <a href={item.href}>{item.label}</a>}
          </span>
          {item.detail !== undefined && <span class="detail">{item.detail}</span>}
          {item.note !== undefined && <p class="note typed">{item.note}</p>}
        </li>
      ))}
    </ol>
  );
}
