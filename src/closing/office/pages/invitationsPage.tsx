import type { JSX } from 'preact';
import { LotFrame, type Named } from '../../../lots/index.ts';
import type { Query } from '../../../platform/query.ts';
import { deskAddresses } from '../../../scope/index.ts';
import { Alert, type PageFrame } from '../../../ui/index.ts';
import type { Refusal } from '../../refusals.ts';
import { closingTexts } from '../closingTexts.ts';
import { ConfirmForm } from './confirmForm.tsx';

const say = closingTexts.batch;

export type InvitationLot = {
  /** The list where they were chosen. */
  readonly query: Query;
  readonly named: Named;
  /** Who is, or would be, invited. */
  readonly invited: readonly { readonly id: string; readonly missing: readonly string[] }[];
  readonly refused: readonly { readonly id: string; readonly code: Refusal['code']; readonly said: string }[];
  /** To whom nobody came yet, the time of one page being over. */
  readonly left: readonly string[];
  /** When this was looked at before it was done. */
  readonly seenAt: string;
  /** Before it is done: until when; null: it is. */
  readonly until: Temporal.Instant | null;
};

/** A lot of invitations, before it is sent and after: what is done, what isn't and why. */
export function InvitationsPage(props: PageFrame & InvitationLot): JSX.Element {
  const { query, named, invited, refused, left, seenAt, until, ...view } = props;
  const action = deskAddresses.closing(query);
  const summary =
    until === null ? say.done(invited.length) : invited.length === 0 ? say.nobody : say.will(invited.length, until);
  return (
    <LotFrame
      {...view}
      title={until === null ? say.doneTitle : say.previewTitle}
      back={{ href: action, words: closingTexts.title }}
      wontTitle={until === null ? say.wasnt : say.wont}
      wont={refused}
      willTitle={until === null ? say.were : say.whom}
      will={invited.map(({ id, missing }) => ({ id, cells: [missing.join(', ')] }))}
      more={[say.missing]}
      named={named}
      after={
        <ConfirmForm
          action={action}
          csrf={view.csrf}
          label={say.title}
          back={say.back}
          submit={until === null ? say.goOn(left.length) : say.submit}
          field="dossiers"
          seen={until === null ? left : invited.map(({ id }) => id)}
          hidden={{ vu: seenAt }}
        />
      }
    >
      <Alert tone={until === null && invited.length > 0 ? 'ok' : 'info'}>{summary}</Alert>
      {refused.length > 0 && <Alert tone="info">{say.leftOut(refused.map(({ code }) => code))}</Alert>}
      {left.length > 0 && <Alert tone="warn">{say.left(left.length)}</Alert>}
    </LotFrame>
  );
}
