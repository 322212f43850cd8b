// A server of `npm run dev` before it is one (scripts/workshop.mjs): it reads the libraries, and waits to be told its program.
import { globSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { Composer, Lexer, Parser } from 'yaml';

// By Node's own flag the whole map of the sources would be read at each start: the log asks who calls it.
process.setSourceMapsEnabled(true);
const [libraries] = process.argv.slice(2);
process.once('message', (program) => import(pathToFileURL(program).href));
await import(pathToFileURL(libraries).href);
// Whoever has read the rules once reads them twice as fast: Node has made the reader's code its own.
for (const file of globSync('catalogue/**/*.yaml')) {
  const parser = new Parser();
  const tokens = [...new Lexer().lex(readFileSync(file, 'utf8'))].flatMap((sign) => [...parser.next(sign)]);
  for (const document of new Composer().compose([...tokens, ...parser.end()])) document.toJS();
}
