import { expect } from 'vitest';
import { wordsIn } from './words.ts';

type Answered = { readonly status: number; readonly body: string };

/**
 * What somebody writes to who has no mail box is read before it leaves: a form whose words only hold on line comes back once, with them and a
 * box; ticked, it is sent. `send`: the form with these fields, its words among them. Gives what the second answered.
 */
export async function readBeforeItLeaves<Reply extends Answered>(
  send: (more: Readonly<Record<string, string>>) => Promise<Reply>,
  words: string,
): Promise<Reply> {
  const refused = await send({});
  expect([refused.status, wordsIn(refused.body)]).toEqual([422, expect.stringContaining('« en ligne »')]);
  expect(refused.body).toContain(`${words}</textarea>`);
  expect([...refused.body.matchAll(/name="tel-quel"/g)], 'in the form that was sent alone').toHaveLength(1);
  return send({ 'tel-quel': 'oui' });
}
