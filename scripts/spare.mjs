// A server of `npm run dev` before it is one (scripts/workshop.mjs): it reads the libraries, and waits to be told its program.
import { pathToFileURL } from 'node:url';

const [libraries] = process.argv.slice(2);
process.once('message', (program) => import(pathToFileURL(program).href));
await import(pathToFileURL(libraries).href);
