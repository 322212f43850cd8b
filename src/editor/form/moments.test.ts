import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { entriesOn } from '../rules/entries.ts';
import { entryForm } from './entryForm.ts';
import { momentsOf, withoutMoments } from './moments.ts';
import { leavesOf, type Node } from './nodes.ts';

const FILE = 'sessions/bp-2024-clermont.yaml';
const [session] = entriesOn([{ file: FILE, text: readFileSync(`catalogue/${FILE}`, 'utf8') }], 'sessions');
if (session === undefined) throw new Error('Not a session');
const form = entryForm('sessions', session);
const places = (nodes: readonly Node[]): readonly string[] => leavesOf(nodes).map(({ path }) => path.join('.'));

const DATES = [
  'window.opensAt',
  'window.closesAt',
  'correctionsEndAt.at',
  'lastCorrectionAt.at',
  'examStartsOn.on',
  'resultsAt.at',
  'pieceGroups.0.dueAt',
  'pieceGroups.5.opensAt',
];

describe('The dates of a session', () => {
  const moments = momentsOf(form.nodes);
  it('are found by their place in the file, without those of what is being added', () => {
    for (const place of DATES) expect(moments.get(place)?.path.join('.'), place).toBe(place);
    expect(moments.has('label')).toBe(false);
    expect([...moments.keys()].filter((place) => place.includes('new'))).toEqual([]);
    expect(places(form.nodes)).toContain('pieceGroups.new.dueAt');
  });
  it('leave a form with all the rest, in its order', () => {
    const without = withoutMoments(form);
    const left = without.parts.flatMap(({ nodes }) => places(nodes));
    expect(left).toEqual(form.parts.flatMap(({ nodes }) => places(nodes)).filter((place) => !moments.has(place)));
    expect(left).toContain('pieceGroups.0.label');
    expect(without.nodes).toBe(form.nodes);
  });
  it('take with them the group and the part that held nothing else', () => {
    const window = form.nodes.filter(({ key }) => key === 'window');
    const label = form.nodes.filter(({ key }) => key === 'label');
    const of = (...parts: readonly (readonly Node[])[]) =>
      withoutMoments({ ...form, parts: parts.map((nodes) => ({ legend: 'x', nodes })) }).parts;
    expect(of(window, label)).toEqual([{ legend: 'x', nodes: label }]);
    expect(of([...window, ...label])).toEqual([{ legend: 'x', nodes: label }]);
  });
  it('leave the conditions of pieces alone', () => {
    const [piece] = entriesOn(
      [{ file: 'exams/bp/pieces.yaml', text: readFileSync('catalogue/exams/bp/pieces.yaml', 'utf8') }],
      'pieceTypes',
    );
    const pieces = entryForm('pieceTypes', piece ?? null);
    expect(withoutMoments(pieces)).toEqual(pieces);
    expect(momentsOf(pieces.nodes).size).toBe(0);
  });
});
