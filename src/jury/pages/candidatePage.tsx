import type { JSX } from 'preact';
import type { Account, UnitAccount } from '../../results/index.ts';
import {
  ActionForm,
  BackLink,
  Button,
  KeysHelp,
  markInWords,
  numericDay,
  Page,
  PageTitle,
  Section,
  Status,
  Table,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { candidateTexts as say } from '../candidateTexts.ts';
import { averageInWords, codeOf, outcomeInWords, pointsInWords } from '../inWords.ts';
import { recordTexts } from '../recordTexts.ts';
import { toldBeside } from '../rules/pointing.ts';
import type { RaisedMark } from '../rules/points.ts';
import type { JuryPoint } from '../verdict.ts';
import { AdditionPart } from './additionPart.tsx';
import { DECISION_LOOKS } from './candidatesPage.tsx';
import type { CandidateView } from './candidateViews.ts';
import { listHidden, PointsPart } from './pointsPart.tsx';

/** One candidate before the jury: the average line by line, its points, and once the record is closed what an addition would say. */
export function CandidatePage(view: CandidateView): JSX.Element {
  const { jury, account, name, decision, state, notes, more } = view;
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
      faults={state.faults}
      form={prefix}
      scripts={['jury.js']}
    >
      <BackLink href={addresses.candidates(jury.id, more)}>{jury.name}</BackLink>
      <PageTitle kicker={`${view.speciality}, ${placeOf(view)}`} aside={aside}>
        {title}
      </PageTitle>
      <Way {...view} />
      <p>
        <strong>{view.sum}</strong> {view.missing}
      </p>
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

function placeOf({ place, said }: CandidateView): string {
  const rank = say.place(place.rank, place.all);
  return said === null ? `${rank}, ${say.left(place.toExamine)}` : rank;
}

/** To the one before and the next, and the word that this one is seen. */
function Way({ jury, account, place, more, writes, examined, csrf }: CandidateView): JSX.Element {
  return (
    <nav class="form inline" aria-label={say.title}>
      {place.previous !== null && (
        <a rel="prev" href={addresses.candidate(jury.id, place.previous, more)}>
          {say.previous}
        </a>
      )}
      {place.next !== null && (
        <a rel="next" href={addresses.candidate(jury.id, place.next, more)}>
          {say.next}
        </a>
      )}
      {writes && !examined && (
        <ActionForm action={addresses.examined(jury.id, account.enrolmentId)} csrf={csrf} hidden={listHidden(more)}>
          <Button kind="secondary" name="acte" value="vu">
            {say.examine}
          </Button>
        </ActionForm>
      )}
      {writes && examined && <span class="muted">{say.seen}</span>}
    </nav>
  );
}

function Units(view: CandidateView): JSX.Element {
  const { account, points, raises } = view;
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
  const notes = new Map(units.map((unit) => [unit.id, notesOf(view, unit, lines.get(unit.id), raised.get(unit.id))]));
  const noted = [...notes.values()].some((some) => some.length > 0);
  return (
    <Section title={title}>
      <Table
        caption={title}
        columns={[
          columns.unit,
          { label: columns.coefficient, figures: true, narrow: true },
          { label: columns.mark, figures: true, narrow: true },
          { label: columns.points, figures: true, narrow: true },
          ...(raises.size > 0 ? [{ label: columns.least, narrow: true }] : []),
          ...(noted ? [columns.how] : []),
        ]}
        rows={units.map((unit) => ({
          key: unit.id,
          cells: [
            `${codeOf(unit)} ${unit.title}`,
            unit.optional ? say.units.optional : (unit.coefficient ?? '?'),
            outcomeInWords(unit.outcome),
            pointsInWords(lines.get(unit.id)?.halfPoints ?? null),
            ...(raises.size > 0 ? [<Least key="least" view={view} raise={raises.get(unit.id) ?? null} />] : []),
            ...(noted ? [(notes.get(unit.id) ?? []).join('\u00a0; ')] : []),
          ],
        }))}
      />
      {judgement.professionalAverage !== null && (
        <p>{say.units.professional(averageInWords(judgement.professionalAverage))}</p>
      )}
    </Section>
  );
}

/** The mark that is enough; for who may give it, the way to its effect. */
function Least({
  view,
  raise,
}: {
  readonly view: CandidateView;
  readonly raise: RaisedMark | null;
}): JSX.Element | null {
  if (raise === null) return null;
  const words = say.units.least(raise.mark, raise.more);
  if (!view.writes) return <>{words}</>;
  const asked = { ...view.more, unite: raise.unit.id, note: markInWords(raise.mark), acte: 'voir' };
  return (
    <a class="least" href={`${addresses.candidate(view.jury.id, view.account.enrolmentId, asked)}#effet`}>
      {words}
      <span class="unseen"> {say.units.leastAbout(codeOf(raise.unit))}</span>
    </a>
  );
}

/** What is worth saying of one unit: nothing of a mark of this session as it came. */
function notesOf(
  { told }: CandidateView,
  unit: UnitAccount,
  line: Account['judgement']['lines'][number] | undefined,
  point: JuryPoint | undefined,
): readonly string[] {
  const counted = line?.note ?? 'not-entered';
  const beside = toldBeside(unit, told);
  return [
    ...(point === undefined ? [] : [say.units.raised(point.before, point.after)]),
    ...(unit.note !== null ? [recordTexts.notes[unit.note]] : counted === 'mark' ? [] : [say.units.counted[counted]]),
    ...(unit.obtainedOn === null ? [] : [say.units.obtained(numericDay(unit.obtainedOn))]),
    ...(unit.ground === null ? [] : [say.units.ground(unit.ground)]),
    ...(beside === null
      ? []
      : [beside.state === 'late' ? say.units.told.late(beside.minutes) : say.units.told[beside.state]]),
  ];
}
