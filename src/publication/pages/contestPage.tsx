import type { JSX } from 'preact';
import { TakenBy } from '../../decisions/index.ts';
import { enrolmentAddresses } from '../../enrolment/index.ts';
import { type LastDay, lawTexts } from '../../law/index.ts';
import { paperAddresses, type ToldDecision } from '../../papers/index.ts';
import { parisDay } from '../../platform/time.ts';
import {
  Alert,
  BackLink,
  Details,
  Form,
  FormFields,
  type FormState,
  Page,
  type PageFrame,
  PageTitle,
  Unsent,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { caseTexts } from '../caseTexts.ts';
import type { TimedCase } from '../timedCases.ts';
import { CaseWords } from './caseWords.tsx';
import { TimeLeft, wordsField } from './ownCases.tsx';

const say = caseTexts.contest;

export const contestFields = [wordsField(say)] as const;

export type ContestView = PageFrame & {
  readonly enrolmentId: string;
  readonly decision: ToldDecision;
  /** The appeal that was received; null: none was. */
  readonly asked: TimedCase | null;
  /** Null: its delay doesn't run yet. */
  readonly until: LastDay | null;
  readonly isOver: boolean;
  readonly today: Temporal.PlainDate;
  readonly remedies: readonly string[];
  readonly idempotencyKey: string;
  readonly state: FormState;
};

/** One decision, until when it is contested, and the appeal: to write, or received with its answer. */
export function ContestPage(view: ContestView): JSX.Element {
  const { enrolmentId, decision, asked, until, isOver, state } = view;
  return (
    <Page chrome={view.chrome} flash={view.flash} title={say.title} faults={state.faults}>
      <BackLink href={enrolmentAddresses.hub(enrolmentId)}>{say.back}</BackLink>
      <PageTitle kicker={decision.title}>{say.title}</PageTitle>
      <p>
        {say.taken(parisDay(decision.takenAt))}
        {decision.paperId !== null && (
          <>
            {' '}
            <a href={paperAddresses.paper(enrolmentId, decision.paperId)}>{say.paper}</a>
          </>
        )}
      </p>
      <TakenBy author={decision.author} />
      {asked !== null ? (
        <>
          <Received enrolmentId={enrolmentId} asked={asked} today={view.today} />
          <Unsent words={state.typed.precisions} />
        </>
      ) : (
        <>
          {isOver && until !== null ? (
            <Alert tone="warn" title={say.late}>
              <p>{lawTexts.appealIsOver(until)}</p>
            </Alert>
          ) : (
            <p>{lawTexts.mayAppeal(until)}</p>
          )}
          <Form
            action={addresses.contest(enrolmentId, decision.id)}
            csrf={view.csrf}
            idempotencyKey={view.idempotencyKey}
            state={state}
            label={say.title}
            submit={say.send}
          >
            <FormFields fields={contestFields} />
          </Form>
        </>
      )}
      {asked === null && !isOver && (
        <Details summary={lawTexts.remediesTitle}>
          {view.remedies.map((words) => (
            <p key={words}>{words}</p>
          ))}
        </Details>
      )}
    </Page>
  );
}

function Received({
  enrolmentId,
  asked,
  today,
}: Pick<ContestView, 'enrolmentId' | 'today'> & { readonly asked: TimedCase }): JSX.Element {
  const { silence } = asked.time;
  const isSilent = Temporal.PlainDate.compare(today, silence.saidFrom) >= 0;
  return (
    <Alert tone="info" title={say.received}>
      <CaseWords
        one={asked}
        letterAt={addresses.ownLetter(enrolmentId, asked.id)}
        waits={isSilent ? say.unanswered(silence.on) : say.waits(silence.on)}
      >
        <TimeLeft {...asked} />
      </CaseWords>
    </Alert>
  );
}
