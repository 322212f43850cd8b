import path from 'node:path';
import { prepareExam } from './exam.ts';
import { fillOffice } from './office.ts';
import { openWorld } from './world.ts';

/** A living office (office.ts) in the demonstration of this machine. `npm run living -- [enrolments] [day] [session]`, then `npm start`. */
const [asked = '5000', day = '2023-11-28', code = 'bp-2024-clermont'] = process.argv.slice(2);
const count = Number(asked);
const began = performance.now();
const world = await openWorld(path.join(import.meta.dirname, '..'), console.log).catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
try {
  const until = Temporal.PlainDate.from(day);
  const refused = await fillOffice(world, {
    counts: new Map([[code, count]]),
    until,
    specialities: null,
    diligent: false,
  });
  const session = world.catalogue.session(code);
  if (session !== undefined) await prepareExam(world, session);
  for (const [reason, times] of refused) console.log(`${times} × ${reason}`);
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  console.log(
    `${count} enrolments until ${day}, 9:00, in ${seconds} s. \`npm start\` shows them; the clock is at /demo.`,
  );
} finally {
  await world.close();
}
