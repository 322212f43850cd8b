import type { JSX } from 'preact';
import { deskAddresses, type FindNamed, nameCells, type People, WhyNot } from '../../../scope/index.ts';
import {
  Alert,
  BackLink,
  ButtonLink,
  EmptyState,
  exactInstant,
  Page,
  type PageFrame,
  PageTitle,
  Section,
  Table,
  wholeNumber,
} from '../../../ui/index.ts';
import type { MessageLot, Recipient, SummedLot } from '../../store/lots.ts';
import { addresses as messageDesk } from '../addresses.ts';
import { lotTexts as say } from '../messageLotsTexts.ts';
import { messageOfficeTexts } from '../messagesTexts.ts';
import { Words } from './messageWords.tsx';

/** What became of it: how far it is, who got it, who didn't and why. */
export function SentLotPage(
  view: PageFrame & {
    readonly lot: MessageLot;
    readonly recipients: readonly Recipient[];
    readonly named: FindNamed;
    readonly people: People;
  },
): JSX.Element {
  const { lot, recipients, named } = view;
  const sent = recipients.filter(({ state }) => state === 'sent');
  const planned = recipients.filter(({ state }) => state === 'planned');
  const wasnt = recipients.flatMap(({ enrolmentId, state }) =>
    state === 'sent' || state === 'planned' ? [] : [{ id: enrolmentId, why: state }],
  );
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={say.sentTitle}>
      <BackLink href={messageDesk.messageLots}>{say.recent}</BackLink>
      <PageTitle lead={say.by(view.people('staff', lot.officerId), lot.at)}>{say.sentTitle}</PageTitle>
      <Alert tone={planned.length > 0 ? 'info' : 'ok'}>
        <p>{say.progress(sent.length, planned.length)}</p>
        {planned.length > 0 && (
          <p>
            <ButtonLink kind="secondary" href={messageDesk.messageLot(lot.id)}>
              {say.refresh}
            </ButtonLink>
          </p>
        )}
      </Alert>
      {wasnt.length > 0 && (
        <Section title={say.wasnt}>
          <WhyNot rows={wasnt.map(({ id, why }) => ({ id, said: say.why[why] }))} named={named} caption={say.wasnt} />
        </Section>
      )}
      <Section title={say.text}>
        <Words text={lot.words} />
      </Section>
      {sent.length + planned.length > 0 && (
        <Section title={say.recipients}>
          <Table
            caption={say.recipients}
            columns={say.columns}
            rows={[...sent, ...planned].map(({ enrolmentId }) => ({
              key: enrolmentId,
              cells: nameCells(named(enrolmentId)),
            }))}
          />
        </Section>
      )}
    </Page>
  );
}

/** The last lists that were written to. */
export function LotsPage(
  view: PageFrame & { readonly lots: readonly SummedLot[]; readonly people: People },
): JSX.Element {
  const { lots, people } = view;
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={say.recent}>
      <BackLink href={messageDesk.messages()}>{messageOfficeTexts.title}</BackLink>
      <PageTitle lead={say.howTo}>{say.recent}</PageTitle>
      {lots.length === 0 ? (
        <EmptyState
          title={say.noRecent}
          action={
            <ButtonLink kind="secondary" href={deskAddresses.files()}>
              {say.back}
            </ButtonLink>
          }
        />
      ) : (
        <Table
          caption={say.recent}
          columns={say.recentColumns.map((label, index) => ({ label, figures: index > 1 }))}
          rows={lots.map((lot) => ({
            key: lot.id,
            cells: [
              <a key="at" href={messageDesk.messageLot(lot.id)}>
                {exactInstant(lot.at)}
              </a>,
              people('staff', lot.officerId),
              wholeNumber(lot.people),
              wholeNumber(lot.sent),
            ],
          }))}
        />
      )}
    </Page>
  );
}
