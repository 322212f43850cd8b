import type { CentreDay, StatementToSend } from '../attendance/device/day.ts';
import { App } from './attendance/app.tsx';
import { dayPage, NAME } from './attendance/page.ts';
import { startKept } from './kept/startKept.ts';

/** Improves `/centre`: marks at once, without a network too. */
const root = document.querySelector<HTMLElement>('#pointage');

if (root !== null)
  void startKept<CentreDay, StatementToSend>(root, {
    name: NAME,
    home: '/centre',
    draw: ({ store, owner, ...started }) => <App page={dayPage(store, owner)} {...started} />,
  });
