import type { JSX } from 'preact';
import { type DecisionRead, ReadDecision } from '../../decisions/index.ts';
import { Alert } from '../../ui/index.ts';
import type { Exclusion } from '../hearing.ts';
import { texts } from '../texts.ts';

/** Units of which one paper leaves somebody out: a decision each, for the same reason. */
export type LeftOutBy = { readonly excluded: readonly Exclusion[]; readonly decision: DecisionRead };

/** For the hub: the units of which decisions that stand leave the candidate out. */
export function LeftOut({
  decisions,
  begun,
}: {
  readonly decisions: readonly LeftOutBy[];
  /** Have the tests begun? */
  readonly begun: boolean;
}): JSX.Element {
  return (
    <>
      {decisions.map(({ excluded, decision }) => (
        <Alert key={excluded[0]?.decisionId} tone="warn">
          <p>
            {texts.hub.leftOut(
              excluded.map(({ title }) => title),
              excluded.some(({ countsFrom }) => countsFrom !== null)
                ? 'counts'
                : excluded.some(({ notifiedOn }) => notifiedOn !== null)
                  ? 'appealed'
                  : 'untold',
              begun,
            )}
          </p>
          <ReadDecision {...decision} />
        </Alert>
      ))}
    </>
  );
}

/** For the hub: a decision undid the validation, and nothing has validated it since. */
export function ValidationUndone({ decision }: { readonly decision: DecisionRead }): JSX.Element {
  return (
    <Alert tone="warn" title={texts.hub.undone}>
      <p>{texts.hub.undoneText}</p>
      <ReadDecision {...decision} />
    </Alert>
  );
}
