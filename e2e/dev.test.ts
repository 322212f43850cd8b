import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, cpSync, existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { temporaryFolder } from '../src/testing/temporaryFolder.ts';
import { createVisitor, DEMONSTRATION_PASSWORD, signIn } from './support/visitor.ts';

const ROOT = path.join(import.meta.dirname, '..');
const FRONT = 'src/public/texts/front.ts';
/** It imports nothing: its types are checked in no time. */
const CHECKED = 'src/platform/result.ts';
const HANGS = "console.log(new Error('It hangs.').stack);\nfor (;;);\n";
const PATIENCE = { timeout: 200_000, interval: 50 };

const tree = temporaryFolder('dev');
const data = temporaryFolder('dev-data');
let workshop: ChildProcess | null = null;
afterEach(async () => {
  if (workshop !== null && workshop.exitCode === null) {
    workshop.kill('SIGTERM');
    await once(workshop, 'exit');
  }
  for (const folder of [tree, data]) rmSync(folder, { recursive: true });
});

/** The sources, to be edited; types are checked of one of them. */
function copySources(): void {
  for (const entry of ['src', 'scripts', 'catalogue', 'package.json'])
    cpSync(path.join(ROOT, entry), path.join(tree, entry), { recursive: true });
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(tree, 'node_modules'));
  const options = JSON.parse(readFileSync(path.join(ROOT, 'tsconfig.json'), 'utf8'));
  writeFileSync(path.join(tree, 'tsconfig.json'), JSON.stringify({ ...options, include: [CHECKED] }));
}

function edit(file: string, words: string, others: string): void {
  const text = readFileSync(path.join(tree, file), 'utf8');
  expect(text).toContain(words);
  writeFileSync(path.join(tree, file), text.replace(words, others));
}

const childrenOf = ({ pid }: ChildProcess): readonly number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number);
/** The server, and the process that is to be the next: without esbuild, the database and what checks types. */
const serversOf = (one: ChildProcess): readonly number[] =>
  childrenOf(one).filter((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('spare.mjs'));

it('The site follows an edit, with its database and its sessions; what is mistyped is said, and leaves the last good one', async () => {
  copySources();
  const child = spawn(process.execPath, ['scripts/workshop.mjs'], {
    cwd: tree,
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: data, PUT_OFF: 'nothing' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  workshop = child;
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += String(chunk)));
  const says = (what: RegExp): Promise<void> => vi.waitFor(() => expect(output).toMatch(what), PATIENCE);
  await says(/is ready: http:\S+/);
  const visitor = createVisitor(/is ready: (http:\S+)/.exec(output)?.[1] ?? '');
  const shows = (words: string): Promise<void> =>
    vi.waitFor(async () => expect((await visitor.get('/')).html).toContain(words), PATIENCE);
  await shows("S'inscrire au ");
  await signIn(visitor, 'camille@demo.registre.fr', DEMONSTRATION_PASSWORD);
  const isSignedIn = async (): Promise<boolean> => (await visitor.get('/candidatures')).status === 200;
  expect(await isSignedIn()).toBe(true);
  const [first] = serversOf(child);
  const onlyTwo = (): Promise<void> => vi.waitFor(() => expect(serversOf(child)).toHaveLength(2), PATIENCE);

  edit(FRONT, "`S'inscrire au ", '`Venir au ');
  await shows('Venir au ');
  expect(await isSignedIn()).toBe(true);
  await onlyTwo();
  const both = serversOf(child);
  expect(both).not.toContain(first);
  expect(output.match(/making the database/g)).toHaveLength(1);

  edit(FRONT, '`Venir au ', 'Venir au ');
  await says(/front\.ts:\d+[\s\S]*The last good server goes on/);
  await shows('Venir au ');

  // What starts and never listens: the next edit ends it.
  edit(FRONT, 'Venir au ', '`Accourir au ');
  appendFileSync(path.join(tree, 'src', 'assets.ts'), HANGS);
  await says(/It hangs\.\n.*\/src\/assets\.ts:\d+/);
  edit('src/assets.ts', HANGS, '');
  await shows('Accourir au ');
  await onlyTwo();
  for (const before of both) expect(serversOf(child)).not.toContain(before);
  expect(await isSignedIn()).toBe(true);

  await says(/Types hold/);
  appendFileSync(path.join(tree, CHECKED), "export const mistyped: number = 'words';\n");
  await says(/src\/platform\/result\.ts\(\d+,\d+\): error TS2322.*\nTypes do NOT hold/);
  await shows('Accourir au ');

  const own = childrenOf(child);
  child.kill('SIGINT');
  expect(await once(child, 'exit')).toEqual([0, null]);
  await vi.waitFor(() => expect(own.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([]), PATIENCE);
});
