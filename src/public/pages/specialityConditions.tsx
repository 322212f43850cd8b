import type { JSX } from 'preact';
import type { Exam, Regulation } from '../../catalogue/index.ts';
import { type MonthsAsked, monthsAsked } from '../../enrolment/index.ts';
import { Section, SummaryList, type SummaryRow } from '../../ui/index.ts';
import { texts } from '../texts.ts';

const say = texts.speciality;

/** The work and the training that open the exam, and the diplomas that shorten them: the figures that the verdict is made with. */
export function SpecialityConditions({
  exam,
  regulation,
}: {
  readonly exam: Exam;
  readonly regulation: Regulation | undefined;
}): JSX.Element {
  const { practice, majority, workPlacement } = exam.admission;
  const pharmacy = regulation?.eligibility === 'pharmacy' ? exam.admission.pharmacy : undefined;
  if (practice === undefined)
    return (
      <Section title={say.asked}>
        <p>{majority === undefined ? say.nothingAsked : say.majority(majority.age)}</p>
        {workPlacement !== undefined && regulation?.workPlacement !== undefined && (
          <p>{say.workPlacement(regulation.workPlacement.weeks)}</p>
        )}
      </Section>
    );
  const diplomas = regulation?.listedDiplomas;
  return (
    <>
      <Section title={say.asked}>
        <p>{pharmacy === undefined ? say.askedText : say.pharmacy}</p>
        <SummaryList
          rows={pharmacy === undefined ? workRows(monthsAsked(practice, regulation ?? null)) : pharmacyRows(pharmacy)}
        />
        {pharmacy === undefined && (
          <>
            <h3>{say.training}</h3>
            <SummaryList rows={trainingRows(regulation)} />
            <p class="muted">{say.trainingFormer}</p>
          </>
        )}
      </Section>
      <Section title={say.diplomas}>
        {diplomas === undefined ? (
          <p>{say.diplomasUntold}</p>
        ) : (
          <>
            {pharmacy === undefined && <p>{say.diplomasText}</p>}
            <ul>
              {diplomas.titles.map((title) => (
                <li key={title}>{title}</li>
              ))}
            </ul>
            {diplomas.rule !== undefined && <p>{diplomas.rule}</p>}
          </>
        )}
      </Section>
    </>
  );
}

function workRows(asked: MonthsAsked): readonly SummaryRow[] {
  const { withoutDiploma, withListedDiploma, withSpecialContract, withBacPro } = asked;
  const { months, hours } = withSpecialContract;
  return [
    { label: say.withoutDiploma, value: say.work(say.months(withoutDiploma)) },
    { label: say.withListedDiploma, value: say.work(say.months(withListedDiploma)) },
    { label: say.withSpecialContract, value: say.contract(say.months(months), hours) },
    { label: say.withBacPro, value: say.bacPro(withBacPro.enough, withBacPro.floor) },
  ];
}

function pharmacyRows({
  months,
  hours,
  withinYears,
}: NonNullable<Exam['admission']['pharmacy']>): readonly SummaryRow[] {
  return [
    { label: say.inPharmacy, value: say.recent(say.months(months), withinYears) },
    { label: say.training, value: say.hours(hours) },
  ];
}

/** A bac pro of the sector has a line where the order prints hours for it. */
function trainingRows(regulation: Regulation | undefined): readonly SummaryRow[] {
  const hours = regulation?.conditions?.trainingHours;
  const told = (count: number | null | undefined, write: (count: number) => string): string =>
    count === null || count === undefined ? say.untold : count === 0 ? say.noMinimum : write(count);
  return [
    { label: say.trainingPlain, value: told(hours?.continuingTraining, say.hours) },
    ...(hours?.bacProOfTheSector == null
      ? []
      : [{ label: say.trainingBacPro, value: say.hours(hours.bacProOfTheSector) }]),
    { label: say.trainingApprentice, value: told(hours?.apprenticeshipPerYear, say.hoursPerYear) },
  ];
}
