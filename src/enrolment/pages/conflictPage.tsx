import type { JSX } from 'preact';
import {
  Actions,
  Button,
  ButtonLink,
  type Chrome,
  type Field,
  Form,
  Page,
  PageTitle,
  Table,
  type Typed,
  typedIn,
} from '../../ui/index.ts';
import type { AnsweredStep, Enrolment } from '../enrolment.ts';
import type { PenAddresses } from '../pen.ts';
import { texts } from '../texts.ts';

const say = texts.conflict;

/** Two tabs wrote the same step: both answers side by side, nothing lost, the person decides. */
export function ConflictPage(props: {
  readonly chrome: Chrome;
  readonly addresses: PenAddresses;
  readonly enrolment: Enrolment;
  readonly step: AnsweredStep;
  readonly title: string;
  readonly fields: readonly Field[];
  readonly mine: Typed;
  readonly theirs: Typed;
  readonly stamp: string;
  readonly csrf: string;
}): JSX.Element {
  const { enrolment, addresses, step, fields, mine, theirs } = props;
  const differing = fields.filter((field) => shown(mine, field) !== shown(theirs, field));
  return (
    <Page chrome={props.chrome} title={say.title} faulty>
      <PageTitle lead={say.text}>{say.title}</PageTitle>
      <Table
        caption={props.title}
        captionShown
        columns={[say.field, say.mine, say.theirs]}
        rows={differing.map((field) => ({
          key: field.name,
          cells: [field.label, shown(mine, field), shown(theirs, field)],
        }))}
      />
      <Form action={addresses.step(enrolment.id, step)} csrf={props.csrf} version={props.stamp}>
        {Object.entries(typedIn(fields, mine)).flatMap(([name, value]) =>
          [value].flat().map((one) => <input key={`${name} ${one}`} type="hidden" name={name} value={one} />),
        )}
        <Actions>
          <Button>{say.keepMine}</Button>
          <ButtonLink kind="secondary" href={addresses.step(enrolment.id, step)}>
            {say.keepTheirs}
          </ButtonLink>
        </Actions>
      </Form>
    </Page>
  );
}

/** The words of a field as they were typed, with the labels of its options. */
function shown(typed: Typed, field: Field): string {
  const values = [typed[field.name] ?? []].flat();
  return values.map((value) => field.options?.find((option) => option.value === value)?.label ?? value).join(', ');
}
