import type { JSX } from 'preact';
import { Section } from '../../ui/index.ts';
import { arrangedTexts as say } from '../arrangedTexts.ts';
import type { JuryView } from './views.ts';

/** Which accommodations this jury's candidates had: counted, for its chair. */
export function ArrangedPart({ arranged }: Pick<JuryView, 'arranged'>): JSX.Element | null {
  if (arranged === null) return null;
  return (
    <Section title={say.title}>
      {arranged.length === 0 ? (
        <p>{say.none}</p>
      ) : (
        <>
          <ul>
            {arranged.map((one) => (
              <li key={`${one.label} ${one.percent}`}>{say.line(one)}</li>
            ))}
          </ul>
          <p class="muted">{say.law}</p>
        </>
      )}
    </Section>
  );
}
