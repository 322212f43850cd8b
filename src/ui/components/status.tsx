import type { JSX } from 'preact';
import { texts } from '../texts.ts';
import { Shape, type ShapeName } from './shape.tsx';

/** Where a piece stands, in the notice's words. */
export type StatusName =
  | 'missing'
  | 'deposited'
  | 'being-read'
  | 'doubted'
  | 'received'
  | 'compliant'
  | 'refused'
  | 'irrelevant'
  | 'replaced'
  | 'late'
  | 'exempted';

const LOOKS: Readonly<Record<StatusName, { readonly shape: ShapeName; readonly tone: string }>> = {
  missing: { shape: 'ring', tone: 'warn' },
  deposited: { shape: 'half', tone: 'info' },
  'being-read': { shape: 'half', tone: 'info' },
  doubted: { shape: 'half', tone: 'warn' },
  received: { shape: 'half', tone: 'info' },
  compliant: { shape: 'full', tone: 'ok' },
  refused: { shape: 'triangle', tone: 'danger' },
  irrelevant: { shape: 'dash', tone: 'quiet' },
  replaced: { shape: 'dash', tone: 'quiet' },
  late: { shape: 'triangle', tone: 'danger' },
  exempted: { shape: 'dash', tone: 'quiet' },
};

/** A pill with a shape and a word. `label` replaces the word where the page has a more exact one. */
export function Status(props: {
  readonly name: StatusName;
  readonly label?: string;
  /** Where many stand in a row, the shape is seen and the word read aloud. */
  readonly shape?: boolean;
}): JSX.Element {
  const { shape, tone } = LOOKS[props.name];
  const word = props.label ?? texts.status[props.name];
  return (
    <span class={`pill ${tone}`} title={props.shape === true ? word : undefined}>
      <Shape name={shape} />
      {props.shape === true ? <span class="unseen">{word}</span> : word}
    </span>
  );
}

/** A word that classes something, without a state: « à l'essai », « prioritaire ». */
export function Tag({ children }: { readonly children: string }): JSX.Element {
  return <span class="pill quiet">{children}</span>;
}
