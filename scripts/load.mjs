// npm run load: how fast, beside a baseline of the same run. About three minutes; talks to 127.0.0.1 only; stops by itself.
// npm run load -- averages: averages with their explanation, beside plain arithmetic (load/averages.ts).
// npm run load -- enrolments [seconds] [people]: whole enrolments, from the account to three deposits (load/enrolments.ts).
// npm run load -- papers: what printing costs (load/papers.ts).
// npm run load -- batch [papers]: how long a page takes while papers are printed in number (load/batch.ts).
// npm run load -- desk [decisions]: from a decision to the next document (load/desk.ts).
// npm run load -- placing: who sits where, beside the greedy (load/placing.ts).
// npm run load -- results [candidates] [seconds] [people] [nodes]: results hour (load/results.ts).
// npm run load -- statistics [candidates]: what figures of a session cost (load/statistics.ts).
// npm run load -- accounts [candidates]: the accounts that a jury reads (load/accounts.ts).
// npm run load -- photos: what photos of 12 megapixels cost to be made ready (load/photos.ts).
// npm run load -- sheets: what it takes to read a signed confirmation back (load/sheets.ts; needs pdftoppm).
// npm run load -- former [lines]: a file of former results, and how long others wait meanwhile (load/former.ts).
// npm run load -- growth [sizes…]: how long each page takes as the register fills (load/growth.ts).
import path from 'node:path';
import { ensureBuilt, ensureInstalled, must, node, root } from './lib.mjs';

await ensureInstalled();
await ensureBuilt();
const [what, ...sizes] = process.argv.slice(2);
if (['growth', 'results', 'accounts', 'statistics', 'enrolments', 'former'].includes(what)) {
  const growth = path.join(root, 'load', `${what}.ts`);
  await must(node, ['--import', path.join(root, 'scripts', 'jsx.mjs'), growth, ...sizes], {
    env: { NODE_ENV: 'production' },
  });
  process.exit();
}
if (['batch', 'placing', 'desk', 'papers', 'photos', 'sheets'].includes(what)) {
  await must(node, [path.join(root, 'load', `${what}.ts`), ...sizes], { env: { NODE_ENV: 'production' } });
  process.exit();
}
// Node runs TypeScript but no JSX, which the rules' rooms hold beside them: bundled as it is, from the same sources.
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
const env = { NODE_ENV: 'production' };
await must(node, [averages], { env });
if (what === 'averages') process.exit();
await must(node, [path.join(root, 'load', 'run.ts'), ...process.argv.slice(2)], { env });
await must(node, [path.join(root, 'load', 'callers.ts')], { env });
