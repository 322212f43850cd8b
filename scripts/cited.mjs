// A decision that is named exists, bears its number alone, and stands in the index; a number in brackets is one within the documents.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const FOLDER = 'docs/decisions';
const READ = [
  '{src,scripts,e2e,living,load,faults,ops}/**/*.{ts,tsx,mjs,css,conf}',
  'docs/**/*.md',
  '*.md',
  '.github/**/*.{md,yml}',
];
/** « decision 108 », « docs/decisions/060, `062` ». */
const NAMED = /\bdecisions?[ /]`?(\d{3}\b(?:-[\w-]+\.md)?(?:`?,? (?:and )?`?\d{3}\b)*)/g;
const BRACKETED = /\(((?:0\d\d|1\d\d)(?:(?:,| and| to) (?:0\d\d|1\d\d))*)\)/g;

/** The faults of these texts, by their paths; `cited`: how many numbers were read. */
export function faultsIn(texts) {
  const decisions = Object.keys(texts).flatMap((file) =>
    /^docs\/decisions\/\d{3}-/.test(file) ? path.basename(file) : [],
  );
  const numbers = decisions.map((name) => name.slice(0, 3));
  const faults = numbers
    .filter((one, index) => numbers.indexOf(one) !== index)
    .map((one) => `Two decisions bear ${one}.`);
  const index = texts[`${FOLDER}/README.md`] ?? '';
  for (const name of decisions)
    if (!index.includes(`](${name})`)) faults.push(`${FOLDER}/README.md doesn't have ${name}.`);
  let cited = 0;
  for (const [file, text] of Object.entries(texts)) {
    const found = [...text.matchAll(NAMED), ...(file.endsWith('.md') ? text.matchAll(BRACKETED) : [])];
    for (const [words, list] of found)
      for (const [number] of list.matchAll(/\b\d{3}\b/g)) {
        cited += 1;
        if (!numbers.includes(number)) faults.push(`${file}: « ${words} », and there is no decision ${number}.`);
      }
  }
  return { faults, cited };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const files = READ.flatMap((one) => globSync(one)).filter((file) => file !== 'scripts/cited.test.mjs');
  const { faults, cited } = faultsIn(Object.fromEntries(files.map((file) => [file, readFileSync(file, 'utf8')])));
  if (cited < 200) faults.push(`Only ${cited} citations were found: the check proves nothing.`);
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
