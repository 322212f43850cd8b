// What SQL may say, and where: a table is named in the room whose migrations make it, a view by any; no answer is claimed
// without its columns (`sql<Row>`), and nothing reaches the database past `platform/database`. Given a folder of statements that
// tests ran (`src/testing/statements.ts`), also: that they ran each of those which the code holds.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from '@swc/core';

const NAMING = new Set(['selectFrom', 'insertInto', 'updateTable', 'deleteFrom', 'innerJoin', 'leftJoin', 'table']);

/**
 * What writes down the yes of a second person: it is the `by` of an `Approval`, which `secondPerson` alone gives (decision 100).
 * Where a column also bears who dropped it, the words that make it an approval.
 */
const APPROVALS = [
  ['staff_placing_confirmed', /\(placing_id, by_id\)/],
  ['address_recovery', /\bapproved_by = /],
  ['access_letter_request', /outcome = 'printed'/],
  ['rule_draft', /\bpublished_by = /],
  ['extension', /state = 'approved'/],
  ['result_publication', /\bapproved_by = /],
  ['cancellation', /\bapproved_by = /],
  ['jury', /state = 'closed'/],
  ['jury_addition', /state = 'kept'/],
  ['same_person', /'same'/],
  ['same_person_proposal', /outcome = 'confirmed'/],
];
/** Seen at least once each: a table that was renamed doesn't slip away. */
const approved = new Set();

const owners = new Map();
const views = new Set();
for (const file of globSync('src/*/tables.d.ts')) {
  const room = file.split(path.sep)[1];
  for (const [, view, name] of readFileSync(file, 'utf8').matchAll(/^( {4}\/\*\* A view.*\n)? {4}(\w+): \{$/gm)) {
    owners.set(name, room);
    if (view !== undefined) views.add(name);
  }
}

/** The tables in which a statement writes an approval, and whether it is one: what stands in the gaps has `approval.by`. */
function approvalsIn(texts, expressions) {
  const text = texts.join(' ? ').replace(/\s+/g, ' ');
  const [, written] = /\b(?:update|insert into) (\w+)/.exec(text) ?? [];
  const given = expressions.some(
    (one) => one.type === 'MemberExpression' && one.object.value === 'approval' && one.property.value === 'by',
  );
  return APPROVALS.filter(([table, words]) => table === written && words.test(text)).map(([table]) => ({
    table,
    given,
  }));
}

/** The texts of SQL in a file, and the names that Kysely's builder is given. */
function readStatements(node, found) {
  if (node === null || typeof node !== 'object') return;
  if (Array.isArray(node)) {
    for (const one of node) readStatements(one, found);
    return;
  }
  if (node.type === 'TaggedTemplateExpression' && node.tag.value === 'sql') {
    const texts = node.template.quasis.map(({ cooked }) => cooked);
    found.texts.push(texts);
    found.approvals.push(...approvalsIn(texts, node.template.expressions));
    if (node.typeParameters) found.claims += 1;
  }
  if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression') {
    const method = node.callee.property.value;
    const [first] = node.arguments;
    if (NAMING.has(method) && first?.expression.type === 'StringLiteral')
      found.names.push(first.expression.value.split(' ')[0]);
    if (method === 'raw' && node.callee.object.value === 'sql') found.raws.push(JSON.stringify(first));
    if (method === 'executeQuery') found.others.push(method);
  }
  if (node.type === 'ImportDeclaration' && node.source.value === 'pg' && !node.typeOnly) found.others.push('pg');
  for (const value of Object.values(node)) readStatements(value, found);
}

const [folder] = process.argv.slice(2);
const ran =
  folder === undefined
    ? null
    : new Set(
        globSync(`${folder}/*`).flatMap((file) =>
          readFileSync(file, 'utf8')
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line)),
        ),
      );

/** Is this text, with whatever stands in its gaps, part of a statement that a test ran? */
function isRun(chunks) {
  const parts = chunks.filter((chunk) => chunk !== '');
  const text = new RegExp(chunks.map((chunk) => chunk.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[^]*?'));
  return [...ran].some((statement) => parts.every((part) => statement.includes(part)) && text.test(statement));
}

const faults = [];
let statements = 0;
const files = globSync('src/**/*.{ts,tsx}').filter(
  (file) => !/\.test\.tsx?$|\.d\.ts$|\/testing[^/]*(\/|\.ts)|\/migrations\.ts$/.test(file),
);
for (const file of files) {
  const source = readFileSync(file, 'utf8');
  if (!/sql|pg|\.(selectFrom|insertInto|updateTable|deleteFrom|executeQuery)\(/.test(source)) continue;
  const found = { texts: [], raws: [], names: [], claims: 0, others: [], approvals: [] };
  readStatements(parseSync(source, { syntax: 'typescript', tsx: file.endsWith('x') }).body, found);
  statements += found.texts.length + found.names.length;
  const room = file.split(path.sep)[1];
  if (ran !== null)
    for (const text of found.texts)
      if (!isRun(text))
        faults.push(`${file}: no test runs « ${text.join('…').replace(/\s+/g, ' ').trim().slice(0, 140)} »`);
  const named = [...found.texts.map((text) => text.join(' ? ')), ...found.raws].flatMap((text) =>
    [...text.matchAll(/\b(?:from|join|into|update|table|using|only)\s+"?(\w+)/gi)].map(([, name]) => name),
  );
  for (const name of new Set([...named, ...found.names]))
    if (owners.has(name) && owners.get(name) !== room && !views.has(name))
      faults.push(`${file} names ${name}, a table of ${owners.get(name)}: read a view that it declares`);
  for (const { table, given } of found.approvals) {
    approved.add(table);
    if (!given) faults.push(`${file} writes an approval in ${table} that secondPerson didn't give`);
  }
  if (found.claims > 0) faults.push(`${file} claims what a row is by sql<…>: declare its columns`);
  if (found.others.length > 0 && !file.startsWith('src/platform/database/'))
    faults.push(`${file} goes past platform/database (${found.others.join(', ')})`);
}
for (const [table] of APPROVALS)
  if (!approved.has(table)) faults.push(`No approval is written in ${table}: scripts/statements.mjs looks for it`);
for (const fault of faults) console.error(fault);
if (statements < 200 || owners.size < 20)
  console.error(`Only ${statements} statements were read: the check proves nothing.`);
process.exit(faults.length === 0 && statements >= 200 && owners.size >= 20 ? 0 : 1);
