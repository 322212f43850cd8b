import type { JSX } from 'preact';
import type { Candidate } from '../../accounts/index.ts';
import { parisDay } from '../../platform/time.ts';
import {
  Alert,
  BackLink,
  Card,
  Details,
  dayInWords,
  defineField,
  EmptyState,
  emptyForm,
  Form,
  FormField,
  type FormState,
  freeText,
  numericDay,
  type Option,
  oneOf,
  Page,
  type PageFrame,
  PageTitle,
  Section,
  SummaryList,
  Table,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { type FormerProof, MOST, PROOFS } from '../former.ts';
import { personTexts as say } from '../personTexts.ts';
import type { FormerProposal } from '../proposals.ts';
import type { AskedFile, FormerClaim } from '../store/claims.ts';
import type { FormerResult } from '../store/lines.ts';
import type { PersonLink } from '../store/links.ts';
import { resultInWords, texts } from '../texts.ts';

const proofOptions: readonly Option<FormerProof>[] = PROOFS.map((value) => ({ value, label: say.proofs[value] }));

export const proofField = defineField({
  name: 'preuve',
  label: say.proof,
  control: 'radio',
  options: proofOptions,
  missing: say.proofMissing,
  check: oneOf(proofOptions),
});
export const seenField = defineField({
  name: 'vu',
  label: say.words,
  hint: say.wordsHint,
  control: 'textarea',
  rows: 2,
  optional: true,
  check: freeText(MOST.words),
});
export const refuseField = defineField({
  name: 'reponse',
  label: say.refuseWords,
  hint: say.refuseHint,
  control: 'textarea',
  rows: 3,
  missing: say.refuseMissing,
  check: freeText(MOST.words),
});
export const undoField = defineField({
  name: 'pourquoi',
  label: say.undoWords,
  hint: say.undoHint,
  control: 'textarea',
  rows: 2,
  missing: say.undoMissing,
  check: freeText(MOST.words),
});

export type ShownProposal = FormerProposal & { readonly taken: boolean; readonly results: readonly FormerResult[] };
export type PersonView = PageFrame & {
  readonly file: AskedFile;
  readonly candidate: Candidate;
  readonly name: string;
  /** Waits for an answer. */
  readonly claim: FormerClaim | null;
  readonly proven: { readonly identity: boolean; readonly transcript: boolean };
  readonly links: readonly PersonLink[];
  readonly proposals: readonly ShownProposal[];
  readonly speciality: (cfd: string) => string;
  readonly wrong: { readonly form: string; readonly state: FormState } | null;
};

/** What may be somebody's former results, with what says so; a person answers. */
export function PersonPage(view: PersonView): JSX.Element {
  const { candidate, claim, proven, proposals, wrong } = view;
  const pieces = [
    ...(proven.identity ? [say.pieces.identity] : []),
    ...(proven.transcript ? [say.pieces.transcript] : []),
  ];
  const faults = wrong?.state.faults ?? [];
  const mine = proposals.filter(({ link }) => link !== null);
  const others = proposals.filter(({ link }) => link === null);
  return (
    <Page
      chrome={view.chrome}
      flash={view.flash}
      layout="wide"
      title={say.title(view.name)}
      faults={faults}
      form={wrong?.form}
    >
      <BackLink href={addresses.claims()}>{say.back}</BackLink>
      <PageTitle {...(view.file.number === null ? {} : { kicker: view.file.number })}>{say.title(view.name)}</PageTitle>
      <Alert tone="info">{say.warning}</Alert>
      <SummaryList
        rows={[
          { label: say.account, value: say.civilStatus(view.name, candidate.birthDate) },
          {
            label: say.claim,
            value: claim === null ? say.noClaim : say.claimed(numericDay(parisDay(claim.askedAt)), claim.number),
          },
          { label: say.proven, value: pieces.length === 0 ? say.noPiece : pieces.join(', ') },
        ]}
      />
      {mine.length > 0 && (
        <Section title={say.linked}>
          {mine.map((one) => (
            <Linked key={one.person.number} one={one} view={view} />
          ))}
        </Section>
      )}
      <Section title={say.proposals}>
        {others.length === 0 ? (
          <EmptyState title={say.proposalsNone}>{say.proposalsNoneText}</EmptyState>
        ) : (
          others.map((one) => <Proposed key={one.person.number} one={one} view={view} />)
        )}
      </Section>
      {claim !== null && <Refuse view={view} />}
    </Page>
  );
}

type Of = { readonly one: ShownProposal; readonly view: PersonView };

function stateOf({ wrong }: PersonView, form: string): FormState {
  return wrong?.form === form ? wrong.state : emptyForm;
}

function Who({ one }: Pick<Of, 'one'>): JSX.Element {
  const { birthName, firstNames, birthDate, number } = one.person;
  const why = [...(one.given ? [say.givenNumber] : []), ...one.why.map((code) => say.likeness[code])];
  return (
    <>
      <h3>{say.number(number)}</h3>
      <p>{say.civilStatus(`${birthName} ${firstNames}`, birthDate)}</p>
      {why.length > 0 && <p class="muted">{say.why(why)}</p>}
    </>
  );
}

function Proposed({ one, view }: Of): JSX.Element {
  const { number } = one.person;
  if (one.taken)
    return (
      <Card>
        <Who one={one} />
        <p>{say.taken}</p>
      </Card>
    );
  const options = proofOptions.filter(({ value }) => one.proofs.includes(value));
  return (
    <Card>
      <Who one={one} />
      {!one.same && <Alert tone="warn">{say.differs}</Alert>}
      <Results one={one} view={view} />
      <Form
        action={addresses.confirm(view.file.id)}
        csrf={view.csrf}
        state={stateOf(view, number)}
        prefix={number}
        label={say.confirmOf(number)}
        hidden={{ numero: number }}
        submit={say.confirm}
      >
        <FormField field={{ ...proofField, options }} />
        <FormField field={seenField} />
      </Form>
    </Card>
  );
}

function Linked({ one, view }: Of): JSX.Element {
  const { link, person } = one;
  const form = `retrait-${person.number}`;
  return (
    <Card>
      <Who one={one} />
      {link !== null && <p>{say.linkedBy(dayInWords(parisDay(link.at)), say.proofs[link.proof], link.words)}</p>}
      <Results one={one} view={view} />
      <Details summary={say.undo} open={view.wrong?.form === form}>
        <Form
          action={addresses.undo(view.file.id)}
          csrf={view.csrf}
          state={stateOf(view, form)}
          prefix={form}
          label={`${say.undo}, ${say.number(person.number)}`}
          hidden={{ numero: person.number }}
          submit={say.undo}
          kind="secondary"
        >
          <FormField field={undoField} />
        </Form>
      </Details>
    </Card>
  );
}

function Results({ one, view }: Of): JSX.Element {
  return (
    <Table
      caption={`${say.results}, ${say.number(one.person.number)}`}
      columns={Object.values(say.resultColumns)}
      rows={one.results.map(({ cfd, year, unit, outcome, halfPoints, obtainedOn, decision }) => ({
        key: `${cfd}-${year}-${unit}`,
        cells: [
          String(year),
          view.speciality(cfd),
          unit,
          resultInWords(outcome, halfPoints),
          numericDay(obtainedOn),
          decision === null ? '–' : texts.decisions[decision],
        ],
      }))}
    />
  );
}

function Refuse({ view }: { readonly view: PersonView }): JSX.Element {
  return (
    <Section title={say.refuse}>
      <Form
        action={addresses.refuse(view.file.id)}
        csrf={view.csrf}
        state={stateOf(view, 'refus')}
        prefix="refus"
        label={say.refuse}
        submit={say.refuse}
        kind="secondary"
      >
        <FormField field={refuseField} />
      </Form>
    </Section>
  );
}
