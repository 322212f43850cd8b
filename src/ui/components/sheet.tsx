import type { ComponentChildren, JSX } from 'preact';

export type SheetProps = {
  /** Who writes: rectorat, division, bureau. */
  readonly letterhead: readonly string[];
  readonly place?: string;
  readonly subject: string;
  readonly reference?: ComponentChildren;
  readonly children: ComponentChildren;
  /** The last block of the body: code and square code, « Vérifier ce document : … ». */
  readonly seal?: ComponentChildren;
};

/** A paper of the office as a page: the same on the screen and on A4. */
export function Sheet(props: SheetProps): JSX.Element {
  return (
    <article class="sheet">
      <div class="letterhead">
        {props.letterhead.map((line, index) => (
          <p key={line}>{index === 0 ? <strong>{line}</strong> : line}</p>
        ))}
      </div>
      {props.place !== undefined && <p class="place">{props.place}</p>}
      <h1>{props.subject}</h1>
      {props.reference !== undefined && <p class="muted">{props.reference}</p>}
      {props.children}
      {props.seal !== undefined && <div class="seal">{props.seal}</div>}
    </article>
  );
}

/** The facts of a paper: two columns, the name of the fact and the fact. */
export function Facts({
  caption,
  lines,
}: {
  readonly caption: string;
  readonly lines: readonly { readonly label: string; readonly value: ComponentChildren }[];
}): JSX.Element {
  return (
    <table class="facts">
      <caption class="unseen">{caption}</caption>
      <tbody>
        {lines.map((line) => (
          <tr key={line.label}>
            <th scope="row">{line.label}</th>
            <td>{line.value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
