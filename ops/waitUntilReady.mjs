// For systemd: ends when the node on this port can serve. node ops/waitUntilReady.mjs 3000
import { setTimeout as sleep } from 'node:timers/promises';

const address = `http://127.0.0.1:${process.argv[2]}/readyz`;
const isReady = () =>
  fetch(address).then(
    ({ ok }) => ok,
    () => false,
  );
while (!(await isReady())) await sleep(200);
