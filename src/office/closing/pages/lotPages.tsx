import type { JSX } from 'preact';
import type { ListedLot, Lot, LotLine } from '../../../closing/index.ts';
import {
  Actions,
  Alert,
  BackLink,
  Button,
  ButtonLink,
  EmptyState,
  ErrorSummary,
  Form,
  type FormState,
  Identifier,
  ListHead,
  Page,
  type PageFrame,
  PageTitle,
  RowList,
  Section,
  shortInstant,
  Table,
  TypedWords,
} from '../../../ui/index.ts';
import { addresses } from '../../addresses.ts';
import { closingTexts } from '../closingTexts.ts';
import { lotTexts as say } from '../lotTexts.ts';

/** A proposal as the second person reads it. */
export type Proposed = {
  readonly cancellationId: string;
  readonly enrolmentId: string;
  readonly number: string;
  readonly name: string;
  readonly words: string;
  readonly ground: string;
  readonly missing: readonly string[];
  readonly observations: number;
  readonly proposer: string;
  /** Did whoever reads this propose it? */
  readonly own: boolean;
};

export type ProposalsView = PageFrame & {
  readonly session: string;
  readonly proposals: readonly Proposed[];
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
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={say.title} faulty={state.faults.length > 0}>
      <ErrorSummary faults={state.faults} />
      <BackLink href={addresses.closing({ session })}>{closingTexts.title}</BackLink>
      <ListHead title={say.title} count={closingTexts.count(proposals.length + view.more)} />
      {proposals.length === 0 ? (
        <EmptyState title={say.empty}>{say.emptyText}</EmptyState>
      ) : (
        <>
          <p>{say.lead}</p>
          <Form action={addresses.proposals({ session })} csrf={view.csrf} label={say.list}>
            <ProposalTable proposals={proposals} chosen={view.chosen} />
            {view.more > 0 && <p>{say.more(view.more)}</p>}
            {proposals.some(({ own }) => !own) && (
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
              href: addresses.lot(id),
              title: say.lot(at),
              status: say.counted(approved, lines),
            }))}
          />
        </Section>
      )}
    </Page>
  );
}

