import type { JSX } from 'preact';
import { texts } from '../texts.ts';
import { Section } from './layout.tsx';
import { Table } from './table.tsx';

/** Something wrong with a file that was sent. `line`: of the file, from 1; null: of the whole. */
export type LineFault = { readonly line: number | null; readonly message: string };

/** All that is wrong with a file that is taken whole or not at all, line by line. `count`: with those that aren't shown; `file`: which file it is, that a browser doesn't give back. */
export function LineFaults({
  faults,
  count,
  file = '',
}: {
  readonly faults: readonly LineFault[];
  readonly count: number;
  readonly file?: string;
}): JSX.Element {
  const say = texts.lineFaults;
  const more = count - faults.length;
  return (
    <Section title={say.title(count)} id="defauts">
      <p>
        {file !== '' && <strong class="typed">{file}</strong>} {say.nothingWritten}
      </p>
      <Table
        caption={say.title(count)}
        compact
        columns={[
          { label: say.where, narrow: true },
          { label: say.fault, plain: true },
        ]}
        rows={faults.map(({ line, message }, index) => ({
          key: String(index),
          cells: [say.line(line), message],
        }))}
      />
      {more > 0 && <p>{say.more(more)}</p>}
    </Section>
  );
}
