import type { JSX } from 'preact';
import { type FormState, faultOf, Identifier } from '../../ui/index.ts';
import { entryTexts as say } from '../entryTexts.ts';
import type { MarkStep } from '../marks.ts';
import { showNumber } from '../rules/anonymousNumber.ts';
import { markPattern } from '../rules/markText.ts';

export type GridLine = { readonly number: string; readonly value: string; readonly beside?: string };

/** One row a number, one field a row. The browser's script moves from one to the next and says at once what isn't a mark. */
export function Grid({
  lines,
  step,
  state,
  first,
}: {
  readonly lines: readonly GridLine[];
  readonly step: MarkStep;
  readonly state: FormState;
  /** The number that takes the focus. */
  readonly first?: string | undefined;
}): JSX.Element {
  return (
    <ol class="marks" data-marks={say.atOnce[step]} aria-label={say.grid}>
      {lines.map((line) => (
        <Line key={line.number} line={line} step={step} state={state} focus={line.number === first} />
      ))}
    </ol>
  );
}

function Line(props: {
  readonly line: GridLine;
  readonly step: MarkStep;
  readonly state: FormState;
  readonly focus: boolean;
}): JSX.Element {
  const { line, step, state, focus } = props;
  const name = `n-${line.number}`;
  const id = `champ-${name}`;
  const fault = faultOf(state, name);
  const typed = state.typed[name];
  return (
    <li class={fault === null ? undefined : 'faulty'}>
      <label for={id}>
        <span class="unseen">{say.of('')}</span>
        <Identifier>{showNumber(line.number)}</Identifier>
      </label>
      <input
        id={id}
        name={name}
        value={typeof typed === 'string' ? typed : line.value}
        pattern={markPattern(step)}
        maxlength={20}
        size={14}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        autofocus={focus}
        aria-invalid={fault === null ? undefined : true}
        aria-describedby={fault === null ? undefined : `${id}-erreur`}
      />
      {line.beside !== undefined && <span class="muted">{line.beside}</span>}
      {fault !== null && (
        <p class="fault" id={`${id}-erreur`}>
          {fault}
        </p>
      )}
    </li>
  );
}
