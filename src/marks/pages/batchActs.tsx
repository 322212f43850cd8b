import type { JSX } from 'preact';
import {
  ActionForm,
  Actions,
  Alert,
  Button,
  ButtonLink,
  Details,
  FoldedForm,
  Form,
  FormField,
  Identifier,
  Section,
  Table,
} from '../../ui/index.ts';
import { addresses, ROUND_NAMES } from '../addresses.ts';
import { ROUNDS } from '../marks.ts';
import { showNumber } from '../rules/anonymousNumber.ts';
import { whyNotReopened } from '../rules/batchActs.ts';
import { writeMark } from '../rules/markText.ts';
import { settleMark } from '../rules/settle.ts';
import { texts as say } from '../texts.ts';
import { addedFields, clerkFields, correctionFields } from './fields.ts';
import type { BatchView } from './headView.ts';
import { Reasoned } from './reasoned.tsx';

export function OpenActs(view: BatchView): JSX.Element {
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
      <FoldedForm
        name="ajout"
        title={say.added.title}
        action={addresses.act(batch.id, 'ajout')}
        csrf={csrf}
        version={version}
        fields={addedFields(view.prefix)}
        refused={view.form === 'ajout' ? view.state : null}
        submit={say.added.submit}
      >
        <p>{say.added.text}</p>
      </FoldedForm>
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
          label={say.clerks.title}
          hidden={{ lots: batch.id, depuis: batch.id }}
          submit={say.clerks.submit}
          kind="secondary"
        >
          <p>{batch.named ? say.clerks.paper : say.clerks.text}</p>
          <FormField field={first} />
          <FormField field={second} />
        </Form>
      )}
    </Section>
  );
}

export function LockedActs(view: BatchView): JSX.Element {
  const { batch, scripts, boards, csrf, form, state } = view;
  return (
    <>
      <Details summary={say.batch.marks}>
        <Table
          caption={say.batch.marks}
          columns={[
            ...(boards === null ? [] : [say.boards.candidate]),
            { label: say.batch.number, narrow: true },
            say.batch.mark,
          ]}
          rows={scripts.map((one) => ({
            key: one.number,
            cells: [
              ...(boards === null ? [] : [boards.names.get(one.id) ?? '']),
              <Identifier key="n">{showNumber(one.number)}</Identifier>,
              writeMark(settleMark(one).mark),
            ],
          }))}
        />
      </Details>
      <FoldedForm
        name="correction"
        title={say.correction.title}
        action={addresses.act(batch.id, 'correction')}
        csrf={csrf}
        version={batch.rowVersion}
        fields={correctionFields(batch.step)}
        refused={form === 'correction' ? state : null}
        submit={say.correction.submit}
        kind="primary"
      >
        <p>{say.correction.text}</p>
      </FoldedForm>
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
