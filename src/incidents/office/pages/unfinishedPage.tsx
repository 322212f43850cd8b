import type { JSX } from 'preact';
import { AS_WRITTEN } from '../../../platform/http/visit.ts';
import type { Unfinished } from '../../../reminders/index.ts';
import { Actions, Alert, BackLink, Button, Form, Page, type PageFrame, PageTitle } from '../../../ui/index.ts';
import { addresses as incidentDesk } from '../addresses.ts';
import { incidentTexts } from '../incidentTexts.ts';
import { INCIDENT_ACTS } from './incidentForms.ts';

const say = incidentTexts.unfinished;

export type UnfinishedView = PageFrame & {
  readonly session: { readonly code: string; readonly label: string; readonly closesAt: Temporal.Instant };
  readonly words: string;
  /** They name what some of their readers don't have, and the head was told. */
  readonly asWritten: boolean;
  readonly unfinished: Unfinished;
  readonly idempotencyKey: string;
};

/** How many would be told, and in which words, before it leaves. Nobody is named. */
export function UnfinishedPage({ session, words, unfinished, ...view }: UnfinishedView): JSX.Element {
  const hidden = { session: session.code, message: words, ...(view.asWritten && { [AS_WRITTEN]: 'oui' }) };
  const { registered, drafts, told } = unfinished;
  return (
    <Page chrome={view.chrome} flash={view.flash} title={say.previewTitle}>
      <BackLink href={incidentDesk.incident()}>{incidentTexts.title}</BackLink>
      <PageTitle kicker={say.said(session.label, session.closesAt)} lead={say.count(unfinished)}>
        {say.previewTitle}
      </PageTitle>
      {told > 0 && <p>{say.told(told)}</p>}
      <Alert tone="info">
        <p class="typed">{words}</p>
      </Alert>
      <Form
        action={incidentDesk.incident()}
        csrf={view.csrf}
        idempotencyKey={view.idempotencyKey}
        hidden={hidden}
        label={say.previewTitle}
      >
        <Actions>
          {registered + drafts > 0 && (
            <Button name="acte" value={INCIDENT_ACTS.send}>
              {say.submit}
            </Button>
          )}
          <Button kind="secondary" name="acte" value={INCIDENT_ACTS.correct}>
            {say.correct}
          </Button>
        </Actions>
      </Form>
    </Page>
  );
}
