import type { JSX } from 'preact';
import { deskAddresses } from '../../../scope/index.ts';
import {
  Actions,
  Alert,
  BackLink,
  Button,
  ButtonLink,
  Form,
  Identifier,
  Page,
  type PageFrame,
  PageTitle,
  Section,
  Table,
} from '../../../ui/index.ts';
import { closingTexts } from '../closingTexts.ts';

const say = closingTexts.batch;

export type InvitationLot = {
  readonly session: string;
  /** Who is, or would be, invited. */
  readonly invited: readonly { readonly id: string; readonly number: string; readonly missing: readonly string[] }[];
  readonly refused: readonly { readonly number: string; readonly why: string }[];
  /** Before it is done: until when, and when this was looked at; null: it is. */
  readonly ahead: { readonly until: Temporal.Instant; readonly seenAt: Temporal.Instant } | null;
};

/** A lot of invitations, before it is sent and after: what is done, what isn't and why. */
export function InvitationsPage({ session, invited, refused, ahead, ...view }: PageFrame & InvitationLot): JSX.Element {
  const back = deskAddresses.closing({ session });
  const title = ahead === null ? say.doneTitle : say.previewTitle;
  const summary =
    ahead === null
      ? say.done(invited.length)
      : invited.length === 0
        ? say.nobody
        : say.will(invited.length, ahead.until);
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={title}>
      <BackLink href={back}>{closingTexts.title}</BackLink>
      <PageTitle>{title}</PageTitle>
      <Alert tone={ahead === null && invited.length > 0 ? 'ok' : 'info'}>{summary}</Alert>
      {invited.length > 0 && (
        <Table
          caption={summary}
          columns={say.columns}
          rows={invited.map(({ id, number, missing }) => ({
            key: id,
            cells: [<Identifier key="number">{number}</Identifier>, missing.join(', ')],
          }))}
        />
      )}
      {refused.length > 0 && (
        <Section title={ahead === null ? say.wasnt : say.wont}>
          <Table
            caption={ahead === null ? say.wasnt : say.wont}
            columns={say.whyColumns}
            rows={refused.map(({ number, why }) => ({
              key: number,
              cells: [<Identifier key="number">{number}</Identifier>, why],
            }))}
          />
        </Section>
      )}
      {ahead !== null && invited.length > 0 ? (
        <Form action={back} csrf={view.csrf} label={say.title}>
          <input type="hidden" name="confirme" value="oui" />
          <input type="hidden" name="vu" value={ahead.seenAt.toString()} />
          {invited.map(({ id }) => (
            <input key={id} type="hidden" name="dossiers" value={id} />
          ))}
          <Actions>
            <Button>{say.submit}</Button>
            <ButtonLink kind="secondary" href={back}>
              {say.back}
            </ButtonLink>
          </Actions>
        </Form>
      ) : (
        <p>
          <a href={back}>{say.back}</a>
        </p>
      )}
    </Page>
  );
}
