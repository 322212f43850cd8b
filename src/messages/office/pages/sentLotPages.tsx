import type { JSX } from 'preact';
import { LotFrame, type Named, Progress } from '../../../lots/index.ts';
import { deskAddresses, type People } from '../../../scope/index.ts';
import {
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
    readonly named: Named;
    readonly people: People;
  },
): JSX.Element {
  const { lot, recipients } = view;
  const sent = recipients.filter(({ state }) => state === 'sent');
  const planned = recipients.filter(({ state }) => state === 'planned');
  const wasnt = recipients.flatMap(({ enrolmentId, state }) =>
    state === 'sent' || state === 'planned' ? [] : [{ id: enrolmentId, said: say.why[state] }],
  );
  return (
    <LotFrame
      {...view}
      title={say.sentTitle}
      lead={say.by(view.people('staff', lot.officerId), lot.at)}
      back={{ href: messageDesk.messageLots, words: say.recent }}
      wontTitle={say.wasnt}
      wont={wasnt}
      will={[...sent, ...planned].map(({ enrolmentId: id }) => ({ id }))}
    >
      <Progress
        words={say.progress(sent.length, planned.length)}
        goesOn={planned.length > 0}
        href={messageDesk.messageLot(lot.id)}
      />
      <Section title={say.text}>
        <Words text={lot.words} />
      </Section>
    </LotFrame>
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
