import { existsSync, rmSync } from 'node:fs';
import pg from 'pg';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { oldestBinaries } from '../../../testing/cluster.ts';
import { temporaryFolder } from '../../../testing/temporaryFolder.ts';
import { type EmbeddedServer, startEmbeddedServer } from './server.ts';

let folder = '';
let server: EmbeddedServer | null = null;
const start = async (more: Partial<Parameters<typeof startEmbeddedServer>[0]> = {}): Promise<EmbeddedServer> => {
  folder ||= temporaryFolder('embedded');
  server = await startEmbeddedServer({ folder, database: 'registre', say: () => undefined, ...more });
  return server;
};
const ask = async (text: string): Promise<readonly string[]> => {
  const client = new pg.Client(server?.connection);
  client.on('error', () => undefined);
  await client.connect();
  try {
    const result = await client.query({ text, rowMode: 'array' });
    return result.rows.flat().map(String);
  } finally {
    await client.end();
  }
};
afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
  folder = '';
  server = null;
});

describe('The embedded PostgreSQL', () => {
  it('speaks UTF-8 and writes through, even where no language is set', async () => {
    for (const name of ['LANG', 'LC_ALL', 'LANGUAGE', 'LC_CTYPE']) vi.stubEnv(name, undefined);
    await start();
    expect(await ask("select current_setting('server_encoding'), current_setting('fsync'), upper('œuvré')")).toEqual([
      'UTF8',
      'on',
      'ŒUVRÉ',
    ]);
  });

  it('keeps what was committed when it is killed, and comes back at the same address by itself', async () => {
    const said: string[] = [];
    await start({ say: (line) => said.push(line) });
    await ask("create table kept as select 'é' as word");
    const killed = Number(server?.pid());
    process.kill(killed, 'SIGKILL');
    await vi.waitFor(() => expect(said).toContain('The database server is back.'), { timeout: 60_000, interval: 100 });
    expect(server?.pid()).not.toBe(killed);
    expect(await ask('select word from kept')).toEqual(['é']);
  }, 600_000);

  it('comes back too when it is killed again in the instant in which it answered', async () => {
    const said: string[] = [];
    await start({ say: (line) => said.push(line) });
    const first = Number(server?.pid());
    const end = pg.Client.prototype.end;
    let second: number | null = null;
    vi.spyOn(pg.Client.prototype, 'end').mockImplementationOnce(async function (this: pg.Client) {
      second = Number(server?.pid());
      process.kill(second, 'SIGKILL');
      await vi.waitFor(() => expect(server?.pid()).toBeNull(), { timeout: 60_000, interval: 10 });
      await Reflect.apply(end, this, []);
    } as never);
    process.kill(first, 'SIGKILL');
    await vi.waitFor(() => expect(said).toContain('The database server is back.'), { timeout: 60_000, interval: 100 });
    await vi.waitFor(async () => expect(await ask('select 1')).toEqual(['1']), { timeout: 60_000, interval: 100 });
    expect([first, second]).not.toContain(server?.pid());
  }, 600_000);

  it('starts again on what it left, and takes up no socket or process after it stopped', async () => {
    const first = await start();
    await ask('create table kept as select 1 as one');
    const pid = Number(first.pid());
    await first.stop();
    expect(() => process.kill(pid, 0)).toThrow();
    expect(existsSync(String(first.connection.host))).toBe(false);
    await start();
    expect(await ask('select one from kept')).toEqual(['1']);
  });

  it('may be an older one: 15 too makes a UTF-8 database', async () => {
    await start({ binaries: await oldestBinaries() });
    expect(
      await ask("select current_setting('server_encoding'), current_setting('server_version_num')::int / 10000"),
    ).toEqual(['UTF8', '15']);
  });
});
