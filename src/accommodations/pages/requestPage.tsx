import type { JSX } from 'preact';
import { enrolmentAddresses } from '../../enrolment/index.ts';
import {
  Alert,
  BackLink,
  ButtonLink,
  Checklist,
  type ChecklistItem,
  DangerLink,
  EmptyState,
  Page,
  PageTitle,
  Status,
  sinceInWords,
  untilInWords,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { REQUEST_LIFE } from '../request.ts';
import { mayGive, shownState } from '../rules/requestActs.ts';
import { texts } from '../texts.ts';
import { DecisionSection } from './decisionSection.tsx';
import { DemandSection } from './demandSection.tsx';
import { DocumentsSection } from './documentsSection.tsx';
import { RequestForm } from './requestForm.tsx';
import { RequestSummary } from './requestSummary.tsx';
import { LOOKS, type RequestView } from './requestView.ts';
import { SaidSection } from './saidSection.tsx';

/** The candidate's own space: what to give, what is asked, where it stands, what was decided. */
export function RequestPage(view: RequestView): JSX.Element {
  const { request, enrolment, states } = view;
  const state = request === null ? 'draft' : shownState(request, 'candidate');
  const [form, sent] = Object.entries(states).find(([, { faults }]) => faults.length > 0) ?? [];
  return (
    <Page
      chrome={view.chrome}
      title={texts.title}
      flash={view.flash}
      faults={sent?.faults}
      form={form}
      scripts={['deposit.js']}
      sheets={['deposit']}
    >
      <BackLink href={enrolmentAddresses.hub(enrolment.id)}>{texts.back}</BackLink>
      <PageTitle aside={<Status name={LOOKS[state]} label={texts.states[state]} />} lead={texts.readers}>
        {texts.title}
      </PageTitle>
      {enrolment.number === null ? (
        <EmptyState
          title={texts.notRegistered.title}
          action={<ButtonLink href={enrolmentAddresses.hub(enrolment.id)}>{texts.notRegistered.go}</ButtonLink>}
        >
          {texts.notRegistered.text}
        </EmptyState>
      ) : (
        <Standing {...view} />
      )}
      <p>
        <a href={view.link}>{texts.link}</a>
      </p>
    </Page>
  );
}

function Standing(view: RequestView): JSX.Element {
  const { request, running, enrolment } = view;
  const isDraft = request === null || request.state === 'draft';
  return (
    <>
      {isDraft && running && <Todo {...view} />}
      {isDraft && running && <SaidSection {...view} />}
      {!isDraft && <Where {...view} />}
      <DecisionSection {...view} />
      {running && <DemandSection {...view} />}
      {(view.documents.length + view.unreadable.length > 0 || (running && mayGive(request))) && (
        <DocumentsSection {...view} />
      )}
      {isDraft && running ? <RequestForm {...view} /> : request !== null && <RequestSummary {...view} />}
      {running && request !== null && REQUEST_LIFE.may('withdraw', request.state) && (
        <p>
          <DangerLink href={addresses.withdrawal(enrolment.id)}>{texts.withdrawal.open}</DangerLink>
        </p>
      )}
    </>
  );
}

/** What is to be done before it is sent. */
function Todo({ request, documents, checklist, endsAt, late, enrolment }: RequestView): JSX.Element {
  const say = texts.steps;
  const asked = request !== null && (request.measures.length > 0 || request.words !== '');
  const items: readonly ChecklistItem[] = [
    ...checklist.documents.map(({ code, label }): ChecklistItem => {
      const given = documents.filter(({ kind }) => kind === code).length;
      return { state: given > 0 ? 'done' : 'todo', label, detail: given > 0 ? say.given(given) : say.none };
    }),
    { state: asked ? 'partial' : 'todo', label: say.asked, ...(asked ? { detail: say.kept } : {}) },
    { state: 'todo', label: say.send, href: `${addresses.request(enrolment.id)}#demande` },
  ];
  return (
    <>
      <Alert tone="warn">
        <p>{texts.notATick}</p>
        <p>{late ? texts.late : `${texts.until(untilInWords(endsAt))} ${texts.untilWhy}`}</p>
      </Alert>
      <Checklist items={items} />
    </>
  );
}

/** Where a request that was sent stands, and what comes next. */
function Where({ request, demand, now }: RequestView): JSX.Element | null {
  const state = request === null ? 'draft' : shownState(request, 'candidate');
  if (state === 'draft' || state === 'withdrawn' || state === 'decided') return null;
  const next = texts.next[state];
  const past = demand !== null && state === 'asked' && Temporal.Instant.compare(demand.until, now) <= 0;
  return (
    <>
      {next !== '' && <p>{next}</p>}
      {past && demand !== null && <p>{texts.asked.past(sinceInWords(demand.until))}</p>}
    </>
  );
}
