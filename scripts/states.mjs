// npm run states: draws docs/states.md from the machines that the rooms write (`transitions`, src/platform/transitions.ts). `--check`
// changes nothing and fails where the page says otherwise.
import { globSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { flag, readArguments } from './arguments.mjs';
import { root, tableOf, writeOrCheck } from './lib.mjs';

/** Every machine of the sources, by its title, with the file that says it. */
export async function machines() {
  const files = globSync('src/**/*.ts', { cwd: root }).filter(
    (file) => !file.endsWith('.test.ts') && / = transitions\(\{/.test(readFileSync(`${root}/${file}`, 'utf8')),
  );
  const found = await Promise.all(
    files.map(async (file) => {
      const said = await import(pathToFileURL(`${root}/${file}`).href);
      return Object.values(said).flatMap((one) => (typeof one?.whyNot === 'function' ? [{ ...one, file }] : []));
    }),
  );
  return found.flat().toSorted((one, other) => one.title.localeCompare(other.title));
}

/** null: it isn't there yet, or any more. */
const idOf = (state) => state?.replaceAll('-', '_') ?? '[*]';
/** Of each act, a move from each of its states; `to` null: the thing is gone. */
export const movesOf = ({ acts }) =>
  Object.entries(acts).flatMap(([act, { from, to, gone }]) =>
    to === undefined && !gone
      ? []
      : (from.length === 0 ? [null] : from).map((state) => ({ act, from: state, to: to ?? null })),
  );

/** As GitHub draws it: an arrow for all the acts that lead from one state to another; those that leave it where it is stand in the table. */
export function diagramOf(machine) {
  const moves = movesOf(machine).filter(({ from, to }) => from !== to);
  const arrows = Map.groupBy(moves, ({ from, to }) => `${idOf(from)} --> ${idOf(to)}`);
  const ends = machine.states.filter((state) => !moves.some(({ from }) => from === state));
  return [
    'stateDiagram-v2',
    ...machine.states.filter((state) => state.includes('-')).map((state) => `state "${state}" as ${idOf(state)}`),
    ...[...arrows].map(([arrow, all]) => `${arrow}: ${all.map(({ act }) => act).join(', ')}`),
    ...ends.map((state) => `${idOf(state)} --> [*]`),
  ].join('\n  ');
}

function sectionOf(machine) {
  const { title, file, column, words, means, acts } = machine;
  const kept = column === null ? 'computed, never stored' : `kept in \`${column}\``;
  const named = words === null ? '' : `; named in [${words}](../src/${words})`;
  const rows = Object.entries(acts).map(([act, { from, to, gone, who, people = 1, undone = '' }]) => [
    act,
    from.length === 0 ? 'it begins' : from.join(', '),
    to ?? (gone ? 'it is gone' : 'stays'),
    who,
    String(people),
    undone,
  ]);
  return `## ${title}

Said in [${file}](../${file}); ${kept}${named}.

\`\`\`mermaid
${diagramOf(machine)}
\`\`\`

${Object.entries(means)
  .map(([state, meaning]) => `- **${state}**: ${meaning}`)
  .join('\n')}

${tableOf([['Act', 'From', 'To', 'Who', 'People', 'Undone by'], ...rows])}
`;
}

export function pageOf(all) {
  return `# States

Each thing that goes from state to state, and what leads from one to another. Drawn from the tables that actions and pages ask
(\`transitions\`, \`src/platform/transitions.ts\`) by \`npm run states\`: not written by hand.

${all.map(sectionOf).join('\n')}`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  readArguments('states', [flag('--check')]);
  if (!writeOrCheck({ 'docs/states.md': pageOf(await machines()) }, 'states')) process.exitCode = 1;
}
