import { hiddenFields, mainOf, type Seen, type Visitor } from '../../e2e/support/visitor.ts';

type Fields = Readonly<Record<string, string | readonly string[]>>;

/** Sends a form of a page as its browser would, its hidden fields first. Errors: any answer but the page that follows. */
export async function send(visitor: Visitor, page: string, action: string, fields: Fields = {}): Promise<Seen> {
  const seen = await visitor.get(page);
  if (seen.status !== 200) throw wrong(page, seen);
  return sendForm(visitor, action, formOf(mainOf(seen.html), action), fields);
}

/** The same of the form that holds all of these, where several of a page lead to one place. */
export async function sendAmong(
  visitor: Visitor,
  page: string,
  marks: readonly string[],
  fields: Fields = {},
): Promise<Seen> {
  const { html } = await visitor.get(page);
  const forms = mainOf(html).split('<form');
  const form = forms.find((one) => marks.every((mark) => one.split('</form>')[0]?.includes(mark)));
  if (form === undefined) throw new Error(`${page} has no form with ${marks.join(', ')}: ${wordsOf(html)}`);
  const action = /action="([^"]*)"/.exec(form)?.[1]?.replaceAll('&amp;', '&') ?? page;
  return sendForm(visitor, action, form, fields);
}

/** The same of a form that was read. */
export async function sendForm(visitor: Visitor, action: string, shown: string, fields: Fields): Promise<Seen> {
  const form = new URLSearchParams(hiddenFields(shown));
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

/** The value of the box of these words, among those of a field. Errors: there is none. */
export function boxOf(html: string, field: string, label: string): string {
  const boxes = [...html.matchAll(/<input([^>]*)>\s*<label[^>]*>([^<]*)/g)];
  const found = boxes.find(([, input = '', text = '']) => input.includes(`name="${field}"`) && text.trim() === label);
  const value = /value="([^"]*)"/.exec(found?.[1] ?? '')?.[1];
  if (value === undefined) throw new Error(`${label} isn't offered in ${field}`);
  return value;
}

/** The exam's clock, by the form of the demonstration. */
export async function setClock(visitor: Visitor, at: Temporal.PlainDateTime): Promise<void> {
  const heure = `${at.hour} h ${String(at.minute).padStart(2, '0')}`;
  await send(visitor, '/demo', '/demo/horloge', { jour: inFrench(at), heure });
}
