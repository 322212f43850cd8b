import type { ComponentChildren, JSX } from 'preact';
import { type Likeness, type OnePerson, whyOnePerson } from '../../../accounts/index.ts';
import type { CitedLaw } from '../../../catalogue/index.ts';
import { wordsField } from '../../../decisions/index.ts';
import { deskAddresses } from '../../../scope/index.ts';
import {
  ActionForm,
  Actions,
  Alert,
  AsWritten,
  BackLink,
  Button,
  ButtonLink,
  Columns,
  defineField,
  Form,
  FormField,
  type FormState,
  Identifier,
  listing,
  oneOf,
  Page,
  type PageFrame,
  PageTitle,
  Section,
  stateOf,
  Table,
  TypedWords,
} from '../../../ui/index.ts';
import { addresses as personAddresses } from '../../addresses.ts';
import { doublesTexts as say } from '../doublesTexts.ts';

export const DOUBLE_ACTS = { same: 'meme', different: 'differentes', undo: 'revenir' } as const;
export type DoubleAct = keyof typeof DOUBLE_ACTS;

/** Of who reads what another proposed. */
export const SECOND_ACTS = { confirm: 'confirmer', drop: 'abandonner' } as const;

/** The names differ, so that a form shown again keeps its own. */
export const doubleWords = {
  same: wordsField('motifs', say.same, 600),
  different: wordsField('note', say.different, 600),
  undo: wordsField('retour', say.undo, 600),
} as const;

/** Which of two enrolments of one session stays. */
export function keepField(files: readonly { readonly id: string; readonly label: string }[]) {
  const options = files.map(({ id, label }) => ({ value: id, label }));
  return defineField({
    name: 'garde',
    label: say.same.keep,
    control: 'radio',
    options,
    missing: say.same.keepMissing,
    check: oneOf<string>(options),
  });
}

export type ComparedFile = {
  readonly id: string;
  readonly number: string;
  /** In the order of `say.rows`. */
  readonly cells: readonly ComponentChildren[];
};

export type PairView = PageFrame & {
  readonly files: readonly [ComparedFile, ComparedFile];
  readonly why: readonly Likeness[] | null;
  /** Both run in one session: one of them ends, by that law of the exam. */
  readonly collide: { readonly keep: ReturnType<typeof keepField>; readonly law: CitedLaw } | null;
  readonly days: number;
  /** What was decided, in words, with who and when; null: nothing. */
  readonly standing: {
    readonly id: string;
    readonly words: string;
    readonly by: string;
    readonly note: string;
    readonly told: boolean;
  } | null;
  /** That they are one person's, as somebody asks for it; null: nobody does. `barred`: why who reads it isn't a second person. */
  readonly proposal: {
    readonly id: string;
    readonly by: string;
    readonly words: string;
    readonly keeps: string | null;
    readonly barred: OnePerson | null;
  } | null;
  readonly state: FormState;
};

/** Two files side by side, why they look alike, and what a person decides of them. */
export function PairPage(view: PairView): JSX.Element {
  const { files, why, standing, state } = view;
  const [one, other] = files;
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={say.title} faults={state.faults}>
      <BackLink href={personAddresses.doubles}>{say.open}</BackLink>
      <PageTitle kicker={say.pairTitle(one.number, other.number)}>{say.title}</PageTitle>
      {standing === null ? (
        <Alert tone="info">{why === null ? say.unlike : listing(why.map((reason) => say.why[reason]))}</Alert>
      ) : (
        <Alert tone="warn" title={standing.words}>
          <p>
            {standing.by} {standing.note}
          </p>
        </Alert>
      )}
      <Table
        caption={say.compare}
        columns={[say.what, ...files.map(({ number }) => number)]}
        rows={Object.values(say.rows).map((label, index) => ({
          key: label,
          cells: [label, one.cells[index], other.cells[index]],
        }))}
      />
      <p>
        {files.map(({ id, number }) => (
          <span key={id}>
            <a href={deskAddresses.file(id)}>
              <Identifier>{number}</Identifier>
            </a>{' '}
          </span>
        ))}
      </p>
      {standing === null ? (
        <Columns>
          {view.proposal !== null ? (
            <Proposed view={view} proposal={view.proposal} />
          ) : (
            why !== null && (
              <Decide view={view} act="same" kind="danger">
                <p>{say.same.text}</p>
                <WhatEnds view={view} />
                <p>{say.same.two}</p>
              </Decide>
            )
          )}
          <Decide view={view} act="different" kind="primary">
            <p>{say.different.text}</p>
          </Decide>
        </Columns>
      ) : (
        <Decide view={view} act="undo" kind="primary">
          <p>{standing.told ? say.undo.text : say.undo.textDifferent}</p>
        </Decide>
      )}
    </Page>
  );
}

function WhatEnds({ view }: { readonly view: PairView }): JSX.Element {
  return <p>{view.collide === null ? say.same.beside : say.same.collides(view.collide.law, view.days)}</p>;
}

/** What waits for a second person. */
function Proposed({
  view,
  proposal,
}: {
  readonly view: PairView;
  readonly proposal: NonNullable<PairView['proposal']>;
}): JSX.Element {
  const [one, other] = view.files;
  const act = (which: keyof typeof SECOND_ACTS) => (
    <ActionForm
      action={personAddresses.double(one.id, other.id)}
      csrf={view.csrf}
      hidden={{ acte: SECOND_ACTS[which], proposition: proposal.id }}
    >
      <Button kind={which === 'confirm' ? 'danger' : 'secondary'}>{say.proposal[which]}</Button>
    </ActionForm>
  );
  return (
    <Section title={say.proposal.title}>
      <p>
        {proposal.by} <TypedWords>{proposal.words}</TypedWords>
      </p>
      {proposal.keeps !== null && <p>{say.proposal.keeps(proposal.keeps)}</p>}
      <WhatEnds view={view} />
      {proposal.barred !== null && <p>{whyOnePerson(proposal.barred)}</p>}
      <Actions>
        {proposal.barred === null && act('confirm')}
        {act('drop')}
      </Actions>
    </Section>
  );
}

function Decide(props: {
  readonly view: PairView;
  readonly act: DoubleAct;
  readonly kind: 'primary' | 'danger';
  readonly children: ComponentChildren;
}): JSX.Element {
  const { view, act, kind } = props;
  const [one, other] = view.files;
  return (
    <Section title={say[act].title}>
      {props.children}
      <Form
        action={personAddresses.double(one.id, other.id)}
        csrf={view.csrf}
        state={stateOf(view.state, Object.hasOwn(view.state.typed, doubleWords[act].name))}
        label={say[act].title}
        hidden={{ acte: DOUBLE_ACTS[act], decision: view.standing?.id ?? '' }}
      >
        {act === 'same' && view.collide !== null && <FormField field={view.collide.keep} />}
        <FormField field={doubleWords[act]} />
        <AsWritten />
        <Actions>
          <Button kind={kind}>{say[act].submit}</Button>
          <ButtonLink kind="secondary" href={personAddresses.doubles}>
            {say.keep}
          </ButtonLink>
        </Actions>
      </Form>
    </Section>
  );
}
