import type { EntryForm } from './entryForm.ts';
import type { Leaf } from './leaf.ts';
import { isFresh, leavesOf, type Node } from './nodes.ts';

/** A form without the instants and days of what is there already, which stand together in the order of time. */
export function withoutMoments(form: EntryForm): EntryForm {
  const parts = form.parts.map((part) => ({ ...part, nodes: without(part.nodes) }));
  return { ...form, parts: parts.filter((part) => leavesOf(part.nodes).length > 0) };
}

function without(nodes: readonly Node[]): readonly Node[] {
  return nodes.flatMap((node): readonly Node[] => {
    if (node.kind === 'leaf') return isMoment(node) ? [] : [node];
    if (node.kind === 'group') {
      const left = without(node.nodes);
      return left.length === 0 ? [] : [{ ...node, nodes: left }];
    }
    if (node.kind === 'condition') return [node];
    return [{ ...node, items: node.items.map((item) => ({ ...item, nodes: without(item.nodes) })) }];
  });
}

/** Its instants and days, by their place in the file. Those of what is being added stand with it. */
export function momentsOf(nodes: readonly Node[]): ReadonlyMap<string, Leaf> {
  const leaves = leavesOf(nodes).flatMap((leaf) => (leaf.kind === 'leaf' && isMoment(leaf) ? [leaf] : []));
  return new Map(leaves.filter((leaf) => !isFresh(leaf)).map((leaf) => [leaf.path.join('.'), leaf]));
}

function isMoment({ control }: Leaf): boolean {
  return control === 'moment' || control === 'day';
}
