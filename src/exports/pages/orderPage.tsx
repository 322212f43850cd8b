import type { JSX } from 'preact';
import type { WorkState } from '../../lots/index.ts';
import {
  ActionForm,
  Actions,
  Alert,
  BackLink,
  Button,
  ButtonLink,
  Page,
  type PageFrame,
  PageTitle,
  shortInstant,
} from '../../ui/index.ts';
import { addresses as exportAddresses } from '../addresses.ts';
import type { ExportOrder } from '../store/orders.ts';
import { exportTexts } from '../texts.ts';

const say = exportTexts.order;

const STATES = { planned: 'running', ready: 'finished', failed: 'failed' } as const satisfies Record<
  ExportOrder['state'],
  WorkState
>;
export const stateOf = ({ state }: ExportOrder): WorkState => STATES[state];

export type OrderView = PageFrame & { readonly order: ExportOrder; readonly fault: string | null };

/** One list that is made ready: how far it is, then the way to take it; why not, and the way to ask again. */
export function OrderPage({ order, fault, ...frame }: OrderView): JSX.Element {
  const here = exportAddresses.order(order.id);
  return (
    <Page chrome={frame.chrome} flash={frame.flash} layout="wide" title={say.title}>
      <BackLink href={exportAddresses.exports()}>{exportTexts.title}</BackLink>
      <PageTitle kicker={say.states[order.state]} lead={order.what}>
        {say.title}
      </PageTitle>
      {fault !== null && <Alert tone="danger">{fault}</Alert>}
      <p class="muted">{say.ordered(shortInstant(order.orderedAt))}</p>
      {order.state === 'planned' && (
        <>
          <p>
            <label for="avancement">{say.progressLabel}</label>{' '}
            <progress id="avancement" max={order.total ?? 1} value={order.written} />{' '}
            <strong>{order.total === null ? say.notBegun : say.progress(order.written, order.total)}</strong>
          </p>
          <p>{say.running}</p>
          <ButtonLink href={here}>{say.refresh}</ButtonLink>
        </>
      )}
      {order.state === 'ready' && (
        <>
          <p>{say.ready(order.total ?? 0)}</p>
          <Actions>
            <ButtonLink href={exportAddresses.orderFile(order.id)} download>
              {say.take}
            </ButtonLink>
          </Actions>
        </>
      )}
      {order.state === 'failed' && (
        <ActionForm action={here} csrf={frame.csrf}>
          <p>{say.failed}</p>
          <Button>{say.again}</Button>
        </ActionForm>
      )}
    </Page>
  );
}
