import type { JSX } from 'preact';
import { type Exam, passMarksOf, type Speciality } from '../../catalogue/index.ts';
import { TranscriptTable } from '../../enrolment/index.ts';
import { averageInWords } from '../../results/index.ts';
import type { AverageSimulation, SimulatedLine } from '../../simulation/index.ts';
import {
  Alert,
  BackLink,
  Button,
  CellFaults,
  CellField,
  type Field,
  Form,
  FormField,
  type FormState,
  Page,
  PageTitle,
  Section,
  Table,
} from '../../ui/index.ts';
import type { View } from '../pages/view.ts';
import { choiceIn } from '../rules/scope.ts';
import { texts } from '../texts.ts';
import { averageFields, averageForm, type Goal, type Goals, type UnitRow } from './averageForm.ts';

const say = texts.simulator.average;
const TONES = { PASSED: 'ok', FAILED: 'warn', NOT_JUDGED: 'info' } as const;

export type AverageView = View & {
  /** The specialities of every exam that is meant. */
  readonly field: Field<string, string>;
  readonly exam: Exam;
  readonly speciality: Speciality | null;
  /** null: the units aren't known. */
  readonly rows: readonly UnitRow[] | null;
  readonly state: FormState;
  readonly simulation: AverageSimulation | null;
  readonly goals: Goals | null;
};

/** « Quelle moyenne ? Que me reste-t-il à obtenir ? » Everything stands in the address: a plain GET, nothing kept. */
export function AveragePage(view: AverageView): JSX.Element {
  const { speciality, rows, state } = view;
  return (
    <Page
      chrome={view.chrome}
      title={speciality === null ? say.title : `${say.title}, ${speciality.name}`}
      description={say.description}
      indexed={speciality === null}
      faults={state.faults}
      scripts={speciality === null || rows === null ? [] : ['average.js']}
      sheets={['transcript']}
    >
      <BackLink href={speciality === null ? '/simulateur' : '/simulateur/moyenne'}>
        {speciality === null ? texts.simulator.title : say.other}
      </BackLink>
      <PageTitle kicker={speciality?.name} lead={say.lead}>
        {say.title}
      </PageTitle>
      {speciality === null && <Choose view={view} />}
      {speciality !== null && rows === null && <Alert tone="info">{say.unitsUnknown}</Alert>}
      {view.simulation !== null && <Result exam={view.exam} simulation={view.simulation} goals={view.goals} />}
      {speciality !== null && rows !== null && (
        <Marks exam={view.exam} speciality={speciality} rows={rows} state={state} />
      )}
    </Page>
  );
}

function Choose({ view }: { readonly view: AverageView }): JSX.Element {
  return (
    <Form
      method="get"
      action="/simulateur/moyenne"
      hidden={choiceIn(view.chrome.address)}
      state={view.state}
      submit={say.show}
    >
      <FormField field={view.field} />
    </Form>
  );
}

function Marks(props: {
  readonly exam: Exam;
  readonly speciality: Speciality;
  readonly rows: readonly UnitRow[];
  readonly state: FormState;
}): JSX.Element {
  const { form, units } = averageFields(props.rows, props.exam.credits);
  const average = averageForm(props.rows, passMarksOf(props.exam));
  return (
    <Form method="get" action="/simulateur/moyenne" hidden={{ specialite: props.speciality.cfd }} state={props.state}>
      <FormField field={form} />
      <TranscriptTable
        caption={say.title}
        columns={{ ...say.table, cells: [say.table.mark] }}
        rows={units.map(({ row, option, outcome, mark }) => ({
          key: row.id,
          title: (
            <>
              {row.title}
              {row.optional && <p class="muted">{say.optional}</p>}
              {option !== null && <CellField field={option} label={`${say.option}, ${row.title}`} />}
            </>
          ),
          coefficient: row.coefficient === null ? (row.optional ? '' : say.unknown) : String(row.coefficient),
          cells: [<CellField key="mark" field={mark} label={`${say.mark}, ${row.title}`} />],
          meaning: (
            <>
              <CellFaults fields={[...(option === null ? [] : [option]), mark, outcome]} />
              <CellField field={outcome} label={`${say.outcome}, ${row.title}`} />
            </>
          ),
        }))}
      />
      <div class="standing" data-average={JSON.stringify(average)}>
        <output>{averageInWords(average, (name) => textOf(props.state, name))}</output>
        <Button>{say.compute}</Button>
      </div>
    </Form>
  );
}

function textOf({ typed }: FormState, name: string): string {
  const text = typed[name];
  return typeof text === 'string' ? text.trim() : '';
}

function Result({
  exam,
  simulation,
  goals,
}: {
  readonly exam: Exam;
  readonly simulation: AverageSimulation;
  readonly goals: Goals | null;
}): JSX.Element {
  const { outcome, average, professionalAverage, lines } = simulation;
  const pass = passMarksOf(exam);
  const comma = (value: number | string | null): string => (value === null ? '' : String(value).replace('.', ','));
  const decimal = average === undefined ? null : comma(average.decimal);
  const title = say.outcomesInWords[outcome]({
    average: decimal,
    from: pass.average / 2,
    absence: exam.results.absence,
    enough: reaches(average, pass.average),
  });
  const sum = (of: readonly SimulatedLine[], read: (line: SimulatedLine) => number | null): number =>
    of.reduce<number>((total, line) => total + (read(line) ?? 0), 0);
  const total = (key: string, label: string, of: readonly SimulatedLine[], average: string) => ({
    key,
    cells: [
      label,
      String(sum(of, ({ coefficient }) => coefficient)),
      '',
      comma(sum(of, ({ points }) => points)),
      comma(average),
    ],
  });
  return (
    <>
      <Alert tone={TONES[outcome]} title={title}>
        {goals !== null && <p>{goalInWords(goals.average)}</p>}
        {goals !== null && goals.professional !== null && <p>{say.tradeGoal(goalInWords(goals.professional))}</p>}
        {professionalAverage !== undefined && pass.professional !== null && (
          <p>
            {say.trade(
              comma(professionalAverage.decimal),
              pass.professional / 2,
              reaches(professionalAverage, pass.professional),
            )}
          </p>
        )}
      </Alert>
      <Section title={say.result}>
        <Table
          caption={say.result}
          columns={[
            say.columns.unit,
            { label: say.columns.coefficient, figures: true },
            { label: say.columns.mark, figures: true },
            { label: say.columns.points, figures: true },
            say.columns.note,
          ]}
          rows={[
            ...lines.map((line) => ({
              key: line.code,
              cells: [
                line.code,
                line.coefficient === null ? say.unknown : String(line.coefficient),
                comma(line.mark),
                comma(line.points),
                line.note,
              ],
            })),
            ...(average === undefined ? [] : [total('total', say.total, lines, average.decimal)]),
            ...(professionalAverage === undefined
              ? []
              : [
                  total(
                    'trade',
                    say.tradeTotal,
                    lines.filter(({ professional }) => professional),
                    professionalAverage.decimal,
                  ),
                ]),
          ]}
        />
      </Section>
    </>
  );
}

/** `pass` in half points. */
function reaches(average: AverageSimulation['average'], pass: number): boolean {
  return average !== undefined && 2 * average.numerator >= pass * average.denominator;
}

function goalInWords(goal: Goal): string {
  switch (goal.code) {
    case 'unknown':
      return say.targetUnknown;
    case 'reached':
      return say.targetReached(goal.from);
    case 'impossible':
      return say.targetImpossible(goal.mark);
    case 'aim':
      return say.target(goal.mark, goal.from, goal.coefficient);
  }
}
