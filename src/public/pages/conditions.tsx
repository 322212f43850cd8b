import type { JSX } from 'preact';
import type { Academy } from '../../catalogue/index.ts';
import { Details, Section } from '../../ui/index.ts';
import { texts } from '../texts.ts';

const { conditions, front: say } = texts;

/** Who may enrol, as the notice says it, with its « ou » and « et » set apart. */
export function Conditions({ academies }: { readonly academies: readonly Academy[] }): JSX.Element {
  return (
    <Section title={say.conditions}>
      <p>{say.conditionsText}</p>
      {academies.map((academy) => (
        <p key={academy.code}>{say.conditionsHome(academy.label, namesOf(academy))}</p>
      ))}
      <Details summary={say.conditionsSummary}>
        <p>{conditions.path}</p>
        <ul>
          {conditions.paths.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
        <p>{conditions.work}</p>
        <ul>
          {conditions.works.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
        {academies.map((academy) => (
          <p key={academy.code}>{conditions.home(namesOf(academy))}</p>
        ))}
        <p>{conditions.service}</p>
        <p>{conditions.checked}</p>
      </Details>
      <p>
        <a href="/simulateur">{say.simulate}</a>
      </p>
    </Section>
  );
}

function namesOf({ departments }: Academy): readonly string[] {
  return departments.map(({ name }) => name);
}
