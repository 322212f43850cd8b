import { createContext, type JSX } from 'preact';
import { texts } from '../texts.ts';
import type { Fault } from './state.ts';

/** Were the faults said above the page's title? A form says its own where they weren't. */
export const FaultsSaid = createContext(false);

/**
 * All that is to be corrected, at the top, each line a link to its field. Takes the focus when the page opens
 * (`autofocus` works without scripts on anything that can have the focus).
 */
export function ErrorSummary(props: {
  readonly faults: readonly Fault[];
  readonly prefix: string;
}): JSX.Element | null {
  const { faults, prefix } = props;
  if (faults.length === 0) return null;
  const inFields = faults.filter((fault) => fault.field !== null);
  return (
    <div class="alert danger summary" id="erreurs" role="alert" tabindex={-1} autofocus aria-labelledby="erreurs-titre">
      <h2 id="erreurs-titre">{inFields.length === 0 ? texts.form.problem : texts.form.problems(inFields.length)}</h2>
      <ul>
        {faults.map((fault) => (
          <li key={fault.field}>
            {fault.field === null ? fault.message : <a href={`#${prefix}-${fault.field}`}>{fault.message}</a>}
          </li>
        ))}
      </ul>
    </div>
  );
}
