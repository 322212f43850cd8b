import { h, type VNode } from 'preact';

/** A page that we printed, as the tree that it was printed from: to be rendered again by something that does nothing else. */
export type Tree = {
  readonly tag: string;
  readonly attributes: Record<string, string | boolean>;
  readonly children: (Tree | string)[];
};

const PART = /<!--[\s\S]*?-->|<(\/?)([a-zA-Z][\w-]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*\/?>|([^<]+)/g;
const ATTRIBUTE = /([^\s=]+)(?:="([^"]*)")?/g;
const VOID = new Set(['br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);
const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

/** Of our own pages only, whose attributes all stand between double quotes and whose elements are all closed. */
export function treeOf(page: string): Tree {
  const root: Tree = { tag: '', attributes: {}, children: [] };
  const open = [root];
  for (const [, closes, tag, attributes = '', text] of page.replace(/^<!doctype html>/i, '').matchAll(PART)) {
    const parent = open.at(-1) as Tree;
    if (text !== undefined) parent.children.push(plain(text));
    else if (closes === '/') open.pop();
    else if (tag !== undefined) {
      const child: Tree = { tag, attributes: attributesOf(attributes), children: [] };
      parent.children.push(child);
      if (!VOID.has(tag)) open.push(child);
    }
  }
  const [html] = root.children;
  if (open.length !== 1 || html === undefined || typeof html === 'string') throw new Error('Not a page of ours');
  return html;
}

export function render({ tag, attributes, children }: Tree): VNode {
  return h(tag, attributes, ...children.map((child) => (typeof child === 'string' ? child : render(child))));
}

function attributesOf(text: string): Tree['attributes'] {
  return Object.fromEntries(
    [...text.matchAll(ATTRIBUTE)].map(([, name = '', value]) => [name, value === undefined ? true : plain(value)]),
  );
}

function plain(text: string): string {
  return text.replace(/&(?:lt|gt|quot|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}
