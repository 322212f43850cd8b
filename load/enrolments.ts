import { closeSync, fsync, openSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Visitor } from '../e2e/support/visitor.ts';
import { hashPassword } from '../src/accounts/credentials/passwords.ts';
import { enrol, give, makeScan, PASSWORD } from './enrolled.ts';
import { keep } from './keep.ts';
import { processorOf } from './processor.ts';
import { repeat } from './repeat.ts';
import { sideways } from './sideways.ts';
import { openLoadSite } from './site.ts';
import { countUnread, drain } from './unread.ts';

/**
 * Whole enrolments a second, acknowledged and read: an account opened by its mail, the six steps, registered, three deposits of a scan of 1 MB, with the
 * pages that people read in between; then the same with photographs of a telephone. Beside it, in the same run, the same two derivations
 * of a password and the same bytes written and forced to the disk, with nothing else. Generator and database are on the same cores: the
 * ratio is what to read, and what each process computed for an enrolment, which others beside it change less.
 */
const [SECONDS = 30, LANES = 16] = process.argv.slice(2).map(Number);
const DEPOSITS = 3;

const site = await openLoadSite('load');
const { folder, database, pool, registre } = site;
const scan: Given = { content: await makeScan(), name: 'scan.pdf' };
const photo: Given = { content: await sideways(98), name: 'IMG_1.jpg' };
let requests = 0;
let born = 0;

try {
  console.log(`${LANES} people at a time, ${SECONDS} s each.\n`);
  for (const given of [scan, photo]) await compare(given);
} finally {
  await site.close();
}

type Given = { readonly content: Buffer; readonly name: string };

async function compare(given: Given): Promise<void> {
  await enrolOne(given);
  await drain(pool);
  const floor = await repeat(LANES, SECONDS, () => floorOne(given));
  requests = 0;
  const from = processorOf(registre.child.pid, database.pid());
  const ours = await repeat(LANES, SECONDS, () => enrolOne(given));
  const left = await countUnread(pool);
  const later = (await drain(pool)) / 1000;
  const spent = processorOf(registre.child.pid, database.pid());
  const each = Object.entries(spent).map(([who, ms]) => `${who} ${((ms - (from[who] ?? 0)) / ours.done).toFixed(0)}`);
  console.log(
    `Whole enrolments with ${DEPOSITS} × ${given.name} of ${(given.content.length / 1e6).toFixed(2)} MB: ${ours.rate.toFixed(1)}/s acknowledged (${(requests / ours.seconds).toFixed(0)} requests/s, ${(requests / ours.done).toFixed(0)} each), p50 ${ours.p50.toFixed(0)} ms, p95 ${ours.p95.toFixed(0)} ms`,
  );
  const files = ours.done * DEPOSITS;
  console.log(
    `Read meanwhile: the files of ${((files - left) / DEPOSITS / ours.seconds).toFixed(1)}/s; ${left} of ${files} waited at the end, all read ${later.toFixed(1)} s later: ${(ours.done / (ours.seconds + later)).toFixed(1)}/s from the first to the last`,
  );
  keep(`whole enrolments with ${DEPOSITS} × ${given.name}`, ours.rate, '/s', { least: 25 });
  keep(`… ${given.name}, read from the first to the last`, ours.done / (ours.seconds + later), '/s');
  keep(`… ${given.name}, of what they can't do without`, ours.rate, '/s', {
    beside: { what: 'the same passwords derived and files forced', value: floor.rate },
  });
  for (const [who, ms] of Object.entries(spent))
    keep(`… ${given.name}, processor of ${who}`, (ms - (from[who] ?? 0)) / ours.done, 'ms');
  console.log(`Milliseconds of processor for each: ${each.join(', ')}`);
  console.log(
    `Two passwords derived, ${DEPOSITS} files forced to the disk ${floor.rate.toFixed(1)}/s; ours ${(ours.rate / floor.rate).toFixed(2)} of it\n`,
  );
}

async function enrolOne({ content, name }: Given): Promise<void> {
  const { visitor, hub, codes } = await enrol(registre.url, pool, born++, counted);
  const { url } = registre;
  for (const code of codes.slice(0, DEPOSITS))
    await give({ visitor, url }, `${hub}/justificatifs/${code}`, content, name);
  await visitor.get(hub);
}

async function floorOne({ content }: Given): Promise<void> {
  await hashPassword(PASSWORD);
  await hashPassword(PASSWORD);
  for (let file = 0; file < DEPOSITS; file += 1) {
    const name = path.join(folder, `floor-${born++}`);
    const opened = openSync(name, 'w');
    writeSync(opened, content);
    await promisify(fsync)(opened);
    closeSync(opened);
    rmSync(name);
  }
}

function counted(visitor: Visitor): Visitor {
  const one =
    <A extends readonly unknown[], R>(ask: (...args: A) => R, count: number) =>
    (...args: A): R => {
      requests += count;
      return ask(...args);
    };
  return {
    ...visitor,
    get: one(visitor.get, 1),
    post: one(visitor.post, 1),
    fill: one(visitor.fill, 2),
    depositForm: one(visitor.depositForm, 2),
  };
}
