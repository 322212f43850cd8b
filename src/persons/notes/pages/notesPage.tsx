import type { JSX } from 'preact';
import { deskAddresses } from '../../../scope/index.ts';
import {
  Actions,
  BackLink,
  Button,
  ButtonLink,
  defineField,
  Form,
  FormField,
  type FormState,
  freeText,
  Page,
  type PageFrame,
  PageTitle,
  Section,
  Timeline,
  type TimelineEntry,
} from '../../../ui/index.ts';
import { addresses as personAddresses } from '../../addresses.ts';
import { notesTexts as say } from '../notesTexts.ts';

export const noteField = defineField({
  name: 'note',
  label: say.words,
  hint: say.hint,
  control: 'textarea',
  rows: 6,
  missing: say.missing,
  check: freeText(2000),
});

export type NotesView = PageFrame & {
  readonly enrolmentId: string;
  readonly number: string;
  readonly name: string;
  readonly notes: readonly TimelineEntry[];
  readonly state: FormState;
  readonly idempotencyKey: string;
};

/** What was said on the telephone or at the counter: one more, and those of before. */
export function NotesPage({ chrome, flash, csrf, enrolmentId, state, ...view }: NotesView): JSX.Element {
  return (
    <Page chrome={chrome} flash={flash} title={`${say.title}, ${view.number}`} faults={state.faults}>
      <BackLink href={deskAddresses.file(enrolmentId)}>{view.number}</BackLink>
      <PageTitle kicker={view.name} lead={say.lead}>
        {say.title}
      </PageTitle>
      <Form
        action={personAddresses.notes(enrolmentId)}
        csrf={csrf}
        idempotencyKey={view.idempotencyKey}
        state={state}
        label={say.write}
      >
        <FormField field={noteField} />
        <Actions>
          <Button>{say.submit}</Button>
          <ButtonLink kind="secondary" href={deskAddresses.file(enrolmentId)}>
            {say.back}
          </ButtonLink>
        </Actions>
      </Form>
      <Notes notes={view.notes} />
    </Page>
  );
}

/** Those of before, the last one first. */
export function Notes({
  notes,
  write,
  shown = notes.length,
}: {
  readonly notes: readonly TimelineEntry[];
  readonly write?: string;
  /** Before the others are asked for. */
  readonly shown?: number;
}): JSX.Element {
  return (
    <Section title={say.title} id="appels">
      {notes.length === 0 ? <p class="muted">{say.none}</p> : <Timeline entries={notes} shown={shown} />}
      {write !== undefined && (
        <p>
          <a href={write}>{say.write}</a>
        </p>
      )}
    </Section>
  );
}
