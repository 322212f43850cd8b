import type { JSX } from 'preact';

/** `href`: null where there is nothing to open now, and the label says why. */
export type Lead = { readonly href: string | null; readonly label: string; readonly text: string };

/** Where else to go, a line each, with what is there; the whole line leads. */
export function Leads({ rows }: { readonly rows: readonly Lead[] }): JSX.Element {
  return (
    <ul class="leads">
      {rows.map(({ href, label, text }) => (
        <li key={label}>
          {href === null ? label : <a href={href}>{label}</a>}
          {text !== '' && <p class="muted">{text}</p>}
        </li>
      ))}
    </ul>
  );
}
