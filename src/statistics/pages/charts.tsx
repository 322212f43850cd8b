import type { JSX } from 'preact';

/** Drawn by the server, in the colours of the theme; a table beside says the same. Their sizes are parts of the place they have. */

export type Bar = {
  readonly key: string;
  readonly label: string;
  /** 0 to 100. */
  readonly value: number;
  readonly words: string;
  /** The same before, drawn as a mark; null: unknown. */
  readonly before: number | null;
};

/** Lying bars, each under its name. `label`: what it is, for who doesn't see it. */
export function Bars({ label, bars }: { readonly label: string; readonly bars: readonly Bar[] }): JSX.Element {
  return (
    <div class="bars" role="img" aria-label={label}>
      {bars.map(({ key, label: name, value, words, before }) => (
        <div key={key}>
          <span>{name}</span>
          <span>{words}</span>
          <svg class="chart" width="100%" height="12" aria-hidden="true" focusable="false">
            <rect class="ground" width="100%" height="12" />
            <rect class="value" width={`${value}%`} height="12" />
            {before !== null && <rect class="mark" x={`${Math.min(before, 99.4)}%`} width="3" height="12" />}
          </svg>
        </div>
      ))}
    </div>
  );
}

const HEIGHT = 96;

/** Standing columns over an axis; `from`: the column from which they are drawn full. `axis`: words under every fifth. */
export function Columns({
  label,
  values,
  from,
  axis,
}: {
  readonly label: string;
  readonly values: readonly number[];
  readonly from: number;
  readonly axis: readonly string[];
}): JSX.Element {
  const most = Math.max(1, ...values);
  const step = 100 / values.length;
  return (
    <svg class="chart" width="100%" height={HEIGHT + 24} role="img" aria-label={label}>
      {values.map((value, index) => {
        const height = value === 0 ? 0 : Math.max(2, Math.round((value * HEIGHT) / most));
        return (
          <rect
            key={index}
            class={index < from ? 'under' : 'value'}
            x={`${(index * step + step * 0.1).toFixed(2)}%`}
            y={HEIGHT - height}
            width={`${(step * 0.8).toFixed(2)}%`}
            height={height}
          />
        );
      })}
      <rect class="axis" y={HEIGHT} width="100%" height="1" />
      {axis.map((words, rank) => {
        const last = rank === axis.length - 1;
        // Words under the first column and the last are wider than these: they stay within the drawing.
        const [x, anchor] = last ? [100, 'end'] : rank === 0 ? [0, 'start'] : [(rank * 5 + 0.5) * step, 'middle'];
        return (
          <text key={rank} x={`${x.toFixed(2)}%`} y={HEIGHT + 18} text-anchor={anchor}>
            {words}
          </text>
        );
      })}
    </svg>
  );
}
