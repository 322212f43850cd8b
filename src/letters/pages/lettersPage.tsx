import type { ComponentChildren, JSX } from 'preact';
import {
  AddressLines,
  type LetterStanding,
  letterTexts,
  type Notice,
  postedField,
  standingInWords,
} from '../../papers/index.ts';
import { paperTexts, personAddresses, type RecoveryToAgree, WaitingTable } from '../../persons/index.ts';
import { listFilters } from '../../scope/index.ts';
import {
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
  Section,
  Table,
  TypedWords,
} from '../../ui/index.ts';
import {
  LETTER_FILTER_NAMES,
  LETTER_FILTERS,
  LETTER_SORTS,
  type LetterFilter,
  type LetterSort,
} from '../rules/letterFilter.ts';
import { lettersTexts as say } from '../texts.ts';
import type { Tray } from '../trays.ts';

export const TRAY_ACTS = { print: 'imprimer', post: 'partie' } as const;

/** One decision on its way to its person, or one letter. */
export type LetterLine = {
  /** Of the enrolment. */
  readonly id: string;
  /** Of the paper or the letter. */
  readonly paperId: string;
  readonly number: string;
  readonly name: string;
  readonly notice: Notice;
  readonly notification: LetterStanding;
  /** The lines of the envelope, the name first. */
  readonly address: readonly string[];
  /** A minor's, for whom nobody is known to answer. */
  readonly noRepresentative: boolean;
  /** As it was typed; '' at first. */
  readonly typed: string;
  readonly ticked: boolean;
};

export type LettersView = PageFrame & {
  readonly tray: Pick<Tray, 'words' | 'at'>;
  readonly sessions: readonly Option[];
  readonly session: string | null;
  readonly filter: LetterFilter;
  readonly sort: LetterSort | null;
  readonly lines: readonly LetterLine[];
  /** Letters with a code, that this person may print. */
  readonly access: readonly RecoveryToAgree[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly state: FormState;
};

/** *Courriers à imprimer et poster*: what is to be printed and sent, under which number it left, and what became of it. */
export function LettersPage(view: LettersView): JSX.Element {
  const { session, filter, state, sort: nature } = view;
  const { words, at } = view.tray;
  const etat = LETTER_FILTER_NAMES[filter];
  const here = { session, etat, nature };
  const title = filter === 'to-post' ? words.title : say.titleOf(say.filters[filter]);
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={title} faults={state.faults}>
      <ListHead title={title} count={say.count(view.total)} help={say.help}>
        <Form action={at.list()} method="get" label={say.filter}>
          <Narrowing view={view} />
          <Button kind="secondary">{say.show}</Button>
        </Form>
      </ListHead>
      <p>{words.lead}</p>
      {view.access.length > 0 && (
        <WaitingTable words={paperTexts.letter.waiting} at={personAddresses.accessLetter} waiting={view.access} />
      )}
      {view.lines.length === 0 ? (
        <EmptyState title={say.empty}>{say.emptyText[filter]}</EmptyState>
      ) : (
        <>
          <p>
            {filter === 'to-post' && (
              <>
                <a href={at.list({ ...here, page: view.page, coche: 'oui' })}>{say.tickAll}</a>
                {' · '}
              </>
            )}
            <a href={at.csv(here)} download>
              {letterTexts.csv}
            </a>
            {' · '}
            <a href={at.labels(here)}>{letterTexts.labels}</a> <span class="muted">{letterTexts.labelsNote}</span>
          </p>
          {filter === 'to-post' ? <ToPost view={view} /> : <Lines view={view} typing={false} />}
        </>
      )}
      <Pagination page={view.page} pages={view.pages} href={(page) => at.list({ ...here, page })} />
    </Page>
  );
}

function Narrowing({ view }: { readonly view: LettersView }): JSX.Element {
  return (
    <>
      {view.sessions.length > 1 && (
        <FilterSelect {...listFilters.session} options={view.sessions} chosen={view.session} />
      )}
      <FilterSelect
        name="nature"
        label={say.sort}
        every={say.everySort}
        options={LETTER_SORTS.map((one) => ({ value: one, label: say.sorts[one] }))}
        chosen={view.sort}
      />
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
  const { session, sort: nature, page } = view;
  return (
    <Form action={view.tray.at.list({ session, nature, page })} csrf={view.csrf} state={view.state} label={say.list}>
      <Lines view={view} typing />
      <Section title={say.printTitle}>
        <p>{say.printText}</p>
        <Button kind="secondary" name="acte" value={TRAY_ACTS.print}>
          {say.print}
        </Button>
      </Section>
      <Section title={say.postTitle}>
        <p>{say.postText}</p>
        <FormField field={postedField} />
        <Button name="acte" value={TRAY_ACTS.post}>
          {say.submit}
        </Button>
      </Section>
    </Form>
  );
}

function Lines({ view, typing }: { readonly view: LettersView; readonly typing: boolean }): JSX.Element {
  return (
    <Table
      caption={say.list}
      columns={[...say.columns, { label: typing ? say.standingAndTracking : say.standing, plain: true }]}
      rows={view.lines.map((line) => ({ key: line.paperId, cells: cellsOf(line, typing, view.tray.at) }))}
    />
  );
}

/** « Anne Martin, cheffe de la division … » by the name alone: the letter and its page say the rest. */
function nameOf(signer: string | null): string | null {
  return signer?.split(',')[0] ?? null;
}

function TrackingLabel({ at, of }: { readonly at: string; readonly of: string }): JSX.Element {
  return (
    <label for={at}>
      {say.tracking}
      <span class="unseen"> {of}</span>
    </label>
  );
}

function cellsOf(line: LetterLine, typing: boolean, at: Tray['at']): readonly ComponentChildren[] {
  const { id, paperId, number, name, address, notice, notification, ticked } = line;
  const { kind, reference, title } = notice;
  return [
    <span key="dossier">
      {typing && (
        <>
          <input type="checkbox" name="choix" value={paperId} checked={ticked} aria-label={say.tick(reference)} />{' '}
        </>
      )}
      {at.file === null ? (
        <Identifier>{number}</Identifier>
      ) : (
        <a href={at.file(id)}>
          <Identifier>{number}</Identifier>
        </a>
      )}{' '}
      <TypedWords>{name}</TypedWords>
    </span>,
    <span key="courrier">
      <a href={(kind === null ? at.letter : at.decision)(id, paperId)}>{title}</a>
      <br />
      <span class="muted">
        {kind === null ? (
          reference
        ) : (
          <>
            {say.decision} · <a href={at.paper(id, paperId)}>{letterTexts.paper}</a>
            <span class="unseen"> {reference}</span>
          </>
        )}
      </span>
    </span>,
    <>
      <AddressLines lines={address} />
      {line.noRepresentative && <p class="muted">{letterTexts.noRepresentative}</p>}
    </>,
    <>
      {standingInWords({ ...notice, signedBy: nameOf(notice.signedBy) }, notification)}
      {typing && (
        <div class="field">
          <TrackingLabel at={`suivi-${paperId}`} of={say.trackingOf(number, reference)} />
          <input
            id={`suivi-${paperId}`}
            type="text"
            name={`suivi-${paperId}`}
            value={line.typed}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            maxLength={30}
            size={14}
          />
        </div>
      )}
    </>,
  ];
}
