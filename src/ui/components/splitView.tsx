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
  readonly kind: 'image' | 'pdf';
  readonly src: string;
  /** What it is and whose, for those who don't see it: « Pièce d'identité, page 1 sur 2 ». */
  readonly label: string;
  /** Text read in the image, for officers who need it. */
  readonly text?: string;
};

/** A deposited document, to be looked at. The link opens it alone, where the frame is too small. */
export function DocumentFrame({ kind, src, label, text }: DocumentFrameProps): JSX.Element {
  return (
    <figure class="document-frame">
      {kind === 'image' ? <img src={src} alt={text ?? label} /> : <iframe src={src} title={label} loading="eager" />}
      <figcaption>
        <a href={src} target="_blank" rel="noopener">
          {texts.components.openDocument}
        </a>
      </figcaption>
    </figure>
  );
}
