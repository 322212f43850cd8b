import type { ComponentChildren, JSX } from 'preact';
import { Shape, type ShapeName } from './shape.tsx';

export type Tone = 'info' | 'ok' | 'warn' | 'danger';

const SHAPES: Readonly<Record<Tone, ShapeName>> = { info: 'half', ok: 'full', warn: 'ring', danger: 'triangle' };

export type AlertProps = {
  readonly tone: Tone;
  /** Says the nature of the message in words: colour is never alone. */
  readonly title?: string;
  /** Level of the title in the page's outline. */
  readonly level?: 2 | 3;
  readonly children?: ComponentChildren;
};

/** A message that stands out of the text: news, success, something to do, something wrong. */
export function Alert({ tone, title, level = 2, children }: AlertProps): JSX.Element {
  const Title = level === 2 ? 'h2' : 'h3';
  return (
    <div class={`alert ${tone}`}>
      {title !== undefined && (
        <Title>
          <Shape name={SHAPES[tone]} />
          {title}
        </Title>
      )}
      {typeof children === 'string' ? <p>{children}</p> : children}
    </div>
  );
}
