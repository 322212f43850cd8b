import { hiddenFields, mainOf, type Seen, type Visitor } from '../../e2e/support/visitor.ts';

/** Sends a form of a page as its browser would, its hidden fields first. Errors: any answer but the page that follows. */
export async function send(
  visitor: Visitor,
  page: string,
  action: string,
  fields: Readonly<Record<string, string | readonly string[]>> = {},
): Promise<Seen> {
  const { html } = await visitor.get(page);
  const form = new URLSearchParams(hiddenFields(formOf(mainOf(html), action)));
  for (const [name, value] of Object.entries(fields)) {
    form.delete(name);
    for (const one of [value].flat()) form.append(name, one);
  }
  const done = await visitor.post(action, form);
  if (done.status !== 303) throw wrong(action, done);
  return done;
}

/** The form that leads there; where none says so, all of them. */
function formOf(html: string, action: string): string {
  const leads = (form: string): boolean => form.includes(`action="${action}"`) && form.includes('method="post"');
  return html.split('<form').find(leads) ?? html;
}

/** The same of a form that takes a file. */
export async function sendFile(
  visitor: Visitor,
  page: string,
  action: string,
  { name, content }: { readonly name: string; readonly content: Buffer },
  fields: Readonly<Record<string, string>> = {},
): Promise<Seen> {
  const form = formOf(mainOf((await visitor.get(page)).html), action);
  const body = new FormData();
  for (const [field, value] of Object.entries({ ...hiddenFields(form), ...fields })) body.append(field, value);
  const field = /<input[^>]*type="file"[^>]*name="([^"]*)"/.exec(form)?.[1] ?? 'file';
  body.append(field, new Blob([new Uint8Array(content)]), name);
  const done = await visitor.send({ action, body });
  if (done.status !== 303) throw wrong(action, done);
  return done;
}

/** A day as forms take it. */
export function inFrench({ day, month, year }: Temporal.PlainDate | Temporal.PlainDateTime): string {
  const two = (figure: number): string => String(figure).padStart(2, '0');
  return `${two(day)}/${two(month)}/${year}`;
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

/** The value that a list of choices has for these words. Errors: it hasn't them. */
export function optionOf(html: string, field: string, label: string): string {
  const select = new RegExp(`<select[^>]*name="${field}".*?</select>`, 's').exec(html)?.[0] ?? '';
  const options = [...select.matchAll(/<option[^>]*value="([^"]*)"[^>]*>([^<]*)/g)];
  const found = options.find(([, , text = '']) => text.includes(label));
  if (found?.[1] === undefined) throw new Error(`${label} isn't offered in ${field}: ${select}`);
  return found[1];
}
