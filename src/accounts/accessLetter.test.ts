import { expect, it } from 'vitest';
import { accessMark, newAccessCode, readAccessCode } from './accessLetter.ts';

it('the code of a letter is read as people copy it, and nothing else is one', () => {
  const code = newAccessCode();
  expect(code).toMatch(/^[A-HJ-KM-NP-Z2-9]{4}-[A-HJ-KM-NP-Z2-9]{4}-[A-HJ-KM-NP-Z2-9]{4}$/);
  const bare = code.replaceAll('-', '');
  for (const typed of [code, bare, ` ${code.toLowerCase()} `, code.replaceAll('-', ' ')])
    expect(readAccessCode(typed)).toBe(bare);
  for (const typed of ['', bare.slice(1), `${bare}A`, `0${bare.slice(1)}`, `I${bare.slice(1)}`])
    expect(readAccessCode(typed), typed).toBeNull();
  expect(newAccessCode()).not.toBe(code);
});

it('its mark is another under another secret', () => {
  expect(accessMark({ secret: 'a' }, 'X')).not.toBe(accessMark({ secret: 'b' }, 'X'));
  expect(accessMark({ secret: 'a' }, 'X')).toBe(accessMark({ secret: 'a' }, 'X'));
});
