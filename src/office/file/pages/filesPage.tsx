import type { ComponentChildren, JSX } from 'preact';
import type { Catalogue } from '../../../catalogue/index.ts';
import { ChosenActs, checkingAddresses, handOverTexts, Tick } from '../../../checking/index.ts';
import { documentDesk, documentOfficeTexts } from '../../../documents/index.ts';
import { formerAddresses, formerPersonTexts as personTexts } from '../../../former/index.ts';
import { lotTexts, messageDesk } from '../../../messages/index.ts';
import { callsTexts, changeoverTexts, doublesTexts, paperTexts, personAddresses } from '../../../persons/index.ts';
import {
  deskAddresses,
  FILE_LOOKS,
  type FoundFile,
  type FoundFiles,
  filesTexts,
  listFilters,
  nameOfSession,
  pieceOptions,
  type Scope,
  SOUGHT_NAMES,
  type Sought,
  sessionOptions,
  specialityName,
} from '../../../scope/index.ts';
import {
  Alert,
  Button,
  ButtonLink,
  type Column,
  EmptyState,
  FilterSelect,
  Form,
  Identifier,
  ListHead,
  LONGEST_SEARCH,
  Page,
  type PageFrame,
  Pagination,
  SearchBox,
  Status,
  Table,
  TypedWords,
  wholeFault,
  wholeNumber,
} from '../../../ui/index.ts';

const say = filesTexts;

export type FilesView = PageFrame & {
  readonly catalogue: Catalogue;
  readonly scope: Scope;
  readonly typed: string;
  /** It looks like a number and is none. */
  readonly tooLong: boolean;
  readonly wrongNumber: boolean;
  readonly state: Sought | null;
  readonly session: string | null;
  readonly speciality: string | null;
  /** A piece that is still to come. */
  readonly lacks: string | null;
  readonly found: FoundFiles;
  /** Of each file, its pieces due at the closing that are not given, or were refused; none of one of which nothing is. */
  readonly missing: ReadonlyMap<string, number>;
  readonly page: number;
  readonly pages: number;
  /** Ticked in a form that was refused, and why. */
  readonly chosen: ReadonlySet<string>;
  readonly fault: string | null;
};

/** What may be done to the files ticked. */

/** *Recherche*: by number, name or mail, within what this person may see. */
export function FilesPage(view: FilesView): JSX.Element {
  const { found, typed, state, session, speciality, lacks } = view;
  const etat = state === null ? null : SOUGHT_NAMES[state];
  const query = { recherche: typed, etat, session, specialite: speciality, manque: lacks };
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={say.title} faults={wholeFault(view.fault)}>
      <ListHead title={say.title} count={say.count(found.total)}>
        <SearchForm view={view} />
      </ListHead>
      {view.tooLong && <Alert tone="warn">{say.tooLong(LONGEST_SEARCH)}</Alert>}
      {view.wrongNumber && <Alert tone="warn">{say.wrongNumber}</Alert>}
      {found.approximate && found.total > 0 && <Alert tone="info">{say.approximate(typed)}</Alert>}
      {found.files.length === 0 ? (
        <Empty filtered={[typed || null, state, session, speciality, lacks].some((one) => one !== null)} />
      ) : (
        <Form action={deskAddresses.files({ ...query, page: view.page })} csrf={view.csrf} label={handOverTexts.chosen}>
          <Table
            caption={say.title}
            compact
            columns={columnsOf(view)}
            rows={found.files.map((file) => ({
              key: file.id,
              cells: columnsOf(view).map((column) => column.cell(file)),
            }))}
          />
          <ChosenActs />
        </Form>
      )}
      <Pagination page={view.page} pages={view.pages} href={(page) => deskAddresses.files({ ...query, page })} />
      {found.total > 0 && !found.approximate && (
        <p>
          <a href={messageDesk.newMessageLot(query)}>{lotTexts.open}</a>
          {' · '}
          <a href={checkingAddresses.handOver(query)}>{handOverTexts.open}</a>
          {' · '}
          <a href={documentDesk.newDocument(query)}>{documentOfficeTexts.open}</a>
        </p>
      )}
      <p>
        <a href={personAddresses.doubles}>{doublesTexts.open}</a>
        {' · '}
        <a href={formerAddresses.claims()}>{personTexts.claimsTitle}</a>
        {' · '}
        <a href={personAddresses.paperEnrolment()}>{paperTexts.link}</a>
        {' · '}
        <a href={personAddresses.calls}>{callsTexts.open}</a>
        {' · '}
        <a href={personAddresses.changeover({ recherche: typed })}>{changeoverTexts.link}</a>
      </p>
    </Page>
  );
}

type ShownColumn = Column & {
  readonly cell: (file: FoundFile) => ComponentChildren;
};

function columnsOf({ catalogue, scope, chosen, missing }: FilesView): readonly ShownColumn[] {
  const { columns } = say;
  const session: ShownColumn = {
    label: columns.session,
    narrow: true,
    cell: (file) => nameOfSession(catalogue, file.session),
  };
  return [
    {
      label: columns.number,
      narrow: true,
      cell: (file) => (
        <>
          <Tick id={file.id} number={file.number} checked={chosen.has(file.id)} />{' '}
          <a href={deskAddresses.file(file.id)}>
            <Identifier>{file.number}</Identifier>
          </a>
        </>
      ),
    },
    { label: columns.name, cell: (file) => <TypedWords>{file.name}</TypedWords> },
    { label: columns.speciality, cell: (file) => specialityName(catalogue, file.speciality) },
    ...(scope.sessions.length > 1 ? [session] : []),
    {
      label: columns.state,
      narrow: true,
      cell: (file) => <Status name={FILE_LOOKS[file.state]} label={say.states[file.state]} />,
    },
    {
      label: columns.missing,
      figures: true,
      cell: ({ id }) => (missing.has(id) ? wholeNumber(missing.get(id) ?? 0) : say.none),
    },
  ];
}

function Empty({ filtered }: { readonly filtered: boolean }): JSX.Element {
  if (!filtered) return <EmptyState title={say.emptyAll}>{say.emptyAllText}</EmptyState>;
  return (
    <EmptyState
      title={say.empty}
      action={
        <ButtonLink kind="secondary" href={deskAddresses.files()}>
          {say.clear}
        </ButtonLink>
      }
    >
      {say.emptyText}
    </EmptyState>
  );
}

function pieceOfAny({ catalogue, scope }: FilesView, code: string): string {
  return pieceOptions(catalogue, scope).find(({ value }) => value === code)?.label ?? code;
}

function SearchForm({ view }: { readonly view: FilesView }): JSX.Element {
  const sessions = sessionOptions(view.catalogue, view.scope);
  return (
    <Form action={deskAddresses.files()} method="get" label={say.title}>
      <SearchBox name="recherche" label={say.search} example={say.example} typed={view.typed} />
      <FilterSelect {...listFilters.sought} chosen={view.state === null ? null : SOUGHT_NAMES[view.state]} />
      {sessions.length > 1 && <FilterSelect {...listFilters.session} options={sessions} chosen={view.session} />}
      {view.speciality !== null && (
        <FilterSelect
          {...listFilters.speciality}
          options={[{ value: view.speciality, label: specialityName(view.catalogue, view.speciality) }]}
          chosen={view.speciality}
        />
      )}
      {view.lacks !== null && (
        <FilterSelect
          {...listFilters.lacks}
          options={[{ value: view.lacks, label: pieceOfAny(view, view.lacks) }]}
          chosen={view.lacks}
        />
      )}
      <Button>{say.submit}</Button>
    </Form>
  );
}
