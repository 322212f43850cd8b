import type { ComponentChildren, JSX } from 'preact';
import type { TranscriptStanding } from '../device/transcript.ts';

/** The one line that stays in sight: what is left and what to aim for. `standing`: what the browser says it by, at each key. */
export function StandingLine(props: {
  readonly standing: TranscriptStanding;
  /** Says it again without a script. */
  readonly compute: ComponentChildren;
  readonly children: string;
}): JSX.Element {
  return (
    <div class="standing" data-standing={JSON.stringify(props.standing)}>
      <output>{props.children}</output>
      {props.compute}
    </div>
  );
}
