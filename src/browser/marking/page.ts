import type { MarkingToSend, OwnBoards } from '../../marking/device/board.ts';
import { ask, askWhetherKept, type KeptPage, post } from '../kept/exchange.ts';
import type { Store } from '../kept/store.ts';

export const NAME = 'registre-notation';

/** The boards of an examiner, as a device keeps them and speaks of them with the server. */
export function boardsPage(store: Store<OwnBoards, MarkingToSend>, owner: string): KeptPage<OwnBoards, MarkingToSend> {
  return {
    name: NAME,
    store,
    owner,
    // `MOST.batch`.
    batch: 50,
    read: () => ask('/commission/notes/donnees'),
    send: ({ token, device, waiting }) =>
      post('/commission/notes/envoi', { jeton: token, owner, device, acts: waiting }),
    mayKeep: () => askWhetherKept(`/commission/notes/droit/${owner}`),
  };
}
