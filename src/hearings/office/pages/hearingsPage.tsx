import type { JSX } from 'preact';
import { SignActions, type SignerShown } from '../../../decisions/index.ts';
import { paperDesk } from '../../../papers/index.ts';
import { parisDay } from '../../../platform/time.ts';
import { deskAddresses, type People } from '../../../scope/index.ts';
import {
  Actions,
  BackLink,
  Button,
  EmptyState,
  emptyForm,
  Form,
  FormFields,
  type FormState,
  type Option,
  Page,
  type PageFrame,
  PageTitle,
  Section,
  Timeline,
} from '../../../ui/index.ts';
import type { DecidedHere, Exclusion, Hearing, HearingAnswer } from '../../hearing.ts';
import { endOf } from '../../rules/times.ts';
import { addresses as hearingDesk } from '../addresses.ts';
import { hearingsTexts } from '../hearingsTexts.ts';
import {
  ACTS,
  basisField,
  givenBackField,
  lawField,
  noteField,
  pieceField,
  reasonField,
  unitsField,
  wordsField,
} from './hearingFields.ts';

const say = hearingsTexts.file;

export type HeardFile = {
  readonly hearing: Hearing;
  readonly answers: readonly HearingAnswer[];
  readonly over: boolean;
};
export type HearingsView = PageFrame & {
  readonly enrolmentId: string;
  readonly number: string;
  readonly name: string;
  readonly version: number;
  readonly heard: readonly HeardFile[];
  readonly excluded: readonly Exclusion[];
  /** Units of which the candidate may be left out, after a hearing; null: nothing is owed, or one is open. */
  readonly units: readonly Option[] | null;
  /** Do the rules name them? */
  readonly named: boolean;
  /** What a validation may be undone for; null: it isn't validated, or one is open. */
  readonly validation: { readonly pieces: readonly Option[]; readonly last: Temporal.PlainDate } | null;
  /** Under what name each would be signed. */
  readonly signers: Readonly<Record<DecidedHere | 'givenBack', SignerShown>>;
  readonly people: People;
  /** What its state is of: an act, or the hearing that it decides. */
  readonly form: string | null;
  readonly state: FormState;
};

/** *Décisions envisagées*: what the office thinks of, what the candidate answers, and the decision. */
export function HearingsPage(view: HearingsView): JSX.Element {
  const { enrolmentId, heard, excluded, units, validation, state } = view;
  const named = view.named && units !== null ? { unites: units.map(({ value }) => value) } : {};
  const standing = excluded.filter(({ liftedAt }) => liftedAt === null);
  const action = hearingDesk.hearings(enrolmentId);
  return (
    <Page
      chrome={view.chrome}
      flash={view.flash}
      layout="wide"
      title={say.title}
      faults={state.faults}
      form={view.form}
    >
      <BackLink href={deskAddresses.file(enrolmentId)}>{say.back}</BackLink>
      <PageTitle kicker={view.number} lead={view.name}>
        {say.title}
      </PageTitle>
      <p>{say.lead}</p>
      {standing.length > 0 && <p>{say.standing(standing.map(({ title }) => title))}</p>}
      {heard.length === 0 && units === null && validation === null && standing.length === 0 && (
        <EmptyState title={say.none}>
          <p>{say.when}</p>
          <p>
            {say.elsewhere} <a href={deskAddresses.closing()}>{say.closingLink}</a>.
          </p>
        </EmptyState>
      )}
      {heard.map((one) => (
        <Heard key={one.hearing.id} view={view} one={one} />
      ))}
      {standing.length > 0 && (
        <Section title={say.giveBack}>
          <p>{say.giveBackText}</p>
          <Form
            action={action}
            csrf={view.csrf}
            version={view.version}
            {...sentBy(view, ACTS.giveBack)}
            label={say.giveBack}
          >
            <input type="hidden" name="acte" value={ACTS.giveBack} />
            <FormFields
              fields={[givenBackField(standing.map(({ id: value, title: label }) => ({ value, label }))), noteField]}
            />
            <SignActions signer={view.signers.givenBack} submit={say.giveBack} kind="secondary" />
          </Form>
        </Section>
      )}
      {units !== null && (
        <Section title={say.openUnits}>
          {!view.named && <p>{say.noneNamed}</p>}
          <Form
            action={action}
            csrf={view.csrf}
            {...sentBy(view, ACTS.units, named)}
            label={say.openUnits}
            submit={say.invite}
          >
            <input type="hidden" name="acte" value={ACTS.units} />
            <FormFields fields={[unitsField(units), ...(view.named ? [] : [lawField]), wordsField('units')]} />
          </Form>
        </Section>
      )}
      {validation !== null && (
        <Section title={say.openValidation}>
          <p>{say.openValidationText(validation.last)}</p>
          <Form
            action={action}
            csrf={view.csrf}
            {...sentBy(view, ACTS.validation)}
            label={say.openValidation}
            submit={say.invite}
          >
            <input type="hidden" name="acte" value={ACTS.validation} />
            <FormFields fields={[pieceField(validation.pieces), basisField, wordsField('validation')]} />
          </Form>
        </Section>
      )}
    </Page>
  );
}

