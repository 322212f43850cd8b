import type { JSX } from 'preact';
import type { Academy, Exam } from '../../catalogue/index.ts';
import { Details, Section } from '../../ui/index.ts';
import { texts } from '../texts.ts';

const { conditions, front: say } = texts;

/** Who may enrol, as the notice says it, with its « ou » and « et » set apart; of an exam without a notice, as its rules do. */
export function Conditions({
  exam,
  named,
  academies,
}: {
  readonly exam: Exam;
  readonly named: boolean;
  readonly academies: readonly Academy[];
}): JSX.Element {
  const { formerOrDistance, practice } = exam.admission;
  return (
    <Section title={say.conditions(named ? exam.name : null)}>
      {formerOrDistance !== undefined && practice !== undefined ? (
        <OfTheNotice academies={academies} untilAge={exam.admission.nationalService?.untilAge ?? null} />
      ) : (
        <OfTheRules exam={exam} academies={academies} />
      )}
      <p>
        <a href={named ? `/simulateur?examen=${exam.code}` : '/simulateur'}>{say.simulate}</a>
      </p>
    </Section>
  );
}

function OfTheRules({ exam, academies }: { readonly exam: Exam; readonly academies: readonly Academy[] }): JSX.Element {
  const { majority, nationalService, residence } = exam.admission;
  return (
    <>
      <p>{say.conditionsOther}</p>
      <ul>
        {exam.categories.map(({ code, label, hint }) => (
          <li key={code}>
            <strong>{label}.</strong> {hint}
          </li>
        ))}
      </ul>
      {majority !== undefined && <p>{conditions.majority(majority.age)}</p>}
      {residence !== undefined && <Homes academies={academies} />}
      {nationalService !== undefined && <p>{conditions.service(nationalService.untilAge)}</p>}
      <p>{conditions.checked}</p>
    </>
  );
}

function Homes({ academies }: { readonly academies: readonly Academy[] }): JSX.Element {
  return (
    <>
      {academies.map((academy) => (
        <p key={academy.code}>{say.conditionsHome(academy.label, namesOf(academy))}</p>
      ))}
    </>
  );
}

function OfTheNotice({
  academies,
  untilAge,
}: {
  readonly academies: readonly Academy[];
  readonly untilAge: number | null;
}): JSX.Element {
  return (
    <>
      <p>{say.conditionsText}</p>
      <Homes academies={academies} />
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
        {untilAge !== null && <p>{conditions.service(untilAge)}</p>}
        <p>{conditions.checked}</p>
      </Details>
    </>
  );
}

function namesOf({ departments }: Academy): readonly string[] {
  return departments.map(({ name }) => name);
}
