import type { JSX } from 'preact';
import { ActionForm, Actions, Alert, Button, ButtonLink, Page, type PageFrame, PageTitle } from '../../ui/index.ts';

export type LinkPageProps = PageFrame & {
  readonly title: string;
  readonly sentence: string;
  readonly caution?: string;
  readonly action: string;
  /** The link's token, posted back by the button. */
  readonly token: string;
  readonly submit: string;
};

/** What a mailed link opens: nothing is done until the button is pressed, because mail scanners follow links too. */
export function LinkPage(props: LinkPageProps): JSX.Element {
  const { chrome, csrf, flash, title, sentence, caution, action, token, submit } = props;
  return (
    <Page chrome={chrome} flash={flash} title={title}>
      <PageTitle>{title}</PageTitle>
      <p>{sentence}</p>
      {caution !== undefined && <p class="muted">{caution}</p>}
      <ActionForm action={action} csrf={csrf} hidden={{ lien: token }}>
        <Button>{submit}</Button>
      </ActionForm>
    </Page>
  );
}

export type EndedPageProps = PageFrame & {
  readonly title: string;
  readonly sentence: string;
  readonly ways: readonly { readonly href: string; readonly label: string }[];
};

/** A page that can only say why not, and where to go instead. */
export function EndedPage({ chrome, flash, title, sentence, ways }: EndedPageProps): JSX.Element {
  return (
    <Page chrome={chrome} flash={flash} title={title} faulty>
      <PageTitle>{title}</PageTitle>
      <Alert tone="warn">{sentence}</Alert>
      <Actions>
        {ways.map(({ href, label }, index) => (
          <ButtonLink key={href} href={href} kind={index === 0 ? 'primary' : 'secondary'}>
            {label}
          </ButtonLink>
        ))}
      </Actions>
    </Page>
  );
}
