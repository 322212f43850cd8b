import type { ComponentChildren, JSX } from 'preact';
import { type Field, Form, FormFields, type FormState, Page, type PageFrame, PageTitle } from '../../ui/index.ts';

export type FormPageProps = PageFrame & {
  readonly title: string;
  readonly lead?: string;
  readonly action: string;
  readonly fields: readonly Field[];
  readonly state: FormState;
  readonly submit: string;
  readonly version?: number;
  readonly idempotencyKey?: string;
  readonly hidden?: Readonly<Record<string, string>>;
};

type Around = {
  /** Above the title. */
  readonly back?: ComponentChildren;
  /** Between the title and the form. */
  readonly before?: ComponentChildren;
  /** In the form, before its fields. */
  readonly unseen?: ComponentChildren;
  readonly marks?: 'required';
  readonly children?: ComponentChildren;
};

/** A page that is one form: its fields, one button. */
export function FormPage(props: FormPageProps & Around): JSX.Element {
  const { chrome, csrf, flash, title, lead, action, fields, state, submit } = props;
  const { version, idempotencyKey, hidden, marks } = props;
  return (
    <Page chrome={chrome} flash={flash} title={title} faults={state.faults}>
      {props.back}
      <PageTitle lead={lead}>{title}</PageTitle>
      {props.before}
      <Form
        action={action}
        csrf={csrf}
        state={state}
        {...(version === undefined ? {} : { version })}
        {...(idempotencyKey === undefined ? {} : { idempotencyKey })}
        {...(hidden === undefined ? {} : { hidden })}
        {...(marks === undefined ? {} : { marks })}
        submit={submit}
      >
        {props.unseen}
        <FormFields fields={fields} />
      </Form>
      {props.children}
    </Page>
  );
}
