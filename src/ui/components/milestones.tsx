import type { JSX } from 'preact';
import { texts } from '../texts.ts';

export type Milestone = {
  readonly key: string;
  readonly label: string;
  /** null: nobody knows its day yet; such ones come last. */
  readonly at: Temporal.Instant | null;
  /** Its day as it is read. */
  readonly when: string;
  /** How far it is, or whatever else is to be known of it. */
  readonly detail?: string;
};

/** In parts of a hundred of the width. `columns`: the middles of their words, which are all as wide. */
export type Places = {
  readonly columns: readonly number[];
  readonly points: readonly number[];
  readonly today: number;
};

/** Dated points to scale, from the first column to the last that has a day; one without a day stands over its own words. */
export function placesOf(milestones: readonly Pick<Milestone, 'at'>[], now: Temporal.Instant): Places {
  const columns = milestones.map((_, rank) => ((rank + 0.5) * 100) / milestones.length);
  const times = milestones.flatMap(({ at }) => at?.epochMilliseconds ?? []);
  const [from, until, today] = [Math.min(...times), Math.max(...times), now.epochMilliseconds];
  const [start = 0, end = 0] = [columns[0], columns[times.length - 1]];
  const place = (at: number): number => start + ((end - start) * (at - from)) / Math.max(1, until - from);
  return {
    columns,
    points: milestones.map(({ at }, rank) => (at === null ? (columns[rank] ?? 0) : place(at.epochMilliseconds))),
    // Beside the line before all of it, and after: it isn't to scale there.
    today: today < from ? start / 2 : today > until ? end + start * 0.9 : place(today),
  };
}

const TRACK = 24;

/**
 * Dates on one line, with today among them: what is over, what comes next and what follows. The drawing is to scale; the list under it
 * says the same to whoever doesn't see it, and stands alone on a phone. Its page names the sheet `charts`.
 */
export function Milestones(props: {
  readonly label: string;
  /** In the order of their days. */
  readonly milestones: readonly Milestone[];
  readonly now: Temporal.Instant;
  /** Today as it is read. */
  readonly today: string;
}): JSX.Element {
  const { milestones, now } = props;
  const { columns, points, today } = placesOf(milestones, now);
  const isOver = ({ at }: Milestone): boolean => at !== null && Temporal.Instant.compare(at, now) <= 0;
  const over = milestones.filter(isOver).length;
  const stateOf = (rank: number): string => (rank < over ? 'over' : rank === over ? 'next' : 'later');
  const at = (place: number): string => `${place.toFixed(2)}%`;
  return (
    <div class="milestones">
      <svg class="chart" width="100%" height="56" aria-hidden="true" focusable="false">
        <line class="track" x1={at(points[0] ?? 0)} x2={at(points.at(-1) ?? 0)} y1={TRACK} y2={TRACK} />
        {over > 0 && <line class="elapsed" x1={at(points[0] ?? 0)} x2={at(today)} y1={TRACK} y2={TRACK} />}
        {points.map((point, rank) => (
          <line key={rank} class="lead-to" x1={at(point)} x2={at(columns[rank] ?? 0)} y1={TRACK + 7} y2={54} />
        ))}
        {points.map((point, rank) => (
          <circle key={rank} class={stateOf(rank)} cx={at(point)} cy={TRACK} r="6" />
        ))}
        <line class="today" x1={at(today)} x2={at(today)} y1={14} y2={TRACK + 10} />
        <text x={at(today)} y="11" text-anchor={today < 7 ? 'start' : today > 93 ? 'end' : 'middle'}>
          {texts.milestones.today}
        </text>
      </svg>
      <ol class="dates" aria-label={props.label}>
        {milestones.flatMap(({ key, label, when, detail }, rank) => [
          ...(rank === over ? [<Today key="today" words={props.today} />] : []),
          <li key={key} class={stateOf(rank)}>
            <strong>
              {rank === over && <span class="unseen">{texts.milestones.next}</span>}
              {label}
            </strong>
            <span>{when}</span>
            {detail !== undefined && <span class="muted">{detail}</span>}
          </li>,
        ])}
        {over === milestones.length && <Today words={props.today} />}
      </ol>
    </div>
  );
}

function Today({ words }: { readonly words: string }): JSX.Element {
  return (
    <li class="today">
      {texts.milestones.today} <span class="muted">{words}</span>
    </li>
  );
}
