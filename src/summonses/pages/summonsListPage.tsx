import type { ComponentChildren, JSX } from 'preact';
import { examAddresses as addresses, type ExamFrame, ExamPage } from '../../exam/index.ts';
import { SessionChoice } from '../../scope/index.ts';
import {
  ActionForm,
  Alert,
  Button,
  ButtonLink,
  EmptyState,
  FilterSelect,
  Identifier,
  ListHead,
  type Option,
  shortInstant,
  Table,
  TypedWords,
} from '../../ui/index.ts';
import { SUMMONS_FILTERS, type SummonsFilter, type SummonsLine } from '../store/summonsList.ts';
import { summonsListTexts as say } from '../summonsListTexts.ts';

export type SummonsListView = ExamFrame & {
  readonly csrf: string;
  readonly idempotencyKey: string;
  /** Of the form of each line. */
  readonly keyOf: (line: SummonsLine) => string;
  readonly sessions: readonly Option[];
  readonly session: string;
  /** Is a plan published? */
  readonly published: boolean;
  readonly counts: Readonly<Record<SummonsFilter, number>>;
  /** Of those without a summons, how many nobody knows the units of. */
  readonly unknown: number;
  readonly filter: SummonsFilter;
  /** What is looked for; '': nothing. */
  readonly words: string;
  readonly lines: readonly (SummonsLine & { readonly name: string })[];
  readonly next: string | null;
  /** The first test of the session, once it is near. */
  readonly near: Temporal.Instant | null;
  readonly now: Temporal.Instant;
  /** Do the rules say what is to be brought? */
  readonly says: boolean;
  /** Why an act was refused. */
  readonly refused: string | null;
};

/** Who was summoned, who read it, whose mail came back. */
export function SummonsListPage(view: SummonsListView): JSX.Element {
  const { session, filter, counts, lines } = view;
  return (
    <ExamPage {...view} tab="summonses" title={say.title}>
      <ListHead
        title={say.title}
        count={say.count(counts.issued)}
        help={say.help}
        action={
          <>
            {view.isHead && (
              <ButtonLink kind="secondary" href={addresses.lists({ session })}>
                {say.lists}
              </ButtonLink>
            )}
            <ButtonLink kind="secondary" href={addresses.summonsesCsv(here(view))} download>
              {say.export}
            </ButtonLink>
          </>
        }
      >
        <SessionChoice action={addresses.summonses()} sessions={view.sessions} session={session}>
          <Filter view={view} />
        </SessionChoice>
      </ListHead>
      {view.refused !== null && <Alert tone="danger">{view.refused}</Alert>}
      {filter === 'without' && counts.without > 0 && (
        <p>
          {say.why({ published: view.published, all: counts.without, unknown: view.unknown })}{' '}
          <a href={addresses.plan({ session })}>{say.toPlan}</a>
        </p>
      )}
      <Warnings view={view} />
      {lines.length === 0 ? (
        <EmptyState title={emptyOf(view)}>{isPlanned(view) ? say.noneText : say.noPlanText}</EmptyState>
      ) : (
        <Table
          caption={say.filters[filter]}
          compact
          columns={say.columns.map((label, index) => ({ label, narrow: index === 4 }))}
          rows={lines.map((line) => ({ key: line.enrolmentId, cells: cellsOf(line, view) }))}
        />
      )}
      {view.next !== null && (
        <p>
          <a href={addresses.summonses({ ...here(view), apres: view.next })}>{say.next}</a>
        </p>
      )}
    </ExamPage>
  );
}

