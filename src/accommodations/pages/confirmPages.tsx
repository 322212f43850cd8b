import type { JSX } from 'preact';
import { Actions, Button, ButtonLink, type Chrome, Form, Page, PageTitle } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { HealthDocument } from '../request.ts';
import { texts } from '../texts.ts';

type Confirmed = { readonly chrome: Chrome; readonly csrf: string; readonly enrolmentId: string };

export function RemovalPage(props: Confirmed & { readonly document: HealthDocument }): JSX.Element {
  const { document, enrolmentId } = props;
  const say = texts.documents;
  return (
    <ConfirmPage
      {...props}
      action={addresses.removal(enrolmentId, document.id)}
      words={{ title: say.removeTitle, text: say.removeText(document.name), submit: say.remove, keep: say.keep }}
    />
  );
}

export function WithdrawalPage(props: Confirmed): JSX.Element {
  return <ConfirmPage {...props} action={addresses.withdrawal(props.enrolmentId)} words={texts.withdrawal} />;
}

function ConfirmPage({
  chrome,
  csrf,
  enrolmentId,
  action,
  words,
}: Confirmed & {
  readonly action: string;
  readonly words: { readonly title: string; readonly text: string; readonly submit: string; readonly keep: string };
}): JSX.Element {
  return (
    <Page chrome={chrome} title={words.title}>
      <PageTitle lead={words.text}>{words.title}</PageTitle>
      <Form action={action} csrf={csrf}>
        <Actions>
          <Button>{words.submit}</Button>
          <ButtonLink kind="secondary" href={addresses.request(enrolmentId)}>
            {words.keep}
          </ButtonLink>
        </Actions>
      </Form>
    </Page>
  );
}
