import { hiddenFields, mainOf, type Visitor } from '../../e2e/support/visitor.ts';
import { type Draw, drawFor } from '../draw.ts';
import { send, wrong } from './forms.ts';

/** Head and clerks at the forms of the site. */
export type MarkingOffice = { readonly head: Visitor; readonly clerks: readonly [Clerk, Clerk] };
export type Clerk = { readonly visitor: Visitor; readonly name: string };
export type Marked = {
  readonly batches: number;
  readonly scripts: number;
  readonly absent: number;
  readonly differences: number;
};

/** One mark in so many is typed wrong by the second person. */
const SLIP = 60;
const ABSENT = 0.02;

/**
 * Every unit is typed by two persons, each from a file of their own; where they differ the head reads the script again; then it is
 * locked.
 */
export async function typeMarks({ head, clerks }: MarkingOffice, session: string): Promise<Marked> {
  const list = `/gestion/notes?session=${session}`;
  await send(head, list, '/gestion/notes/lots', { session });
  const batches = await nameClerks(head, clerks, session);
  const marked = { batches: batches.length, scripts: 0, absent: 0, differences: 0 };
  for (const id of batches) {
    const batch = `/gestion/notes/${id}`;
    for (const [index, { visitor }] of clerks.entries()) {
      const template = (await visitor.get(`${batch}/modele.csv`)).html.replace(/^\ufeff/, '');
      const [titles = '', ...lines] = template.split('\r\n').filter((line) => line !== '');
      const typed = lines.map((line) => {
        const cells = line.split(';');
        const draw = drawFor(`mark ${session} ${cells.slice(1, 3).join(' ')} ${marked.scripts}`);
        const mark = markOf(drawFor(`script ${cells[3]}`));
        if (index === 0) {
          marked.scripts += 1;
          if (mark === 'A') marked.absent += 1;
        }
        const slips = index === 1 && mark !== 'A' && draw.whole(SLIP) === 0;
        return [...cells.slice(0, 4), slips ? '0' : mark].join(';');
      });
      const file = Buffer.from([titles, ...typed].join('\r\n'));
      const preview = await visitor.deposit(`${batch}/fichier`, file, 'notes.csv');
      if (preview.status !== 303) throw wrong(`${batch}/fichier`, preview);
      await send(visitor, preview.location, preview.location);
      await send(visitor, `${batch}/saisie`, `${batch}/saisie/terminee`);
    }
    marked.differences += await settle(head, batch);
    await send(head, batch, `${batch}/verrou`);
  }
  return marked;
}

/** A mark that somebody may have: around eleven, in half points, or an absence. */
function markOf(draw: Draw): string {
  if (draw.share() < ABSENT) return 'A';
  const halfPoints = Math.round(2 * (3 + (draw.share() + draw.share() + draw.share()) * 5.4));
  return String(Math.min(40, halfPoints) / 2).replace('.', ',');
}

async function nameClerks(
  head: Visitor,
  [first, second]: MarkingOffice['clerks'],
  session: string,
): Promise<readonly string[]> {
  const batches: string[] = [];
  for (let page = 1; ; page += 1) {
    const address = `/gestion/notes?session=${session}&page=${page}`;
    const { html } = await head.get(address);
    const here = [...mainOf(html).matchAll(/name="lots"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="lots"/g)].map(
      ([, one, other]) => one ?? other ?? '',
    );
    const fresh = here.filter((id) => !batches.includes(id));
    if (fresh.length === 0) return batches;
    const form = new URLSearchParams({
      ...hiddenFields(mainOf(html)),
      premiere: optionOf(html, 'premiere', first.name),
      seconde: optionOf(html, 'seconde', second.name),
    });
    for (const id of fresh) form.append('lots', id);
    const done = await head.post('/gestion/notes/personnes', form);
    if (done.status !== 303) throw wrong('/gestion/notes/personnes', done);
    batches.push(...fresh);
  }
}

function optionOf(html: string, field: string, label: string): string {
  const select = new RegExp(`<select[^>]*name="${field}".*?</select>`, 's').exec(html)?.[0] ?? '';
  const options = [...select.matchAll(/<option[^>]*value="([^"]*)"[^>]*>([^<]*)/g)];
  const found = options.find(([, , text = '']) => text.includes(label));
  if (found?.[1] === undefined) throw new Error(`${label} isn't offered in ${field}: ${select}`);
  return found[1];
}

/** The head types what the script bears, wherever the two differ. Answers how many. */
async function settle(head: Visitor, batch: string): Promise<number> {
  const { html, status } = await head.get(`${batch}/ecarts`);
  const names = [...mainOf(html).matchAll(/<input[^>]*name="(n-[^"]+)"/g)].map(([, name = '']) => name);
  if (status !== 200 || names.length === 0) return 0;
  const fields = Object.fromEntries(names.map((name) => [name, markOf(drawFor(`script ${name.slice(2)}`))]));
  await send(head, `${batch}/ecarts`, `${batch}/ecarts`, { ...fields, motif: 'Copie relue.' });
  return names.length;
}
