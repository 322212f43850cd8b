import type { JSX } from 'preact';
import type { Span } from '../../../platform/service/rules/availability.ts';
import type { Called } from '../../../reminders/index.ts';
import {
  ActionForm,
  Actions,
  Alert,
  Button,
  ButtonLink,
  EmptyState,
  Form,
  FormFields,
  type FormState,
  Page,
  type PageFrame,
  PageTitle,
  Section,
  Table,
} from '../../../ui/index.ts';
import type { Proposed } from '../../rules/lengthProposed.ts';
import type { StandingBanner } from '../../store.ts';
import { addresses as incidentDesk } from '../addresses.ts';
import { type Hour, isCalm } from '../hours.ts';
import { incidentTexts as say } from '../incidentTexts.ts';
import { bannerForm, INCIDENT_ACTS, type unfinishedForm } from './incidentForms.ts';

export type IncidentView = PageFrame & {
  readonly hours: readonly Hour[];
  readonly outages: { readonly spans: readonly Span[]; readonly minutes: number };
  /** Since when, where it is less than 48 hours ago. */
  readonly since: Temporal.Instant | null;
  readonly mailSeconds: number;
  /** Files that wait to be read; the longest for so many seconds. */
  readonly unread: { readonly count: number; readonly seconds: number };
  /** What a node can't do at present. */
  readonly troubles: readonly string[];
  /** The one that stands; `version`: of the last, over or not. */
  readonly banner: { readonly standing: StandingBanner | null; readonly who: string; readonly version: number };
  readonly extensions: readonly {
    readonly label: string;
    readonly code: string;
    readonly closesAt: Temporal.Instant;
    readonly proposed: Proposed;
  }[];
  readonly unfinished: ReturnType<typeof unfinishedForm>;
  readonly calls: readonly Called[];
  readonly people: (id: string) => string;
  readonly labelOf: (session: string) => string;
  /** Of the form that was refused. */
  readonly form: 'bandeau' | 'message' | null;
  readonly state: FormState;
  readonly idempotencyKey: string;
};

/** What the service did, and what a head can do about it: the same page before, within and after an incident. */
export function IncidentPage(view: IncidentView): JSX.Element {
  const { state } = view;
  return (
    <Page
      chrome={view.chrome}
      flash={view.flash}
      layout="wide"
      title={say.title}
      faults={state.faults}
      form={view.form}
    >
      <PageTitle lead={say.lead}>{say.title}</PageTitle>
      {view.troubles.length > 0 && (
        <Alert tone="danger">
          {view.troubles.map((one) => (
            <p key={one}>{one}</p>
          ))}
        </Alert>
      )}
      <Service view={view} />
      <BannerSection view={view} />
      <Extensions view={view} />
      <UnfinishedSection view={view} />
      <Hours view={view} />
    </Page>
  );
}

type Part = { readonly view: IncidentView };

function Service({ view: { hours, outages, since, mailSeconds, unread } }: Part): JSX.Element {
  const waiting = <p>{say.service.unread(unread)}</p>;
  if (hours.length === 0)
    return (
      <Section title={say.service.title}>
        <EmptyState title={say.service.unknown}>{say.service.unknownText}</EmptyState>
        {waiting}
      </Section>
    );
  return (
    <Section title={say.service.title}>
      {outages.spans.length === 0 ? (
        <p>{say.service.noOutage}</p>
      ) : (
        <Alert tone="warn" title={say.service.outages(outages.minutes)} level={3}>
          <ul>
            {outages.spans.map(({ from, until }) => (
              <li key={from.toString()}>{say.service.outage(from, until)}</li>
            ))}
          </ul>
        </Alert>
      )}
      {waiting}
      <p>{say.service.mailNow(mailSeconds)}</p>
      <p class="muted">
        {since !== null && `${say.service.since(since)} `}
        {say.service.whole} {say.service.notMeasured}
      </p>
    </Section>
  );
}

