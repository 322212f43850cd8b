import type { JSX } from 'preact';
import {
  clockTime,
  defineField,
  type Field,
  Fieldset,
  Form,
  FormFields,
  type FormState,
  oneOf,
  printedLine,
  type Typed,
  unmarked,
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

function fieldsOf(member: Seated): readonly Field[] {
  const names = presenceNames(member);
  return [
    defineField({
      name: names.came,
      label: say.presence,
      control: 'radio',
      options: CAME,
      optional: true,
      check: oneOf(CAME),
    }),
    defineField({ name: names.from, label: say.from, control: 'text', width: 8, optional: true, check: hour }),
    defineField({ name: names.to, label: say.to, control: 'text', width: 8, optional: true, check: hour }),
  ];
}

export function presenceFields(members: readonly Seated[]): readonly Field[] {
  return members.flatMap(fieldsOf);
}

/** Who came to a board and how long they were there, all of it in one form. */
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
      {board.members.map((one) => (
        <Fieldset key={one.id} legend={`${one.person.firstName} ${one.person.lastName}`}>
          <FormFields fields={fieldsOf(one).map(unmarked)} />
        </Fieldset>
      ))}
    </Form>
  );
}
