import type { ComponentChildren, JSX } from 'preact';
import { ENTRIES } from '../../catalogue/index.ts';
import { Details, EmptyState, Identifier, Section, Table } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { countedOf, nameOf, pageOf } from '../doors.ts';
import { codeOf, type PackEntry, type Shelf, unreadableOn } from '../rules/entries.ts';
import { texts } from '../texts/forms.ts';
import { texts as frame } from '../texts.ts';
import { DraftFrame, type DraftView } from './draftFrame.tsx';
import { NewEntries, UnreadableFiles } from './entryParts.tsx';

/** What a list says of each entry beside its name; `plain`: sentences that need no label before them on a phone. */
export type Column = {
  readonly label: string;
  readonly plain?: boolean;
  readonly of: (entry: PackEntry) => ComponentChildren;
};

export type List = {
  readonly shelf: Shelf;
  readonly entries: readonly PackEntry[];
  /** Where it isn't its own title. */
  readonly name?: (entry: PackEntry) => string;
  readonly columns: readonly Column[];
  /** Where it isn't what there is of its kind: « 2 spécialités ». */
  readonly caption?: string;
  /** What to do where there is none. */
  readonly none?: string;
};

export type ListedPart = keyof typeof texts.leads;

/** A part of a draft: its entries by their names, each kind in a table. */
export function ListPage({
  view,
  part,
  lists,
  above,
}: {
  readonly view: DraftView;
  readonly part: ListedPart;
  readonly lists: readonly List[];
  readonly above?: ComponentChildren;
}): JSX.Element {
  const title = frame.draft.navigation[part];
  return (
    <DraftFrame view={view} part={part} title={title} lead={texts.leads[part]}>
      {lists.map(({ shelf }) => (
        <UnreadableFiles key={shelf} view={view} files={unreadableOn(view.open.files, shelf)} />
      ))}
      {lists.map(({ shelf }) => (
        <NewEntries key={shelf} view={view} shelf={shelf} />
      ))}
      {above}
      {lists.length === 1
        ? lists.map((list) => <ListTable key={list.shelf} view={view} list={list} />)
        : lists.map((list) => <ListSection key={list.shelf} view={view} list={list} />)}
    </DraftFrame>
  );
}

/** More are folded where they aren't alone on their page. */
const SHOWN = 20;

function ListSection({ view, list }: { readonly view: DraftView; readonly list: List }): JSX.Element {
  const title = texts.capital(countedOf(list.shelf)[1]);
  const table = <ListTable view={view} list={list} />;
  return (
    <Section title={title}>
      {list.entries.length > SHOWN ? <Details summary={texts.seeAll(list.entries.length)}>{table}</Details> : table}
    </Section>
  );
}

function ListTable({ view, list }: { readonly view: DraftView; readonly list: List }): JSX.Element {
  const { shelf, entries, columns, caption, none, name = (entry: PackEntry) => nameOf(shelf, entry) } = list;
  const { article, counted } = ENTRIES[shelf].words;
  if (entries.length === 0) return <EmptyState title={texts.none(article, counted[0])}>{none}</EmptyState>;
  const said = caption ?? texts.capital(counted[1]);
  return (
    <Table
      caption={said}
      captionShown={caption !== undefined}
      columns={[texts.name, ...columns]}
      rows={entries.map((entry) => ({
        key: `${entry.file} ${entry.path.join('-')} ${codeOf(entry, shelf)}`,
        cells: [
          <a key="name" href={addresses.part(view.open.draft.id, pageOf(view.open, shelf, entry))}>
            {name(entry)}
          </a>,
          ...columns.map((column) => column.of(entry)),
        ],
      }))}
    />
  );
}

export function codeColumn(shelf: Shelf): Column {
  return { label: texts.code, of: (entry) => <Identifier>{codeOf(entry, shelf)}</Identifier> };
}
