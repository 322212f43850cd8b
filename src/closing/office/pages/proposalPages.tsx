import type { JSX } from 'preact';
import { whyOnePerson } from '../../../accounts/index.ts';
import { LotFrame } from '../../../lots/index.ts';
import { deskAddresses } from '../../../scope/index.ts';
import {
  Actions,
  Alert,
  BackLink,
  Button,
  EmptyState,
  Form,
  type FormState,
  ListHead,
  Page,
  type PageFrame,
  RowList,
  Section,
  Table,
  TypedWords,
} from '../../../ui/index.ts';
import type { ListedLot } from '../../lots.ts';
import { addresses as closingDesk } from '../addresses.ts';
import { closingTexts } from '../closingTexts.ts';
import { lotTexts as say } from '../lotTexts.ts';
import { ConfirmForm } from './confirmForm.tsx';
import { FileNumber, Motives, type ShownProposal } from './proposalParts.tsx';

export type ProposalsView = PageFrame & {
  readonly session: string;
  readonly proposals: readonly ShownProposal[];
  /** Waiting beyond those. */
  readonly more: number;
  readonly lots: readonly ListedLot[];
  readonly state: FormState;
  readonly chosen: ReadonlySet<string>;
};

/** What one person proposed and another may approve, each with its motives. */
export function ProposalsPage(view: ProposalsView): JSX.Element {
  const { session, proposals, state } = view;
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={say.title} faults={state.faults}>
      <BackLink href={deskAddresses.closing({ session })}>{closingTexts.title}</BackLink>
      <ListHead title={say.title} count={closingTexts.count(proposals.length + view.more)} />
      {proposals.length === 0 ? (
        <EmptyState title={say.empty}>{say.emptyText}</EmptyState>
      ) : (
        <>
          <p>{say.lead}</p>
          <Form action={closingDesk.proposals({ session })} csrf={view.csrf} label={say.list}>
            <All count={proposals.filter(({ barred }) => barred === null).length} />
            <ProposalTable proposals={proposals} chosen={view.chosen} />
            {view.more > 0 && <p>{say.more(view.more)}</p>}
            {proposals.some(({ barred }) => barred === null) && (
              <Actions>
                <Button>{say.preview}</Button>
              </Actions>
            )}
          </Form>
        </>
      )}
      {view.lots.length > 0 && (
        <Section title={say.lots}>
          <RowList
            rows={view.lots.map(({ id, at, approved, lines }) => ({
              key: id,
              href: closingDesk.lot(id),
              title: say.lot(at),
              status: say.counted(approved, lines),
            }))}
          />
        </Section>
      )}
    </Page>
  );
}

/** All of them in one press, each still read before the last one. */
function All({ count }: { readonly count: number }): JSX.Element | null {
  if (count < 2) return null;
  return (
    <p>
      <label>
        <input type="checkbox" name="toutes" value="oui" /> {say.all(count)}
      </label>{' '}
      <Button kind="secondary">{say.preview}</Button>
    </p>
  );
}

function ProposalTable({ proposals, chosen }: Pick<ProposalsView, 'proposals' | 'chosen'>): JSX.Element {
  return (
    <Table
      caption={say.list}
      columns={say.columns}
      rows={proposals.map((one) => ({
        key: one.cancellationId,
        cells: [
          <>
            {one.barred === null && (
              <input
                type="checkbox"
                name="propositions"
                value={one.cancellationId}
                checked={chosen.has(one.cancellationId)}
                aria-label={say.choose(one.number)}
              />
            )}{' '}
            <FileNumber one={one} /> <TypedWords>{one.name}</TypedWords>
          </>,
          <Motives key="words" one={one} />,
          one.missing.join(', '),
          closingTexts.observations(one.observations),
          one.barred === null ? one.proposer : `${one.proposer}. ${whyOnePerson(one.barred)}`,
        ],
      }))}
    />
  );
}

export type PreviewView = PageFrame & {
  readonly session: string;
  readonly will: readonly ShownProposal[];
  readonly wont: readonly (Pick<ShownProposal, 'enrolmentId' | 'number' | 'name'> & { readonly said: string })[];
  readonly idempotencyKey: string;
};

/** The last page before a lot is approved: each that will be, with its motives; each that won't, and why. */
export function LotPreviewPage({ session, will, wont, idempotencyKey, ...frame }: PreviewView): JSX.Element {
  const action = closingDesk.proposals({ session });
  const summary = will.length === 0 ? say.nobody : say.will(will.length);
  return (
    <LotFrame
      {...frame}
      title={say.previewTitle}
      back={{ href: action, words: say.title }}
      wontTitle={say.wont}
      wont={wont.map(({ enrolmentId, said }) => ({ id: enrolmentId, said }))}
      named={(id) => wont.find(({ enrolmentId }) => enrolmentId === id)}
      after={
        <ConfirmForm
          action={action}
          csrf={frame.csrf}
          idempotencyKey={idempotencyKey}
          label={say.previewTitle}
          back={say.back}
          submit={say.submit(will.length)}
          field="propositions"
          seen={will.map(({ cancellationId }) => cancellationId)}
        />
      }
    >
      <Alert tone={will.length === 0 ? 'info' : 'warn'}>{summary}</Alert>
      {will.length > 0 && (
        <Table
          caption={summary}
          columns={say.columns.slice(0, 2)}
          rows={will.map((one) => ({
            key: one.cancellationId,
            cells: [
              <>
                <FileNumber one={one} /> <TypedWords>{one.name}</TypedWords>
              </>,
              <Motives key="words" one={one} />,
            ],
          }))}
        />
      )}
    </LotFrame>
  );
}