function Warnings({ view }: { readonly view: SummonsListView }): JSX.Element {
  const { session, counts, near, now } = view;
  const to = (filter: SummonsFilter): string => addresses.summonses({ session, etat: say.names[filter] });
  return (
    <>
      {near !== null && counts.without > 0 && (
        <Alert tone="danger">
          <p>
            {say.missing(counts.without, near, now)} <a href={to('without')}>{say.missingLink}</a>
          </p>
        </Alert>
      )}
      {counts.failed > 0 && (
        <Alert tone="danger">
          <p>
            {say.failedAlert(counts.failed)} <a href={to('failed')}>{say.missingLink}</a>
          </p>
        </Alert>
      )}
      {counts.refused > 0 && (
        <Alert tone="warn">
          <p>
            {say.refusedAlert(counts.refused)} <a href={to('refused')}>{say.missingLink}</a>
          </p>
        </Alert>
      )}
      {counts.outdated > 0 && (
        <Alert tone="warn">
          <p>
            {say.outdated.text(counts.outdated)} <a href={to('outdated')}>{say.missingLink}</a>
          </p>
          {view.isHead && (
            <ActionForm
              action={addresses.summonsesAnew({ session })}
              csrf={view.csrf}
              idempotencyKey={view.idempotencyKey}
            >
              <Button kind="secondary">{say.outdated.submit}</Button>
              <p class="muted">{say.outdated.hint}</p>
            </ActionForm>
          )}
        </Alert>
      )}
      {!view.says && <Alert tone="warn">{say.noWords}</Alert>}
    </>
  );
}

/** What the address asks for, for the links that keep it. */
function here({ session, filter, words }: SummonsListView) {
  return { session, etat: say.names[filter], q: words };
}

function emptyOf(view: SummonsListView): string {
  if (view.words !== '') return say.notFound(view.words);
  return isPlanned(view) ? say.none : say.noPlan;
}

function isPlanned({ published, filter, words }: SummonsListView): boolean {
  return published || filter === 'without' || words !== '';
}

function Filter({ view: { filter, counts, words } }: { readonly view: SummonsListView }): JSX.Element {
  return (
    <>
      <FilterSelect
        name="etat"
        label={say.filter}
        options={SUMMONS_FILTERS.map((one) => ({
          value: say.names[one],
          label: say.counted(say.filters[one], counts[one]),
        }))}
        chosen={say.names[filter]}
      />
      <div class="field">
        <label for="recherche">{say.search}</label>
        <input id="recherche" name="q" type="search" value={words} size={14} maxlength={80} />
      </div>
    </>
  );
}

function cellsOf(line: SummonsListView['lines'][number], view: SummonsListView): readonly ComponentChildren[] {
  const { enrolmentId, number, name, running, firstAt, rank, fault } = line;
  return [
    <>
      <a href={addresses.file(enrolmentId)}>
        <TypedWords>{name}</TypedWords>
      </a>{' '}
      <Identifier>{number}</Identifier>
    </>,
    firstAt === null ? '' : shortInstant(firstAt),
    editionOf(line),
    readOf(line),
    running && (rank !== null || fault !== null) ? (
      <ActionForm
        key="again"
        action={addresses.summonsAgain(enrolmentId, here(view))}
        csrf={view.csrf}
        idempotencyKey={view.keyOf(line)}
      >
        <Button kind="row" about={say.againAbout(number)}>
          {say.again}
        </Button>
      </ActionForm>
    ) : (
      ''
    ),
  ];
}

/** When it was opened; until then, what became of its mail. */
function readOf({ rank, openedAt, mail, reply }: SummonsLine): string {
  if (rank === null) return '';
  if (openedAt !== null) return shortInstant(openedAt);
  const sent =
    mail === null ? [] : [mail === 'failed' && reply !== null ? say.reply(say.mail.failed, reply) : say.mail[mail]];
  return [say.unopened, ...sent].join(', ');
}

function editionOf({ rank, issuedAt, firstAt, running, fault }: SummonsLine): string {
  const told =
    rank === null || issuedAt === null
      ? say.nothing
      : firstAt === null
        ? say.voided(rank, issuedAt)
        : say.edition(rank, issuedAt);
  return [told, ...(running ? [] : [say.ended]), ...(fault === null ? [] : [say.fault(fault)])].join(', ');
}
