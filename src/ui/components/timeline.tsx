import type { ComponentChildren, JSX } from 'preact';
import { shortInstant } from '../dates.ts';

export type TimelineEntry = {
  readonly key: string;
  readonly at: Temporal.Instant;
  /** A plain text keeps its lines: somebody may have typed it. */
  readonly text: ComponentChildren;
  /** Who did it, where it isn't the reader. */
  readonly actor?: string;
};

/** What happened, in the order given. */
export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }): JSX.Element {
  return (
    <ol class="timeline">
      {entries.map((entry) => (
        <li key={entry.key}>
          <time datetime={entry.at.toString({ smallestUnit: 'second' })}>{shortInstant(entry.at)}</time>
          <div>
            {typeof entry.text === 'string' ? <p class="typed">{entry.text}</p> : entry.text}
            {entry.actor !== undefined && <p class="muted">{entry.actor}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}
