import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import multipart from '@fastify/multipart';
import Fastify from 'fastify';
import pg from 'pg';

/** The least that a receipt costs: the bytes hashed, forced to the disk with the folder that names them, and recorded, by whoever sends them. Prints its address. */
type Order = { readonly connection: pg.PoolConfig; readonly folder: string };

const { connection, folder } = await new Promise<Order>((resolve) =>
  process.once('message', (one) => resolve(one as Order)),
);
mkdirSync(folder, { recursive: true });
const place = await open(folder, 'r');
const pool = new pg.Pool({ ...connection, max: 8 });
await pool.query(
  'create table if not exists bare_deposit (id uuid primary key, sha256 text not null, size integer not null)',
);
const server = Fastify();
await server.register(multipart, { limits: { fileSize: 26_214_400 } });
server.post('/', async (request, reply) => {
  const part = await request.file();
  if (part === undefined) return reply.code(422).send('');
  const [id, digest] = [randomUUID(), createHash('sha256')];
  let size = 0;
  const handle = await open(path.join(folder, id), 'wx');
  for await (const chunk of part.file) {
    digest.update(chunk);
    size += chunk.length;
    await handle.appendFile(chunk);
  }
  await handle.sync();
  await handle.close();
  await place.sync();
  await pool.query('insert into bare_deposit values ($1, $2, $3)', [id, digest.digest('hex'), size]);
  return reply.redirect(`/?recu=${id}`, 303);
});
console.log(await server.listen({ host: '127.0.0.1', port: 0 }));
process.once('disconnect', () => process.exit(0));
