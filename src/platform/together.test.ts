import { expect, it } from 'vitest';
import { together } from './together.ts';

it('Those who ask while an answer is worked out share it; the next one asks anew, after a failure too', async () => {
  let asked = 0;
  let answer: (value: number) => void = () => undefined;
  const ask = together(() => {
    asked += 1;
    return new Promise<number>((resolve, reject) => {
      answer = (value) => (value < 0 ? reject(new Error('no')) : resolve(value));
    });
  });
  const first = [ask(), ask(), ask()];
  answer(7);
  expect(await Promise.all(first)).toEqual([7, 7, 7]);
  expect(asked).toBe(1);
  const second = ask();
  answer(-1);
  await expect(second).rejects.toThrow('no');
  const third = ask();
  answer(8);
  expect([await third, asked]).toEqual([8, 3]);
});
