import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { Visitor } from '../e2e/support/visitor.ts';
import { fillBoards, writeExaminers } from '../living/session/examiners.ts';
import { send } from '../living/session/forms.ts';
import { choosePassword } from '../living/session/staff.ts';
import type { Catalogue } from '../src/catalogue/index.ts';
import type { OwnBoards } from '../src/marking/device/board.ts';
import type { Kill } from './doomed.ts';
import { ask } from './examStands.ts';
import { insist } from './insist.ts';

/** Whoever examines, under kills: they are convened, and their board marks on a tablet. */

const CONVENE = '/gestion/examen/examinateurs/convoquer';
/** Before a board, of every candidate. */
export const ORAL = 'U41';

/** People of the academy are seated on each board of the plan, and told. */
export async function convene(head: Visitor, catalogue: Catalogue, session: string, cfd: string): Promise<void> {
  await writeExaminers(head, catalogue, session, [cfd]);
  await fillBoards(head, session);
  await send(head, `${CONVENE}?session=${session}`, `${CONVENE}?session=${session}`);
}

/** Who signs in before a board, and by which code another of it agrees. */
export type Tablet = { readonly board: string; readonly address: string; readonly code: string };

/** One of each board before which candidates are called, by the link that was mailed to them. */
export async function openTablets(connection: pg.ClientConfig, stranger: Visitor): Promise<readonly Tablet[]> {
  const seated = await ask(
    connection,
    `select b.id, e.mail, c.signing as code, (select body from mail where recipient = e.mail and template = 'staff.invitation') as invitation
      from exam_board b join board_member m on m.board_id = b.id join examiner e on e.id = m.examiner_id
      join examiner_code c on c.examiner_id = e.id where '${ORAL}' = any(b.units) order by b.starts_at, b.id, e.mail`,
  );
  const tablets: Tablet[] = [];
  for (const [board, [own, other]] of Map.groupBy(seated, ({ id }) => String(id))) {
    const link = /https?:\S+/.exec(String(own?.invitation))?.[0];
    if (link === undefined || other === undefined) throw new Error(`Nobody was let in: ${JSON.stringify(seated)}`);
    if (tablets.every(({ address }) => address !== own?.mail)) await choosePassword(stranger, link);
    tablets.push({ board, address: String(own?.mail), code: String(other.code) });
  }
  return tablets;
}

/** When the machine is killed while a tablet sends. */
export type Killing = { readonly times: number; readonly after: () => number; readonly kill: Kill };

/** Board after board; the machine is killed while the first sends. Answers what was refused. */
export async function markOnTablets(
  person: (address: string) => Promise<Visitor>,
  tablets: readonly Tablet[],
  killing: Killing,
): Promise<readonly string[]> {
  const refused: string[] = [];
  for (const [index, tablet] of tablets.entries())
    refused.push(
      ...(await markOnTablet(await person(tablet.address), tablet, index === 0 ? killing : { ...killing, times: 0 })),
    );
  return refused;
}

/**
 * A sheet of each candidate, then the other's agreement with it, as a tablet sends what it kept: the same acts, until they are answered. Answers what was
 * refused.
 */
async function markOnTablet(examiner: Visitor, { board, code }: Tablet, killing: Killing): Promise<readonly string[]> {
  const { owner, boards } = (await dataOf(examiner)).day;
  const page = boards.find(({ id }) => id === board);
  if (page === undefined) throw new Error('Their tablet has no board');
  const answers = Object.fromEntries(page.form.criteria.map(({ id, points }) => [id, points]));
  const said = { boardId: board, words: '', seen: 0, saidAt: '2024-06-20T06:00:00Z' };
  const sheets = page.lines.map(({ enrolment }) => ({
    ...said,
    ...{
      kind: 'sheet',
      id: randomUUID(),
      enrolmentId: enrolment,
      version: page.form.version,
      outcome: 'mark',
      answers,
    },
  }));
  const verdicts = sheets.map(({ id }) => ({
    ...said,
    kind: 'verdict',
    id: randomUUID(),
    sheetId: id,
    verdict: 'agree',
    code,
  }));
  const device = randomUUID();
  const refused = [
    ...(await deliver(examiner, { owner, device, acts: sheets }, killing)),
    ...(await deliver(examiner, { owner, device, acts: verdicts }, killing)),
  ];
  return refused;
}

type Data = { readonly token: string; readonly day: OwnBoards };

async function dataOf(examiner: Visitor): Promise<Data> {
  return JSON.parse((await examiner.get('/commission/notes/donnees')).html) as Data;
}

type Batch = { readonly owner: string; readonly device: string; readonly acts: readonly object[] };

async function deliver(examiner: Visitor, batch: Batch, { times, after, kill }: Killing): Promise<readonly string[]> {
  const jeton = (await dataOf(examiner)).token;
  const post = async () => {
    const answer = await examiner.fetch('/commission/notes/envoi', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jeton, ...batch }),
    });
    return { status: answer.status, html: await answer.text(), location: '' };
  };
  for (let time = 0; time < times; time += 1) {
    const lost = post().catch(() => null);
    await sleep(after());
    await kill('what a tablet sends');
    await lost;
  }
  const { status, html } = await insist('the tablet', post);
  if (status !== 200) return [`a tablet is answered ${status}: ${html}`];
  const { outcomes } = JSON.parse(html) as { readonly outcomes: readonly { readonly refused: string | null }[] };
  return outcomes.flatMap(({ refused }) => (refused === null ? [] : [`a tablet is refused: ${refused}`]));
}
