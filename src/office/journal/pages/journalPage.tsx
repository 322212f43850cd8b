import type { JSX } from 'preact';
import type { Seal } from '../../../platform/journalSeal.ts';
import {
  Alert,
  Button,
  ButtonLink,
  clockTime,
  Details,
  dayInWords,
  EmptyState,
  FilterSelect,
  Form,
  ListHead,
  type Option,
  Page,
  type PageFrame,
  SearchBox,
  Section,
  shortInstant,
  Table,
  type TableProps,
  TypedWords,
} from '../../../ui/index.ts';
import { addresses } from '../../addresses.ts';
import { FileLink, type ShownFile } from '../../pages/fileLink.tsx';
import { journalTexts } from '../journalTexts.ts';
import { nightsTexts } from '../nightsTexts.ts';
import { refusalsTexts } from '../refusalsTexts.ts';
import { ACT_KINDS } from '../rules/actKind.ts';
import { alikeTogether } from '../rules/alike.ts';

const say = journalTexts;
const KINDS: readonly Option[] = ACT_KINDS.map((kind) => ({ value: kind, label: say.kinds[kind] }));

export type ShownEntry = {
  readonly id: number;
  readonly at: Temporal.Instant;
  readonly what: string;
  readonly file: ShownFile;
  readonly who: string;
  /** The colleague whom it is about, or the draft, which names nobody. */
  readonly member: ShownMember;
};

export type ShownMember = { readonly name: string; readonly href: string | null } | null;

/** What the recomputed chains say: how many were looked at, how many entries don't fit theirs. */
export type Verified = { readonly chains: number; readonly broken: number };

/** What its lines are narrowed by, as typed; empty: by nothing. */
export type JournalAsked = {
  readonly typed: string;
  readonly actor: string;
  readonly act: string;
  readonly day: string;
};

export type JournalView = PageFrame & {
  readonly academy: string;
  readonly asked: JournalAsked;
  /** What of it can't be looked for, each in a sentence. */
  readonly faults: readonly string[];
  readonly members: readonly Option[];
  readonly seal: Seal | null;
  readonly before: number | null;
  readonly signIns: boolean;
  readonly entries: readonly ShownEntry[];
  readonly more: boolean;
  readonly verified: Verified | null;
};

/** What was done in the academy, the latest first. */
export function JournalPage(view: JournalView): JSX.Element {
  const { asked, entries, more, before, verified, signIns } = view;
  const { typed } = asked;
  const query = { ...chosenIn(asked), connexions: signIns ? 1 : null };
  const oldest = entries.at(-1);
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={say.title}>
      <ListHead
        title={say.title}
        count={view.academy}
        action={
          <>
            <a href={addresses.refusals}>{refusalsTexts.title}</a> <a href={addresses.nights()}>{nightsTexts.title}</a>
          </>
        }
      >
        <Form action={addresses.journal()} method="get" label={say.title}>
          <SearchBox name="numero" label={say.number} example={say.example} typed={typed} width={13} />
          <FilterSelect name="par" label={say.by} every={say.everybody} options={view.members} chosen={asked.actor} />
          <FilterSelect name="acte" label={say.act} every={say.everyAct} options={KINDS} chosen={asked.act} />
          <SearchBox name="jour" label={say.day} example={say.dayExample} typed={asked.day} width={10} />
          <Button kind="secondary">{say.submit}</Button>
        </Form>
      </ListHead>
      {view.faults.map((fault) => (
        <Alert key={fault} tone="warn">
          {fault}
        </Alert>
      ))}
      {verified !== null && (
        <div role="status">
          <Alert tone={verified.broken === 0 ? 'ok' : 'danger'}>
            {verified.broken === 0 ? say.intact(verified.chains) : say.broken(verified.broken)}
          </Alert>
        </div>
      )}
      {entries.length === 0 ? (
        <Nothing view={view} />
      ) : (
        <>
          <Table
            caption={typed === '' ? say.title : say.of(typed)}
            captionShown={typed !== ''}
            compact
            columns={[{ label: say.columns.at, narrow: true }, say.columns.what, say.columns.file, say.columns.who]}
            rows={alikeTogether(entries).map(rowOf)}
          />
          <p>
            <Ways view={view} /> {before !== null && <a href={addresses.journal(query)}>{say.newest}</a>}{' '}
            {more && oldest !== undefined && (
              <a href={addresses.journal({ ...query, avant: oldest.id })} rel="next">
                {say.older}
              </a>
            )}
          </p>
          <ButtonLink kind="secondary" href={addresses.journal({ ...query, avant: before, verifier: 1 })}>
            {say.verify}
          </ButtonLink>
          <p class="muted">{say.verifyHint}</p>
        </>
      )}
      <Section title={say.seals.title}>
        {view.seal === null ? (
          <p>{say.seals.none}</p>
        ) : (
          <>
            <p>{say.seals.last(dayInWords(view.seal.day), view.seal.entries, view.seal.chains)}</p>
            <p>
              <span class="code">{view.seal.hash.toString('hex')}</span>
            </p>
            <p class="muted">{say.seals.hint}</p>
          </>
        )}
      </Section>
    </Page>
  );
}