function Heard({ view, one }: { readonly view: HearingsView; readonly one: HeardFile }): JSX.Element {
  const { hearing, answers, over } = one;
  const { kind, basis, outcome, openedAt } = hearing;
  const who = view.people('staff', hearing.officerId);
  // Who answered has read it.
  const reached = openedAt === null ? (answers.length === 0 ? sentOf(hearing) : '') : say.read(parisDay(openedAt));
  return (
    <Section title={say.kinds[kind]}>
      <p>
        {say.opened(who, parisDay(hearing.at))} {reached}{' '}
        {outcome === null ? (over ? say.over : say.until(endOf(hearing))) : say.outcomes[outcome]}
      </p>
      {hearing.letter !== null && (
        <p>
          <a href={paperDesk.oneLetter(hearing.enrolmentId, hearing.letter.id)}>{say.letter}</a>
        </p>
      )}
      {basis !== null && <p>{say.basis(say.bases[basis])}</p>}
      <ul>
        {[...hearing.units.map(({ title }) => title), ...hearing.facts].map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      {hearing.words !== '' && <p class="typed">{hearing.words}</p>}
      <h3>{say.answers}</h3>
      {answers.length === 0 ? (
        <p class="muted">{say.noAnswer}</p>
      ) : (
        <Timeline entries={answers.map(({ at, words }, index) => ({ key: `${index}`, at, text: words }))} />
      )}
      {kind === 'regularisation' ? (
        <p>
          <a href={deskAddresses.closingCase(hearing.enrolmentId)}>{say.closing}</a>
        </p>
      ) : (
        outcome === null && <Decide view={view} one={one} kind={kind} />
      )}
    </Section>
  );
}

/** What was typed in this form, if it was sent; ids of its own, as the page may have several. */
function sentBy(view: HearingsView, form: string, typed: FormState['typed'] = {}) {
  const { state } = view;
  return {
    prefix: form,
    state: view.form === form ? { ...state, typed: { ...typed, ...state.typed } } : { ...emptyForm, typed },
  };
}

/** Where the invitation stands that nobody opened on line. */
function sentOf({ letter }: Hearing): string {
  if (letter === null) return say.unread;
  if (letter.reachedOn !== null) return say.reached(letter.reachedOn);
  return letter.postedOn === null ? say.toPost : say.posted(letter.postedOn);
}

function Decide({
  view,
  one: { hearing, over },
  kind,
}: {
  readonly view: HearingsView;
  readonly one: HeardFile;
  readonly kind: DecidedHere;
}): JSX.Element {
  const { id } = hearing;
  const action = hearingDesk.hearings(view.enrolmentId);
  const units = hearing.units.map(({ id: value, title: label }) => ({ value, label }));
  return (
    <>
      {over && (
        <Form action={action} csrf={view.csrf} version={view.version} {...sentBy(view, id)} label={say.decide[kind]}>
          <input type="hidden" name="acte" value={ACTS.decide} />
          <input type="hidden" name="procedure" value={id} />
          <FormFields fields={kind === 'units' ? [unitsField(units), reasonField(kind)] : [reasonField(kind)]} />
          <SignActions signer={view.signers[kind]} submit={say.decide[kind]} kind="danger" />
        </Form>
      )}
      <Form action={action} csrf={view.csrf} label={say.drop}>
        <input type="hidden" name="acte" value={ACTS.drop} />
        <input type="hidden" name="procedure" value={id} />
        <Actions>
          <Button kind="secondary">{say.drop}</Button>
        </Actions>
      </Form>
    </>
  );
}
