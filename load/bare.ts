import Fastify from 'fastify';

/** A bare Fastify that sends one string: what any page costs at the very least. Prints its address. */
const page = await new Promise<string>((resolve) => process.once('message', (message) => resolve(String(message))));
const server = Fastify();
server.get('/', async (_, reply) => reply.type('text/html; charset=utf-8').send(page));
console.log(await server.listen({ host: '127.0.0.1', port: 0 }));
process.once('disconnect', () => process.exit(0));
