// What types say: an exported function says what it returns, a row's type comes from its columns, and a cast stands only where a type
// can't know. Tests, their helpers and frozen migrations aside. Casts are counted by where they stand: their number only goes down.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseSync } from '@swc/core';

/** What a form's fields are is what their declaration says (`ui/form`): their type would say it again. */
const FIELDS = /(?:Field|Form|Question)s?$/;
/** What is made of so much that its type is what was made, with why. */
const MADE = {
  'library.ts openLibrary': 'an instance of the library, by its options',
  'dues.ts dueSources': 'a test has states for each of its names',
  'planPerson.ts readPerson': 'what the pages of one candidate take of the plan',
  'parts.ts composeParts': 'every room takes its own of it',
};
/** What bears the names of columns and isn't their row, with how it differs. */
const OTHER = {
  'words.ts MeantWords': 'each word with how like it is',
};
const FUNCTION = /^(?:Arrow)?FunctionExpression$/;
const CASTS = new Set(['TsAsExpression', 'TsTypeAssertion']);

/** `platform`, `browser`: what a library, Node or a browser gives; `rooms`: everything else. What is read from JSON isn't counted. */
const MOST = { platform: 40, browser: 8, rooms: 66 };

/** Names of tests, builders and migrations apart, every source of the program. */
export function isRead(file) {
  return (
    /\.tsx?$/.test(file) &&
    !/\.test\.tsx?$|\/examples\.tsx$|\.d\.ts$|\/testing[^/]*(?:\/|\.ts)|\/migrations\.ts$/.test(file)
  );
}

const placeOf = (file) =>
  /^src\/(platform|browser)\//.exec(file)?.[1] ?? (/\/device\//.test(file) ? 'browser' : 'rooms');

/** The faults of these sources, by their paths; `functions`, `rows`, `casts`: how many were looked at, the last by place. */
export function faultsIn(sources, most = MOST) {
  const faults = [];
  const casts = { platform: [], browser: [], rooms: [] };
  const found = { functions: 0, rows: 0 };
  for (const [file, source] of Object.entries(sources)) {
    const { body } = parseSync(source, { syntax: 'typescript', tsx: file.endsWith('x') });
    for (const { name, isSaid } of body.flatMap(functionsOf)) {
      found.functions += 1;
      if (!isSaid && !FIELDS.test(name) && MADE[`${path.basename(file)} ${name}`] === undefined)
        faults.push(`${file}: ${name} doesn't say what it returns`);
    }
    const rows = [];
    const shapes = [];
    eachNode(body, (node) => {
      if (node.type === 'VariableDeclarator' && node.init?.callee?.value === 'columns')
        rows.push(namesOfColumns(node.init));
      if (node.type === 'TsTypeAliasDeclaration' && node.typeAnnotation.type === 'TsTypeLiteral')
        shapes.push([node.id.value, namesOf(node.typeAnnotation.members)]);
      if (CASTS.has(node.type) && !readsJson(node.expression)) casts[placeOf(file)].push(file);
    });
    found.rows += rows.length;
    for (const [name, names] of shapes)
      if (names !== '' && rows.includes(names) && OTHER[`${path.basename(file)} ${name}`] === undefined)
        faults.push(`${file}: ${name} repeats its columns (\`RowOf\`)`);
  }
  for (const [place, files] of Object.entries(casts))
    if (files.length > most[place])
      faults.push(`${files.length} casts in ${place}, at most ${most[place]}: ${[...new Set(files)].join(', ')}`);
  return { faults, ...found, casts };
}

/** The functions that a statement exports, and whether each says what it returns. */
function functionsOf({ type, declaration }) {
  if (type !== 'ExportDeclaration') return [];
  if (declaration.type === 'FunctionDeclaration')
    return [{ name: declaration.identifier.value, isSaid: Boolean(declaration.returnType) }];
  return (declaration.declarations ?? [])
    .filter(({ init }) => FUNCTION.test(init?.type ?? ''))
    .map(({ id, init }) => ({ name: id.value, isSaid: Boolean(id.typeAnnotation ?? init.returnType) }));
}

const namesOf = (members) =>
  members
    .map(({ type, key, value }) => key?.value ?? (type === 'Identifier' ? value : '…'))
    .toSorted()
    .join();

function namesOfColumns({ arguments: [shape] }) {
  return namesOf(shape?.expression.properties ?? []);
}

/** `JSON.parse(…)`, `await answer.json()`. */
function readsJson(node) {
  if (node.type === 'ParenthesisExpression') return readsJson(node.expression);
  if (node.type === 'AwaitExpression') return readsJson(node.argument);
  const { object, property } = node.callee ?? {};
  return property?.value === 'json' || (object?.value === 'JSON' && property?.value === 'parse');
}

function eachNode(node, look) {
  if (node === null || typeof node !== 'object') return;
  if (typeof node.type === 'string') look(node);
  for (const [name, value] of Object.entries(node)) if (name !== 'span') eachNode(value, look);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const files = globSync('src/**/*.{ts,tsx}').filter(isRead);
  const { faults, functions, rows } = faultsIn(
    Object.fromEntries(files.map((file) => [file.replaceAll('\\', '/'), readFileSync(file, 'utf8')])),
  );
  if (functions < 2000 || rows < 300)
    faults.push(`Only ${functions} functions and ${rows} rows were found: the check proves nothing.`);
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
