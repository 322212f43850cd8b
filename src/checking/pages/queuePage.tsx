import { type ComponentChildren, Fragment, type JSX } from 'preact';
import type { Catalogue } from '../../catalogue/index.ts';
import { doublesTexts } from '../../persons/index.ts';
import { shortEnd } from '../../platform/french/dates.ts';
import { distance } from '../../platform/french/distance.ts';
import { parisDay } from '../../platform/time.ts';
import { deskAddresses, filterTexts, pieceLabel, type Scope, specialityName } from '../../scope/index.ts';
import {
  ButtonLink,
  Chips,
  EmptyState,
  Form,
  type FormState,
  Identifier,
  ListHead,
  Page,
  type PageFrame,
  Pagination,
  Table,
  Tag,
  TypedWords,
} from '../../ui/index.ts';
import { addresses as checkingAddresses } from '../addresses.ts';
import type { QueuedFile, QueuedPiece, QueueFilter } from '../checking.ts';
import { handOverTexts } from '../handOverTexts.ts';
import { queueTexts } from '../queueTexts.ts';
import { nextDue, waitsSince } from '../rules/filesOf.ts';
import { queueQuery } from '../rules/queueFilter.ts';
import { isFree, type WhoHas, whoHasMarks } from '../rules/whoHas.ts';
import type { SavedFilter } from '../store/savedFilters.ts';
import { ChosenActs, Tick } from './chosenActs.tsx';
import { Done, type DoneLine } from './done.tsx';
import { Filters } from './queueFilters.tsx';
import { SavedFilters } from './savedFilters.tsx';

const say = queueTexts;

export type QueueView = PageFrame & {
  readonly catalogue: Catalogue;
  readonly scope: Scope;
  readonly filter: QueueFilter;
  readonly files: readonly QueuedFile[];
  /** Pieces, on all pages. */
  readonly total: number;
  /** Those of them that the menu counts; null where the list is narrowed. */
  readonly toCheck: number | null;
  readonly page: number;
  readonly more: boolean;
  readonly now: Temporal.Instant;
  readonly who: (enrolmentId: string) => WhoHas;
  /** Files whose person seems to have another one of the same session. */
  readonly twice: ReadonlySet<string>;
  /** Files whose signed sheet a machine doubts. */
  readonly doubted: ReadonlySet<string>;
  readonly saved: readonly SavedFilter[];
  /** Files ticked by a form that came back. */
  readonly chosen: ReadonlySet<string>;
  /** Of the form that keeps this filter. */
  readonly state: FormState;
  /** The decision just made, whose list ended here. */
  readonly done: DoneLine | null;
};

const { columns } = say;

const COLUMNS = [
  { label: columns.name },
  { label: columns.number, narrow: true },
  { label: columns.speciality },
  { label: columns.pieces },
  { label: columns.waiting, narrow: true },
  { label: columns.due, narrow: true },
];

/** *Ma corbeille*: what waits for a decision, a line a candidate, the most pressing first. */
export function QueuePage(view: QueueView): JSX.Element {
  const { chrome, flash, filter, files, total, page, more } = view;
  // Past what a colleague is at, as the next piece is, and past what isn't read yet.
  const begin = [...files.filter(({ enrolmentId }) => isFree(view.who(enrolmentId))), ...files]
    .flatMap(({ pieces }) => pieces)
    .find(({ beingRead }) => !beingRead);
  const first =
    begin === undefined || page > 1 ? undefined : { href: checkingAddresses.piece(begin.id, filter), label: say.start };
  return (
    <Page chrome={chrome} flash={flash} layout="wide" title={say.title} faults={view.state.faults} first={first}>
      <Done done={view.done} filter={filter} csrf={view.csrf} />
      <ListHead
        title={say.title}
        count={say.count(total)}
        help={helpOf(view)}
        action={first !== undefined && <ButtonLink href={first.href}>{first.label}</ButtonLink>}
      >
        <Filters catalogue={view.catalogue} scope={view.scope} filter={filter} />
      </ListHead>
      <SavedFilters filter={filter} saved={view.saved} state={view.state} csrf={view.csrf} />
      {files.length === 0 ? (
        <Empty filter={filter} scope={view.scope} />
      ) : (
        <Ticked view={view}>
          <Table
            caption={say.title}
            compact
            columns={COLUMNS}
            rows={files.map((file) => ({ key: file.enrolmentId, cells: cellsOf(view, file) }))}
          />
        </Ticked>
      )}
      <Pagination page={page} pages={{ more }} href={(to) => checkingAddresses.queue(filter, { page: to })} />
    </Page>
  );
}

