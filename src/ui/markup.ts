/** A tag of a page made by `renderPage`, for the tests: our own regular markup, not any HTML. */
export type Tag = { readonly name: string; readonly attributes: Readonly<Record<string, string>> };

/** Every opening tag in order. An attribute without a value reads as an empty text. */
export function tagsOf(html: string): readonly Tag[] {
  return [...html.matchAll(/<([a-z][a-z0-9]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>/g)].map(
    ([, name = '', attributes = '']) => ({
      name,
      attributes: Object.fromEntries(
        [...attributes.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [key, value]),
      ),
    }),
  );
}

/** Ids that something points to (label, description, link of this page) and that are not there. */
export function danglingReferences(html: string): readonly string[] {
  const tags = tagsOf(html);
  const ids = new Set(tags.flatMap((tag) => tag.attributes.id ?? []));
  const pointed = tags.flatMap(({ attributes }) => [
    ...['for', 'aria-describedby', 'aria-labelledby', 'form'].flatMap((key) => attributes[key]?.split(' ') ?? []),
    ...(attributes.href?.startsWith('#') === true ? [attributes.href.slice(1)] : []),
  ]);
  return pointed.filter((id) => !ids.has(id));
}

/** Ids that stand more than once. */
export function repeatedIds(html: string): readonly string[] {
  const ids = tagsOf(html).flatMap((tag) => tag.attributes.id ?? []);
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}
