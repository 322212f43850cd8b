import type { ComponentProps, JSX } from 'preact';
import {
  Actions,
  BackLink,
  Button,
  ButtonLink,
  EmptyState,
  type Field,
  Form,
  FormFields,
  type FormState,
  Page,
  type PageFrame,
  PageTitle,
  Section,
  Table,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { integrationTexts } from '../texts.ts';

type Listed = Pick<ComponentProps<typeof Table>, 'columns' | 'rows'> & {
  readonly words: { readonly title: string; readonly none: string; readonly noneText: string };
  readonly text?: string;
  /** One more of them. */
  readonly more: { readonly href: string; readonly label: string; readonly kind?: 'secondary' };
};

/** Of the page of other programs: what is opened to them, of one sort, and one more. */
export function Listed({ words, text, columns, rows, more }: Listed): JSX.Element {
  return (
    <Section title={words.title}>
      {text !== undefined && <p>{text}</p>}
      {rows.length === 0 ? (
        <EmptyState title={words.none}>{words.noneText}</EmptyState>
      ) : (
        <Table caption={words.title} columns={columns} rows={rows} />
      )}
      <Actions>
        <ButtonLink href={more.href} kind={more.kind ?? 'primary'}>
          {more.label}
        </ButtonLink>
      </Actions>
    </Section>
  );
}

export type NewView = PageFrame & { readonly state: FormState; readonly idempotencyKey: string };
type NewProps = {
  readonly view: NewView;
  readonly action: string;
  readonly fields: readonly Field[];
  readonly words: { readonly title: string; readonly lead: string; readonly submit: string; readonly keep: string };
};

/** The form of one more. */
export function NewPage({ view, action, fields, words }: NewProps): JSX.Element {
  const { csrf, state, idempotencyKey } = view;
  return (
    <Page chrome={view.chrome} flash={view.flash} title={words.title} faults={state.faults}>
      <BackLink href={addresses.home()}>{integrationTexts.title}</BackLink>
      <PageTitle lead={words.lead}>{words.title}</PageTitle>
      <Form action={action} {...{ csrf, state, idempotencyKey }} label={words.title}>
        <FormFields fields={fields} />
        <Actions>
          <Button>{words.submit}</Button>
          <ButtonLink kind="secondary" href={addresses.home()}>
            {words.keep}
          </ButtonLink>
        </Actions>
      </Form>
    </Page>
  );
}
