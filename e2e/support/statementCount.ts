import { AsyncLocalStorage } from 'node:async_hooks';
import { Server } from 'node:http';
import pg from 'pg';

/** What a request asks of the database: statements, and transactions (`begin`). */
export type Asked = { readonly statements: readonly string[]; readonly transactions: number };

type Emit = (event: string | symbol, ...args: readonly unknown[]) => boolean;
type Query = (...args: readonly unknown[]) => unknown;

/**
 * Counts what the requests of this process ask of the database while `work` runs, those of its jobs apart. Of a server in the process of
 * the test: the counts don't hang on the machine.
 */
export async function asking(work: () => Promise<unknown>): Promise<Asked> {
  const request = new AsyncLocalStorage<true>();
  const statements: string[] = [];
  const server = Server.prototype as unknown as { emit: Emit };
  const client = pg.Client.prototype as unknown as { query: Query };
  const { emit } = server;
  const { query } = client;
  server.emit = function (this: Server, event, ...args) {
    return event === 'request'
      ? request.run(true, () => emit.call(this, event, ...args))
      : emit.call(this, event, ...args);
  };
  client.query = function (this: pg.Client, ...args) {
    const [asked] = args;
    const text = typeof asked === 'string' ? asked : (asked as { readonly text?: string } | undefined)?.text;
    if (request.getStore() === true && text !== undefined) statements.push(text);
    return query.apply(this, args as never);
  };
  try {
    await work();
  } finally {
    server.emit = emit;
    client.query = query;
  }
  // What the tests themselves ask, to compare columns with tables.
  const ours = statements.filter((one) => !/from pg_attribute a join pg_class/.test(one));
  const transactions = statements.filter((one) => /^(begin|start transaction)/i.test(one)).length;
  return { statements: ours.filter((one) => !/^(begin|start transaction|commit|rollback)/i.test(one)), transactions };
}
