import type { ComponentChildren, JSX } from 'preact';
import { AddressLines, letterTexts, type Notification, noticeTexts, postedField } from '../../../papers/index.ts';
import {
  BackLink,
  Button,
  EmptyState,
  FilterSelect,
  Form,
  FormField,
  type FormState,
  Identifier,
  ListHead,
  type Option,
  Page,
  type PageFrame,
  Pagination,
  Table,
  TypedWords,
} from '../../../ui/index.ts';
import { addresses } from '../../addresses.ts';
import { LETTER_FILTER_NAMES, LETTER_FILTERS, type LetterFilter } from '../../rules/letterFilter.ts';
import { closingTexts } from '../closingTexts.ts';
import { lettersTexts as say } from '../lettersTexts.ts';

/** One decision on its way to its person. */
export type LetterLine = {
  readonly id: string;
  readonly paperId: string;
  readonly number: string;
  readonly name: string;
  readonly reference: string;
  /** The lines of the envelope, the name first. */
  readonly address: readonly string[];
  /** A minor's, for whom nobody is known to answer. */
  readonly noRepresentative: boolean;
  readonly notification: Notification;
  /** As it was typed; '' at first. */
  readonly typed: string;
};

export type LettersView = PageFrame & {
  readonly sessions: readonly Option[];
  readonly session: string;
  readonly filter: LetterFilter;
  readonly lines: readonly LetterLine[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly state: FormState;
};

/** *Courriers recommandés*: what is to be sent, under which number it left, and since when it is notified. */
export function LettersPage(view: LettersView): JSX.Element {
  const { session, filter, state } = view;
  const etat = LETTER_FILTER_NAMES[filter];
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={say.title} faults={state.faults}>
      <BackLink href={addresses.closing({ session })}>{closingTexts.title}</BackLink>
      <ListHead title={say.title} count={say.count(view.total)} help={say.help}>
        <Form action={addresses.letters()} method="get" label={say.filter}>
          <Narrowing view={view} />
          <Button kind="secondary">{say.show}</Button>
        </Form>
      </ListHead>
      <p>{say.lead}</p>
      {view.lines.length === 0 ? (
        <EmptyState title={say.empty}>{say.emptyText[filter]}</EmptyState>
      ) : (
        <>
          <p>
            <a href={addresses.letterList({ session, etat })}>{letterTexts.csv}</a>
            {' · '}
            <a href={addresses.letterLabels({ session, etat })}>{letterTexts.labels}</a>{' '}
            <span class="muted">{letterTexts.labelsNote}</span>
          </p>
          {filter === 'to-post' ? <ToPost view={view} /> : <Lines view={view} typing={false} />}
        </>
      )}
      <Pagination page={view.page} pages={view.pages} href={(page) => addresses.letters({ session, etat, page })} />
    </Page>
  );
}

function Narrowing({ view }: { readonly view: LettersView }): JSX.Element {
  return (
    <>
      {view.sessions.length > 1 && (
        <FilterSelect name="session" label={say.session} options={view.sessions} chosen={view.session} />
      )}
      <FilterSelect
        name="etat"
        label={say.filter}
        options={LETTER_FILTERS.map((one) => ({ value: LETTER_FILTER_NAMES[one], label: say.filters[one] }))}
        chosen={LETTER_FILTER_NAMES[view.filter]}
      />
    </>
  );
}

function ToPost({ view }: { readonly view: LettersView }): JSX.Element {
  const { session, page } = view;
  return (
    <Form
      action={addresses.letters({ session, page })}
      csrf={view.csrf}
      state={view.state}
      label={say.list}
      submit={say.submit}
    >
      <p>{say.postText}</p>
      <FormField field={postedField} />
      <Lines view={view} typing />
    </Form>
  );
}

function Lines({ view, typing }: { readonly view: LettersView; readonly typing: boolean }): JSX.Element {
  return (
    <Table
      caption={say.list}
      columns={[...say.columns, ...(typing ? [say.trackingColumn] : [])]}
      rows={view.lines.map((line) => ({ key: line.paperId, cells: cellsOf(line, typing) }))}
    />
  );
}

function cellsOf(line: LetterLine, typing: boolean): readonly ComponentChildren[] {
  const { id, paperId, number, name, address, notification } = line;
  return [
    <>
      <a href={addresses.letter(id)}>
        <Identifier>{number}</Identifier>
      </a>{' '}
      <TypedWords>{name}</TypedWords>
      <br />
      <a href={addresses.paper(id, paperId)}>
        {letterTexts.paper}
        <span class="unseen"> {line.reference}</span>
      </a>
    </>,
    <>
      <AddressLines lines={address} />
      {line.noRepresentative && <p class="muted">{letterTexts.noRepresentative}</p>}
    </>,
    noticeTexts.standing(notification),
    ...(typing
      ? [
          <span key="suivi" class="field">
            <input
              type="text"
              name={`suivi-${paperId}`}
              value={line.typed}
              aria-label={say.trackingOf(number)}
              autocomplete="off"
              autocapitalize="characters"
              spellcheck={false}
              maxLength={30}
              size={14}
            />
          </span>,
        ]
      : []),
  ];
}