/** The order of the list; and which of its pieces the menu counts, where these are fewer. */
function helpOf({ scope, total, toCheck }: QueueView): string {
  const order = scope.pieces === 'confidential' ? say.orderConfidential : say.order;
  return toCheck === null || toCheck === total ? order : `${say.counted(toCheck)} ${order}`;
}

/** The list as a form: what is done to the files that are ticked. Whoever reads health data alone has no files to hand over. */
function Ticked({ view, children }: { readonly view: QueueView; readonly children: JSX.Element }): JSX.Element {
  if (view.scope.pieces !== 'ordinary') return children;
  const action = checkingAddresses.queue(view.filter, { page: view.page === 1 ? null : view.page });
  return (
    <Form action={action} csrf={view.csrf} label={handOverTexts.chosen}>
      {children}
      <ChosenActs />
    </Form>
  );
}

function Empty({ filter, scope }: Pick<QueueView, 'filter' | 'scope'>): JSX.Element {
  const nothing = scope.pieces === 'confidential' ? say.emptyConfidential : say.emptyText;
  if (queueQuery(filter) === '') return <EmptyState title={say.empty}>{nothing}</EmptyState>;
  return (
    <EmptyState
      title={say.emptyFiltered}
      action={
        <ButtonLink kind="secondary" href={checkingAddresses.queue()}>
          {filterTexts.clear}
        </ButtonLink>
      }
    >
      {say.emptyFilteredText}
    </EmptyState>
  );
}

function cellsOf(
  { catalogue, scope, filter, now, who, twice, doubted, chosen }: QueueView,
  file: QueuedFile,
): readonly ComponentChildren[] {
  const today = parisDay(now);
  const since = waitsSince(file);
  const due = nextDue(file);
  const name = <TypedWords>{file.name}</TypedWords>;
  return [
    <>
      {scope.pieces === 'ordinary' ? (
        <>
          <Tick id={file.enrolmentId} number={file.number} checked={chosen.has(file.enrolmentId)} />{' '}
          <a href={deskAddresses.file(file.enrolmentId)}>{name}</a>
        </>
      ) : (
        name
      )}
      {file.underReserve && scope.pieces === 'ordinary' && (
        <>
          {' '}
          <Tag>{say.marks.underReserve}</Tag>
        </>
      )}
      {doubted.has(file.enrolmentId) && (
        <>
          {' '}
          <Tag>{say.marks.doubted}</Tag>
        </>
      )}
      {twice.has(file.enrolmentId) && (
        <>
          {' '}
          <Tag>{doublesTexts.mark}</Tag>
        </>
      )}
      {whoHasMarks(who(file.enrolmentId)).map((mark) => (
        <Fragment key={mark}>
          {' '}
          <Tag>{mark}</Tag>
        </Fragment>
      ))}
    </>,
    <Identifier>{file.number}</Identifier>,
    <small key="speciality" class="one-line" title={specialityName(catalogue, file.speciality)}>
      {specialityName(catalogue, file.speciality)}
    </small>,
    <Chips
      key="pieces"
      items={file.pieces.map((piece) => ({
        href: checkingAddresses.piece(piece.id, filter),
        code: piece.code,
        label: pieceLabel(catalogue, piece),
        marks: marksOf(piece, scope),
        waits: piece.handedOver ? null : say.marks.notHandedOver,
      }))}
    />,
    since === null ? say.notYet : say.waiting(parisDay(since).until(today, { largestUnit: 'day' }).days),
    due === null || Temporal.Instant.compare(due, now) <= 0 ? (
      say.past
    ) : (
      <span title={shortEnd(due)}>{distance(now, due)}</span>
    ),
  ];
}

/** What distinguishes a piece, in a word each. */
function marksOf(piece: QueuedPiece, scope: Scope): readonly string[] {
  return [
    piece.beingRead ? say.marks.beingRead : null,
    piece.corrected ? say.marks.corrected : null,
    piece.received ? say.marks.received : null,
    // What only excuses other pieces never blocks.
    piece.countsForValidation || scope.pieces === 'confidential' ? null : say.marks.notBlocking,
  ].filter((mark) => mark !== null);
}