function Hours({ view: { hours } }: Part): JSX.Element | null {
  const some = hours.filter((one) => !isCalm(one)).toReversed();
  if (some.length === 0) return null;
  return (
    <Section title={say.service.hours}>
      <Table
        caption={say.service.hours}
        scrolls
        columns={say.service.columns.map((label, index) => ({ label, figures: index > 0 && index < 6 }))}
        rows={some.map((one) => ({
          key: one.from.toString(),
          cells: [
            say.service.hour(one),
            ...[one.requests, one.refused, one.faults, one.hard, one.down].map(say.service.count),
            say.service.mail(one.mailSeconds),
            say.service.troubles(one.troubles),
          ],
        }))}
      />
      <p class="muted">{say.service.calm(hours.length - some.length)}</p>
    </Section>
  );
}

function BannerSection({ view }: Part): JSX.Element {
  const { banner, csrf, idempotencyKey } = view;
  const common = { action: incidentDesk.incident(), csrf, idempotencyKey, version: banner.version };
  return (
    <Section title={say.banner.title}>
      <p>{say.banner.text}</p>
      {banner.standing !== null && (
        <>
          <Alert tone="info">
            <p class="typed">{say.banner.standing(banner.standing, banner.who)}</p>
          </Alert>
          <ActionForm {...common} hidden={{ acte: INCIDENT_ACTS.remove }}>
            <Button kind="secondary">{say.banner.remove}</Button>
          </ActionForm>
        </>
      )}
      <Form
        {...common}
        hidden={{ acte: INCIDENT_ACTS.show }}
        prefix="bandeau"
        label={say.banner.title}
        {...(view.form === 'bandeau' && { state: view.state })}
        submit={banner.standing === null ? say.banner.show : say.banner.replace}
      >
        <FormFields fields={bannerForm} />
      </Form>
    </Section>
  );
}

function Extensions({ view: { extensions } }: Part): JSX.Element {
  return (
    <Section title={say.extension.title}>
      <p>{say.extension.text}</p>
      {extensions.length === 0 && <p>{say.extension.none}</p>}
      {extensions.map(({ label, code, closesAt, proposed }) => (
        <div key={code}>
          <p>{say.extension.proposed(label, closesAt, proposed)}</p>
          <Actions>
            <ButtonLink kind="secondary" href={`${EXTENSIONS}?session=${encodeURIComponent(code)}`}>
              {say.extension.prepare(label)}
            </ButtonLink>
          </Actions>
        </div>
      ))}
      <p>
        <a href={EXTENSIONS}>{say.extension.other}</a>
      </p>
    </Section>
  );
}

/** Where the rules are kept: another door. */
const EXTENSIONS = '/gestion/regles/prolongations';

function UnfinishedSection({ view }: Part): JSX.Element {
  const { unfinished, calls } = view;
  const [sessions] = unfinished;
  return (
    <Section title={say.unfinished.title}>
      <p>{say.unfinished.text}</p>
      {(sessions.options ?? []).length === 0 ? (
        <p>{say.unfinished.none}</p>
      ) : (
        <Form
          action={incidentDesk.incident()}
          csrf={view.csrf}
          hidden={{ acte: INCIDENT_ACTS.preview }}
          prefix="message"
          label={say.unfinished.title}
          kind="secondary"
          {...(view.form === 'message' && { state: view.state })}
          submit={say.unfinished.preview}
        >
          <FormFields fields={unfinished} />
        </Form>
      )}
      {calls.length > 0 && (
        <Table
          caption={say.unfinished.list}
          captionShown
          columns={say.unfinished.columns}
          rows={calls.map((call) => ({
            key: call.id,
            cells: [
              say.unfinished.row(call),
              view.people(call.headId),
              view.labelOf(call.session),
              <span key="words" class="typed">
                {call.words}
              </span>,
              say.unfinished.figure(call.sent),
              say.unfinished.figure(call.waiting),
            ],
          }))}
        />
      )}
    </Section>
  );
}
