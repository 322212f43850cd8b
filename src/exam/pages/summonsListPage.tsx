import type { ComponentChildren, JSX } from 'preact';
import {
  ActionForm,
  Alert,
  Button,
  ButtonLink,
  EmptyState,
  Form,
  Identifier,
  ListHead,
  type Option,
  shortInstant,
  Table,
  TypedWords,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { SUMMONS_FILTERS, type SummonsFilter, type SummonsLine } from '../store/summonsList.ts';
import { summonsListTexts as say } from '../summonsListTexts.ts';
import { type ExamFrame, ExamPage } from './examPage.tsx';
import { SessionChoice } from './sessionChoice.tsx';

export type SummonsListView = ExamFrame & {
  readonly csrf: string;
  /** Of the form of each line. */
  readonly keyOf: (line: SummonsLine) => string;
  readonly sessions: readonly Option[];
  readonly session: string;
  /** Is a plan published? */
  readonly published: boolean;
  readonly counts: Readonly<Record<SummonsFilter, number>>;
  readonly filter: SummonsFilter;
  readonly lines: readonly (SummonsLine & { readonly name: string })[];
  readonly next: string | null;
  /** The first test of the session, once it is near. */
  readonly near: Temporal.Instant | null;
  readonly now: Temporal.Instant;
  /** Do the rules say what is to be brought? */
  readonly words: boolean;
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
            <ButtonLink kind="secondary" href={addresses.summonsesCsv({ session, etat: say.names[filter] })} download>
              {say.export}
            </ButtonLink>
          </>
        }
      />
      <SessionChoice action={addresses.summonses()} sessions={view.sessions} session={session} />
      {view.refused !== null && <Alert tone="danger">{view.refused}</Alert>}
      <Warnings view={view} />
      <Filter view={view} />
      {lines.length === 0 ? (
        <EmptyState title={view.published || filter === 'without' ? say.none : say.noPlan} />
      ) : (
        <Table
          caption={say.filters[filter]}
          captionUnseen
          columns={say.columns.map((label, index) => ({ label, narrow: index === 0 || index === 6 }))}
          rows={lines.map((line) => ({ key: line.enrolmentId, cells: cellsOf(line, view) }))}
        />
      )}
      {view.next !== null && (
        <p>
          <a href={addresses.summonses({ session, etat: say.names[filter], apres: view.next })}>{say.next}</a>
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
      {!view.words && <Alert tone="warn">{say.noWords}</Alert>}
    </>
  );
}

function Filter({ view: { session, filter, counts } }: { readonly view: SummonsListView }): JSX.Element {
  return (
    <Form action={addresses.summonses()} method="get" label={say.filter} inline>
      <input type="hidden" name="session" value={session} />
      <div class="field narrows">
        <label for="filtre-etat">{say.filter}</label>
        <select id="filtre-etat" name="etat">
          {SUMMONS_FILTERS.map((one) => (
            <option key={one} value={say.names[one]} selected={one === filter}>
              {say.counted(say.filters[one], counts[one])}
            </option>
          ))}
        </select>
      </div>
      <Button kind="secondary">{say.filter}</Button>
    </Form>
  );
}

function cellsOf(line: SummonsListView['lines'][number], view: SummonsListView): readonly ComponentChildren[] {
  const { enrolmentId, number, name, running, firstAt, openedAt, mail } = line;
  const { session, filter } = view;
  return [
    <a key="number" href={addresses.file(enrolmentId)}>
      <Identifier>{number}</Identifier>
    </a>,
    <TypedWords key="name">{name}</TypedWords>,
    firstAt === null ? '' : shortInstant(firstAt),
    editionOf(line),
    line.rank === null ? '' : openedAt === null ? say.unopened : shortInstant(openedAt),
    mail === null
      ? ''
      : mail === 'failed' && line.reply !== null
        ? say.reply(say.mail.failed, line.reply)
        : say.mail[mail],
    running && (line.rank !== null || line.fault !== null) ? (
      <ActionForm
        key="again"
        action={addresses.summonsAgain(enrolmentId, { session, etat: say.names[filter] })}
        csrf={view.csrf}
        idempotencyKey={view.keyOf(line)}
      >
        <Button kind="secondary" about={say.againAbout(number)}>
          {say.again}
        </Button>
      </ActionForm>
    ) : (
      ''
    ),
  ];
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
