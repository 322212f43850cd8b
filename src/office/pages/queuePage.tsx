import { type ComponentChildren, Fragment, type JSX } from 'preact';
import type { Catalogue } from '../../catalogue/index.ts';
import { parisDay } from '../../platform/time.ts';
import {
  Actions,
  Button,
  ButtonLink,
  Columns,
  Details,
  dayAndHour,
  dayAndMonth,
  distance,
  EmptyState,
  Form,
  Identifier,
  Page,
  type PageFrame,
  PageTitle,
  Pagination,
  Table,
  Tag,
  TypedWords,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { QUEUE_STATES, type QueuedPiece, type QueueFilter, type Scope } from '../office.ts';
import { pieceLabel, pieceOptions, sessionOptions, specialityName, specialityOptions } from '../rules/choices.ts';
import { queueQuery, STATE_NAMES } from '../rules/queueFilter.ts';
import { texts } from '../texts.ts';
import { Done, type DoneLine } from './done.tsx';
import { FilterSelect } from './filters.tsx';

const say = texts.queue;

export type QueueView = PageFrame & {
  readonly catalogue: Catalogue;
  readonly scope: Scope;
  readonly filter: QueueFilter;
  readonly pieces: readonly QueuedPiece[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly now: Temporal.Instant;
  /** The decision just made, whose list ended here. */
  readonly done: DoneLine | null;
};

/** *Ma corbeille*: what waits for a decision, the most pressing first. */
export function QueuePage(view: QueueView): JSX.Element {
  const { chrome, flash, filter, pieces, total, page, pages } = view;
  const [first] = pieces;
  return (
    <Page chrome={chrome} flash={flash} layout="wide" title={say.title}>
      <Done done={view.done} filter={filter} />
      <PageTitle
        aside={say.count(total)}
        lead={view.scope.pieces === 'confidential' ? say.orderConfidential : say.order}
      >
        {say.title}
      </PageTitle>
      {first !== undefined && page === 1 && (
        <Actions>
          <ButtonLink href={addresses.piece(first.id, filter)}>{say.start}</ButtonLink>
        </Actions>
      )}
      <Filters view={view} />
      {first === undefined ? (
        <Empty filter={filter} scope={view.scope} />
      ) : (
        <Table
          caption={say.title}
          captionUnseen
          columns={Object.values(say.columns).map((label) => ({ label }))}
          rows={pieces.map((piece) => ({ key: piece.id, cells: cellsOf(view, piece) }))}
        />
      )}
      <Pagination page={page} pages={pages} href={(to) => addresses.queue(filter, { page: to })} />
    </Page>
  );
}

function Empty({ filter, scope }: Pick<QueueView, 'filter' | 'scope'>): JSX.Element {
  const nothing = scope.pieces === 'confidential' ? say.emptyConfidential : say.emptyText;
  if (queueQuery(filter) === '') return <EmptyState title={say.empty}>{nothing}</EmptyState>;
  return (
    <EmptyState
      title={say.emptyFiltered}
      action={
        <ButtonLink kind="secondary" href={addresses.queue()}>
          {say.clear}
        </ButtonLink>
      }
    >
      {say.emptyFilteredText}
    </EmptyState>
  );
}

function cellsOf({ catalogue, scope, filter, now }: QueueView, piece: QueuedPiece): readonly ComponentChildren[] {
  const today = parisDay(now);
  return [
    <>
      <a href={addresses.piece(piece.id, filter)}>{pieceLabel(catalogue, piece)}</a>
      <Marks piece={piece} scope={scope} />
    </>,
    <Identifier>{piece.number}</Identifier>,
    <TypedWords key="name">{piece.name}</TypedWords>,
    specialityName(catalogue, piece.speciality),
    piece.since === null ? say.notYet : dayAndHour(piece.since),
    piece.since === null ? '' : say.waiting(parisDay(piece.since).until(today, { largestUnit: 'day' }).days),
    Temporal.Instant.compare(piece.dueAt, now) <= 0
      ? say.past
      : say.due(dayAndMonth(parisDay(piece.dueAt)), distance(now, piece.dueAt)),
  ];
}

/** What distinguishes a line, in a word each. */
function Marks({ piece, scope }: { readonly piece: QueuedPiece; readonly scope: Scope }): JSX.Element {
  const marks = [
    piece.ready ? null : say.marks.notHandedOver,
    piece.underReserve && scope.pieces === 'ordinary' ? say.marks.underReserve : null,
    piece.corrected ? say.marks.corrected : null,
    piece.received ? say.marks.received : null,
    // What only excuses other pieces never blocks.
    piece.countsForValidation || scope.pieces === 'confidential' ? null : say.marks.notBlocking,
  ].filter((mark) => mark !== null);
  return (
    <>
      {marks.map((mark) => (
        <Fragment key={mark}>
          {' '}
          <Tag>{mark}</Tag>
        </Fragment>
      ))}
    </>
  );
}

function Filters({ view }: { readonly view: QueueView }): JSX.Element {
  const { catalogue, scope, filter } = view;
  const sessions = sessionOptions(catalogue, scope);
  const states = QUEUE_STATES.filter((state) => state !== 'all').map((state) => ({
    value: STATE_NAMES[state],
    label: say.states[state],
  }));
  return (
    <Details summary={say.filters} open={queueQuery(filter) !== ''}>
      <Form action={addresses.queue()} method="get" label={say.filters}>
        <Columns>
          <FilterSelect
            name="etat"
            label={say.state}
            every={say.states.all}
            options={states}
            chosen={filter.state === 'all' ? null : STATE_NAMES[filter.state]}
          />
          <FilterSelect
            name="specialite"
            label={say.speciality}
            every={say.everySpeciality}
            options={specialityOptions(catalogue, scope)}
            chosen={filter.speciality}
          />
          <FilterSelect
            name="piece"
            label={say.piece}
            every={say.everyPiece}
            options={pieceOptions(catalogue, scope)}
            chosen={filter.code}
          />
          {sessions.length > 1 && (
            <FilterSelect
              name="session"
              label={say.session}
              every={say.everySession}
              options={sessions}
              chosen={filter.session}
            />
          )}
        </Columns>
        <Actions>
          <Button kind="secondary">{say.filter}</Button>
          {queueQuery(filter) !== '' && <a href={addresses.queue()}>{say.clear}</a>}
        </Actions>
      </Form>
    </Details>
  );
}
