import type { ComponentChildren, JSX } from 'preact';
import type { Catalogue } from '../../../catalogue/index.ts';
import { parisDay } from '../../../platform/time.ts';
import {
  filterTexts,
  listFilters,
  type NamedFile,
  type People,
  pieceOptions,
  type Scope,
  sessionOptions,
} from '../../../scope/index.ts';
import {
  Button,
  ButtonLink,
  EmptyState,
  FilterSelect,
  Form,
  Identifier,
  ListHead,
  Page,
  type PageFrame,
  Table,
  Tag,
  TypedWords,
} from '../../../ui/index.ts';
import type { Cursor, ListedThread, ThreadFilter } from '../../store/threads.ts';
import { addresses as messageDesk } from '../addresses.ts';
import { messageQuery } from '../messageFilter.ts';
import { messageOfficeTexts as say } from '../messagesTexts.ts';

export type MessagesListView = PageFrame & {
  readonly catalogue: Catalogue;
  readonly scope: Scope;
  readonly filter: ThreadFilter;
  readonly threads: readonly (ListedThread & { readonly file: NamedFile })[];
  readonly total: number;
  /** It isn't the first page. */
  readonly isLater: boolean;
  readonly next: Cursor | null;
  readonly people: People;
  readonly now: Temporal.Instant;
};

const { columns } = say;
const COLUMNS = [
  { label: columns.name },
  { label: columns.number, narrow: true },
  { label: columns.about },
  { label: columns.waiting, narrow: true },
  { label: columns.last },
  { label: columns.follower },
];

/** *Messages*: the conversations of one's groups, those that wait for an answer first. */
export function MessagesListPage(view: MessagesListView): JSX.Element {
  const { filter, threads, next } = view;
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={say.title}>
      <ListHead
        title={say.title}
        count={say.count(view.total)}
        help={say.order}
        action={
          <>
            <a href={messageDesk.templates()}>{say.templates}</a>
            <a href={messageDesk.messageLots}>{say.lots}</a>
          </>
        }
      >
        <Filters view={view} />
      </ListHead>
      {threads.length === 0 ? (
        <Empty filter={filter} />
      ) : (
        <Table
          caption={say.title}
          columns={COLUMNS}
          rows={threads.map((thread) => ({ key: thread.enrolmentId, cells: cellsOf(view, thread) }))}
        />
      )}
      {(view.isLater || next !== null) && (
        <nav class="pagination" aria-label={say.title}>
          {view.isLater && <a href={messageDesk.messages(filter)}>{say.first}</a>}
          {next !== null && (
            <a href={messageDesk.messages(filter, next)} rel="next">
              {say.next}
            </a>
          )}
        </nav>
      )}
    </Page>
  );
}

function Empty({ filter }: Pick<MessagesListView, 'filter'>): JSX.Element {
  if (messageQuery(filter) === '') return <EmptyState title={say.empty}>{say.emptyText}</EmptyState>;
  return (
    <EmptyState
      title={say.emptyFiltered}
      action={
        <ButtonLink kind="secondary" href={messageDesk.messages()}>
          {filterTexts.clear}
        </ButtonLink>
      }
    >
      {say.emptyFilteredText}
    </EmptyState>
  );
}

function cellsOf(
  { now, people }: MessagesListView,
  thread: MessagesListView['threads'][number],
): readonly ComponentChildren[] {
  const { file, waitingSince, waiting, pieces, officerId } = thread;
  return [
    <a key="name" href={messageDesk.thread(thread.enrolmentId)}>
      <TypedWords>{file.name}</TypedWords>
    </a>,
    <Identifier key="number">{file.number}</Identifier>,
    pieces.join(', '),
    waitingSince === null ? (
      say.answered
    ) : (
      <span key="waiting">
        {say.days(parisDay(waitingSince).until(parisDay(now), { largestUnit: 'day' }).days)}
        {waiting > 1 && `, ${say.messages(waiting)}`}
        {!thread.seen && (
          <>
            {' '}
            <Tag>{say.notRead}</Tag>
          </>
        )}
      </span>
    ),
    say.by[thread.lastAuthor](thread.lastAt),
    officerId === null ? say.nobody : people('staff', officerId),
  ];
}

function Filters({ view: { catalogue, scope, filter } }: { readonly view: MessagesListView }): JSX.Element {
  const sessions = sessionOptions(catalogue, scope);
  return (
    <Form action="/gestion/messages" method="get" label={say.filters}>
      <FilterSelect
        name="etat"
        label={say.state}
        every={say.waiting}
        options={[{ value: 'toutes', label: say.all }]}
        chosen={filter.waiting ? null : 'toutes'}
      />
      <FilterSelect {...listFilters.piece} options={pieceOptions(catalogue, scope)} chosen={filter.piece} />
      <FilterSelect
        name="suivi"
        label={say.followed}
        every={say.everybody}
        options={[{ value: 'moi', label: say.me }]}
        chosen={filter.officerId === null ? null : 'moi'}
      />
      {sessions.length > 1 && (
        <FilterSelect
          {...listFilters.session}
          options={sessions}
          every={filterTexts.everySession}
          chosen={filter.session}
        />
      )}
      <Button kind="secondary">{filterTexts.filter}</Button>
      {messageQuery(filter) !== '' && <a href={messageDesk.messages()}>{filterTexts.clear}</a>}
    </Form>
  );
}
