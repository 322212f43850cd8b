import type { JSX } from 'preact';
import { Alert, Details, EmptyState, Section, Tag } from '../../ui/index.ts';
import type { Differences as Found, ValueChange } from '../rules/difference.ts';
import type { DiffLine } from '../rules/lines.ts';
import { texts } from '../texts/checking.ts';
import { pathInFrench, valueInFrench } from '../texts/keys.ts';
import { DraftFrame, type DraftView } from './draftFrame.tsx';

const say = texts.differences;

/** What the draft changes, value by value, then line by line. */
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
  return (
    <>
      {valuesLeft > 0 && <Alert tone="info">{say.valuesLeft(valuesLeft)}</Alert>}
      {files.map((one) => (
        <Section key={one.file} title={one.file} action={<Tag>{say.kinds[one.kind]}</Tag>}>
          {one.values !== null && one.values.length > 0 && <Values values={one.values} />}
          {one.values?.length === 0 && one.kind === 'changed' && <p>{say.layoutOnly}</p>}
          <Details summary={one.kind === 'gone' ? say.oldLines : say.lines}>
            <Lines lines={one.lines} />
          </Details>
        </Section>
      ))}
    </>
  );
}

function Values({ values }: { readonly values: readonly ValueChange[] }): JSX.Element {
  return (
    <dl class="changes">
      {values.map(({ path, was, is }) => (
        <div key={path.join(' ')}>
          <dt>{pathInFrench(path)}</dt>
          <dd>{was === undefined ? <span class="muted">{say.nothing}</span> : <del>{valueInFrench(was)}</del>}</dd>
          <dd>{is === undefined ? <span class="muted">{say.removed}</span> : <ins>{valueInFrench(is)}</ins>}</dd>
        </div>
      ))}
    </dl>
  );
}

const MARKS = { same: ' ', was: '−', is: '+' } as const;

function Lines({ lines }: { readonly lines: readonly DiffLine[] | null }): JSX.Element {
  if (lines === null) return <Alert tone="warn">{say.tooDifferent}</Alert>;
  return (
    <section class="scrolls" tabindex={0} aria-label={say.lines}>
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
