import type { ComponentChildren, JSX } from 'preact';
import { deskAddresses, type FileSearch, type NamedFile } from '../../scope/index.ts';
import {
  Alert,
  BackLink,
  ButtonLink,
  type Fault,
  Identifier,
  Page,
  type PageFrame,
  PageTitle,
  Section,
  Table,
  TypedWords,
} from '../../ui/index.ts';
import { texts as say } from '../texts.ts';

export type Named = (id: string) => Pick<NamedFile, 'number' | 'name'> | undefined;

/**
 * The head of the page where an act on the files of a search is prepared. `count`: of them, up to one more than `most`; `lead`: what comes
 * to each.
 */
export function FilesAhead(props: {
  readonly title: string;
  readonly search: FileSearch;
  readonly count: number;
  readonly most: number;
  readonly lead: string;
}): JSX.Element {
  const { title, search, count, most, lead } = props;
  const tooMany = count > most;
  return (
    <>
      <BackLink href={deskAddresses.files(search)}>{say.back}</BackLink>
      <PageTitle {...(!tooMany && { lead: count === 0 ? say.nobody : `${say.found(count)} ${lead}` })}>
        {title}
      </PageTitle>
      {tooMany && <Alert tone="warn">{say.tooMany(most)}</Alert>}
    </>
  );
}

type Row = { readonly id: string; readonly cells?: readonly (JSX.Element | string)[] };

export type LotView = PageFrame & {
  readonly title: string;
  readonly lead?: string;
  /** Where one comes from: the list of files, unless said otherwise. */
  readonly back?: { readonly href: string; readonly words: string };
  readonly faults?: readonly Fault[];
  readonly faulty?: boolean;
  /** What it is, how far it is, and the form that confirms. */
  readonly children: ComponentChildren;
  readonly wontTitle: string;
  readonly wont: readonly { readonly id: string; readonly said: string }[];
  /** None where `children` show them with more than their names. */
  readonly will?: readonly Row[];
  readonly willTitle?: string;
  /** The columns after the names, `cells` what stands there. */
  readonly more?: readonly string[];
  /** Whose files these are; none: they are told by their numbers. */
  readonly named?: Named;
  /** What is read after all. */
  readonly after?: ComponentChildren;
};

/** An act on many, before it is done and after: what, to whom not and why, to whom. */
export function LotFrame(view: LotView): JSX.Element {
  const { title, named, will = [], willTitle = say.recipients, more = [], faults = [], faulty = false } = view;
  const back = view.back ?? { href: deskAddresses.files(), words: say.back };
  const files = (heading: string, columns: readonly string[], rows: readonly Row[]) =>
    rows.length > 0 && (
      <Section title={heading}>
        <Table
          caption={heading}
          columns={[...say.columns.slice(0, named === undefined ? 1 : 2), ...columns]}
          rows={rows.map(({ id, cells = [] }) => ({ key: id, cells: [...nameCells(id, named), ...cells] }))}
        />
      </Section>
    );
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={title} faults={faults} faulty={faulty}>
      <BackLink href={back.href}>{back.words}</BackLink>
      <PageTitle lead={view.lead}>{title}</PageTitle>
      {view.children}
      {files(
        view.wontTitle,
        [say.why],
        view.wont.map(({ id, said }) => ({ id, cells: [said] })),
      )}
      {files(willTitle, more, will)}
      {view.after}
    </Page>
  );
}

/** A number, which leads to its file, and its candidate. */
function nameCells(id: string, named: Named | undefined): readonly (JSX.Element | string)[] {
  if (named === undefined) return [<Identifier key="number">{id}</Identifier>];
  const file = named(id);
  return [
    file === undefined ? (
      ''
    ) : (
      <a key="number" href={deskAddresses.file(id)}>
        <Identifier>{file.number}</Identifier>
      </a>
    ),
    <TypedWords key="name">{file?.name ?? ''}</TypedWords>,
  ];
}

/** How far an act on many is; while it goes on, with its page to ask for again. */
export function Progress(props: {
  readonly words: string;
  readonly goesOn: boolean;
  readonly href: string;
}): JSX.Element {
  return (
    <Alert tone={props.goesOn ? 'info' : 'ok'}>
      <p>{props.words}</p>
      {props.goesOn && (
        <p>
          <ButtonLink kind="secondary" href={props.href}>
            {say.refresh}
          </ButtonLink>
        </p>
      )}
    </Alert>
  );
}
