import type { Visitor } from '../../e2e/support/visitor.ts';
import { offered, send, wordsOf } from './forms.ts';

/** Half of them teach, half are of the trade (D337-123). */
const MEMBERS = [
  { qualite: 'president', membre: 'Anne Présidente' },
  { qualite: 'teacher', membre: 'Tom Enseignant' },
  { qualite: 'employer', membre: 'Paula Patronne' },
] as const;

/**
 * One jury for all specialities of a session: composed, there, deliberating; a head asks that the record be closed, another
 * confirms. Whoever lacks half a point is given it, with its reason. Answers to how many.
 */
export async function deliberate(
  { head, second }: { readonly head: Visitor; readonly second: Visitor },
  {
    session,
    day,
    specialities,
  }: { readonly session: string; readonly day: string; readonly specialities: readonly string[] },
): Promise<number> {
  const list = `/gestion/deliberation?session=${session}`;
  const made = await send(head, list, '/gestion/deliberation/jurys', {
    session,
    nom: 'Jury de la session',
    jour: day,
    lieu: 'Rectorat',
    specialites: specialities,
  });
  const jury = made.location.replace(/\?.*/, '');
  for (const member of MEMBERS) await send(head, jury, `${jury}/membres`, { ...member, fonction: '', compte: '' });
  const { html } = await head.get(jury);
  await send(head, jury, `${jury}/seance`, { presents: offered(html, 'presents'), quorum: 'oui' });
  const pointed = await givePoints(head, jury);
  await send(head, jury, `${jury}/cloture`);
  await send(second, jury, `${jury}/confirmation`);
  return pointed;
}

/** Whom half a point on one unit is enough for. */
async function givePoints(head: Visitor, jury: string): Promise<number> {
  const near = (await head.get(`${jury}/candidats?liste=proches`)).html;
  const addresses = new Set(near.match(new RegExp(`${jury}/candidats/[0-9a-f-]{36}`, 'g')));
  let pointed = 0;
  for (const address of addresses) {
    const { html } = await head.get(address);
    const [, note, unite] = /(\d+(?:,5)?) \(\+0,5\) *voir l'effet à (\S+)/.exec(wordsOf(html)) ?? [];
    if (unite === undefined || note === undefined) continue;
    const avant = String(Math.round(2 * Number(note.replace(',', '.'))) - 1);
    await send(head, address, `${address}/points`, {
      unite,
      note,
      motif: 'Travail régulier',
      avant,
      deja: '',
    });
    pointed += 1;
  }
  return pointed;
}
