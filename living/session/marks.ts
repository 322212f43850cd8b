import { hiddenFields, mainOf, type Visitor } from '../../e2e/support/visitor.ts';
import type { Catalogue } from '../../src/catalogue/index.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { optionOf, send, wrong } from './forms.ts';
import { readScripts, type Told, type Written } from './scripts.ts';
import { several } from './several.ts';

/** Head and clerks at the forms of the site. */
export type MarkingOffice = { readonly head: Visitor; readonly clerks: readonly [Clerk, Clerk] };
export type Clerk = { readonly visitor: Visitor; readonly name: string };
export type Marked = {
  readonly batches: number;
  /** Of them, those that their boards signed whole, which nobody types. */
  readonly signed: number;
  readonly scripts: number;
  readonly absent: number;
  readonly differences: number;
};

/** Batches typed at once. */
const AT_ONCE = 4;

/**
 * Every unit is typed by two persons, each from a file of their own; where they differ the head reads the script again; then it is
 * locked.
 */
export async function typeMarks(
  { head, clerks }: MarkingOffice,
  {
    db,
    catalogue,
    session,
    atOnce = AT_ONCE,
    told = () => undefined,
    countersigning = null,
  }: {
    readonly db: Database;
    readonly catalogue: Catalogue;
    readonly session: string;
    readonly atOnce?: number;
    /** What somebody of this address has in that unit, where it isn't drawn. */
    readonly told?: Told;
    /** A head who signs beside the one person of a board; null: what boards said isn't looked at, all is typed. */
    readonly countersigning?: Visitor | null;
  },
): Promise<Marked> {
  const batches = await openBatches({ head, clerks }, session);
  const written = await readScripts(db, catalogue, session, told);
  const all = [...written.values()];
  let [differences, signed] = [0, 0];
  await several(batches, atOnce, async (id) => {
    const batch = `/gestion/notes/${id}`;
    if (countersigning !== null && (await areAllSigned(countersigning, batch))) {
      signed += 1;
      return void (await send(head, batch, `${batch}/verrou`));
    }
    for (const [index, { visitor }] of clerks.entries()) await typeBatch(visitor, id, written, index === 1);
    differences += await settle(head, batch, written);
    await send(head, batch, `${batch}/verrou`);
  });
  const absent = all.filter(({ mark }) => mark === 'A').length;
  return { batches: batches.length, signed, scripts: all.length, absent, differences };
}

/** Whether boards said a mark of everybody, once a head signed beside those of whom one person alone was left. */
async function areAllSigned(head: Visitor, batch: string): Promise<boolean> {
  const first = mainOf((await head.get(batch)).html);
  for (const [, sheet = ''] of first.matchAll(new RegExp(`href="(${batch}/fiche/[0-9a-f-]{36})"`, 'g')))
    await send(head, sheet, `${sheet}/contreseing`, { motif: 'L’autre membre de la commission n’a pas pu venir.' });
  const { html } = await head.get(batch);
  const [candidates, agreed] = ['Candidats', 'Arrêtées'].map((column) =>
    [...mainOf(html).matchAll(new RegExp(`data-label="${column}"[^>]*>(\\d+)`, 'g'))]
      .map(([, count]) => Number(count))
      .reduce((sum, one) => sum + one, 0),
  );
  return candidates === agreed && candidates !== 0;
}

/** Those whose test has begun, each with who types it. Answers the ids of those that wait for marks. */
export async function openBatches({ head, clerks }: MarkingOffice, session: string): Promise<readonly string[]> {
  await send(head, `/gestion/notes?session=${session}`, '/gestion/notes/lots', { session });
  return nameClerks(head, clerks, session);
}

/** One person types a batch to its end, by a file; some make slips. */
export async function typeBatch(
  visitor: Visitor,
  id: string,
  written: ReadonlyMap<string, Written>,
  makesSlips: boolean,
): Promise<void> {
  const batch = `/gestion/notes/${id}`;
  const template = (await visitor.get(`${batch}/modele.csv`)).html.replace(/^\ufeff/, '');
  const [titles = '', ...lines] = template.split('\r\n').filter((line) => line !== '');
  const typed = lines.map((line) => {
    const cells = line.split(';');
    const { mark, slips } = bornBy(written, cells[3] ?? '');
    return [...cells.slice(0, 4), makesSlips && slips ? '0' : mark].join(';');
  });
  const file = Buffer.from([titles, ...typed].join('\r\n'));
  const preview = await visitor.deposit(`${batch}/fichier`, file, 'notes.csv');
  if (preview.status !== 303) throw wrong(`${batch}/fichier`, preview);
  await send(visitor, preview.location, preview.location);
  await send(visitor, `${batch}/saisie`, `${batch}/saisie/terminee`);
}

/** `482 917 R` as tables print it, `482917R` as forms name it. */
function bornBy(written: ReadonlyMap<string, Written>, number: string): Written {
  const found = written.get(number.replaceAll(/\s/g, ''));
  if (found === undefined) throw new Error(`No script has the number ${number}`);
  return found;
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

/** The head types what the script bears, wherever the two differ. Answers how many. */
async function settle(head: Visitor, batch: string, written: ReadonlyMap<string, Written>): Promise<number> {
  const { html, status } = await head.get(`${batch}/ecarts`);
  const names = [...mainOf(html).matchAll(/<input[^>]*name="(n-[^"]+)"/g)].map(([, name = '']) => name);
  if (status !== 200 || names.length === 0) return 0;
  const fields = Object.fromEntries(names.map((name) => [name, bornBy(written, name.slice(2)).mark]));
  await send(head, `${batch}/ecarts`, `${batch}/ecarts`, { ...fields, motif: 'Copie relue.' });
  return names.length;
}
