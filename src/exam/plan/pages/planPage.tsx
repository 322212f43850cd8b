import type { JSX } from 'preact';
import { parisDay } from '../../../platform/time.ts';
import {
  ActionForm,
  Actions,
  Alert,
  Button,
  ButtonLink,
  Details,
  EmptyState,
  Figures,
  Form,
  FormField,
  type FormState,
  Identifier,
  ListHead,
  numericDay,
  type Option,
  Section,
  Status,
  type StatusName,
  Table,
  wholeNumber,
} from '../../../ui/index.ts';
import { addresses } from '../../addresses.ts';
import { type ExamFrame, ExamPage } from '../../pages/examPage.tsx';
import { SessionChoice } from '../../pages/sessionChoice.tsx';
import type { ExamPlan, PlanState } from '../../plan.ts';
import type { centreLoads, countPlan } from '../../store/planLists.ts';
import type { Behind } from '../../watch/watch.ts';
import { planTexts as say } from '../planTexts.ts';
import { modeField } from './planFields.ts';

export type PlanView = ExamFrame & {
  readonly sessions: readonly Option[];
  readonly session: string;
  readonly plans: readonly ExamPlan[];
  readonly plan: ExamPlan | null;
  readonly nameOf: (id: string | null) => string;
  readonly counts: Awaited<ReturnType<typeof countPlan>> | null;
  readonly centres: Awaited<ReturnType<typeof centreLoads>>;
  /** What the published plan lacks today; null: nothing, or not for this person. */
  readonly behind: Behind | null;
  readonly state: FormState;
  readonly idempotencyKey: string;
};

const LOOKS: Readonly<Record<PlanState, StatusName>> = {
  working: 'received',
  draft: 'deposited',
  failed: 'refused',
  published: 'compliant',
  replaced: 'replaced',
};

/** Who sits where: what there is, in figures, and what may be done with it now. */
export function PlanPage(view: PlanView): JSX.Element {
  const { plan, session, isHead } = view;
  return (
    <ExamPage {...view} tab="plan" title={say.title}>
      <ListHead
        title={say.title}
        count={plan === null ? '' : say.short(plan.number)}
        action={plan === null ? undefined : <Status name={LOOKS[plan.state]} label={say.states[plan.state]} />}
      >
        <SessionChoice action={addresses.plan()} sessions={view.sessions} session={session} />
      </ListHead>
      {plan === null ? (
        <EmptyState title={say.none}>{isHead ? say.noneText.head : say.noneText.others}</EmptyState>
      ) : (
        <State {...view} plan={plan} />
      )}
      {view.behind !== null && (
        <Alert tone="warn" title={say.behindTitle}>
          <p>{say.behindText(say.behind(view.behind))}</p>
        </Alert>
      )}
      {isHead && <Acts {...view} />}
      {plan !== null && view.counts !== null && <Placed {...view} plan={plan} counts={view.counts} />}
      {view.plans.length > 1 && <Others {...view} />}
    </ExamPage>
  );
}

type WithPlan = PlanView & { readonly plan: ExamPlan };

function State({ plan, nameOf, session }: WithPlan): JSX.Element {
  const { state, failure, publishedAt } = plan;
  return (
    <>
      {state === 'working' && (
        <Alert tone="info">
          <p>
            {say.working(plan.orderedAt, nameOf(plan.orderedBy))}{' '}
            <a href={addresses.plan({ session })}>{say.refresh}</a>
          </p>
        </Alert>
      )}
      {failure !== null && <Alert tone="danger">{say.failure(failure)}</Alert>}
      {state === 'published' && publishedAt !== null && <p>{say.published(publishedAt, nameOf(plan.publishedBy))}</p>}
      {state === 'replaced' && <p>{say.replacedText}</p>}
      {state === 'draft' && <p>{say.ordered(plan, nameOf(plan.orderedBy))}</p>}
    </>
  );
}

function Acts(view: PlanView): JSX.Element | null {
  const { plan, plans, session, csrf, idempotencyKey } = view;
  const hidden = { csrf, idempotencyKey };
  if (plan?.state === 'working')
    return (
      <ActionForm
        action={addresses.planAct('abandonner', { session, numero: plan.number })}
        {...hidden}
        version={plan.rowVersion}
      >
        <Button kind="secondary">{say.acts.stop}</Button>
      </ActionForm>
    );
  if (plan?.state === 'draft') return <DraftActs {...view} plan={plan} />;
  const published = plans.some(({ state }) => state === 'published');
  const open = plans.some(({ state }) => state === 'working' || state === 'draft');
  if (open) return null;
  if (published)
    return (
      <ActionForm action={addresses.planAct('corriger', { session })} {...hidden}>
        <Button>{say.acts.correct}</Button>
        <p class="muted">{say.acts.correctText}</p>
      </ActionForm>
    );
  return (
    <Form
      action={addresses.planAct('repartir', { session })}
      {...hidden}
      hidden={{ [modeField.name]: 'all' }}
      label={say.acts.order}
      state={view.state}
    >
      <Actions>
        <Button>{say.acts.order}</Button>
      </Actions>
    </Form>
  );
}

