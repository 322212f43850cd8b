// npm run help: what can be run here, a line each.
// Each line stands once, at the head of its script; CONTRIBUTING.md is drawn from them (`npm run rooms`).
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { called, readArguments, saidBy } from './arguments.mjs';
import { root } from './lib.mjs';

/** The scripts of package.json, in its order; `line` is the first sentence at the head of each, without its dot. Errors: one without. */
export function everyCommand(folder = root) {
  const { scripts } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return Object.keys(scripts).map((name) => {
    const [first] = saidBy(name, path.join(folder, 'scripts'));
    const [, line] = /^(.+?)\.(?= |$)/.exec(first?.[1] ?? '') ?? [];
    if (line === undefined)
      throw new Error(`scripts/${name}.mjs doesn't begin by what it does, in a sentence: « // ${called(name)}: … »`);
    return { name, line };
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  readArguments('help', []);
  const commands = everyCommand();
  const widest = Math.max(...commands.map(({ name }) => called(name).length));
  for (const { name, line } of commands) console.log(`${called(name).padEnd(widest)}  ${line}`);
  console.log('\nWhat one of them may be told, and the rest about it: npm run fuzz -- --help');
}
