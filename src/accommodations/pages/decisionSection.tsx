import type { JSX } from 'preact';
import { TakenBy } from '../../decisions/index.ts';
import { enrolmentTexts } from '../../enrolment/index.ts';
import { Details, numericDay, RowList, Section, Status, shortInstant } from '../../ui/index.ts';
import type { DecidedMeasure } from '../request.ts';
import { texts } from '../texts.ts';
import type { RequestView } from './requestView.ts';

const say = texts.decision;

/** What was decided, measure by measure, with the reasons, the law and the remedies. */
export function DecisionSection({
  decisions: [last, before],
  advice,
  enrolment,
  remedies,
}: Pick<RequestView, 'decisions' | 'advice' | 'enrolment' | 'remedies'>): JSX.Element | null {
  if (last === undefined) return null;
  return (
    <Section title={say.title}>
      <p>
        {say.on(shortInstant(last.at))} {before !== undefined && say.replaces}
      </p>
      <RowList
        rows={last.measures.map((measure) => ({
          key: `mesure-${measure.code}`,
          title: measure.label,
          lines: linesOf(measure, advice),
          status: (
            <Status
              name={measure.granted ? 'compliant' : 'refused'}
              label={measure.granted ? say.granted : say.refused}
            />
          ),
        }))}
      />
      <p>{say.ground(last.ground)}</p>
      <TakenBy author={last.author} />
      <p>
        <a href={`/candidatures/${enrolment.id}/documents/${last.paperId}`}>{say.paper}</a>
      </p>
      <Details summary={enrolmentTexts.reserve.remediesTitle}>
        {remedies.map((remedy) => (
          <p key={remedy}>{remedy}</p>
        ))}
      </Details>
    </Section>
  );
}

/** With what the doctor advised: it prepared the decision, and may be read once that is taken. */
function linesOf({ code, percent, how, reasons }: DecidedMeasure, advice: RequestView['advice']): readonly string[] {
  const advised = advice?.measures.find((one) => one.code === code);
  return [
    percent === null ? null : say.percent(percent),
    how,
    reasons,
    advice === null || advised === undefined ? null : say.advised(advised.favourable, numericDay(advice.givenOn)),
  ].filter((line) => line !== null);
}
