import type { JSX } from 'preact';
import { LotFrame } from '../../../lots/index.ts';
import { deskAddresses } from '../../../scope/index.ts';
import { Alert, Identifier, type PageFrame, Table } from '../../../ui/index.ts';
import { closingTexts } from '../closingTexts.ts';
import { ConfirmForm } from './confirmForm.tsx';

const say = closingTexts.batch;

export type InvitationLot = {
  readonly session: string;
  /** Who is, or would be, invited. */
  readonly invited: readonly { readonly id: string; readonly number: string; readonly missing: readonly string[] }[];
  /** By their numbers. */
  readonly refused: readonly { readonly id: string; readonly said: string }[];
  /** Before it is done: until when, and when this was looked at; null: it is. */
  readonly ahead: { readonly until: Temporal.Instant; readonly seenAt: Temporal.Instant } | null;
};

/** A lot of invitations, before it is sent and after: what is done, what isn't and why. */
export function InvitationsPage({ session, invited, refused, ahead, ...view }: PageFrame & InvitationLot): JSX.Element {
  const action = deskAddresses.closing({ session });
  const summary =
    ahead === null
      ? say.done(invited.length)
      : invited.length === 0
        ? say.nobody
        : say.will(invited.length, ahead.until);
  return (
    <LotFrame
      {...view}
      title={ahead === null ? say.doneTitle : say.previewTitle}
      back={{ href: action, words: closingTexts.title }}
      wontTitle={ahead === null ? say.wasnt : say.wont}
      wont={refused}
      after={
        <ConfirmForm
          action={action}
          csrf={view.csrf}
          label={say.title}
          back={say.back}
          submit={say.submit}
          field="dossiers"
          seen={ahead === null ? [] : invited.map(({ id }) => id)}
          hidden={{ vu: ahead?.seenAt.toString() ?? '' }}
        />
      }
    >
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
    </LotFrame>
  );
}
