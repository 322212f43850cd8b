import type { ComponentChildren, JSX } from 'preact';
import { texts } from '../texts.ts';

export type SummaryRow = {
  readonly label: string;
  readonly value: ComponentChildren;
  /** What it was in the version before, where it changed. */
  readonly before?: string;
  /** Where it can be changed; the link reads « Modifier ». */
  readonly modify?: string;
};

/** Questions and answers, to be read over. `large`: letter by letter, where a slip would stay. */
export function SummaryList({
  rows,
  large = false,
}: {
  readonly rows: readonly SummaryRow[];
  readonly large?: boolean;
}): JSX.Element {
  return (
    <dl class={large ? 'summary-list large' : 'summary-list'}>
      {rows.map((row) => (
        <div key={row.label}>
          <dt class={row.label.endsWith('?') ? 'asks' : undefined}>
            {row.label}
            {row.before !== undefined && <span class="modified"> · {texts.components.modified}</span>}
          </dt>{' '}
          <dd>
            {row.before !== undefined && (
              <>
                <del>{row.before}</del>{' '}
              </>
            )}
            {row.before === undefined ? row.value : <ins>{row.value}</ins>}
          </dd>
          {row.modify !== undefined && (
            <dd class="modify">
              <a href={row.modify}>
                {texts.components.modify}
                <span class="unseen">{texts.components.of(row.label)}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
