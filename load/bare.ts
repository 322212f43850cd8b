import Fastify from 'fastify';
import pg from 'pg';
import { renderToString } from 'preact-render-to-string';
import type { Statement } from './statements.ts';
import { render, treeOf } from './tree.ts';

/**
 * A bare Fastify, which knows nobody: at `/` the string of a page, at `/tree` the same page rendered from its tree, at `/work` after the
 * statements that ours sends for it. What any page costs at the very least. Prints its address.
 */
export type BareOrder = {
  readonly page: string;
  readonly statements: readonly Statement[];
  readonly connection: pg.PoolConfig;
};

const { page, statements, connection } = await new Promise<BareOrder>((resolve) =>
  process.once('message', (message) => resolve(message as BareOrder)),
);
const pool = new pg.Pool({ ...connection, max: 8 });
const tree = page === '' ? null : treeOf(page);
const rendered = (): string => (tree === null ? '' : `<!doctype html>${renderToString(render(tree))}`);

const server = Fastify();
server.get('/', async (_, reply) => reply.type('text/html; charset=utf-8').send(page));
server.get('/tree', async (_, reply) => reply.type('text/html; charset=utf-8').send(rendered()));
server.get('/work', async (_, reply) => {
  const client = await pool.connect();
  try {
    for (const [index, { text, values }] of statements.entries())
      await client.query(values.length === 0 ? { text } : { name: `s${index}`, text, values: [...values] });
  } finally {
    client.release();
  }
  return reply.type('text/html; charset=utf-8').send(rendered());
});
console.log(await server.listen({ host: '127.0.0.1', port: 0 }));
process.once('disconnect', () => process.exit(0));
