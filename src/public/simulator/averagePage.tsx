import type { JSX } from 'preact';
import type { ResolvedSession, Speciality } from '../../catalogue/index.ts';
import type { AverageSimulation } from '../../simulation/index.ts';
import {
  Actions,
  Alert,
  BackLink,
  Button,
  ErrorSummary,
  Fieldset,
  Form,
  FormField,
  type FormState,
  Page,
  PageTitle,
  Section,
  Table,
} from '../../ui/index.ts';
import type { View } from '../pages/view.ts';
import { texts } from '../texts.ts';
import { averageFields, type Goal, specialityField, type UnitRow } from './averageForm.ts';

const say = texts.simulator.average;
const TONES = { PASSED: 'ok', FAILED: 'warn', NOT_JUDGED: 'info' } as const;

export type AverageView = View & {
  readonly session: ResolvedSession;
  readonly speciality: Speciality | null;
  /** null: the units aren't known. */
  readonly rows: readonly UnitRow[] | null;
  readonly state: FormState;
  readonly simulation: AverageSimulation | null;
  readonly goal: Goal | null;
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
      faulty={state.faults.length > 0}
    >
      <ErrorSummary faults={state.faults} />
      <BackLink href={speciality === null ? '/simulateur' : '/simulateur/moyenne'}>
        {speciality === null ? texts.simulator.title : say.other}
      </BackLink>
      <PageTitle kicker={speciality?.name} lead={say.lead}>
        {say.title}
      </PageTitle>
      {speciality === null && <Choose view={view} />}
      {speciality !== null && rows === null && <Alert tone="info">{say.unitsUnknown}</Alert>}
      {view.simulation !== null && <Result simulation={view.simulation} goal={view.goal} />}
      {speciality !== null && rows !== null && <Marks speciality={speciality} rows={rows} state={state} />}
    </Page>
  );
}

function Choose({ view }: { readonly view: AverageView }): JSX.Element {
  return (
    <Form method="get" action="/simulateur/moyenne" state={view.state} summary={false}>
      <FormField field={specialityField(view.site.catalogue(), view.session)} />
      <Actions>
        <Button>{say.show}</Button>
      </Actions>
    </Form>
  );
}

function Marks(props: {
  readonly speciality: Speciality;
  readonly rows: readonly UnitRow[];
  readonly state: FormState;
}): JSX.Element {
  const { form, units } = averageFields(props.rows);
  return (
    <Form
      method="get"
      action="/simulateur/moyenne"
      hidden={{ specialite: props.speciality.cfd }}
      state={props.state}
      summary={false}
    >
      <FormField field={form} />
      {units.map(({ row, fields }) => (
        <Fieldset key={row.id} legend={row.title} hint={row.optional ? say.optional : say.coefficient(row.coefficient)}>
          {fields.map((field) => (
            <FormField key={field.name} field={field} />
          ))}
        </Fieldset>
      ))}
      <Actions>
        <Button>{say.compute}</Button>
      </Actions>
    </Form>
  );
}

function Result({
  simulation,
  goal,
}: {
  readonly simulation: AverageSimulation;
  readonly goal: Goal | null;
}): JSX.Element {
  const { outcome, average, lines } = simulation;
  const decimal = average?.decimal.replace('.', ',') ?? null;
  const words = say.outcomesInWords;
  const title = outcome === 'NOT_JUDGED' ? words.NOT_JUDGED : words[outcome](decimal);
  const comma = (value: number | string | null): string => (value === null ? '' : String(value).replace('.', ','));
  const sum = (values: readonly (number | null)[]): number =>
    values.reduce<number>((total, one) => total + (one ?? 0), 0);
  return (
    <>
      <Alert tone={TONES[outcome]} title={title}>
        {goal === null ? undefined : goalInWords(goal)}
      </Alert>
      <Section title={say.result}>
        <Table
          caption={say.result}
          captionUnseen
          columns={[
            { label: say.columns.unit },
            { label: say.columns.coefficient, figures: true },
            { label: say.columns.mark, figures: true },
            { label: say.columns.points, figures: true },
            { label: say.columns.note },
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
            ...(average === undefined
              ? []
              : [
                  {
                    key: 'total',
                    cells: [
                      say.total,
                      String(sum(lines.map((line) => line.coefficient))),
                      '',
                      comma(sum(lines.map((line) => line.points))),
                      decimal,
                    ],
                  },
                ]),
          ]}
        />
      </Section>
    </>
  );
}

function goalInWords(goal: Goal): string {
  switch (goal.code) {
    case 'unknown':
      return say.targetUnknown;
    case 'reached':
      return say.targetReached;
    case 'impossible':
      return say.targetImpossible(goal.mark);
    case 'aim':
      return say.target(goal.mark, goal.coefficient);
  }
}
