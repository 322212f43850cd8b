// A decision that is named stands in the page of its subject, bears its number alone, and is in the index, whose links lead to it. A document
// is in the index of documents, once.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const FOLDER = 'docs/decisions';
const INDEX = `${FOLDER}/README.md`;
const DOCUMENTS = 'docs/README.md';
const READ = [
  '{src,scripts,e2e,living,load,faults,ops}/**/*.{ts,tsx,mjs,css,conf}',
  'docs/**/*.md',
  '*.md',
  '.github/**/*.{md,yml}',
];
/** « decision 108 », « docs/decisions/060, `062` ». */
const NAMED = /\bdecisions?[ /]`?(\d{3}\b(?:-[\w-]+\.md)?(?:`?,? (?:and )?`?\d{3}\b)*)/g;
/** « (007, 108) » within the documents. */
const BRACKETED = /\(((?:0\d\d|1\d\d)(?:(?:,| and| to) (?:0\d\d|1\d\d))*)\)/g;
/** In a page: the heading « ## 045 Closing », « ## 056, 063: Two », and the line « - **017** … » of one that was reversed. */
const STANDS = /^(?:##? (\d{3}(?:, \d{3})*)\b.*|- \*\*(\d{3}(?:, \d{3})*)\*\* .*)$/gm;
const LINK = /\[([^[\]]*)\]\(([^()\s#]*\.md|)(?:#([^()\s]+))?\)/g;

const numbersOf = (list) => [...list.matchAll(/\b\d{3}\b/g)].map(([number]) => number);
/** The anchor that a forge gives a heading. */
export const anchorOf = (heading) =>
  heading
    .replace(/^#+ /, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-');
const anchorsIn = (text) => [...text.matchAll(/^#+ .+$/gm)].map(([heading]) => anchorOf(heading));
const isPage = (file) => path.dirname(file) === FOLDER && file !== INDEX;

/** Where each decision stands: its number, its page, and the anchor of its heading, if it has one. */
function decisionsIn(texts) {
  return Object.entries(texts).flatMap(([page, text]) =>
    isPage(page)
      ? [...text.matchAll(STANDS)].flatMap(([line, heading, reversed]) =>
          numbersOf(heading ?? reversed).map((number) => ({ number, page, anchor: heading && anchorOf(line) })),
        )
      : [],
  );
}

/** The faults of these texts, by their paths; `cited`: how many numbers were read. */
export function faultsIn(texts) {
  const decisions = decisionsIn(texts);
  const numbers = decisions.map(({ number }) => number);
  const faults = numbers
    .filter((one, index) => numbers.indexOf(one) !== index)
    .map((one) => `Two decisions bear ${one}.`);
  const index = [...(texts[INDEX] ?? '').matchAll(LINK)];
  for (const { number, page } of decisions)
    if (!index.some(([, words, file]) => words === number && path.join(FOLDER, file) === page))
      faults.push(`${INDEX} doesn't have ${number}, of ${path.basename(page)}.`);
  let cited = 0;
  for (const [file, text] of Object.entries(texts)) {
    const found = [...text.matchAll(NAMED), ...(file.endsWith('.md') ? text.matchAll(BRACKETED) : [])];
    for (const [words, list] of found)
      for (const number of numbersOf(list)) {
        cited += 1;
        if (!numbers.includes(number)) faults.push(`${file}: « ${words} », and there is no decision ${number}.`);
      }
    for (const [words, , to, anchor] of file.endsWith('.md') ? text.matchAll(LINK) : []) {
      const page = to === '' ? file : path.join(path.dirname(file), to);
      if (path.dirname(page) !== FOLDER) continue;
      if (!(page in texts)) faults.push(`${file}: ${words}, and there is no such page.`);
      else if (anchor && !anchorsIn(texts[page]).includes(anchor))
        faults.push(`${file}: ${words}, and that page has no such heading.`);
    }
  }
  return { faults, cited };
}

/** The documents that the index of documents doesn't name once. Of a folder of documents its own index is one. */
export function unlistedIn(texts) {
  const listed = [...texts[DOCUMENTS].matchAll(LINK)].map(([, , file]) => path.join('docs', file));
  return Object.keys(texts)
    .filter((file) => /^docs\/(?:\w+\/README|[\w-]+)\.md$/.test(file) && file !== DOCUMENTS)
    .map((file) => ({ file, times: listed.filter((one) => one === file).length }))
    .flatMap(({ file, times }) => (times === 1 ? [] : [`${DOCUMENTS} has ${file} ${times} times.`]));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const files = READ.flatMap((one) => globSync(one)).filter((file) => file !== 'scripts/cited.test.mjs');
  const texts = Object.fromEntries(files.map((file) => [file, readFileSync(file, 'utf8')]));
  const { faults, cited } = faultsIn(texts);
  faults.push(...unlistedIn(texts));
  if (cited < 200) faults.push(`Only ${cited} citations were found: the check proves nothing.`);
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
