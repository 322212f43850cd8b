import type { MarkingToSend, OwnBoards } from '../marking/device/board.ts';
import { startKept } from './kept/startKept.ts';
import { App } from './marking/app.tsx';
import { boardsPage, NAME } from './marking/page.ts';

/** Improves `/commission/notes`: signs at once, without a network too. */
const root = document.querySelector<HTMLElement>('#notation');

if (root !== null)
  void startKept<OwnBoards, MarkingToSend>(root, {
    name: NAME,
    home: '/commission/notes',
    draw: ({ store, owner, ...started }) => <App page={boardsPage(store, owner)} {...started} />,
  });
