import { setTimeout as sleep } from 'node:timers/promises';
import { type Registre, startRegistre } from '../e2e/support/registre.ts';
import type { EmbeddedServer } from '../src/platform/database/embedded/server.ts';

/** As a service manager does: a database that comes back at that moment refuses the first tries. */
export async function startAgain(environment: Readonly<Record<string, string>>, folder: string): Promise<Registre> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await startRegistre(environment, folder);
    } catch (error) {
      if (attempt === 20) throw error;
      await sleep(500);
    }
  }
}

export function killDatabase(database: EmbeddedServer): void {
  const pid = database.pid();
  if (pid === null) throw new Error('The database server does not run.');
  process.kill(pid, 'SIGKILL');
}

export async function untilReady({ url }: Registre): Promise<void> {
  for (let waited = 0; waited < 1200; waited++) {
    const ready = await fetch(new URL('/readyz', url)).then(
      ({ status }) => status === 200,
      () => false,
    );
    if (ready) return;
    await sleep(50);
  }
  throw new Error('Not ready again within a minute.');
}
