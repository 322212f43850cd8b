// npm run load: how fast, beside a baseline of the same run. Without a word averages, pages and callers: about three minutes; talks to
// 127.0.0.1 only; stops by itself.
// npm run load -- averages: averages with their explanation, beside plain arithmetic (load/averages.ts).
// npm run load -- enrolments: whole enrolments, from the account to three deposits (load/enrolments.ts).
// npm run load -- directus: the same beside Directus, by turns (load/directus.ts; installs it, by the machine's npm and Node).
// npm run load -- deposits: files that come within the same seconds (load/deposits.ts).
// npm run load -- acknowledged: deposits acknowledged, beside a bare Fastify (load/acknowledged.ts).
// npm run load -- admission: who gets through when a node can't keep up (load/admission.ts).
// npm run load -- papers: what printing costs (load/papers.ts).
// npm run load -- batch: how long a page takes while papers are printed in number (load/batch.ts).
// npm run load -- desk: from a decision to the next document (load/desk.ts).
// npm run load -- placing: who sits where, beside the nearest centres one after the other (load/placing.ts).
// npm run load -- results: results hour (load/results.ts).
// npm run load -- statistics: what figures of a session cost (load/statistics.ts).
// npm run load -- accounts: the accounts that a jury reads (load/accounts.ts).
// npm run load -- documents: what it costs to read the file of a person (load/documents.ts).
// npm run load -- sheets: what it takes to read a signed confirmation back (load/sheets.ts; needs pdftoppm).
// npm run load -- former: a file of former results, and how long others wait meanwhile (load/former.ts).
// npm run load -- costs: processor, WAL and transactions of each act, and what a country's last hour takes (load/costs.ts; docs/scale.md).
// npm run load -- visitors: how long a visitor waits while others ask for pages (load/visitors.ts).
// npm run load -- growth: how long each page takes as the register fills (load/growth.ts).
// npm run load -- all: what docs/measures/ keeps, within twelve minutes on a quiet machine (`npm run measures` draws it).
import path from 'node:path';
import { many, oneOf, readArguments, way, whole } from './arguments.mjs';
import { ensureBuilt, ensureInstalled, must, node, ownScratch, root, run, step } from './lib.mjs';
import { needTools } from './tools.mjs';

/** What each measure may be told. */
const MEASURES = {
  all: [],
  averages: [],
  enrolments: [whole('seconds'), whole('people')],
  directus: [whole('seconds'), whole('people')],
  deposits: [whole('people'), whole('seconds')],
  acknowledged: [whole('people'), whole('seconds'), whole('rounds')],
  admission: [whole('seconds'), whole('connections'), whole('visitors')],
  papers: [],
  batch: [whole('papers')],
  desk: [whole('decisions')],
  placing: [],
  results: [whole('candidates'), whole('seconds'), whole('people'), whole('nodes')],
  statistics: [whole('candidates')],
  accounts: [whole('candidates')],
  documents: [oneOf('kind', ['scan of', 'photo', 'no code'])],
  sheets: [],
  former: [whole('lines')],
  costs: [whole('people')],
  visitors: [whole('rounds'), whole('seconds'), whole('connections')],
  growth: [many(whole('sizes'))],
};
const WITH_PAGES = [
  'acknowledged',
  'costs',
  'deposits',
  'growth',
  'results',
  'accounts',
  'statistics',
  'enrolments',
  'directus',
  'former',
];

/** What `all` measures, on a quiet machine within twelve minutes, keeps in docs/measures/ and draws. */
const ALL = [
  ['averages'],
  ['run'],
  ['callers'],
  ['acknowledged'],
  ['deposits', '200', '20'],
  ['admission', '12'],
  ['enrolments', '10'],
  ['costs'],
  ['results', '2000', '30'],
];

const [, , what, ...sizes] = process.argv;
readArguments('load', [way('what', MEASURES)]);
if (what === 'sheets') await needTools('load', 'pdftoppm');
if (what === 'all') await needTools('load', 'git');
await ensureInstalled();
await ensureBuilt();
ownScratch();
const env = { NODE_ENV: 'production', ...(what === 'all' && { KEEP_MEASURES: '1' }) };
const asked = what === 'all' ? ALL : what === undefined ? [['averages'], ['run'], ['callers']] : [[what, ...sizes]];
const failed = [];
for (const [one, ...told] of asked) {
  const reader = WITH_PAGES.includes(one) ? ['--import', path.join(root, 'scripts', 'jsx.mjs')] : [];
  const program = one === 'averages' ? await bundledAverages() : path.join(root, 'load', `${one}.ts`);
  const { code } = await step(['Load', one, ...told].join(' '), () =>
    run(node, [...reader, program, ...told], { env }),
  );
  if (code !== 0) failed.push(one);
}
if (what === 'all') await must(node, [path.join(root, 'scripts', 'measures.mjs')]);
if (failed.length > 0) console.log(`Failed: ${failed.join(', ')}.`);
process.exit(failed.length);

/** Node runs TypeScript but no JSX, which the rules' rooms hold beside them: bundled as it is, from the same sources. */
async function bundledAverages() {
  const averages = path.join(root, 'dist', 'load', 'averages.js');
  await (await import('esbuild')).build({
    entryPoints: [path.join(root, 'load', 'averages.ts')],
    outfile: averages,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  });
  return averages;
}
