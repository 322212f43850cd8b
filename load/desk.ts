import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { startRegistre } from '../e2e/support/registre.ts';
import { createVisitor, DEMONSTRATION_PASSWORD, hiddenFields, mainOf, signIn } from '../e2e/support/visitor.ts';
import { temporaryFolder } from '../src/testing/temporaryFolder.ts';
import { keep } from './keep.ts';

/**
 * From the officer's decision to the next document before their eyes: the answer to the decision, the next page, the first
 * page of its document; on an office at work (`living/`), beside one more reading of the same. `npm run load -- desk [decisions]`.
 */
const DECISIONS = Number(process.argv[2] ?? 60);
const ENROLMENTS = 300;
const WARMING = 10;
const DAY = '2023-11-28';

const root = path.join(import.meta.dirname, '..');
const folder = temporaryFolder('load-desk');
const filled = spawnSync(process.execPath, ['scripts/living.mjs', String(ENROLMENTS), DAY], {
  cwd: root,
  env: { ...process.env, DATA_DIR: folder },
  encoding: 'utf8',
});
if (filled.status !== 0) throw new Error(filled.stderr);
const registre = await startRegistre({}, folder);
try {
  const officer = createVisitor(registre.url);
  await signIn(officer, 'head@demo.registre.fr', DEMONSTRATION_PASSWORD);
  const queue = await officer.get('/gestion/corbeille');
  let at = /href="(\/gestion\/pieces\/[^"]+)"/.exec(mainOf(queue.html))?.[1]?.replaceAll('&amp;', '&') ?? '';
  const decided: number[] = [];
  const read: number[] = [];
  for (let turn = 0; turn < DECISIONS + WARMING && at.startsWith('/gestion/pieces/'); turn += 1) {
    const { html } = await officer.get(at);
    const from = performance.now();
    const answer = await officer.post(at, { ...hiddenFields(mainOf(html)), decision: 'compliant' });
    if (answer.status !== 303) throw new Error(`${at} answers ${answer.status}: ${mainOf(answer.html).slice(0, 2000)}`);
    at = answer.location;
    const next = await look(at);
    const took = performance.now() - from;
    const again = performance.now();
    await look(at);
    if (turn < WARMING || !next) continue;
    decided.push(took);
    read.push(performance.now() - again);
  }
  const shown = (times: number[]): string => {
    times.sort((a, b) => a - b);
    const at = (share: number): string => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(0).padStart(5);
    return `p50 ${at(0.5)} ms   p95 ${at(0.95)} ms`;
  };
  console.log(`${decided.length} decisions`);
  console.log(`the next document, read      ${shown(read)}`);
  console.log(`decided, then that document  ${shown(decided)}`);
  keep('decided, then the next document, p50', middle(decided), 'ms', {
    beside: { what: 'the next document, read', value: middle(read) },
  });
  console.log(`p50 of a decision: ${(middle(decided) / middle(read)).toFixed(2)} times a reading`);

  /** The page and the first page of its document, as a browser asks for them. */
  async function look(address: string): Promise<boolean> {
    const { html } = await officer.get(address);
    const image = /"(\/gestion\/pieces\/[^"/]+\/fichiers\/[^"/]+\/pages\/1)"/.exec(html)?.[1];
    if (image === undefined) return false;
    const { status } = await officer.get(image);
    if (status !== 200) throw new Error(`${image} answers ${status}`);
    return true;
  }
} finally {
  await registre.stop();
}

function middle(sorted: readonly number[]): number {
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
