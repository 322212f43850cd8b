import type { JSX } from 'preact';
import {
  ActionForm,
  Actions,
  Alert,
  BackLink,
  Button,
  ButtonLink,
  Details,
  ErrorSummary,
  Figures,
  Form,
  FormField,
  Identifier,
  instantInWords,
  Page,
  PageTitle,
  Section,
  Status,
  Table,
  TypedWords,
  wholeNumber,
} from '../../ui/index.ts';
import { addresses, ROUND_NAMES } from '../addresses.ts';
import { ROUNDS, type RoundName } from '../marks.ts';
import { showNumber } from '../rules/anonymousNumber.ts';
import { whyNotReopened } from '../rules/batchActs.ts';
import { writeMark } from '../rules/markText.ts';
import { absencesIn, settle } from '../rules/settle.ts';
import { texts as say } from '../texts.ts';
import { addedFields, clerkFields, correctionFields, reasonField } from './fields.ts';
import { type ActForm, type BatchView, LOOKS, standingOf } from './headView.ts';

/** One batch for its head: how complete it is, and what may be done with it now. */
export function BatchPage(view: BatchView): JSX.Element {
  const { batch, progress, name, state } = view;
  const standing = standingOf(batch, progress);
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={name} faulty={state.faults.length > 0}>
      <ErrorSummary faults={state.faults} prefix={view.form ?? 'champ'} />
      <BackLink href={addresses.list({ session: batch.session })}>{say.batch.back}</BackLink>
      <PageTitle kicker={view.session} aside={<Status name={LOOKS[standing]} label={say.states[standing]} />}>
        {name}
      </PageTitle>
      {batch.lockedAt !== null && <Alert tone="ok">{say.batch.lockedOn(batch.lockedAt)}</Alert>}
      <Completeness {...view} />
      {batch.lockedAt === null ? <OpenActs {...view} standing={standing} /> : <LockedActs {...view} />}
      <Later {...view} />
      <Reasoned
        view={view}
        form="anonymat"
        title={say.lift.title}
        text={say.lift.text}
        action={addresses.act(batch.id, 'anonymat')}
        submit={say.lift.submit}
      />
    </Page>
  );
}

function Completeness({ batch, progress, nameOf, scripts: all, attendance }: BatchView): JSX.Element {
  const { scripts, first, second, differences, settled } = progress;
  const compared = batch.rounds.first.doneAt !== null && batch.rounds.second.doneAt !== null;
  const detail = (round: RoundName): string => {
    const { clerk, doneAt } = batch.rounds[round];
    if (clerk === null) return say.batch.unnamed;
    return doneAt === null ? say.batch.by(nameOf(clerk)) : say.batch.done(nameOf(clerk), doneAt);
  };
  return (
    <Figures
      figures={[
        { label: say.rounds.first, value: say.batch.typed(first, scripts), detail: detail('first') },
        { label: say.rounds.second, value: say.batch.typed(second, scripts), detail: detail('second') },
        {
          label: say.batch.differences,
          value: compared ? wholeNumber(differences) : '–',
          ...(compared ? {} : { detail: say.batch.notCompared }),
          ...(differences > 0 ? { href: addresses.differences(batch.id) } : {}),
        },
        { label: say.batch.settled, value: compared ? say.batch.typed(settled, scripts) : '–' },
        // Side by side, and no more: what a script bears decides.
        {
          label: say.batch.absences,
          value: compared ? wholeNumber(absencesIn(all)) : '–',
          detail: say.batch.pointed(attendance, compared ? absencesIn(all) : null),
        },
      ]}
    />
  );
}

function OpenActs(view: BatchView & { readonly standing: string }): JSX.Element {
  const { batch, progress, unlisted, standing, csrf } = view;
  const version = batch.rowVersion;
  return (
    <>
      {progress.differences > 0 && (
        <Actions>
          <ButtonLink href={addresses.differences(batch.id)}>{say.differences.see}</ButtonLink>
        </Actions>
      )}
      {standing === 'ready' && unlisted === 0 && (
        <Section title={say.lock.title}>
          <p>{say.lock.text}</p>
          <ActionForm action={addresses.act(batch.id, 'verrou')} csrf={csrf} version={version}>
            <Button>{say.lock.submit}</Button>
          </ActionForm>
        </Section>
      )}
      {unlisted > 0 && (
        <Alert tone="warn" title={say.list.title}>
          <p>{say.list.changed(unlisted)}</p>
          <ActionForm action={addresses.act(batch.id, 'liste')} csrf={csrf} version={version}>
            <Button kind="secondary">{say.list.submit}</Button>
          </ActionForm>
        </Alert>
      )}
      <WithoutScript {...view} />
      <Clerks {...view} />
      <Details summary={say.added.title} open={view.form === 'ajout'}>
        <p>{say.added.text}</p>
        <Form
          action={addresses.act(batch.id, 'ajout')}
          csrf={csrf}
          version={version}
          state={view.form === 'ajout' ? view.state : { typed: {}, faults: [] }}
          prefix="ajout"
          summary={false}
          label={say.added.title}
        >
          {addedFields(view.prefix).map((field) => (
            <FormField key={field.name} field={field} />
          ))}
          <Actions>
            <Button kind="secondary">{say.added.submit}</Button>
          </Actions>
        </Form>
      </Details>
      {ROUNDS.filter((round) => whyNotReopened(batch, round) === null).map((round) => (
        <Reasoned
          key={round}
          view={view}
          form={`rouvrir-${round}`}
          title={say.reopen.title(round)}
          text={say.reopen.text}
          action={addresses.act(batch.id, 'reouverture')}
          submit={say.reopen.title(round)}
          hidden={{ saisie: ROUND_NAMES[round] }}
        />
      ))}
    </>
  );
}

