import type { JSX } from 'preact';
import {
  BackLink,
  ErrorSummary,
  KeysHelp,
  numericDay,
  Page,
  PageTitle,
  Section,
  Status,
  Table,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { candidateTexts as say } from '../candidateTexts.ts';
import { recordTexts } from '../recordTexts.ts';
import { averageInWords, codeOf, outcomeInWords, pointsInWords } from '../said.ts';
import { AdditionPart } from './additionPart.tsx';
import { DECISION_LOOKS } from './candidatesPage.tsx';
import type { CandidateView } from './candidateViews.ts';
import { PointsPart } from './pointsPart.tsx';

/** One candidate before the jury: the average line by line, its points, and once the record is closed what an addition would say. */
export function CandidatePage(view: CandidateView): JSX.Element {
  const { jury, account, name, decision, state, notes, place, more } = view;
  const title = name === null ? account.number : `${account.number}, ${name}`;
  const { unite } = state.typed;
  const prefix = view.form === 'retrait' && typeof unite === 'string' ? `retrait-${unite}` : (view.form ?? 'champ');
  const aside = <Status name={DECISION_LOOKS[decision]} label={say.decisions[decision]} />;
  return (
    <Page
      chrome={view.chrome}
      flash={view.flash}
      layout="wide"
      title={title}
      faulty={state.faults.length > 0}
      scripts={['jury.js']}
    >
      <ErrorSummary faults={state.faults} prefix={prefix} />
      <BackLink href={addresses.candidates(jury.id, more)}>{jury.name}</BackLink>
      <PageTitle kicker={`${view.speciality}, ${say.place(place.rank, place.all)}`} aside={aside}>
        {title}
      </PageTitle>
      <nav aria-label={say.title}>
        <p>
          {place.previous !== null && (
            <a rel="prev" href={addresses.candidate(jury.id, place.previous, more)}>
              {say.previous}
            </a>
          )}{' '}
          {place.next !== null && (
            <a rel="next" href={addresses.candidate(jury.id, place.next, more)}>
              {say.next}
            </a>
          )}
        </p>
      </nav>
      {notes.length > 0 && (
        <ul>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <Units {...view} />
      {view.said === null ? <PointsPart {...view} /> : <AdditionPart {...view} said={view.said} />}
      <KeysHelp list={say.keys} note={say.keysNote} />
    </Page>
  );
}

function Units(view: CandidateView): JSX.Element {
  const { account, least, points } = view;
  const { units, judgement } = account;
  const { columns, title, none } = say.units;
  if (units.length === 0)
    return (
      <Section title={title}>
        <p>{none}</p>
      </Section>
    );
  const lines = new Map(judgement.lines.map((line) => [line.id, line]));
  const raised = new Map(points.map((one) => [one.unit, one]));
  return (
    <Section title={title}>
      <Table
        caption={title}
        captionUnseen
        columns={[
          { label: columns.unit },
          { label: columns.coefficient, figures: true, narrow: true },
          { label: columns.mark, figures: true, narrow: true },
          { label: columns.points, figures: true, narrow: true },
          { label: columns.how },
        ]}
        rows={units.map((unit) => {
          const line = lines.get(unit.id);
          const point = raised.get(unit.id);
          const needed = least.get(unit.id);
          const how = [
            ...(point === undefined ? [] : [say.units.raised(point.before, point.after)]),
            ...(unit.note === null ? [say.units.counted[line?.note ?? 'not-entered']] : [recordTexts.notes[unit.note]]),
            ...(unit.obtainedOn === null ? [] : [say.units.obtained(numericDay(unit.obtainedOn))]),
            ...(unit.ground === null ? [] : [say.units.ground(unit.ground)]),
            ...(needed === undefined || !('halfPoints' in unit.outcome)
              ? []
              : [say.units.least(needed, needed - unit.outcome.halfPoints)]),
          ];
          return {
            key: unit.id,
            cells: [
              `${codeOf(unit)} ${unit.title}`,
              unit.optional ? say.units.optional : (unit.coefficient ?? '?'),
              outcomeInWords(unit.outcome),
              pointsInWords(line?.halfPoints ?? null),
              how.join('\u00a0; '),
            ],
          };
        })}
      />
      <p>
        <strong>{view.sum}</strong>
      </p>
      {judgement.professionalAverage !== null && (
        <p>{say.units.professional(averageInWords(judgement.professionalAverage))}</p>
      )}
    </Section>
  );
}
