import pg from 'pg';
import {
  accountForm,
  COIFFURE,
  createVisitor,
  fillDraft,
  hiddenFields,
  mainOf,
  signIn,
} from '../e2e/support/visitor.ts';

/** A signed-in candidate with a draft, made over HTTP as a browser would. */
export type Candidate = { readonly cookie: string; readonly draft: string; readonly token: string };

export const STEPS = COIFFURE;
const PASSWORD = 'Volcan.15!';

export async function newCandidate(url: string, connection: pg.ClientConfig, rank: number): Promise<Candidate> {
  const visitor = createVisitor(url, `10.0.${rank}.1`);
  const address = `charge.${rank}@exemple.fr`;
  await visitor.fill('/compte/creer', accountForm(address, { birthName: 'Charge', firstNames: 'Zoé' }, PASSWORD));
  const client = new pg.Client(connection);
  await client.connect();
  const { rows } = await client.query('select body from mail where recipient = $1', [address]);
  await client.end();
  const link = new URL(/https?:\S+/.exec(String(rows[0]?.body))?.[0] ?? '');
  await visitor.post('/compte/activer', hiddenFields(mainOf((await visitor.get(link.pathname + link.search)).html)));
  await signIn(visitor, address, PASSWORD);
  const draft = await fillDraft(visitor, 'bp-demo');
  const { html } = await visitor.get(`${draft}/identification`);
  return { cookie: visitor.cookies(), draft, token: hiddenFields(mainOf(html)).jeton ?? '' };
}
