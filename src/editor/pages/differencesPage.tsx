import type { JSX } from 'preact';
import { Alert, Details, EmptyState, Section, Table, Tag } from '../../ui/index.ts';
import type { FileDifference, Differences as Found } from '../rules/difference.ts';
import { differencesInWords, type EntryDifference, type SaidChange, summaryOf } from '../rules/differenceWords.ts';
import type { DiffLine } from '../rules/lines.ts';
import { texts } from '../texts/checking.ts';
import { DraftFrame, type DraftView } from './draftFrame.tsx';

const say = texts.differences;

/** What the draft changes: in one line, entry by entry, then line by line. */
export function DifferencesPage({
  view,
  differences,
}: {
  readonly view: DraftView;
  readonly differences: Found | null;
}): JSX.Element {
  return (
    <DraftFrame view={view} part="differences" title={say.title} lead={say.lead}>
      <Differences differences={differences} />
    </DraftFrame>
  );
}

/** null: they couldn't be worked out in the time and memory that they may take. */
export function Differences({ differences }: { readonly differences: Found | null }): JSX.Element {
  if (differences === null) return <Alert tone="warn">{say.notCompared}</Alert>;
  const { files, valuesLeft } = differences;
  if (files.length === 0) return <EmptyState title={say.none}>{say.noneText}</EmptyState>;
  const summary = summaryOf(differences);
  const silent = files.filter(({ values }) => values === null || values.length === 0);
  return (
    <>
      {summary.length > 0 && (
        <p>
          {say.summary}
          {'\u00a0'}: <strong>{summary.join(', ')}</strong>.
        </p>
      )}
      {valuesLeft > 0 && <Alert tone="info">{say.valuesLeft(valuesLeft)}</Alert>}
      {differencesInWords(differences).map((entry) => (
        <OneEntry key={`${entry.file} ${entry.title}`} entry={entry} />
      ))}
      {silent.map(({ file, values }) => (
        <p key={file}>{values === null ? say.unreadable(file) : say.remarks(file)}</p>
      ))}
      <Details summary={say.files}>
        {files.map((one) => (
          <FileLines key={one.file} file={one} />
        ))}
      </Details>
    </>
  );
}

function OneEntry({ entry }: { readonly entry: EntryDifference }): JSX.Element {
  return (
    <Section title={say.heading(entry.what, entry.title)} action={<Tag>{say.kinds[entry.kind]}</Tag>}>
      {entry.dates.length > 0 && <Dates changes={entry.dates} />}
      {entry.others.length > 0 && <Changes changes={entry.others} />}
    </Section>
  );
}

function Changes({ changes }: { readonly changes: readonly SaidChange[] }): JSX.Element {
  return (
    <dl class="changes">
      {changes.map((change, index) => (
        <div key={index}>
          <dt>{change.where}</dt>
          <dd>
            <Was {...change} />
          </dd>
          <dd>
            <Is {...change} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The dates of a session, old beside new. */
function Dates({ changes }: { readonly changes: readonly SaidChange[] }): JSX.Element {
  return (
    <Table
      caption={say.dates}
      captionShown
      columns={Object.values(say.columns)}
      rows={changes.map((change, index) => ({
        key: String(index),
        cells: [change.where, <Was key="was" {...change} />, <Is key="is" {...change} />],
      }))}
    />
  );
}

function Was({ was }: SaidChange): JSX.Element {
  return was === null ? <span class="muted">{say.nothing}</span> : <del>{was}</del>;
}

function Is({ is }: SaidChange): JSX.Element {
  return is === null ? <span class="muted">{say.removed}</span> : <ins>{is}</ins>;
}

const MARKS = { same: ' ', was: '−', is: '+' } as const;

function FileLines({ file: { file, kind, lines } }: { readonly file: FileDifference }): JSX.Element {
  return (
    <>
      <p>
        {file} <Tag>{say.kinds[kind]}</Tag>
      </p>
      {lines === null ? <Alert tone="warn">{say.tooDifferent}</Alert> : <Lines file={file} lines={lines} />}
    </>
  );
}

function Lines({ file, lines }: { readonly file: string; readonly lines: readonly DiffLine[] }): JSX.Element {
  return (
    <section class="scrolls" tabindex={0} aria-label={file}>
      <pre class="diff">
        {lines.map((line, index) =>
          'count' in line ? (
            <span key={index} class="skipped">{`${say[line.kind](line.count)}\n`}</span>
          ) : (
            <span key={index} class={line.kind}>{`${MARKS[line.kind]} ${line.text}\n`}</span>
          ),
        )}
      </pre>
    </section>
  );
}