function ProposalTable({ proposals, chosen }: Pick<ProposalsView, 'proposals' | 'chosen'>): JSX.Element {
  return (
    <Table
      caption={say.list}
      captionUnseen
      columns={say.columns.map((label) => ({ label }))}
      rows={proposals.map((one) => ({
        key: one.cancellationId,
        cells: [
          <>
            {!one.own && (
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
          one.own ? `${one.proposer}. ${say.yours}` : one.proposer,
        ],
      }))}
    />
  );
}

function FileNumber({ one }: { readonly one: Pick<Proposed, 'enrolmentId' | 'number'> }): JSX.Element {
  return (
    <a href={addresses.closingCase(one.enrolmentId)}>
      <Identifier>{one.number}</Identifier>
    </a>
  );
}

function Motives({ one }: { readonly one: Pick<Proposed, 'words' | 'ground'> }): JSX.Element {
  return (
    <div>
      <TypedWords>{one.words}</TypedWords>
      <p class="muted">{say.ground(one.ground)}</p>
    </div>
  );
}

export type PreviewView = PageFrame & {
  readonly session: string;
  readonly will: readonly Proposed[];
  readonly wont: readonly { readonly number: string; readonly why: string }[];
  readonly idempotencyKey: string;
};

/** The last page before a lot is approved: each that will be, with its motives; each that won't, and why. */
export function LotPreviewPage({ session, will, wont, idempotencyKey, ...frame }: PreviewView): JSX.Element {
  const back = addresses.proposals({ session });
  const summary = will.length === 0 ? say.nobody : say.will(will.length);
  return (
    <Page chrome={frame.chrome} flash={frame.flash} layout="wide" title={say.previewTitle}>
      <BackLink href={back}>{say.title}</BackLink>
      <PageTitle>{say.previewTitle}</PageTitle>
      <Alert tone={will.length === 0 ? 'info' : 'warn'}>{summary}</Alert>
      {will.length > 0 && (
        <Table
          caption={summary}
          captionUnseen
          columns={say.columns.slice(0, 2).map((label) => ({ label }))}
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
      <Wont wont={wont} />
      {will.length === 0 ? (
        <p>
          <a href={back}>{say.back}</a>
        </p>
      ) : (
        <Form action={back} csrf={frame.csrf} idempotencyKey={idempotencyKey} label={say.previewTitle}>
          <input type="hidden" name="confirme" value="oui" />
          {will.map(({ cancellationId }) => (
            <input key={cancellationId} type="hidden" name="propositions" value={cancellationId} />
          ))}
          <Actions>
            <Button>{say.submit(will.length)}</Button>
            <ButtonLink kind="secondary" href={back}>
              {say.back}
            </ButtonLink>
          </Actions>
        </Form>
      )}
    </Page>
  );
}

function Wont({ wont }: Pick<PreviewView, 'wont'>): JSX.Element | null {
  if (wont.length === 0) return null;
  return (
    <Section title={say.wont}>
      <Table
        caption={say.wont}
        captionUnseen
        columns={say.whyColumns.map((label) => ({ label }))}
        rows={wont.map(({ number, why }) => ({
          key: number,
          cells: [<Identifier key="number">{number}</Identifier>, why],
        }))}
      />
    </Section>
  );
}

export type LotView = PageFrame & {
  readonly lot: Lot;
  readonly lines: readonly (LotLine & { readonly number: string })[];
  readonly own: boolean;
};

/** A lot after it was approved: what was done, what wasn't and why; and, for a day, the way back. */
export function LotPage({ lot, lines, own, ...frame }: LotView): JSX.Element {
  const left = lines.filter(({ outcome }) => outcome === null).length;
  const approved = lines.filter(({ outcome }) => outcome === 'approved').length;
  const undoable = lines.flatMap(({ outcome, state, takesEffectAt }) =>
    outcome === 'approved' && state === 'approved' && takesEffectAt !== null ? [takesEffectAt] : [],
  );
  const [first] = undoable.toSorted(Temporal.Instant.compare);
  const title = say.lot(lot.at);
  return (
    <Page chrome={frame.chrome} flash={frame.flash} layout="wide" title={title}>
      <BackLink href={addresses.proposals({ session: lot.session })}>{say.title}</BackLink>
      <PageTitle lead={shortInstant(lot.at)}>{say.report.title}</PageTitle>
      <Alert tone={approved > 0 ? 'ok' : 'info'}>{say.report.done(approved)}</Alert>
      {left > 0 && (
        <Alert tone="warn">
          <p>{say.report.left(left)}</p>
          {own ? (
            <LotAct lot={lot} csrf={frame.csrf} act="continuer" words={say.report.goOn} />
          ) : (
            <p>{say.report.notYours}</p>
          )}
        </Alert>
      )}
      <Section title={say.report.list}>
        <Table
          caption={say.report.list}
          captionUnseen
          columns={say.report.columns.map((label) => ({ label }))}
          rows={lines.map((line) => ({
            key: line.cancellationId,
            cells: [
              <FileNumber key="number" one={line} />,
              say.report.stateOf(line),
              <Motives key="words" one={line} />,
            ],
          }))}
        />
      </Section>
      {first !== undefined && (
        <Section title={say.report.undoTitle}>
          <p>{say.report.undoText(undoable.length, first)}</p>
          <LotAct lot={lot} csrf={frame.csrf} act="revenir" words={say.report.undo(undoable.length)} />
        </Section>
      )}
    </Page>
  );
}

function LotAct(props: {
  readonly lot: Lot;
  readonly csrf: string;
  readonly act: 'continuer' | 'revenir';
  readonly words: string;
}): JSX.Element {
  return (
    <Form action={addresses.lot(props.lot.id)} csrf={props.csrf} label={props.words}>
      <input type="hidden" name="acte" value={props.act} />
      <Actions>
        <Button kind="secondary">{props.words}</Button>
      </Actions>
    </Form>
  );
}
