import type { ComponentChildren, JSX } from 'preact';
import { personName } from '../../accounts/index.ts';
import { decimal } from '../../results/index.ts';
import {
  Actions,
  Alert,
  BackLink,
  Button,
  Details,
  ErrorSummary,
  type Field,
  Form,
  FormField,
  type FormState,
  Identifier,
  Page,
  type PageFrame,
  PageTitle,
  Section,
  Status,
  Table,
  TypedWords,
  wholeNumber,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { differenceLines } from '../differenceWords.ts';
import { DECISIONS, type PublicationState, type Result, type ResultPublication } from '../publication.ts';
import { resultTexts } from '../resultTexts.ts';
import type { Difference } from '../rules/differences.ts';
import type { PublicationAct } from '../rules/states.ts';
import type { NamedEnrolment } from '../store/enrolled.ts';
import type { CountedResult } from '../store/results.ts';
import { texts as say } from '../texts.ts';
import { proposeFields, suspendFields } from './fields.ts';
import { LOOKS } from './looks.ts';

/** In addresses and forms. */
export const ACT_NAMES = {
  propose: 'proposition',
  approve: 'approbation',
  cancel: 'abandon',
  suspend: 'suspension',
  resume: 'reprise',
} as const satisfies Readonly<Record<PublicationAct, string>>;

export const ACT_FIELDS: Readonly<Record<PublicationAct, readonly Field[]>> = {
  propose: proposeFields,
  approve: [],
  cancel: [],
  suspend: suspendFields,
  resume: [],
};

export type OneView = PageFrame & {
  readonly publication: ResultPublication;
  readonly state: PublicationState;
  readonly sessionLabel: string;
  readonly nameOf: (cfd: string) => string;
  readonly staffName: (id: string | null) => string;
  readonly counted: readonly CountedResult[];
  readonly told: { readonly count: number; readonly told: number };
  readonly changes: readonly {
    readonly person: NamedEnrolment;
    readonly differences: readonly Difference[];
    readonly reason: string;
  }[];
  readonly changed: number;
  readonly sample: readonly { readonly person: NamedEnrolment; readonly result: Result }[];
  /** What this person may do now. */
  readonly may: ReadonlySet<PublicationAct>;
  /** Proposed, and not theirs to approve. */
  readonly needsOther: boolean;
  /** What the session's rules say of the results' hour. */
  readonly ofSession: Temporal.Instant | null;
  readonly form: PublicationAct | null;
  readonly typed: FormState;
  readonly proposed: FormState;
};

/** What is to be done next comes first. */
const SHOWN: readonly PublicationAct[] = ['approve', 'propose', 'resume', 'suspend', 'cancel'];

/** One publication: what it says, beside what was said before, and what may be done with it now. */
export function OnePage(view: OneView): JSX.Element {
  const { publication, state, typed } = view;
  const name = say.name(publication.number);
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={name} faulty={typed.faults.length > 0}>
      <ErrorSummary faults={typed.faults} prefix={view.form ?? 'champ'} />
      <BackLink href={addresses.list({ session: publication.session })}>{say.back}</BackLink>
      <PageTitle kicker={view.sessionLabel} aside={<Status name={LOOKS[state]} label={say.states[state]} />}>
        {name}
      </PageTitle>
      <Standing {...view} />
      <Next {...view} />
      {view.needsOther && <Alert tone="info">{say.acts.approve.other}</Alert>}
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
        captionUnseen
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
          captionUnseen
          columns={one.changesColumns.map((label) => ({ label }))}
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
        captionUnseen
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

function ActOf({ view, act }: { readonly view: OneView; readonly act: PublicationAct }): JSX.Element {
  const { publication, csrf, form, typed, proposed, ofSession } = view;
  const words = say.acts[act];
  const state = form === act ? typed : act === 'propose' ? proposed : { typed: {}, faults: [] };
  const body: ComponentChildren = (
    <>
      <p>{words.text}</p>
      {act === 'propose' && ofSession !== null && <p>{say.acts.propose.session(ofSession)}</p>}
      <Form
        action={addresses.act(publication.id, ACT_NAMES[act])}
        csrf={csrf}
        version={publication.rowVersion}
        state={state}
        prefix={act}
        summary={false}
        label={words.title}
      >
        {ACT_FIELDS[act].map((field) => (
          <FormField key={field.name} field={field} />
        ))}
        <Actions>
          <Button kind={act === 'propose' || act === 'approve' ? 'primary' : 'secondary'}>{words.submit}</Button>
        </Actions>
      </Form>
    </>
  );
  const again = act === 'propose' && view.state === 'proposed';
  return act === 'cancel' || act === 'suspend' || again ? (
    <Details summary={again ? say.acts.propose.again : words.title} open={form === act}>
      {body}
    </Details>
  ) : (
    <Section title={words.title} id={ACT_NAMES[act]}>
      {body}
    </Section>
  );
}
