import type { JSX } from 'preact';
import { enrolmentTexts } from '../../enrolment/index.ts';
import { Details, RowList, Section, Status, shortInstant } from '../../ui/index.ts';
import type { DecidedMeasure } from '../request.ts';
import { texts } from '../texts.ts';
import type { RequestView } from './requestView.ts';

const say = texts.decision;

/** What was decided, measure by measure, with the reasons, the law and the remedies. */
export function DecisionSection({
  decisions: [last, before],
  enrolment,
}: Pick<RequestView, 'decisions' | 'enrolment'>): JSX.Element | null {
  if (last === undefined) return null;
  const { remedies, remediesTitle } = enrolmentTexts.reserve;
  return (
    <Section title={say.title}>
      <p>
        {say.on(shortInstant(last.at))} {before !== undefined && say.replaces}
      </p>
      <RowList
        rows={last.measures.map((measure) => ({
          key: `mesure-${measure.code}`,
          title: measure.label,
          lines: linesOf(measure),
          status: (
            <Status
              name={measure.granted ? 'compliant' : 'refused'}
              label={measure.granted ? say.granted : say.refused}
            />
          ),
        }))}
      />
      <p>{say.ground(last.ground)}</p>
      <p>
        <a href={`/candidatures/${enrolment.id}/documents/${last.paperId}`}>{say.paper}</a>
      </p>
      <Details summary={remediesTitle}>
        {remedies.map((remedy) => (
          <p key={remedy}>{remedy}</p>
        ))}
      </Details>
    </Section>
  );
}

function linesOf({ percent, how, reasons }: DecidedMeasure): readonly string[] {
  return [percent === null ? null : say.percent(percent), how, reasons].filter((line) => line !== null);
}
