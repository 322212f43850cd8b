import type { ComponentChildren, JSX } from 'preact';
import type { Tone } from './alert.tsx';

export type Row = {
  readonly key: string;
  readonly title: ComponentChildren;
  /** Makes the title a link. */
  readonly href?: string;
  /** Short code of the notice: `DCSTID01`. */
  readonly code?: string;
  /** Why, until when, what was deposited: one short line each. */
  readonly lines?: readonly ComponentChildren[];
  readonly status?: ComponentChildren;
  /** In full, on a soft ground: why it was refused and what to do. */
  readonly note?: { readonly tone: Tone; readonly title: string; readonly text: ComponentChildren };
  /** One action, at most a second. */
  readonly actions?: ComponentChildren;
};

/** One row a thing: pieces, documents, enrolments. `level`: of the titles in the page's outline. */
export function RowList({
  rows,
  level = 3,
}: {
  readonly rows: readonly Row[];
  readonly level?: 2 | 3 | 4;
}): JSX.Element {
  const Title = `h${level}` as const;
  return (
    <ul class="rows">
      {rows.map((row) => (
        <li key={row.key} id={row.key}>
          <div class="row">
            <div class="about">
              <Title>{row.href === undefined ? row.title : <a href={row.href}>{row.title}</a>}</Title>
              {row.code !== undefined && <p class="code">{row.code}</p>}
              {(row.lines ?? []).map((line, index) => (
                <p key={index}>{line}</p>
              ))}
            </div>
            {row.status !== undefined && <div class="state">{row.status}</div>}
            {row.actions !== undefined && <div class="actions">{row.actions}</div>}
          </div>
          {row.note !== undefined && (
            <div class={`note ${row.note.tone}`}>
              <p>
                <strong>{row.note.title}</strong>
              </p>
              {typeof row.note.text === 'string' ? <p>{row.note.text}</p> : row.note.text}
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
