import type { ComponentChildren, JSX } from 'preact';
import { shortInstant } from '../../platform/french/dates.ts';
import { texts } from '../texts.ts';
import { Details } from './layout.tsx';

export type TimelineEntry = {
  readonly key: string;
  readonly at: Temporal.Instant;
  /** A plain text keeps its lines: somebody may have typed it. */
  readonly text: ComponentChildren;
  /** Who did it, where it isn't the reader. */
  readonly actor?: string;
};

/** What happened, in the order given; `shown`: how many before the others are asked for. Paper has them all. */
export function Timeline({
  entries,
  shown = entries.length,
}: {
  readonly entries: readonly TimelineEntry[];
  readonly shown?: number;
}): JSX.Element {
  const others = entries.slice(shown);
  return (
    <>
      <ol class="timeline">
        {entries.slice(0, shown).map(({ key, ...entry }) => (
          <Line key={key} {...entry} />
        ))}
      </ol>
      {others.length > 0 && (
        <Details summary={texts.timeline.older(others.length)}>
          <Timeline entries={others} />
        </Details>
      )}
    </>
  );
}

function Line({ at, text, actor }: Omit<TimelineEntry, 'key'>): JSX.Element {
  return (
    <li>
      <time datetime={at.toString({ smallestUnit: 'second' })}>{shortInstant(at)}</time>
      <div class={actor === undefined ? undefined : 'by'}>
        {typeof text === 'string' ? <p class="typed">{text}</p> : text}
        {actor !== undefined && <p class="muted">{actor}</p>}
      </div>
    </li>
  );
}