/** A line of the journal, or like ones as one that unfolds: each with its hour and its file. */
function rowOf(run: readonly ShownEntry[]): TableProps['rows'][number] {
  const [latest, first] = [run[0], run.at(-1)];
  if (latest === undefined || first === undefined) return { key: '', cells: [] };
  const isAlone = run.length === 1;
  const subjects = new Set(run.map(({ file, member }) => member?.name ?? file?.number)).size;
  const about = <About key="sujet" entry={latest} />;
  return {
    key: String(latest.id),
    cells: [
      isAlone ? shortInstant(latest.at) : say.between(first.at, latest.at),
      isAlone ? (
        <TypedWords key="quoi">{latest.what}</TypedWords>
      ) : (
        <Details key="quoi" summary={say.times(latest.what, run.length)}>
          <ul>
            {run.map((entry) => (
              <li key={entry.id}>
                {clockTime(entry.at)} <About entry={entry} />
              </li>
            ))}
          </ul>
        </Details>
      ),
      subjects < 2 ? about : say.subjects(subjects),
      latest.who,
    ],
  };
}

function chosenIn({ typed, actor, act, day }: JournalAsked) {
  return { numero: typed, par: actor, acte: act, jour: day };
}

const isNarrowed = (asked: JournalAsked): boolean => Object.values(asked).some((words) => words !== '');

/** With the sign-ins or without, and without any filter. */
function Ways({ view }: { readonly view: JournalView }): JSX.Element {
  const { signIns, asked } = view;
  return (
    <>
      {asked.act === '' && (
        <a href={addresses.journal({ ...chosenIn(asked), connexions: signIns ? null : 1 })}>
          {signIns ? say.noSignIns : say.signIns}
        </a>
      )}{' '}
      {(isNarrowed(asked) || view.faults.length > 0) && <a href={addresses.journal()}>{say.clear}</a>}
    </>
  );
}

/** Of these filters, beyond the last line, or of a journal that begins. */
function Nothing({ view }: { readonly view: JournalView }): JSX.Element | null {
  const { asked } = view;
  // What can't be looked for is said above.
  if (view.faults.length > 0) return <Ways view={view} />;
  if (!isNarrowed(asked) && view.before === null) return <EmptyState title={say.empty}>{say.emptyText}</EmptyState>;
  return (
    <EmptyState
      title={say.nothing}
      action={
        <>
          <ButtonLink kind="secondary" href={addresses.journal()}>
            {say.clear}
          </ButtonLink>
          {asked.act === '' && !view.signIns && (
            <ButtonLink kind="secondary" href={addresses.journal({ ...chosenIn(asked), connexions: 1 })}>
              {say.signIns}
            </ButtonLink>
          )}
        </>
      }
    >
      {say.nothingText}
    </EmptyState>
  );
}

/** The file, the draft or the colleague that an act is about. */
function About({ entry: { file, member } }: { readonly entry: ShownEntry }): JSX.Element | null {
  if (member === null) return <FileLink file={file} />;
  return member.href === null ? <span>{member.name}</span> : <a href={member.href}>{member.name}</a>;
}
