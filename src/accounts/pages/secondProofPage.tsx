import type { JSX } from 'preact';
import { Form, FormFields, type FormState, Page, type PageFrame, PageTitle, Section } from '../../ui/index.ts';
import { secondFactorTexts } from '../secondFactorTexts.ts';
import { secondProofFields } from '../signInForms.ts';

const words = secondFactorTexts.proof;

export type SecondProofPageProps = PageFrame & {
  readonly action: string;
  readonly state: FormState;
  /** The page that was asked for, to come back to. */
  readonly next: string | null;
};

export function SecondProofPage({ chrome, csrf, flash, action, state, next }: SecondProofPageProps): JSX.Element {
  return (
    <Page chrome={chrome} flash={flash} title={words.title} faults={state.faults}>
      <PageTitle lead={words.lead}>{words.title}</PageTitle>
      <Form
        action={action}
        csrf={csrf}
        state={state}
        hidden={next === null ? {} : { suite: next }}
        submit={words.submit}
      >
        <FormFields fields={secondProofFields} />
      </Form>
      <Section title={words.lost}>
        <p>{words.lostText}</p>
        <p>
          <a href="/connexion">{words.again}</a>
        </p>
      </Section>
    </Page>
  );
}
