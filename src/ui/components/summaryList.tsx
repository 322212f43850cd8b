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

/** Questions and answers, to be read over. */
export function SummaryList({ rows }: { readonly rows: readonly SummaryRow[] }): JSX.Element {
  return (
    <dl class="summary-list">
      {rows.map((row) => (
        <div key={row.label}>
          <dt>
            {row.label}
            {row.before !== undefined && <span class="modified"> · {texts.components.modified}</span>}
          </dt>
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
