import type { CentreDay, StatementToSend } from '../../attendance/device/day.ts';
import { ask, askWhetherKept, type KeptPage, post } from '../kept/exchange.ts';
import type { Store } from '../kept/store.ts';

export const NAME = 'registre-pointage';

/** The list of a centre's day, as a device keeps it and speaks of it with the server. */
export function dayPage(store: Store<CentreDay, StatementToSend>, owner: string): KeptPage<CentreDay, StatementToSend> {
  return {
    name: NAME,
    store,
    owner,
    // `MOST.batch`.
    batch: 200,
    read: (day) => ask(`/centre/jour${day === '' ? '' : `?jour=${day}`}`),
    send: ({ token, device, day, waiting }) =>
      post('/centre/pointages', { jeton: token, owner, device, day, acts: waiting.map(sent) }),
    mayKeep: () => askWhetherKept(`/centre/droit/${owner}`),
  };
}

function sent(one: StatementToSend): object {
  if (one.kind === 'call')
    return {
      kind: one.kind,
      id: one.id,
      roomId: one.room,
      sittingId: one.sitting,
      day: one.day,
      minutes: one.minutes,
      enrolmentId: one.enrolment,
      takenFrom: one.takenFrom,
      agreed: one.agreed,
      saidAt: one.saidAt,
    };
  if (one.kind === 'phoned')
    return {
      kind: one.kind,
      id: one.id,
      enrolmentId: one.enrolment,
      unit: one.unit,
      callRank: one.rank,
      told: one.isTold,
      saidAt: one.saidAt,
    };
  return one.kind === 'mark'
    ? {
        kind: one.kind,
        id: one.id,
        enrolmentId: one.enrolment,
        unit: one.unit,
        state: one.state,
        minutes: one.minutes,
        seen: one.seen,
        saidAt: one.saidAt,
      }
    : { kind: one.kind, id: one.id, roomId: one.room, day: one.day, text: one.text, saidAt: one.saidAt };
}