const SHOWN = 30;

function WithoutScript({ gaps: { people, gone } }: BatchView): JSX.Element | null {
  if (people.length === 0) return gone === 0 ? null : <p class="muted">{say.gaps.gone(gone)}</p>;
  return (
    <Alert tone="warn" title={say.gaps.title(people.length)}>
      <p>{say.gaps.text}</p>
      <ul>
        {people.slice(0, SHOWN).map(({ enrolmentId, number, unseated, came }) => (
          <li key={enrolmentId}>
            <a href={addresses.enrolment(enrolmentId)}>
              <Identifier>{number}</Identifier>
            </a>
            {`\u00a0: ${[...(unseated ? [say.gaps.unseated] : []), ...(came ? [say.gaps.came] : [])].join(', ')}`}
          </li>
        ))}
      </ul>
      {people.length > SHOWN && <p>{say.gaps.more(people.length - SHOWN)}</p>}
      {gone > 0 && <p>{say.gaps.gone(gone)}</p>}
    </Alert>
  );
}

function Clerks({ batch, clerks, csrf, form, state }: BatchView): JSX.Element {
  const [first, second] = clerkFields(clerks);
  const typed = { premiere: batch.rounds.first.clerk ?? '', seconde: batch.rounds.second.clerk ?? '' };
  return (
    <Section title={say.clerks.title}>
      {clerks.length === 0 ? (
        <p>{say.clerks.nobody}</p>
      ) : (
        <Form
          action={addresses.clerks}
          csrf={csrf}
          state={form === 'personnes' ? state : { typed, faults: [] }}
          prefix="personnes"
          summary={false}
          label={say.clerks.title}
          hidden={{ lots: batch.id, depuis: batch.id }}
        >
          <p>{say.clerks.text}</p>
          <FormField field={first} />
          <FormField field={second} />
          <Actions>
            <Button kind="secondary">{say.clerks.submit}</Button>
          </Actions>
        </Form>
      )}
    </Section>
  );
}

function LockedActs(view: BatchView): JSX.Element {
  const { batch, scripts, csrf, form, state } = view;
  return (
    <>
      <Details summary={say.batch.marks}>
        <Table
          caption={say.batch.marks}
          captionUnseen
          columns={[{ label: say.batch.number, narrow: true }, { label: say.batch.mark }]}
          rows={scripts.map((one) => ({
            key: one.number,
            cells: [<Identifier key="n">{showNumber(one.number)}</Identifier>, writeMark(settle(one).mark)],
          }))}
        />
      </Details>
      <Details summary={say.correction.title} open={form === 'correction'}>
        <p>{say.correction.text}</p>
        <Form
          action={addresses.act(batch.id, 'correction')}
          csrf={csrf}
          version={batch.rowVersion}
          state={form === 'correction' ? state : { typed: {}, faults: [] }}
          prefix="correction"
          summary={false}
          label={say.correction.title}
        >
          {correctionFields(batch.step).map((field) => (
            <FormField key={field.name} field={field} />
          ))}
          <Actions>
            <Button>{say.correction.submit}</Button>
          </Actions>
        </Form>
      </Details>
      {view.record === null ? (
        <Reasoned
          view={view}
          form="deverrouillage"
          title={say.unlock.title}
          text={say.unlock.text}
          action={addresses.act(batch.id, 'deverrouillage')}
          submit={say.unlock.submit}
        />
      ) : (
        <p>{say.unlock.closed(view.record)}</p>
      )}
    </>
  );
}

/** An act that is folded until it is wanted, and asks why. */
function Reasoned(props: {
  readonly view: BatchView;
  readonly form: ActForm;
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly submit: string;
  readonly hidden?: Readonly<Record<string, string>>;
}): JSX.Element {
  const { view, form, title, text, action, submit, hidden = {} } = props;
  const refused = view.form === form;
  return (
    <Details summary={title} open={refused}>
      <p>{text}</p>
      <Form
        action={action}
        csrf={view.csrf}
        version={view.batch.rowVersion}
        state={refused ? view.state : { typed: {}, faults: [] }}
        prefix={form}
        summary={false}
        label={title}
        hidden={hidden}
      >
        <FormField field={reasonField} />
        <Actions>
          <Button kind="secondary">{submit}</Button>
        </Actions>
      </Form>
    </Details>
  );
}

function Later({ later, nameOf }: BatchView): JSX.Element | null {
  if (later.length === 0) return null;
  const { columns, sorts, title } = say.later;
  return (
    <Section title={title}>
      <Table
        caption={title}
        captionUnseen
        columns={Object.values(columns).map((label) => ({ label }))}
        rows={later.map((one, index) => ({
          key: `${one.number}-${index}`,
          cells: [
            instantInWords(one.at),
            <Identifier key="n">{showNumber(one.number)}</Identifier>,
            `${writeMark(one.mark)} (${sorts[one.sort]})`,
            nameOf(one.by),
            <TypedWords key="why">{one.reason}</TypedWords>,
          ],
        }))}
      />
    </Section>
  );
}
