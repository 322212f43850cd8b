import { describe, expect, it } from 'vitest';
import { refusalTable } from '../../platform/http/refusalTable.ts';
import { type Guard, json, page, type Reply, type Visit } from '../../platform/http/visit.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { freeText } from '../form/checks/numbers.ts';
import { defineField } from '../form/field.ts';
import { act, acts, faulty, type ShownAgain, says } from './act.ts';

type Refusal = { readonly code: 'full' | 'shut'; readonly most: number };
const refusals = refusalTable<Refusal>({
  full: [409, ({ most }) => `Pas plus de ${most}.`, 'mot'],
  shut: [410, "C'est fini."],
});
const word = defineField({
  name: 'mot',
  label: 'Mot',
  control: 'text',
  missing: 'Écrivez un mot.',
  check: freeText(20),
});

/** A row that somebody else changes between two looks at it. */
let version = 1;
const who: Guard<number> = { name: 'anybody', admit: async () => version };
const again = async (...[, at, state, status]: ShownAgain<number>): Promise<Reply> =>
  page(JSON.stringify({ at, ...state }), status);
const shared = { path: '/mots', who, refusals, again, note: 'Chacun écrit un mot.' };

async function write(mot: string): Promise<Result<string, Refusal>> {
  version = 2;
  return mot === 'trop' ? refuse({ code: 'full', most: 3 }) : ok(mot);
}
const post = act({
  ...shared,
  fields: async () => [word] as const,
  unless: async (at) => (at === 0 ? ({ code: 'shut', most: 0 } as const) : null),
  do: async ({ mot }) => (mot === 'faux' ? faulty({ field: 'mot', message: 'Un autre.' }) : write(mot)),
  to: (mot) => (mot === 'voir' ? json({ mot }) : `/mots/${mot}`),
});

const visitOf = (body: Visit['body']): Visit => ({ body }) as Visit;
async function sent(body: Visit['body'], at = 1, route: { readonly handle: typeof post.handle } = post) {
  version = 1;
  const { status, headers, body: shown } = await route.handle(visitOf(body), at);
  return { status, to: headers.location, shown: shown === '' ? null : JSON.parse(String(shown)) };
}

describe('An act of a page', () => {
  it('is done and leads on, or answers by itself', async () => {
    expect(await sent({ mot: 'oui' })).toEqual({ status: 303, to: '/mots/oui', shown: null });
    expect((await sent({ mot: 'voir' })).shown).toEqual({ mot: 'voir' });
  });
  it('shows its page again with what was typed and what is to be corrected, found in the fields or by itself', async () => {
    const empty = { at: 1, typed: { mot: ' ' }, faults: [{ field: 'mot', message: 'Écrivez un mot.' }] };
    expect(await sent({ mot: ' ' })).toMatchObject({ status: 422, shown: empty });
    const wrong = { at: 1, typed: { mot: 'faux' }, faults: [{ field: 'mot', message: 'Un autre.' }] };
    expect(await sent({ mot: 'faux' })).toMatchObject({ status: 422, shown: wrong });
  });
  it('is refused as the table of its room says, on the page as it stands now', async () => {
    const full = { at: 2, typed: { mot: 'trop' }, faults: [{ field: 'mot', message: 'Pas plus de 3.' }] };
    expect(await sent({ mot: 'trop' })).toMatchObject({ status: 409, shown: full });
  });
  it('says first what no typing would mend', async () => {
    const shut = { at: 1, typed: {}, faults: [{ field: null, message: "C'est fini." }] };
    expect(await sent({}, 0)).toMatchObject({ status: 410, shown: shut });
  });
  it('is found by its name among those of its page, each with its note', async () => {
    const other = act({ ...shared, note: 'Chacun efface.', fields: [], do: async () => ok(null), to: () => '/mots' });
    const both = acts('acte', { ecrire: post, effacer: other }, says(shared, 'Choisissez.'));
    expect(both.notes).toEqual(['Chacun écrit un mot.', 'Chacun efface.']);
    expect((await sent({ acte: 'effacer' }, 1, both)).to).toBe('/mots');
    expect((await sent({ acte: 'ecrire', mot: 'oui' }, 1, both)).to).toBe('/mots/oui');
    for (const acte of [undefined, 'toString', ['ecrire']])
      expect(await sent({ acte }, 1, both)).toMatchObject({
        status: 422,
        shown: { faults: [{ field: null, message: 'Choisissez.' }] },
      });
    expect(() => acts('acte', { ecrire: post }, { ...other, path: '/ailleurs' })).toThrow('one address');
  });
});
