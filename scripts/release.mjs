// npm run release: what stands under « Unreleased » in CHANGELOG.md becomes a version. It has today's date; package.json and the lock take its
// number; one commit, one tag. Nothing is pushed, so that whoever releases looks at it first. `--dry` only says what would be done.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { flag, needed, readArguments } from './arguments.mjs';
import { root } from './lib.mjs';
import { needTools } from './tools.mjs';

const UNRELEASED = '## Unreleased';
const numbersOf = (word) => /^(\d+)\.(\d+)\.(\d+)$/.exec(word)?.slice(1).map(Number) ?? null;

/** What keeps this version from being made of these texts; null where nothing does. */
function whyNot({ version, present, changelog }) {
  const [wanted, from] = [numbersOf(version), numbersOf(present)];
  const differing = wanted.findIndex((one, index) => one !== from[index]);
  if (differing < 0 || wanted[differing] < from[differing]) return `${version} doesn't come after ${present}.`;
  if (changelog.split('\n').some((line) => line.startsWith(`## ${version}`)))
    return `CHANGELOG.md has ${version} already.`;
  const [, after] = changelog.split(`\n${UNRELEASED}\n`);
  if (after === undefined) return `CHANGELOG.md has no line « ${UNRELEASED} ».`;
  if (!/^- ./m.test(after.split(/^## /m)[0]))
    return 'Nothing stands under « Unreleased » in CHANGELOG.md: say what changes.';
  return null;
}

/** The changelog with an empty « Unreleased » above the version. */
function changelogOf({ version, day, changelog }) {
  return changelog.replace(`\n${UNRELEASED}\n`, `\n${UNRELEASED}\n\n## ${version}, ${day}\n`);
}

/** Gives why nothing was done, null where it was. `folder`: the repository. */
export function release({ folder, version, isDry, day, say = console.log }) {
  const git = (...words) => execFileSync('git', words, { cwd: folder, encoding: 'utf8' }).trim();
  const read = (name) => readFileSync(path.join(folder, name), 'utf8');
  const write = (name, text) => writeFileSync(path.join(folder, name), text);
  if (git('status', '--porcelain') !== '') return 'The tree holds what no commit has: commit it or put it aside.';
  if (git('tag', '--list', `v${version}`) !== '') return `The tag v${version} is there already.`;
  const [pack, lock, changelog] = [
    JSON.parse(read('package.json')),
    JSON.parse(read('package-lock.json')),
    read('CHANGELOG.md'),
  ];
  const fault = whyNot({ version, present: pack.version, changelog });
  if (fault !== null) return fault;
  say(
    `${pack.version} → ${version}, ${day}: package.json, package-lock.json, CHANGELOG.md, a commit and the tag v${version}.`,
  );
  if (isDry) return null;
  pack.version = version;
  lock.version = version;
  lock.packages[''].version = version;
  write('package.json', `${JSON.stringify(pack, null, 2)}\n`);
  write('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
  write('CHANGELOG.md', changelogOf({ version, day, changelog }));
  git('commit', '--quiet', '--all', '--message', `Version ${version}`);
  git('tag', '--annotate', `v${version}`, '--message', `Version ${version}`);
  say('Nothing was pushed. `git show` looks at it; `git push --follow-tags` gives it.');
  return null;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const kind = { name: 'version', rule: 'a version such as 1.2.0', read: (word) => numbersOf(word) && word };
  const [version, dry] = readArguments('release', [needed(kind), flag('--dry')]);
  await needTools('release', 'git');
  const day = new Date().toISOString().slice(0, 10);
  const fault = release({ folder: root, version, isDry: dry !== undefined, day });
  if (fault !== null) console.error(fault);
  process.exitCode = fault === null ? 0 : 1;
}
