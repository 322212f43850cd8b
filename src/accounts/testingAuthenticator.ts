import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

/** A security key made of code, for tests: one key for one name, that signs what it is told to, wrongly too. */
export type Authenticator = {
  readonly id: string;
  counter: number;
  readonly create: (options: Asked, as?: Partial<Answer>) => string;
  readonly sign: (options: Asked, as?: Partial<Answer>) => string;
};

type Asked = { readonly challenge: string };
export type Answer = {
  readonly challenge: string;
  readonly origin: string;
  readonly host: string;
  readonly type: string;
  /** Its owner was there; proved it. */
  readonly present: boolean;
  readonly verified: boolean;
  readonly format: string;
  readonly statement: ReadonlyMap<string, unknown>;
  readonly id: string;
};

const digest = (content: string | Buffer): Buffer => createHash('sha256').update(content).digest();
const encode = (value: unknown): Buffer => Buffer.from(isoCBOR.encode(value as Parameters<typeof isoCBOR.encode>[0]));

export function newAuthenticator(origin: string, counts = true): Authenticator {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(32);
  const usual = (options: Asked, type: string, as: Partial<Answer>): Answer => ({
    challenge: options.challenge,
    origin,
    host: new URL(origin).hostname,
    type,
    present: true,
    verified: true,
    format: 'none',
    statement: new Map(),
    id: id.toString('base64url'),
    ...as,
  });
  const named = (answer: Answer, response: object): string =>
    JSON.stringify({
      id: answer.id,
      rawId: answer.id,
      type: 'public-key',
      authenticatorAttachment: 'cross-platform',
      clientExtensionResults: { credProps: { rk: true } },
      response,
    });
  const state: Authenticator = {
    id: id.toString('base64url'),
    counter: 0,
    create: (options, as = {}) => {
      const answer = usual(options, 'webauthn.create', as);
      const cose = encode(coseOf(publicKey));
      const authData = Buffer.concat([
        head(answer, 0x40, state.counter),
        Buffer.alloc(16),
        Buffer.from([0, id.length]),
        id,
        cose,
      ]);
      const whole = new Map<string, unknown>([
        ['fmt', answer.format],
        ['attStmt', answer.statement],
        ['authData', new Uint8Array(authData)],
      ]);
      return named(answer, {
        clientDataJSON: clientData(answer).toString('base64url'),
        attestationObject: encode(whole).toString('base64url'),
        transports: ['usb', 'carrier-pigeon'],
      });
    },
    sign: (options, as = {}) => {
      const answer = usual(options, 'webauthn.get', as);
      if (counts) state.counter += 1;
      const authData = head(answer, 0, state.counter);
      const data = clientData(answer);
      return named(answer, {
        clientDataJSON: data.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: sign('sha256', Buffer.concat([authData, digest(data)]), privateKey).toString('base64url'),
      });
    },
  };
  return state;
}

function clientData({ type, challenge, origin }: Answer): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
}

function head({ host, present, verified }: Answer, more: number, counter: number): Buffer {
  const count = Buffer.alloc(4);
  count.writeUInt32BE(counter);
  return Buffer.concat([digest(host), Buffer.from([more | (present ? 1 : 0) | (verified ? 4 : 0)]), count]);
}

/** RFC 9053, 7.1.1: of a key on the curve P-256, for ES256. */
function coseOf(key: KeyObject): ReadonlyMap<number, unknown> {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  const coordinate = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64url'));
  return new Map<number, unknown>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, coordinate(x)],
    [-3, coordinate(y)],
  ]);
}
