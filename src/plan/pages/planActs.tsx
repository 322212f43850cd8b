import type { JSX } from 'preact';
import { examAddresses as addresses } from '../../exam/index.ts';
import { ActionForm, Actions, Button, ButtonLink, Details, Form, FormField } from '../../ui/index.ts';
import { PLAN_LIFE } from '../plan.ts';
import { planTexts as say } from '../planTexts.ts';
import { modeField } from './planFields.ts';
import type { PlanView, WithPlan } from './planView.ts';

export function Acts(view: PlanView): JSX.Element | null {
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
  const open = plans.some(({ state }) => PLAN_LIFE.may('drop', state));
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
      submit={say.acts.order}
    />
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
          label={say.acts.again}
          submit={say.acts.again}
          kind="secondary"
        >
          <FormField field={modeField} />
        </Form>
        <p class="muted">{say.acts.dropText}</p>
        <ActionForm action={addresses.planAct('abandonner', { session, numero })} {...hidden}>
          <Button kind="danger">{say.acts.drop}</Button>
        </ActionForm>
      </Details>
    </>
  );
}
