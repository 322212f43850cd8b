import type { JSX } from 'preact';
import { LotFrame, type Named } from '../../../lots/index.ts';
import type { Query } from '../../../platform/query.ts';
import { deskAddresses } from '../../../scope/index.ts';
import { Alert, Form, type PageFrame, shortInstant } from '../../../ui/index.ts';
import type { InvitationLine, InvitationLot } from '../../lot.ts';
import type { Refusal } from '../../refusals.ts';
import { addresses as closingDesk } from '../addresses.ts';
import { closingTexts } from '../closingTexts.ts';
import { ConfirmForm } from './confirmForm.tsx';

const say = closingTexts.batch;

export type InvitationsView = PageFrame & {
  /** The list where they were chosen. */
  readonly query: Query;
  readonly named: Named;
  readonly will: readonly { readonly id: string; readonly missing: readonly string[] }[];
  readonly wont: readonly { readonly id: string; readonly code: Refusal['code']; readonly said: string }[];
  readonly until: Temporal.Instant;
  readonly idempotencyKey: string;
};

/** A lot of invitations, before it is sent: whom, what each lacks, who is left out and why. */
export function InvitationsPage(props: InvitationsView): JSX.Element {
  const { query, named, will, wont, until, idempotencyKey, ...view } = props;
  const action = deskAddresses.closing(query);
  return (
    <LotFrame
      {...view}
      title={say.previewTitle}
      back={{ href: action, words: closingTexts.title }}
      wontTitle={say.wont}
      wont={wont}
      willTitle={say.whom}
      will={will.map(({ id, missing }) => ({ id, cells: [missing.join(', ')] }))}
      more={[say.missing]}
      named={named}
      after={
        <ConfirmForm
          action={action}
          csrf={view.csrf}
          label={say.title}
          back={say.back}
          submit={say.submit}
          field="dossiers"
          seen={will.map(({ id }) => id)}
          idempotencyKey={idempotencyKey}
        />
      }
    >
      <Alert tone="info">{will.length === 0 ? say.nobody : say.will(will.length, until)}</Alert>
      {wont.length > 0 && <Alert tone="info">{say.leftOut(wont.map(({ code }) => code))}</Alert>}
    </LotFrame>
  );
}

export type InvitationLotView = PageFrame & {
  readonly lot: InvitationLot;
  readonly named: Named;
  readonly lines: readonly (Omit<InvitationLine, 'hearingId'> & { readonly missing: readonly string[] })[];
};

/** The same once it is sent, and as long as it goes on. */
export function InvitationLotPage({ lot, named, lines, ...view }: InvitationLotView): JSX.Element {
  const invited = lines.filter(({ outcome }) => outcome === 'invited');
  const left = lines.filter(({ outcome }) => outcome === null).length;
  return (
    <LotFrame
      {...view}
      title={say.doneTitle}
      lead={shortInstant(lot.at)}
      back={{ href: deskAddresses.closing({ session: lot.session }), words: closingTexts.title }}
      wontTitle={say.wasnt}
      wont={lines.flatMap(({ enrolmentId: id, outcome }) =>
        outcome === null || outcome === 'invited' ? [] : [{ id, said: say.why[outcome] }],
      )}
      willTitle={say.were}
      will={invited.map(({ enrolmentId: id, missing }) => ({ id, cells: [missing.join(', ')] }))}
      more={[say.missing]}
      named={named}
    >
      <Alert tone={invited.length > 0 ? 'ok' : 'info'}>{say.done(invited.length)}</Alert>
      {left > 0 && (
        <Alert tone="warn">
          <p>{say.left(left)}</p>
          <Form
            action={closingDesk.invitations(lot.id)}
            csrf={view.csrf}
            label={say.title}
            submit={say.goOn(left)}
            kind="secondary"
          />
        </Alert>
      )}
    </LotFrame>
  );
}
