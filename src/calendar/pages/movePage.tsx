import type { JSX } from 'preact';
import { type ExamFrame, ExamPage } from '../../exam/index.ts';
import { PLACES } from '../../places/index.ts';
import {
  BackLink,
  defineField,
  Form,
  FormFields,
  type FormState,
  type Option,
  oneOf,
  PageTitle,
  printedLine,
} from '../../ui/index.ts';
import { calendarTexts } from '../calendarTexts.ts';
import { drawingTexts } from '../drawingTexts.ts';

const say = drawingTexts.move;
const line = printedLine(PLACES.address);

/** Where a test goes: a room, a day, an hour. */
export function moveFields(rooms: readonly Option[]) {
  return [
    defineField({
      name: 'room',
      label: calendarTexts.room,
      hint: calendarTexts.roomHint,
      control: 'select',
      options: rooms,
      optional: true,
      check: oneOf(rooms),
    }),
    defineField({
      name: 'day',
      label: calendarTexts.day,
      control: 'text',
      width: 12,
      missing: calendarTexts.dayMissing,
      check: line,
    }),
    defineField({
      name: 'hour',
      label: calendarTexts.hour,
      hint: calendarTexts.hourHint,
      control: 'text',
      width: 8,
      example: calendarTexts.hourExample,
      missing: calendarTexts.hourMissing,
      check: line,
    }),
  ] as const;
}

export type MoveView = ExamFrame & {
  readonly session: string;
  readonly title: string;
  readonly when: string;
  readonly fields: ReturnType<typeof moveFields>;
  readonly state: FormState;
  readonly action: string;
  readonly version: number;
  readonly back: string;
  /** Everything else that is said of the test. */
  readonly whole: string;
};

/** Moves one test: what it changes is shown before anything is written. */
export function MovePage(view: MoveView): JSX.Element {
  const { session, title, when, state } = view;
  return (
    <ExamPage {...view} tab="calendar" title={say.title(title)} state={state}>
      <BackLink href={view.back}>{say.back}</BackLink>
      <PageTitle lead={say.now(when)}>{say.title(title)}</PageTitle>
      <Form
        action={view.action}
        method="get"
        state={state}
        version={view.version}
        hidden={{ session }}
        submit={say.show}
      >
        <FormFields fields={view.fields} />
      </Form>
      <p>
        <a href={view.whole}>{say.all}</a>
      </p>
    </ExamPage>
  );
}
