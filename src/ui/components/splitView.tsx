import type { ComponentChildren, JSX } from 'preact';
import { texts } from '../texts.ts';

export type SplitViewProps = {
  /** Thin line on top: how many wait, which one this is, the speciality. */
  readonly bar: ComponentChildren;
  readonly document: ComponentChildren;
  readonly documentLabel: string;
  readonly decision: ComponentChildren;
  readonly decisionLabel: string;
};

/** The officer's two panes: the document (60 %), the decision (40 %); one under the other on small screens. */
export function SplitView(props: SplitViewProps): JSX.Element {
  return (
    <div class="split">
      <div class="split-bar">{props.bar}</div>
      <section class="pane document" aria-label={props.documentLabel}>
        {props.document}
      </section>
      <section class="pane decision" aria-label={props.decisionLabel}>
        {props.decision}
      </section>
    </div>
  );
}

export type DocumentFrameProps = {
  /** The document itself, for the browser's own viewer. */
  readonly document: string;
  /** Its first page as a picture; the script asks for those that follow (`browser/viewer.ts`). */
  readonly firstPage: string;
  /** Of the files that follow it and are one document with it: the other side of a card. Each begins with its own first page. */
  readonly others?: readonly { readonly firstPage: string; readonly label: string }[];
  /** What it is and whose, for those who don't see it: « Pièce d'identité, page 1 sur 2 ». */
  readonly label: string;
};

/**
 * A deposited document as pictures of its pages: a click in it leaves the keys where they are, and nothing of it runs in the
 * reader's browser. The link opens the document alone.
 */
export function DocumentFrame({ document, firstPage, label, others = [] }: DocumentFrameProps): JSX.Element {
  const say = texts.components.viewer;
  return (
    <figure class="document-frame" data-viewer>
      <figcaption>
        <span class="tools" hidden>
          {(['smaller', 'larger', 'turn', 'contrast'] as const).map((tool) => (
            <button
              key={tool}
              type="button"
              class="tool"
              data-tool={tool}
              aria-pressed={tool === 'contrast' ? 'false' : undefined}
            >
              {say[tool]}
            </button>
          ))}
        </span>
        <a href={document} target="_blank" rel="noopener">
          {texts.components.openDocument}
        </a>
      </figcaption>
      <section class="pages" tabindex={0} aria-label={label}>
        <img src={firstPage} alt={label} data-page="1" />
        <p hidden>{texts.components.notDrawn}</p>
        {others.map((other) => (
          <img key={other.firstPage} src={other.firstPage} alt={other.label} data-page="1" loading="lazy" />
        ))}
      </section>
    </figure>
  );
}
