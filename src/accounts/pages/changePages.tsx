import type { JSX } from 'preact';
import {
  Actions,
  BackLink,
  Button,
  type Field,
  Form,
  FormField,
  type FormState,
  Page,
  type PageFrame,
  PageTitle,
} from '../../ui/index.ts';
import { texts } from '../texts.ts';
import { CivilStatusNote } from './accountPage.tsx';

const words = texts.account;

export type ChangePageProps = PageFrame & {
  readonly title: string;
  readonly lead?: string;
  readonly action: string;
  readonly fields: readonly Field[];
  readonly state: FormState;
  readonly submit: string;
  readonly version?: number;
  readonly idempotencyKey?: string;
};

/** One thing of the account to change: civil status, password, address. */
export function ChangePage(props: ChangePageProps): JSX.Element {
  const { chrome, csrf, flash, title, lead, action, fields, state, submit, version, idempotencyKey } = props;
  return (
    <Page chrome={chrome} flash={flash} title={title} faulty={state.faults.length > 0}>
      <BackLink href="/compte">{words.back}</BackLink>
      <PageTitle lead={lead}>{title}</PageTitle>
      <Form
        action={action}
        csrf={csrf}
        state={state}
        {...(version === undefined ? {} : { version })}
        {...(idempotencyKey === undefined ? {} : { idempotencyKey })}
      >
        {fields.map((field) => (
          <FormField key={field.name} field={field} />
        ))}
        <Actions>
          <Button>{submit}</Button>
        </Actions>
      </Form>
    </Page>
  );
}

/** Civil status is on an enrolment: why it can't be changed here, and whom to ask. */
export function LockedPage({ chrome, flash }: PageFrame): JSX.Element {
  return (
    <Page chrome={chrome} flash={flash} title={words.changeCivilStatus}>
      <BackLink href="/compte">{words.back}</BackLink>
      <PageTitle>{words.changeCivilStatus}</PageTitle>
      <CivilStatusNote locked />
    </Page>
  );
}
