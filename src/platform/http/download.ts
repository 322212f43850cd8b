import type { Readable } from 'node:stream';
import type { Reply } from './visit.ts';

/** Something long, saved under our own name for it as it is made. */
export function download(body: Readable, type: string, name: string): Reply {
  return {
    status: 200,
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
    cookies: [],
    body,
  };
}
