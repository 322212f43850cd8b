import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { temporaryFolder } from '../src/testing/temporaryFolder.ts';
import { root, TESTS } from './lib.mjs';
import { inWords, leftOf } from './progress.mjs';
import Report from './reporter.mjs';

const LIB = JSON.stringify(path.join(import.meta.dirname, 'lib.mjs'));
/** Runs a script, which runs another, which says its number and writes. */
const LASTING = `
  const { runLong } = await import(${LIB});
  const inner = \`const { run } = await import(${LIB});
    const writes = "setInterval(() => require('node:fs').writeFileSync(process.env.TMPDIR + '/' + Date.now(), ''), 5)";
    await run(process.execPath, ['-e', "console.log('begun ' + process.pid);" + writes]);\`;
  await runLong('For a test', ['--input-type=module', '-e', inner]);
`;

describe('A command that lasts', () => {
  it.each(['SIGINT', 'SIGTERM'])('and is told %s ends what it began, and leaves nothing', async (signal) => {
    const above = temporaryFolder('long');
    const child = spawn(process.execPath, ['--input-type=module', '-e', LASTING], {
      // As from a terminal: `npm test` itself has begun us.
      env: { ...process.env, TMPDIR: above, REGISTRE_GROUP: undefined },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
    });
    const begun = () => /begun (\d+)/.exec(said)?.[1];
    await expect.poll(begun).toBeDefined();
    await expect.poll(() => readdirSync(above, { recursive: true }).length).toBeGreaterThan(1);
    child.kill(signal);
    const [code] = await once(child, 'exit');
    expect(code).toBe(130);
    expect(() => process.kill(Number(begun()), 0)).toThrow('ESRCH');
    expect(readdirSync(above)).toEqual([]);
  });

  it('says how long it has gone on, and what is left where it goes on so', () => {
    expect([44.6, 59.7, 200].map(inWords)).toEqual(['45 s', '1 min 0 s', '3 min 20 s']);
    const halfAMinuteAgo = Date.now() - 30_000;
    expect(leftOf(halfAMinuteAgo, 1, 4)).toBe('30 s, about 1 min 30 s left');
    expect(leftOf(halfAMinuteAgo, 0, 4)).toBe('30 s');
  });
});

describe('A run of tests', () => {
  it('says every fifteen seconds what is done, which files run, and what is left by what each took the last time', () => {
    vi.useFakeTimers();
    const said = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const [slow, quick] = ['slow', 'quick'].map((name) => ({
      moduleId: path.join(root, 'src', `${name}.test.ts`),
      project: { name: 'PostgreSQL 18' },
    }));
    const begun = (took) => {
      const report = new Report();
      report.onInit({ cache: { getTestSpecificationResult: (one) => took.get(one) } });
      report.onTestRunStart([slow, quick]);
      for (const one of [slow, quick]) report.onTestModuleQueued(one);
      report.onTestModuleEnd(quick);
      vi.advanceTimersByTime(15_000);
      report.onTestRunEnd([], []);
    };
    vi.stubEnv('REGISTRE_REPORT', undefined);
    begun(new Map([slow, quick].map((one, index) => [one, { duration: [45_000, 15_000][index] }])));
    begun(new Map());
    const lines = said.mock.calls.map(([line]) => line);
    vi.unstubAllEnvs();
    said.mockRestore();
    vi.useRealTimers();
    expect(lines).toEqual([
      '  … 1 of 2 files, 15 s, about 15 s left; now src/slow.test.ts\n',
      '  … 1 of 2 files, 15 s; now src/slow.test.ts\n',
    ]);
  });
});

describe('Tests that are named', () => {
  it('are a room, a folder or part of a path, and some at all', () => {
    expect(['jury', 'src/jury', 'src/jury/', 'rules/average', 'scripts'].map(TESTS.read)).toEqual([
      'src/jury/',
      'src/jury/',
      'src/jury/',
      'rules/average',
      'scripts/',
    ]);
    expect(['', 'nope', 'src/nope', '-t', 'docs'].map(TESTS.read)).toEqual([null, null, null, null, null]);
  });
});
