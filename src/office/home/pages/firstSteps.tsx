import type { JSX } from 'preact';
import { delegationAddresses } from '../../../decisions/index.ts';
import { personAddresses } from '../../../persons/index.ts';
import { staffAddresses } from '../../../staff/index.ts';
import { Checklist } from '../../../ui/index.ts';
import { homeTexts } from '../homeTexts.ts';

const say = homeTexts.first;

/** Of an office in which nobody is registered yet: what can be done until then, in its order. `runs`: who runs it. */
export function FirstSteps({ runs }: { readonly runs: boolean }): JSX.Element {
  const steps = [
    ...(runs
      ? ([
          ['rules', '/gestion/regles'],
          ['staff', staffAddresses.staff()],
          ['signers', delegationAddresses.delegations()],
          ['list', personAddresses.changeoverLists()],
        ] as const)
      : []),
    ['paper', personAddresses.paperEnrolment()],
    ['call', personAddresses.calls],
  ] as const;
  return (
    <>
      <p>{runs ? say.lead : say.leadOfGroups}</p>
      <Checklist
        items={steps.map(([step, href]) => ({
          state: 'todo',
          label: say.steps[step].what,
          detail: <a href={href}>{say.steps[step].where}</a>,
        }))}
      />
    </>
  );
}
