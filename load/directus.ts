import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:http';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../e2e/support/registre.ts';
import { COIFFURE } from '../e2e/support/visitor.ts';
import { enrol, give, makeScan, PASSWORD } from './enrolled.ts';
import { keep } from './keep.ts';
import { readyForm, sendReady } from './readyForm.ts';
import { type Rate, repeat } from './repeat.ts';
import { openLoadSite } from './site.ts';
import { drain } from './unread.ts';

/**
 * Whole enrolments, ours beside those that Directus takes in, by turns on the same PostgreSQL: an account, its sign-in, six steps read and
 * saved, registered, three files of 1 MB given and looked at. Directus checks nothing of what is written and reads no file: its rows carry
 * their owner, and no more. It is installed in the measure's own folder, by the machine's npm and Node.
 */
const VERSION = '11.3.5';
const [SECONDS = 20, PEOPLE = 8] = process.argv.slice(2).map(Number);
const TURNS = 2;
const DEPOSITS = 3;
const ADMIN = { email: 'admin@exemple.fr', password: PASSWORD };

const site = await openLoadSite('directus');
const scan = await makeScan();
let born = 0;
const started: ChildProcess[] = [];
const agent = new Agent({ keepAlive: true });

try {
  const beside = await startDirectus();
  if (beside === null) console.log(`Directus ${VERSION} couldn't be installed here: nothing to stand beside.`);
  else {
    console.log(`${PEOPLE} people at a time, ${SECONDS} s a turn.`);
    await ours();
    await theirs(beside);
    for (let turn = 0; turn < TURNS; turn += 1) {
      const one = await repeat(PEOPLE, SECONDS, ours);
      const left = await drain(site.pool);
      const other = await repeat(PEOPLE, SECONDS, () => theirs(beside));
      report(one, left, other);
    }
  }
} finally {
  agent.destroy();
  for (const child of started) child.kill();
  await site.close();
}

function report(one: Rate, left: number, other: Rate): void {
  const inWords = ({ rate, p50, p95 }: Rate): string =>
    `${rate.toFixed(2)}/s (p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms)`;
  keep('whole enrolments, by turns with Directus', one.rate, '/s', {
    beside: { what: `Directus ${VERSION}`, value: other.rate },
    least: 5,
  });
  console.log(
    `Registre ${inWords(one)}, the last file read ${(left / 1000).toFixed(1)} s later; Directus ${inWords(other)}: ${(one.rate / other.rate).toFixed(1)} times`,
  );
}

async function ours(): Promise<void> {
  const { visitor, hub, codes } = await enrol(site.registre.url, site.pool, born++);
  const { url } = site.registre;
  for (const code of codes.slice(0, DEPOSITS))
    await give({ visitor, url }, `${hub}/justificatifs/${code}`, scan, 'scan.pdf');
  await visitor.get(hub);
}

async function theirs(ask: Ask): Promise<void> {
  const email = `charge.${born++}@exemple.fr`;
  await ask('POST', '/users/register', null, { email, password: PASSWORD });
  const { access_token: token } = await ask('POST', '/auth/login', null, { email, password: PASSWORD });
  const { id } = await ask('POST', '/items/enrolment', token, { status: 'draft' });
  const at = `/items/enrolment/${id}`;
  for (const [step, answers] of Object.entries(COIFFURE)) {
    await ask('GET', at, token);
    await ask('PATCH', at, token, { [step]: answers });
  }
  await ask('GET', at, token);
  await ask('PATCH', at, token, { status: 'registered' });
  await ask('GET', at, token);
  await ask('GET', `/items/piece?filter[enrolment][_eq]=${id}`, token);
  for (let rank = 0; rank < DEPOSITS; rank += 1) {
    const form = new FormData();
    form.append('file', new Blob([], { type: 'application/pdf' }), 'scan.pdf');
    const file = await ask('POST', '/files', token, form);
    await ask('POST', '/items/piece', token, { enrolment: id, code: `P${rank}`, file: file.id });
    await ask('GET', `/items/piece?filter[enrolment][_eq]=${id}`, token);
  }
  await ask('GET', at, token);
}

/** What Directus answers; throws what it refuses. */
type Ask = (method: 'GET' | 'POST' | 'PATCH', address: string, token: string | null, body?: object) => Promise<Answer>;
type Answer = { readonly id: string; readonly access_token: string };

function asking(url: string): Ask {
  return async (method, address, token, body) => {
    const sender: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` };
    if (body instanceof FormData) {
      const { status, text } = await sendReady(readyForm(address, body, scan, sender), url, agent);
      if (status !== 200) throw new Error(`${method} ${address}: ${status} ${text.slice(0, 500)}`);
      return JSON.parse(text).data;
    }
    const answer = await fetch(`${url}${address}`, {
      method,
      headers: { ...sender, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${address}: ${answer.status} ${text.slice(0, 500)}`);
    return text === '' ? { id: '', access_token: '' } : JSON.parse(text).data;
  };
}

