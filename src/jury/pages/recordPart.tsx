import type { JSX } from 'preact';
import { Alert, instantInWords, Section, Table, TypedWords } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { recordTexts } from '../recordTexts.ts';
import { texts } from '../texts.ts';
import type { AdditionLine, JuryView } from './views.ts';

const say = texts.record;

/** The record and its additions, to download. */
export function RecordFiles({ jury, sheets, personOf }: JuryView): JSX.Element {
  const record = jury.record ?? '';
  return (
    <Section title={say.title}>
      {jury.closedAt !== null && <p>{say.closed(record, personOf(jury.closedBy), jury.closedAt)}</p>}
      <Table
        caption={say.title}
        columns={[say.columns.sheet, say.columns.at, say.columns.seal]}
        rows={sheets.map(({ number, issuedAt, pdfSha256, sealLevel }) => ({
          key: String(number),
          cells: [
            <a key="file" href={addresses.sheet(jury.id, number)} download>
              {number === 0 ? say.file(record) : say.addition(number)}
            </a>,
            instantInWords(issuedAt),
            pdfSha256 === null ? (
              say.printing
            ) : (
              // One cell: on a telephone a digest of 64 signs would leave these words no room beside it.
              <div key="seal">
                {sealLevel === null ? say.unsealed : say.sealed(sealLevel)}{' '}
                <small class="muted">
                  <TypedWords>{say.digest(pdfSha256)}</TypedWords>
                </small>
              </div>
            ),
          ],
        }))}
      />
    </Section>
  );
}

/** Marks that changed since, and what was proposed and kept. */
export function Additions({ jury, additions, drifted, head }: JuryView): JSX.Element | null {
  if (additions.length === 0 && drifted.length === 0) return null;
  return (
    <Section title={texts.additions.title}>
      {drifted.length > 0 && (
        <Alert tone="warn" title={texts.additions.drift(drifted.length)} level={3}>
          <p>{texts.additions.driftText}</p>
          <ul>
            {drifted.map(({ id, number }) => (
              <li key={id}>
                <a href={addresses.candidate(jury.id, id)}>{number}</a>
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {additions.length > 0 && (
        <Table
          caption={texts.additions.title}
          columns={[
            texts.additions.columns.candidate,
            texts.additions.columns.kind,
            texts.additions.columns.state,
            texts.additions.columns.reason,
          ]}
          rows={additions.map((line) => ({
            key: line.addition.id,
            cells: [
              head || line.addition.state === 'proposed' ? (
                <a key="c" href={addresses.candidate(jury.id, line.addition.enrolmentId)}>
                  {line.number}
                </a>
              ) : (
                line.number
              ),
              objectOf(line),
              `${stateOf(line)}, ${texts.additions.by(line.asked, line.ended)}`,
              <TypedWords key="r">{line.addition.reason}</TypedWords>,
            ],
          }))}
        />
      )}
    </Section>
  );
}

function objectOf({ addition: { kind, decision } }: AdditionLine): string {
  const what = texts.additions.kinds[kind];
  return decision === null ? what : `${what}\u00a0: ${recordTexts.decisions[decision]}`;
}

function stateOf({ addition: { state, number } }: AdditionLine): string {
  return state === 'kept' ? texts.additions.states.kept(number) : texts.additions.states[state];
}
