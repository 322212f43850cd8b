import type { JSX } from 'preact';
import {
  CellFaults,
  CellField,
  clockTime,
  defineField,
  type Field,
  Form,
  type FormState,
  oneOf,
  phoneAddress,
  phoneInWords,
  printedLine,
  Table,
  type Typed,
  TypedWords,
} from '../../ui/index.ts';
import type { StandingBoard } from '../rules/standing.ts';
import { texts } from '../texts.ts';

const say = texts.presence;
type Seated = StandingBoard['members'][number];
const CAME = [
  { value: 'oui', label: say.came },
  { value: 'non', label: say.absent },
] as const;
const hour = printedLine(8);

type Names = Readonly<Record<'came' | 'from' | 'to' | 'version', string>>;

/** The names of the fields of one member. */
export function presenceNames({ id }: Pick<Seated, 'id'>): Names {
  return { came: `venu-${id}`, from: `de-${id}`, to: `a-${id}`, version: `version-${id}` };
}

function fieldsOf(member: Seated) {
  const names = presenceNames(member);
  return [
    defineField({
      name: names.came,
      label: say.presence,
      control: 'select',
      options: CAME,
      optional: true,
      check: oneOf(CAME),
    }),
    defineField({ name: names.from, label: say.from, control: 'text', width: 8, optional: true, check: hour }),
    defineField({ name: names.to, label: say.to, control: 'text', width: 8, optional: true, check: hour }),
  ] as const;
}

export function presenceFields(members: readonly Seated[]): readonly Field[] {
  return members.flatMap(fieldsOf);
}

/** Who came to a board and how long they were there: a row a person, all of it in one form. */
export function PresencePart({
  board,
  action,
  csrf,
  state,
}: {
  readonly board: StandingBoard;
  readonly action: string;
  readonly csrf: string;
  readonly state: FormState | null;
}): JSX.Element {
  const typed: Typed = Object.fromEntries(
    board.members.flatMap((one) => {
      const names = presenceNames(one);
      return [
        [names.came, one.came === null ? '' : one.came ? 'oui' : 'non'],
        [names.from, clockTime(one.cameAt ?? board.startsAt)],
        [names.to, clockTime(one.leftAt ?? board.endsAt)],
      ];
    }),
  );
  const hidden = Object.fromEntries(board.members.map((one) => [presenceNames(one).version, String(one.rowVersion)]));
  return (
    <Form
      action={action}
      csrf={csrf}
      hidden={hidden}
      state={state ?? { typed, faults: [] }}
      prefix={`presence-${board.id}`}
      label={say.title}
      submit={say.submit}
      kind="secondary"
    >
      <Table
        caption={say.title}
        columns={[say.person, say.presence, say.from, say.to]}
        rows={board.members.map((one) => {
          const { person } = one;
          const name = `${person.firstName} ${person.lastName}`;
          const fields = fieldsOf(one);
          return {
            key: one.id,
            cells: [
              <>
                <Reached person={person} />
                <CellFaults fields={fields} />
              </>,
              ...fields.map((field) => <CellField key={field.name} field={field} label={`${field.label}, ${name}`} />),
            ],
          };
        })}
      />
    </Form>
  );
}

/** Somebody of a board, and where they answer. */
export function Reached({ person: { firstName, lastName, phone } }: Pick<Seated, 'person'>): JSX.Element {
  return (
    <>
      <TypedWords>{`${firstName} ${lastName}`}</TypedWords>
      {phone !== null && (
        <>
          {', '}
          <a href={phoneAddress(phone)}>{phoneInWords(phone)}</a>
        </>
      )}
    </>
  );
}
