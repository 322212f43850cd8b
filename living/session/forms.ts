import { hiddenFields, mainOf, type Seen, type Visitor } from '../../e2e/support/visitor.ts';

/** Sends a form of a page as its browser would, hidden fields first. Errors: any answer but the page that follows. */
export async function send(
  visitor: Visitor,
  page: string,
  action: string,
  fields: Readonly<Record<string, string | readonly string[]>> = {},
): Promise<Seen> {
  const { html } = await visitor.get(page);
  const form = new URLSearchParams(hiddenFields(mainOf(html)));
  for (const [name, value] of Object.entries(fields)) {
    form.delete(name);
    for (const one of [value].flat()) form.append(name, one);
  }
  const done = await visitor.post(action, form);
  if (done.status !== 303) throw wrong(action, done);
  return done;
}

export function wrong(address: string, { status, html }: Seen): Error {
  return new Error(`${address}: ${status} ${wordsOf(html).slice(0, 1_500)}`);
}

export function wordsOf(html: string): string {
  return mainOf(html)
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('\u00a0', ' ')
    .replace(/\s+/g, ' ');
}

/** The values that a page offers under a name. */
export function offered(html: string, name: string): readonly string[] {
  return [...mainOf(html).matchAll(/<input[^>]*>/g)].flatMap(([input]) => {
    const value = /value="([^"]*)"/.exec(input)?.[1];
    return input.includes(`name="${name}"`) && value !== undefined ? [value] : [];
  });
}
