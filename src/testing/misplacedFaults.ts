import { tagsOf } from '../ui/markup.ts';

/** How a page that was sent with faults fails to say them: once, above its title, and in its document's; each leads to a field that is there. */
export function misplacedFaults(html: string): readonly string[] {
  const [, summary, ...more] = html.split('id="erreurs"');
  if (summary === undefined) return ['not said'];
  const list = summary.slice(0, summary.indexOf('</ul>'));
  const ids = new Set(tagsOf(html).flatMap((tag) => tag.attributes.id ?? []));
  return [
    ...(more.length > 0 ? ['said twice'] : []),
    ...(summary.includes('<h1') ? [] : ['below the title']),
    ...(/<title>Erreur\u00a0:/.test(html) ? [] : ["not in the document's title"]),
    ...[...list.matchAll(/href="#([^"]*)"/g)].flatMap(([, id = '']) => (ids.has(id) ? [] : [`no field #${id}`])),
  ];
}