function DraftActs({ plan, session, csrf, idempotencyKey, state }: WithPlan): JSX.Element {
  const numero = plan.number;
  const hidden = { csrf, idempotencyKey, version: plan.rowVersion };
  return (
    <>
      <Actions>
        <ButtonLink href={addresses.planAct('publication', { session, numero })}>{say.acts.publish}</ButtonLink>
        <ButtonLink kind="secondary" href={addresses.planFaults({ session, numero })}>
          {say.acts.check}
        </ButtonLink>
      </Actions>
      <Details summary={say.acts.again} open={state.faults.length > 0}>
        <Form
          action={addresses.planAct('repartir', { session, numero })}
          {...hidden}
          state={state}
          summary={false}
          label={say.acts.again}
        >
          <FormField field={modeField} />
          <Actions>
            <Button kind="secondary">{say.acts.again}</Button>
          </Actions>
        </Form>
        <p class="muted">{say.acts.dropText}</p>
        <ActionForm action={addresses.planAct('abandonner', { session, numero })} {...hidden}>
          <Button kind="danger">{say.acts.drop}</Button>
        </ActionForm>
      </Details>
    </>
  );
}

function Placed(view: WithPlan & { readonly counts: NonNullable<PlanView['counts']> }): JSX.Element {
  const { plan, counts, session } = view;
  const numero = plan.number;
  const without = counts.without > 0 ? { href: addresses.without({ session, numero }) } : {};
  return (
    <>
      <Figures
        figures={[
          { label: say.figures.placed, value: wholeNumber(counts.persons), detail: say.figures.seats(counts.seats) },
          {
            label: say.figures.without,
            value: wholeNumber(counts.without),
            detail: say.figures.units(counts.units),
            ...without,
          },
          { label: say.figures.km, value: say.figures.kmValue(counts.km), detail: say.figures.kmText(counts.homeless) },
          { label: say.figures.frozen, value: wholeNumber(counts.frozen), detail: say.figures.frozenText },
        ]}
      />
      <Search session={session} numero={numero} words="" />
      {view.isHead && plan.figures !== null && <How figures={plan.figures} />}
      <Section title={say.byCentre} id="centres">
        <Table
          caption={say.byCentre}
          captionUnseen
          columns={say.byCentreColumns.map((label, index) => ({ label, figures: index > 1, narrow: index === 0 }))}
          rows={view.centres.map((centre) => ({
            key: centre.centreId,
            cells: [
              <a key="code" href={addresses.planCentre(centre.centreId, { session, numero })}>
                <Identifier>{centre.code}</Identifier>
              </a>,
              centre.city,
              wholeNumber(centre.persons),
              wholeNumber(centre.specialities),
              say.roomsUsed(centre.used, centre.rooms),
              wholeNumber(centre.capacity),
            ],
          }))}
        />
      </Section>
    </>
  );
}

/** A candidate by number or name. */
export function Search({
  session,
  numero,
  words,
}: {
  readonly session: string;
  readonly numero: number;
  readonly words: string;
}): JSX.Element {
  return (
    <Form action={addresses.planSearch()} method="get" label={say.search} inline>
      <input type="hidden" name="session" value={session} />
      <input type="hidden" name="numero" value={numero} />
      <div class="field">
        <label for="recherche">{say.search}</label>
        <p class="hint" id="recherche-aide">
          {say.searchHint}
        </p>
        <input id="recherche" name="q" type="text" value={words} maxlength={80} aria-describedby="recherche-aide" />
      </div>
      <Button kind="secondary">{say.searchSubmit}</Button>
    </Form>
  );
}

function How({ figures }: { readonly figures: NonNullable<ExamPlan['figures']> }): JSX.Element {
  const methods = [
    ['solver', figures.solver],
    ['greedy', figures.greedy],
  ] as const;
  return (
    <Details summary={say.how}>
      <p>{say.howText(figures.kept, figures.status)}</p>
      <Table
        caption={say.how}
        captionUnseen
        columns={say.howColumns.map((label, index) => ({ label, figures: index > 0 }))}
        rows={methods.map(([name, one]) => ({
          key: name,
          cells:
            one === null
              ? [say.methods[name], say.noAnswer, '', '', '']
              : [say.methods[name], ...[one.km, one.boards, one.unplaced, one.lacking].map(wholeNumber)],
        }))}
      />
    </Details>
  );
}

function Others({ plans, plan, session }: PlanView): JSX.Element {
  return (
    <Details summary={say.others}>
      <Table
        caption={say.others}
        captionUnseen
        columns={say.othersColumns.map((label, index) => ({ label, narrow: index === 0 }))}
        rows={plans.map((one) => ({
          key: one.id,
          cells: [
            one.id === plan?.id ? (
              say.number(one.number)
            ) : (
              <a key="number" href={addresses.plan({ session, numero: one.number })}>
                {say.number(one.number)}
              </a>
            ),
            say.states[one.state],
            numericDay(parisDay(one.orderedAt)),
            one.publishedAt === null ? '' : numericDay(parisDay(one.publishedAt)),
          ],
        }))}
      />
    </Details>
  );
}
