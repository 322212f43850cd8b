import type { JSX } from 'preact';

export type Share = {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  /** The count as it is read: « 1 204 », « plus de 10 000 ». */
  readonly value: string;
  readonly tone: 'accent' | 'danger' | 'info' | 'ok' | 'quiet' | 'warn';
  /** The list of exactly these. */
  readonly href?: string;
  readonly detail?: string;
};

/** A narrower part would cut its own figure on a phone. */
const SAID_FROM = 12;

/**
 * What something is made of, as one bar: each part as wide as it is many, with its name and its figure below. Parts of which there is none
 * are left out: the page says them in a line. Its page names the sheet `charts`.
 */
export function Shares({ label, shares }: { readonly label: string; readonly shares: readonly Share[] }): JSX.Element {
  const some = shares.filter(({ count }) => count > 0);
  const total = some.reduce((sum, { count }) => sum + count, 0);
  const parts = some.map((share, rank) => ({
    ...share,
    from: (100 * some.slice(0, rank).reduce((sum, { count }) => sum + count, 0)) / total,
    wide: (100 * share.count) / total,
  }));
  return (
    <div class="shares">
      <svg class="chart" width="100%" height="32" aria-hidden="true" focusable="false">
        {parts.map(({ key, tone, from, wide, value }) => (
          <g key={key}>
            <rect class={tone} x={`${from.toFixed(2)}%`} width={`${wide.toFixed(2)}%`} height="32" />
            {wide >= SAID_FROM && (
              <text x={`${(from + wide / 2).toFixed(2)}%`} y="21" text-anchor="middle">
                {value}
              </text>
            )}
          </g>
        ))}
      </svg>
      <ul class="share-list" aria-label={label}>
        {some.map(({ key, tone, value, label: name, href, detail }) => (
          <li key={key} class={tone}>
            <b>{value}</b> {href === undefined ? name : <a href={href}>{name}</a>}
            {detail !== undefined && <span class="muted"> {detail}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
