import type { JSX } from 'preact';
import { examAddresses as addresses, type ExamFrame, ExamPage } from '../../exam/index.ts';
import {
  Alert,
  BackLink,
  EmptyState,
  Figures,
  Form,
  FormField,
  type FormState,
  PageTitle,
  Section,
  Table,
  TypedWords,
  wholeNumber,
} from '../../ui/index.ts';
import type { ExamPlan, SeatChange } from '../plan.ts';
import { planTexts } from '../planTexts.ts';
import { readField } from './planFields.ts';
import { PersonLink } from './planPeoplePages.tsx';

/** One fault, said: where, with the way to mend it, and what. */
export type FaultLine = {
  readonly key: string;
  readonly where: string;
  readonly href: string | null;
  readonly what: string;
};
type FaultList = { readonly lines: readonly FaultLine[]; readonly total: number };

type Common = ExamFrame & { readonly session: string; readonly plan: ExamPlan };

export type FaultsView = Common & { readonly blocking: FaultList; readonly others: FaultList };

/** What is wrong before anybody is summoned, and what is to be looked at. */
export function FaultsPage(view: FaultsView): JSX.Element {
  const say = planTexts.faults;
  const { session, plan } = view;
  return (
    <ExamPage {...view} tab="plan" title={say.title}>
      <BackLink href={addresses.plan({ session, numero: plan.number })}>{say.back}</BackLink>
      <PageTitle kicker={planTexts.number(plan.number)}>{say.title}</PageTitle>
      {view.blocking.total + view.others.total === 0 && <EmptyState title={say.none} />}
      {view.blocking.total > 0 && (
        <Section title={say.blocking} id="fautes">
          <Faults list={view.blocking} title={say.blocking} />
        </Section>
      )}
      {view.others.total > 0 && (
        <Section title={say.others} id="points">
          <Faults list={view.others} title={say.others} />
        </Section>
      )}
    </ExamPage>
  );
}

function Faults({ list: { lines, total }, title }: { readonly list: FaultList; readonly title: string }): JSX.Element {
  const say = planTexts.faults;
  return (
    <>
      <Table
        caption={title}
        columns={say.columns.map((label, index) => ({ label, plain: index === 1 }))}
        rows={lines.map(({ key, where, href, what }) => ({
          key,
          cells: [
            href === null ? (
              where
            ) : (
              <a key="where" href={href}>
                {where}
              </a>
            ),
            what,
          ],
        }))}
      />
      {total > lines.length && <p class="muted">{say.more(total - lines.length)}</p>}
    </>
  );
}

export type PublishView = Common & {
  readonly summoned: number;
  readonly seats: number;
  /** Number of the published plan, where there is one. */
  readonly before: number | null;
  readonly without: number;
  readonly changed: number;
  readonly changes: readonly {
    readonly id: string;
    readonly number: string;
    readonly name: string;
    readonly what: readonly { readonly what: SeatChange['what']; readonly units: readonly string[] }[];
  }[];
  readonly blocking: number;
  readonly others: number;
  readonly state: FormState;
  readonly idempotencyKey: string;
};

/** What a publication would do, before it does. */
export function PublishPage(view: PublishView): JSX.Element {
  const say = planTexts.publish;
  const { session, plan, state } = view;
  const more = { session, numero: plan.number };
  return (
    <ExamPage {...view} tab="plan" title={say.title}>
      <BackLink href={addresses.plan(more)}>{planTexts.faults.back}</BackLink>
      <PageTitle kicker={planTexts.number(plan.number)} lead={say.lead}>
        {say.title}
      </PageTitle>
      <Figures
        figures={[
          { label: say.summoned, value: wholeNumber(view.summoned), detail: planTexts.figures.seats(view.seats) },
          { label: say.changed, value: wholeNumber(view.changed), detail: say.changedText(view.before) },
          {
            label: say.without,
            value: wholeNumber(view.without),
            ...(view.without > 0 ? { href: addresses.planFaults(more) } : {}),
          },
        ]}
      />
      {view.blocking > 0 ? (
        <Alert tone="danger">
          <p>
            {say.blocked} <a href={addresses.planFaults(more)}>{say.seeFaults}</a>
          </p>
        </Alert>
      ) : (
        <Form
          action={addresses.planAct('publication', more)}
          csrf={view.csrf}
          idempotencyKey={view.idempotencyKey}
          version={plan.rowVersion}
          state={state}
          label={say.title}
          submit={say.submit}
        >
          {view.others > 0 && (
            <>
              <p>
                <a href={addresses.planFaults(more)}>{say.readHint(view.others)}</a>
              </p>
              <FormField field={readField} />
            </>
          )}
          <p>{say.after}</p>
        </Form>
      )}
      {view.before !== null && (
        <Section title={say.changes} id="changements">
          {view.changes.length === 0 ? (
            <p>{say.changesNone}</p>
          ) : (
            <Table
              caption={say.changes}
              columns={say.changesColumns.map((label, index) => ({ label, narrow: index === 0 }))}
              rows={view.changes.map((one) => ({
                key: one.id,
                cells: [
                  <PersonLink key="number" {...one} session={session} numero={plan.number} />,
                  <TypedWords key="name">{one.name}</TypedWords>,
                  one.what.map(({ what, units }) => say.change(say.what[what], units)).join('\u00a0; '),
                ],
              }))}
            />
          )}
          {view.changed > view.changes.length && <p class="muted">{say.more(view.changed - view.changes.length)}</p>}
        </Section>
      )}
    </ExamPage>
  );
}