/** Null where the registry isn't reached, or its libraries can't be built. */
async function startDirectus(): Promise<Ask | null> {
  const folder = process.env.DIRECTUS_FOLDER ?? path.join(site.folder, 'directus');
  const { host, user, password, port } = site.connection;
  const at = await freePort();
  const env = {
    ...process.env,
    // The machine's own Node: its native libraries aren't made for ours.
    PATH: (process.env.PATH ?? '')
      .split(path.delimiter)
      .filter((one) => !one.includes('node_modules'))
      .join(path.delimiter),
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: `${at}`,
    SECRET: 'one secret for this measure',
    ADMIN_EMAIL: ADMIN.email,
    ADMIN_PASSWORD: ADMIN.password,
    DB_CLIENT: 'pg',
    DB_HOST: `${host}`,
    DB_PORT: `${port}`,
    DB_USER: `${user}`,
    DB_PASSWORD: `${password}`,
    DB_DATABASE: 'directus',
    STORAGE_LOCATIONS: 'local',
    STORAGE_LOCAL_ROOT: path.join(site.folder, 'uploads'),
    RATE_LIMITER_ENABLED: 'false',
    RATE_LIMITER_REGISTRATION_ENABLED: 'false',
    TELEMETRY: 'false',
    LOG_LEVEL: 'error',
  };
  mkdirSync(folder, { recursive: true });
  try {
    if (process.env.DIRECTUS_FOLDER === undefined) {
      console.log(`Installing Directus ${VERSION} (some minutes)…`);
      writeFileSync(path.join(folder, 'package.json'), '{ "private": true }');
      execFileSync('npm', ['install', `directus@${VERSION}`, '--no-audit', '--no-fund', '--loglevel=error'], {
        cwd: folder,
        env,
      });
    }
  } catch {
    return null;
  }
  await site.pool.query('create database directus');
  const program = path.join(folder, 'node_modules', 'directus', 'cli.js');
  execFileSync('node', [program, 'bootstrap'], { cwd: site.folder, env, stdio: ['ignore', 'ignore', 'inherit'] });
  const child = spawn('node', [program, 'start'], { cwd: site.folder, env, stdio: ['ignore', 'ignore', 'inherit'] });
  started.push(child);
  const ask = asking(`http://127.0.0.1:${at}`);
  for (let waited = 0; ; waited += 1) {
    const isUp = await fetch(`http://127.0.0.1:${at}/server/ping`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) break;
    if (waited === 300) throw new Error('Directus did not start');
    await pause(200);
  }
  await describe(ask);
  return ask;
}

/** Two tables, and candidates who see and change what is theirs alone. */
async function describe(ask: Ask): Promise<void> {
  const { access_token: token } = await ask('POST', '/auth/login', null, ADMIN);
  const admin = (method: 'POST' | 'PATCH', address: string, body: object) => ask(method, address, token, body);
  const field = (name: string, type: string, meta: object = {}) => ({ field: name, type, meta, schema: {} });
  const id = { field: 'id', type: 'uuid', meta: { special: ['uuid'] }, schema: { is_primary_key: true } };
  const owner = field('user_created', 'uuid', { special: ['user-created'] });
  const tables = {
    enrolment: [
      field('status', 'string'),
      ...Object.keys(COIFFURE).map((step) => field(step, 'json', { special: ['cast-json'] })),
    ],
    piece: [field('enrolment', 'uuid'), field('code', 'string'), field('file', 'uuid')],
  };
  for (const [collection, fields] of Object.entries(tables))
    await admin('POST', '/collections', { collection, fields: [id, owner, ...fields], meta: {}, schema: {} });
  const policy = await admin('POST', '/policies', { name: 'candidates', app_access: false, admin_access: false });
  const role = await admin('POST', '/roles', { name: 'candidate', policies: { create: [{ policy: policy.id }] } });
  for (const [collection, by] of Object.entries({
    enrolment: 'user_created',
    piece: 'user_created',
    directus_files: 'uploaded_by',
  }))
    for (const action of ['create', 'read', 'update']) {
      const permissions = action === 'create' ? {} : { [by]: { _eq: '$CURRENT_USER' } };
      await admin('POST', '/permissions', { policy: policy.id, collection, action, fields: ['*'], permissions });
    }
  await admin('PATCH', '/settings', {
    public_registration: true,
    public_registration_verify_email: false,
    public_registration_role: role.id,
  });
}
