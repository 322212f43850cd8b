import { mainOf, type Visitor } from '../../e2e/support/visitor.ts';
import { offered, optionOf, send } from './forms.ts';
import { several } from './several.ts';

/** Half of them teach, half are of the trade (D337-123). */
const MEMBERS = [
  { qualite: 'president', membre: 'Anne Présidente' },
  { qualite: 'teacher', membre: 'Tom Enseignant' },
  { qualite: 'employer', membre: 'Paula Patronne' },
] as const;

/**
 * One jury for all specialities of a session: composed, there, deliberating; a head asks that the record be closed, another
 * confirms. `clerk`: who of the office sits in it too, by name. Whoever lacks half a point is given it, with its reason. Answers to which enrolments.
 */
export async function deliberate(
  { head, second }: { readonly head: Visitor; readonly second: Visitor },
  { session, day, clerk }: { readonly session: string; readonly day: string; readonly clerk?: string },
): Promise<readonly string[]> {
  const list = `/gestion/deliberation?session=${session}`;
  const made = await send(head, list, '/gestion/deliberation/jurys', {
    session,
    nom: 'Jury de la session',
    jour: day,
    lieu: 'Rectorat',
    specialites: offered((await head.get(list)).html, 'specialites'),
  });
  const jury = made.location.replace(/\?.*/, '');
  for (const member of MEMBERS) {
    const sits = clerk !== undefined && member.qualite === 'teacher';
    const compte = sits ? optionOf((await head.get(jury)).html, 'compte', clerk) : '';
    const membre = sits ? clerk : member.membre;
    await send(head, jury, `${jury}/membres`, { ...member, membre, fonction: '', compte });
  }
  const { html } = await head.get(jury);
  await send(head, jury, `${jury}/seance`, {
    presents: offered(html, 'presents'),
    quorum: 'oui',
    heure: '9 h 00',
  });
  const pointed = await givePoints(head, jury);
  if (mainOf((await head.get(jury)).html).includes(`${jury}/garder`))
    await send(head, jury, `${jury}/garder`, { motif: 'Notes et livret examinés ensemble, par spécialité' });
  await send(head, jury, `${jury}/cloture`);
  await send(second, jury, `${jury}/confirmation`);
  return pointed;
}

/** What changed of somebody since the record was closed: a head proposes that the record say it, another confirms. */
export async function addToRecord(
  { head, second }: { readonly head: Visitor; readonly second: Visitor },
  { session, enrolmentId, reason }: { readonly session: string; readonly enrolmentId: string; readonly reason: string },
): Promise<void> {
  const { html: list } = await head.get(`/gestion/deliberation?session=${session}`);
  const jury = /\/gestion\/deliberation\/[0-9a-f-]{36}/.exec(mainOf(list))?.[0] ?? '';
  const page = `${jury}/candidats/${enrolmentId}`;
  await send(head, page, `${page}/additif`, { objet: 'mark', decision: '', motif: reason });
  const { html } = await second.get(page);
  const confirmation = /action="([^"]*\/confirmation)"/.exec(mainOf(html))?.[1];
  if (confirmation === undefined) throw new Error(`Nothing to confirm at ${page}`);
  await send(second, page, confirmation);
}

/** Candidates looked at by turns; a jury of many specialities sits at several tables. */
const AT_ONCE = 2;

/** Whom half a point on one unit is enough for. */
async function givePoints(head: Visitor, jury: string): Promise<readonly string[]> {
  const pointed: string[] = [];
  await several(await listNear(head, jury), AT_ONCE, async (address) => {
    const point = halfPointIn((await head.get(address)).html);
    if (point === null) return;
    await send(head, address, `${address}/points`, {
      ...point,
      motif: 'Travail régulier',
      deja: '',
    });
    pointed.push(address.split('/').at(-1) ?? '');
  });
  return pointed;
}

/** The unit of which the page says that half a point is enough, with the mark that it shows, in half points. */
function halfPointIn(html: string): { readonly unite: string; readonly note: string; readonly avant: string } | null {
  for (const [, unite = '', words = ''] of mainOf(html).matchAll(
    /<a class="least" href="[^"]*unite=([^&"]+)[^"]*">([^<]*)/g,
  )) {
    const [, note] = /^(\d+(?:,5)?) \(\+0,5\)/.exec(words) ?? [];
    if (note !== undefined) return { unite, note, avant: String(Math.round(2 * Number(note.replace(',', '.'))) - 1) };
  }
  return null;
}

/** Before anybody is given points: then the list gets shorter. */
async function listNear(head: Visitor, jury: string): Promise<readonly string[]> {
  const near = new Set<string>();
  for (let page = 1; ; page += 1) {
    const { html } = await head.get(`${jury}/candidats?liste=proches&page=${page}`);
    const here = html.match(new RegExp(`${jury}/candidats/[0-9a-f-]{36}`, 'g')) ?? [];
    const known = near.size;
    for (const one of here) near.add(one);
    if (near.size === known) return [...near];
  }
}
