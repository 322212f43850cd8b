/** How a control looks is no rule: the compiler knows the words that it may have, and browsers' tests see the page. */
const LOOKS = new Set(['control', 'autocomplete', 'inputMode', 'example']);

export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'looks',
    value: {
      shouldIgnore: (node) =>
        node.isStringLiteral() && node.parentPath.isObjectProperty() && LOOKS.has(node.parent.key.name)
          ? 'how a control looks'
          : undefined,
    },
  },
];
