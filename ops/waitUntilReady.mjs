// For systemd: ends when the node on this port can serve. node ops/waitUntilReady.mjs 3000
import { setTimeout as sleep } from 'node:timers/promises';

const port = Number(process.argv[2]);
if (process.argv.length !== 3 || !Number.isInteger(port) || port < 1 || port > 65_535) {
  process.stderr.write('Which port? node ops/waitUntilReady.mjs 3000\n');
  process.exit(2);
}
const address = `http://127.0.0.1:${port}/readyz`;
const isReady = () =>
  fetch(address).then(
    ({ ok }) => ok,
    () => false,
  );
while (!(await isReady())) await sleep(200);
