import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import helmet from 'helmet';
import { permissions } from './permissions.ts';

const POLICY = {
  'default-src': ["'none'"],
  'style-src': ["'self'"],
  'script-src': ["'self'"],
  'img-src': ["'self'"],
  'connect-src': ["'self'"],
  'frame-src': ["'self'"],
  'object-src': ["'none'"],
  'manifest-src': ["'self'"],
  'form-action': ["'self'"],
  'base-uri': ["'none'"],
  'frame-ancestors': ["'none'"],
};

/** What every answer tells browsers, of whichever page: helmet is asked once, as it would say the same each time. */
export function securityHeaders(https: boolean): Readonly<Record<string, string>> {
  const say = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: POLICY },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
    xFrameOptions: { action: 'deny' },
  });
  const asked = new IncomingMessage(new Socket());
  const answer = new ServerResponse(asked);
  say(asked, answer, (error?: unknown) => {
    if (error !== undefined) throw error;
  });
  const said = Object.entries(answer.getHeaders()).map(([name, value]) => [name, String(value)]);
  // helmet has no word for the permissions.
  return { ...Object.fromEntries(said), 'permissions-policy': permissions('without-camera') };
}
