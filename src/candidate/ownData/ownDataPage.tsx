import type { JSX } from 'preact';
import { currentPasswordField } from '../../accounts/index.ts';
import { capital } from '../../platform/french/french.ts';
import {
  BackLink,
  type Chrome,
  Form,
  FormFields,
  type FormState,
  Page,
  PageTitle,
  Section,
  Table,
} from '../../ui/index.ts';
import type { OwnDataDeps } from './archive.ts';
import { CLOSING_PATH } from './closingPage.tsx';
import { ownDataTexts as say } from './texts.ts';

/** What is kept of somebody, until when, and the copy of all of it. */
export function OwnDataPage({
  chrome,
  csrf,
  state,
  subjects,
  path,
}: {
  readonly chrome: Chrome;
  readonly csrf: string;
  readonly state: FormState;
  readonly subjects: ReturnType<OwnDataDeps['subjects']>;
  readonly path: string;
}): JSX.Element {
  return (
    <Page chrome={chrome} title={say.title} faults={state.faults}>
      <BackLink href="/compte">{say.back}</BackLink>
      <PageTitle lead={say.lead}>{say.title}</PageTitle>
      <Section title={say.copy}>
        {say.copyText.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <Form action={path} csrf={csrf} state={state} submit={say.submit}>
          <FormFields fields={[currentPasswordField]} />
        </Form>
      </Section>
      <Section title={say.close}>
        <p>{say.closeText}</p>
        <p>
          <a href={CLOSING_PATH}>{say.close}</a>
        </p>
      </Section>
      <Section title={say.kept}>
        <Table
          caption={say.kept}
          columns={Object.values(say.columns)}
          rows={subjects.map(({ name, what, until }) => ({ key: name, cells: [capital(what), capital(until)] }))}
        />
        <p>{say.confirm}</p>
        <p>
          <a href="/donnees-personnelles">{say.privacy}</a>
        </p>
      </Section>
    </Page>
  );
}
