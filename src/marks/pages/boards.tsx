import type { JSX } from 'preact';
import { Alert, Identifier, Section, Table, wholeNumber } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { showNumber } from '../rules/anonymousNumber.ts';
import { texts } from '../texts.ts';
import type { BatchView, SheetToSee } from './headView.ts';

const say = texts.boards;

/** Of a batch that is marked by name: how far its boards are, and the sheets with which its head has something to do. */
export function Boards({ batch, boards }: BatchView): JSX.Element | null {
  if (boards === null) return null;
  const { progress, single, barred, late } = boards;
  return (
    <Section title={say.title}>
      <p>{say.text}</p>
      {progress.length === 0 ? (
        <p>{say.nowhere}</p>
      ) : (
        <Table
          caption={say.title}
          columns={[
            say.columns.board,
            ...(
              [
                say.columns.candidates,
                say.columns.agreed,
                say.columns.single,
                say.columns.open,
                say.columns.left,
              ] as const
            ).map((label) => ({ label, figures: true, narrow: true })),
          ]}
          rows={progress.map((one, index) => ({
            key: `${one.room} ${index}`,
            cells: [
              [one.centre, one.room, one.name].filter((words) => words !== '').join(', '),
              ...[
                one.candidates,
                one.agreed,
                one.single,
                one.open,
                one.candidates - one.agreed - one.single - one.open,
              ].map(wholeNumber),
            ],
          }))}
        />
      )}
      <Sheets batch={batch.id} title={say.single(single.length)} text={say.singleText} sheets={single} />
      <Sheets batch={batch.id} title={say.barred(barred.length)} text={say.barredText} sheets={barred} />
      {late.length > 0 && (
        <Alert tone="warn" title={say.late(late.length)}>
          <p>{say.lateText}</p>
          <Table
            caption={say.late(late.length)}
            columns={Object.values(say.lateColumns)}
            rows={late.map((one) => ({
              key: one.sheetId,
              cells: [
                <a key="a" href={addresses.sheet(batch.id, one.sheetId)}>
                  {one.name}
                </a>,
                <Identifier key="n">{showNumber(one.number)}</Identifier>,
                one.stands === '' ? say.none : one.stands,
                one.said === '' ? say.none : one.said,
                one.isAgreed ? say.agreed : say.alone,
              ],
            }))}
          />
        </Alert>
      )}
    </Section>
  );
}

function Sheets(props: {
  readonly batch: string;
  readonly title: string;
  readonly text: string;
  readonly sheets: readonly SheetToSee[];
}): JSX.Element | null {
  const { batch, title, text, sheets } = props;
  if (sheets.length === 0) return null;
  return (
    <Alert tone="warn" title={title}>
      <p>{text}</p>
      <ul>
        {sheets.map(({ sheetId, name }) => (
          <li key={sheetId}>
            <a href={addresses.sheet(batch, sheetId)}>{name}</a>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
