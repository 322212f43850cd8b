// npm run access: draws docs/access.md, who may what at every address. Each stands with its guard, who gets through and what is done there,
// from the table of routes and from what the matrix proves. `--check` changes nothing and fails where the page says otherwise; an address that
// takes a form and has no note fails either way.
import { pathToFileURL } from 'node:url';
import { flag, readArguments } from './arguments.mjs';
import { writeOrCheck } from './lib.mjs';

/**
 * The page. `routes`: what the rooms declare, in their order; those of one address behind one guard make one line. `mayOn`: who gets through
 * to a path, by their name in the matrix; `people`: what each is called.
 */
export function drawn(routes, mayOn, people) {
  const partOf = ({ path, who }) =>
    who.strangers === true ? 'Le site' : path.split('/', path.startsWith('/gestion/') ? 3 : 2).join('/');
  const sections = [...Map.groupBy(routes, partOf)].map(([part, own]) => {
    const lines = [...Map.groupBy(own, ({ path, who }) => `${path} ${who.name}`).values()].map((same) => {
      const [{ path, who }] = same;
      const may = mayOn(path);
      const named = may.length === Object.keys(people).length ? 'tous' : may.map((one) => people[one]).join(', ');
      const notes = same.flatMap(({ notes }) => notes).map((note) => `\n  - ${note}`);
      return `- \`${path}\` (${same.map(({ method }) => method).join(', ')}): ${named}. Garde\u00a0: \`${who.name}\`${notes.join('')}`;
    });
    return [`## ${part}`, '', ...lines];
  });
  return `# Who may what

Drawn from the table of routes by \`npm run access\`: not written by hand. Of each address: its methods; who gets through, as
\`e2e/matrix.test.ts\` proves it by asking every address in each of these names (\`e2e/support/whoMay.ts\`), where the others are sent to sign in or
find nothing; the guard that its route declares; and what each of its acts says of itself (\`note\`, \`src/ui/page/act.ts\`).

${sections.map((lines) => lines.join('\n')).join('\n\n')}
`;
}

/** What takes a form and doesn't say who may and what it does. */
export function silentIn(routes) {
  return routes.filter(({ method, notes }) => method === 'POST' && notes.length === 0).map(({ path }) => path);
}

/** The table as the server has it; what the rooms are given answers nothing, since nobody asks. */
async function everyRoute() {
  const { allRoutes } = await import('../src/routes.ts');
  const { createAccounts } = await import('../src/accounts/index.ts');
  const get = (_, key) => (key === Symbol.iterator ? function* () {} : anything);
  const anything = new Proxy(() => anything, { get });
  const publicUrl = new URL('https://registre.invalid');
  const accounts = createAccounts({ publicUrl, secret: '' });
  const given = {
    accounts,
    guards: accounts.guards,
    catalogue: anything,
    publicUrl,
    previews: { behind: (some) => some },
  };
  const bags = { shared: given, papers: given, visited: given, site: given, editor: given };
  const parts = new Proxy({ ...given, ...bags }, { get: (known, key) => known[key] ?? anything });
  return allRoutes(parts, () => []);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  readArguments('access', [flag('--check')]);
  const { mayOn, PEOPLE_IN_WORDS } = await import('../e2e/support/whoMay.ts');
  const routes = await everyRoute();
  const silent = silentIn(routes);
  if (silent.length > 0) console.error(`No note says who may and what is done there: ${silent.join(', ')}`);
  const same = writeOrCheck({ 'docs/access.md': drawn(routes, mayOn, PEOPLE_IN_WORDS) }, 'access');
  if (silent.length > 0 || !same) process.exitCode = 1;
}
