import type { ComponentChildren, JSX } from 'preact';
import { examAddresses as addresses, type ExamFrame, ExamPage, type ExamTab } from '../../exam/index.ts';
import {
  ActionForm,
  Actions,
  BackLink,
  Button,
  type Field,
  Form,
  FormFields,
  type FormState,
  PageTitle,
  Section,
} from '../../ui/index.ts';
import { placesTexts as say } from '../placesTexts.ts';

export type EntryView = ExamFrame & {
  readonly tab: ExamTab;
  readonly session: string;
  readonly title: string;
  /** What is said under the title. */
  readonly lead?: string | null;
  readonly back: { readonly href: string; readonly label: string };
  /** Where the form goes; with the version that was read, where it isn't new. */
  readonly action: string;
  readonly version: number | null;
  readonly fields: readonly Field[];
  readonly state: FormState;
  /** Whoever may only read. */
  readonly readOnly: boolean;
  readonly idempotencyKey: string;
  /** What was just read of it and is confirmed by saving it once more; none: nothing has to be. */
  readonly confirm?: { readonly seen: string; readonly label: string } | null;
  readonly remove: { readonly label: string; readonly text: string } | null;
  /** What is said where the form can't be filled. */
  readonly instead: string | null;
};

/** One centre, one room, one line of the calendar: its form, what belongs to it, and the way to take it away. */
export function EntryPage({
  view,
  children,
}: {
  readonly view: EntryView;
  readonly children?: ComponentChildren;
}): JSX.Element {
  const { state, version, fields, remove, confirm = null } = view;
  const hidden = { csrf: view.csrf, idempotencyKey: view.idempotencyKey, ...(version === null ? {} : { version }) };
  return (
    <ExamPage {...view} state={state}>
      <BackLink href={view.back.href}>{view.back.label}</BackLink>
      <PageTitle lead={view.lead ?? undefined}>{view.title}</PageTitle>
      {view.instead !== null ? (
        <p>{view.instead}</p>
      ) : (
        <Form action={view.action} state={state} {...hidden} hidden={confirm === null ? {} : { vu: confirm.seen }}>
          <FormFields fields={fields} />
          {!view.readOnly && (
            <Actions>
              <Button>{confirm?.label ?? say.save}</Button>
            </Actions>
          )}
        </Form>
      )}
      {children}
      {remove !== null && !view.readOnly && (
        <Section title={remove.label} id="enlever">
          <p class="muted">{remove.text}</p>
          <ActionForm action={addresses.removal(view.action)} {...hidden}>
            <Button kind="danger">{remove.label}</Button>
          </ActionForm>
        </Section>
      )}
    </ExamPage>
  );
}
