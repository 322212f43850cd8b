import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';

/** PostgreSQL refuses to run as root: the system user that runs it then, and where that user's files may stand. */
export type SystemUser = { readonly uid: number; readonly gid: number; readonly home: string };

const HOME = '/var/lib/registre';

/** null when the process isn't root: PostgreSQL runs as ourselves. */
export function systemUser(): SystemUser | null {
  if (process.getuid?.() !== 0) return null;
  const [uid, gid] = idsOf('postgres') ?? idsOf('registre') ?? createUser() ?? idsOf('nobody') ?? [65534, 65534];
  return { uid, gid, home: HOME };
}

function idsOf(name: string): readonly [number, number] | null {
  const user = spawnSync('id', ['-u', name], { encoding: 'utf8' });
  const group = spawnSync('id', ['-g', name], { encoding: 'utf8' });
  if (user.status !== 0 || group.status !== 0) return null;
  return [Number(user.stdout), Number(group.stdout)];
}

function createUser(): readonly [number, number] | null {
  try {
    execFileSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'registre'], {
      stdio: 'ignore',
    });
  } catch {
    return null;
  }
  return idsOf('registre');
}

/** The folder for the cluster: the wanted one, or one below /var/lib when the user can't come through to the wanted one. */
export function reachableFolder(wanted: string, user: SystemUser | null): string {
  if (user === null) return wanted;
  mkdirSync(wanted, { recursive: true });
  const probe = spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', wanted], { uid: user.uid, gid: user.gid, cwd: '/' });
  if (probe.status === 0) return wanted;
  const name = createHash('sha256').update(path.resolve(wanted)).digest('hex').slice(0, 12);
  const folder = path.join(user.home, name);
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true, mode: 0o755 });
  return folder;
}
