import type { JSX } from 'preact';
import { personName } from '../../accounts/index.ts';
import { TakenBy } from '../../decisions/index.ts';
import { decimal } from '../../results/index.ts';
import {
  Alert,
  BackLink,
  Details,
  Identifier,
  Page,
  PageTitle,
  Section,
  Status,
  Table,
  TypedWords,
  wholeNumber,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { differenceLines } from '../differenceWords.ts';
import { DECISIONS } from '../publication.ts';
import { resultTexts } from '../resultTexts.ts';
import type { PublicationAct } from '../rules/states.ts';
import { texts as say } from '../texts.ts';
import { LOOKS } from './looks.ts';
import type { OneView } from './oneView.ts';
import { ACT_NAMES, ActOf } from './publicationActs.tsx';

/** What is to be done next comes first. */
const SHOWN: readonly PublicationAct[] = ['approve', 'propose', 'resume', 'suspend', 'cancel'];

/** One publication: what it says, beside what was said before, and what may be done with it now. */
export function OnePage(view: OneView): JSX.Element {
  const { publication, state, typed } = view;
  const name = say.name(publication.number);
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={name} faults={typed.faults} form={view.form}>
      <BackLink href={addresses.list({ session: publication.session })}>{say.back}</BackLink>
      <PageTitle kicker={view.sessionName} aside={<Status name={LOOKS[state]} label={say.states[state]} />}>
        {name}
      </PageTitle>
      <Standing {...view} />
      <Next {...view} />
      {view.needsOther !== null && <Alert tone="info">{view.needsOther}</Alert>}
      <Counts {...view} />
      <Changes {...view} />
      <Sample {...view} />
      {SHOWN.filter((act) => view.may.has(act)).map((act) => (
        <ActOf key={act} view={view} act={act} />
      ))}
    </Page>
  );
}

function Suspended({ words }: { readonly words: string }): JSX.Element {
  return (
    <Alert tone="danger">
      <p>{say.one.suspended(words)}</p>
      <p>{say.one.suspendedNext}</p>
    </Alert>
  );
}

function Standing({ publication, state, told, staffName }: OneView): JSX.Element {
  const { preparedBy, preparedAt, announcedAt, proposedBy, approvedBy, approvedAt, suspendedWords } = publication;
  const one = say.one;
  return (
    <>
      {suspendedWords !== null && <Suspended words={suspendedWords} />}
      {announcedAt !== null && state !== 'cancelled' && (
        <p>
          <strong>{one.announced(announcedAt)}</strong>
        </p>
      )}
      <p>
        {one.prepared(staffName(preparedBy), preparedAt)} {proposedBy !== null && one.proposedBy(staffName(proposedBy))}{' '}
        {approvedAt !== null && one.approvedBy(staffName(approvedBy), approvedAt)}
      </p>
      <TakenBy author={publication.author} />
      {(state === 'published' || state === 'suspended') && <p>{one.told(told.told, told.count)}</p>}
      <p class="muted">
        {one.sha256} <Identifier>{publication.sha256.slice(0, 16)}</Identifier>
      </p>
    </>
  );
}

/** What is to be done next stands below all that is to be read: the way to it. */
function Next({ may }: OneView): JSX.Element | null {
  const act = SHOWN.find((one) => may.has(one) && (one === 'approve' || one === 'propose' || one === 'resume'));
  return act === undefined ? null : (
    <p>
      <a href={`#${ACT_NAMES[act]}`}>{say.acts[act].title}</a>
    </p>
  );
}

function Counts({ publication, counted, nameOf }: OneView): JSX.Element {
  const one = say.one;
  const of = (cfd: string, decision: string): number =>
    counted.find((line) => line.speciality === cfd && line.decision === decision)?.count ?? 0;
  return (
    <Section title={one.what}>
      <Table
        caption={one.what}
        columns={one.columns.map((label, index) => ({ label, figures: index > 0 }))}
        rows={publication.specialities.map((cfd) => ({
          key: cfd,
          cells: [nameOf(cfd), ...DECISIONS.map((decision) => wholeNumber(of(cfd, decision)))],
        }))}
      />
      {publication.unchanged > 0 && <p>{one.unchanged(publication.unchanged)}</p>}
      {publication.withoutVerdict > 0 && <Alert tone="warn">{one.without(publication.withoutVerdict)}</Alert>}
    </Section>
  );
}

function Changes({ changes, changed }: OneView): JSX.Element {
  const one = say.one;
  return (
    <Section title={one.changes}>
      {changes.length === 0 ? (
        <p>{one.noChange}</p>
      ) : (
        <Table
          caption={one.changes}
          columns={one.changesColumns}
          rows={changes.map(({ person, differences, reason }) => ({
            key: person.enrolmentId,
            cells: [
              `${personName(person)} ${person.number ?? ''}`,
              <Lines key="what" lines={differenceLines(differences)} />,
              <TypedWords key="why">{reason}</TypedWords>,
            ],
          }))}
        />
      )}
      {changed > changes.length && <p>{one.more(changed - changes.length)}</p>}
    </Section>
  );
}

function Sample({ sample }: OneView): JSX.Element {
  const one = say.one;
  return (
    <Section title={one.sample}>
      <p>{one.sampleText}</p>
      <Table
        caption={one.sample}
        columns={one.sampleColumns.map((label, index) => ({ label, figures: index === 2 }))}
        rows={sample.map(({ person, result }) => ({
          key: person.enrolmentId,
          cells: [
            `${personName(person)} ${result.number}`,
            resultTexts.decisions[result.decision],
            result.average === null ? '–' : decimal(result.average).replace('.', ','),
            <Details key="units" summary={resultTexts.units}>
              <Lines
                lines={result.units.map((unit) => {
                  const about = resultTexts.about(unit);
                  return `${resultTexts.unit(unit)}\u00a0: ${resultTexts.mark(unit)}, coefficient ${resultTexts.coefficient(unit)}${about === '' ? '' : ` (${about})`}`;
                })}
              />
            </Details>,
          ],
        }))}
      />
    </Section>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }): JSX.Element {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
