import { expect, it } from 'vitest';
import { createLog, type Log } from './log.ts';

function logInto(lines: string[]): Log {
  return createLog('info', { write: (line) => void lines.push(line) });
}

it('is a line of JSON each, with an instant and a level by name', () => {
  const lines: string[] = [];
  logInto(lines).child({ requestId: 'abc' }).warn('Attention');
  expect(lines).toHaveLength(1);
  const line = JSON.parse(lines[0] ?? '') as { time: string };
  expect(line).toEqual({ level: 'warn', time: expect.any(String), requestId: 'abc', msg: 'Attention' });
  expect(Temporal.Instant.from(line.time).epochMilliseconds).toBeGreaterThan(0);
});

it("holds nobody's address, wherever an error quotes it", () => {
  const lines: string[] = [];
  const log = logInto(lines);
  const refused = Object.assign(new Error('550 No such user <zoé.dupont+bp@domaine.example>'), {
    responseCode: 550,
    command: 'RCPT TO',
    rejected: ['zoé.dupont+bp@domaine.example'],
    cause: new Error('"zoé.dupont+bp@domaine.example" is unknown'),
  });
  log.error({ err: refused }, 'refused: zoé.dupont+bp@domaine.example');
  log.error({ recipient: 'zoé.dupont+bp@domaine.example' });
  for (const line of lines) expect(line).not.toMatch(/dupont|domaine/);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    err: { type: 'Error', message: '550 No such user <[address]>', responseCode: 550, command: 'RCPT TO' },
  });
});

it('holds no link that lets somebody in, no password of a service, no cookie', () => {
  const lines: string[] = [];
  const log = logInto(lines);
  log.warn('GET /compte/activer?jeton=ZmFrZQ.abc-1&autre=2');
  log.warn({ err: new Error('connect postgres://registre:pa55word@base.example:5432/registre') });
  log.warn({ req: { method: 'GET', url: '/x?jeton=ZmFrZQ', headers: { cookie: 'session=opensesame' } } });
  // What the reader of multipart forms writes at the level of trace, and an answer with its cookies.
  log.warn({ busboyOptions: { headers: { cookie: 'other="opensesame"; registre_form=opensesame', host: 'x' } } });
  log.warn({ 'set-cookie': ['registre_session=opensesame; Path=/'], authorization: 'Basic opensesame' });
  log.warn('__Host-registre_session=opensesame');
  for (const line of lines) expect(line).not.toMatch(/ZmFrZQ|pa55word|opensesame/);
  for (const line of lines) expect(JSON.parse(line)).toHaveProperty('level', 'warn');
  expect(lines[0]).toContain('jeton=[hidden]&autre=2');
});

it('tells in words what is no error: pg-boss emits plain objects', () => {
  const lines: string[] = [];
  const log = logInto(lines);
  log.error({ err: { message: 'connect ECONNREFUSED', code: 'ECONNREFUSED', queue: 'mail.send' } });
  log.error({ err: { surprising: true } });
  log.error({ err: 'a word' });
  expect(lines.map((line) => (JSON.parse(line) as { err: unknown }).err)).toEqual([
    { type: 'Object', message: 'connect ECONNREFUSED', code: 'ECONNREFUSED', queue: 'mail.send' },
    { type: 'Object', message: '{"surprising":true}' },
    { type: 'string', message: 'a word' },
  ]);
});
