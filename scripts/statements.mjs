// What SQL may say, and where: a table is named in the room whose migrations make it, a view by any; no answer is claimed
// without its columns (`sql<Row>`), and nothing reaches the database past `platform/database`.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from '@swc/core';

const NAMING = new Set(['selectFrom', 'insertInto', 'updateTable', 'deleteFrom', 'innerJoin', 'leftJoin', 'table']);
/** Not yet moved to views of their owners. */
const EXCUSED = globSync('src/office/store/*.ts');

const owners = new Map();
const views = new Set();
for (const file of globSync('src/*/tables.d.ts')) {
  const room = file.split(path.sep)[1];
  for (const [, view, name] of readFileSync(file, 'utf8').matchAll(/^( {4}\/\*\* A view.*\n)? {4}(\w+): \{$/gm)) {
    owners.set(name, room);
    if (view !== undefined) views.add(name);
  }
}

/** The texts of SQL in a file, and the names that Kysely's builder is given. */
function readStatements(node, found) {
  if (node === null || typeof node !== 'object') return;
  if (Array.isArray(node)) {
    for (const one of node) readStatements(one, found);
    return;
  }
  if (node.type === 'TaggedTemplateExpression' && node.tag.value === 'sql') {
    found.texts.push(node.template.quasis.map(({ raw }) => raw).join(' ? '));
    if (node.typeParameters) found.claims += 1;
  }
  if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression') {
    const method = node.callee.property.value;
    const [first] = node.arguments;
    if (NAMING.has(method) && first?.expression.type === 'StringLiteral')
      found.names.push(first.expression.value.split(' ')[0]);
    if (method === 'raw' && node.callee.object.value === 'sql') found.texts.push(JSON.stringify(first));
    if (method === 'executeQuery') found.others.push(method);
  }
  if (node.type === 'ImportDeclaration' && node.source.value === 'pg' && !node.typeOnly) found.others.push('pg');
  for (const value of Object.values(node)) readStatements(value, found);
}

const faults = [];
let statements = 0;
const files = globSync('src/**/*.{ts,tsx}').filter(
  (file) => !/\.test\.tsx?$|\.d\.ts$|\/testing[^/]*(\/|\.ts)|\/migrations\.ts$/.test(file),
);
for (const file of files) {
  const source = readFileSync(file, 'utf8');
  if (!/sql|pg|\.(selectFrom|insertInto|updateTable|deleteFrom|executeQuery)\(/.test(source)) continue;
  const found = { texts: [], names: [], claims: 0, others: [] };
  readStatements(parseSync(source, { syntax: 'typescript', tsx: file.endsWith('x') }).body, found);
  statements += found.texts.length + found.names.length;
  const room = file.split(path.sep)[1];
  const named = found.texts.flatMap((text) =>
    [...text.matchAll(/\b(?:from|join|into|update|table|using|only)\s+"?(\w+)/gi)].map(([, name]) => name),
  );
  if (EXCUSED.includes(file)) continue;
  for (const name of new Set([...named, ...found.names]))
    if (owners.has(name) && owners.get(name) !== room && !views.has(name))
      faults.push(`${file} names ${name}, a table of ${owners.get(name)}: read a view that it declares`);
  if (found.claims > 0) faults.push(`${file} claims what a row is by sql<…>: declare its columns`);
  if (found.others.length > 0 && !file.startsWith('src/platform/database/'))
    faults.push(`${file} goes past platform/database (${found.others.join(', ')})`);
}
for (const fault of faults) console.error(fault);
if (statements < 200 || owners.size < 20)
  console.error(`Only ${statements} statements were read: the check proves nothing.`);
process.exit(faults.length === 0 && statements >= 200 && owners.size >= 20 ? 0 : 1);
