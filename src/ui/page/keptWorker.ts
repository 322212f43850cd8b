import type { Reply } from '../../platform/http/visit.ts';
import { asset } from '../html.ts';

/**
 * The worker of a page that a device keeps: what the browser keeps of the site for it, by names that change with what they hold. It may take the page
 * at `home` and what stands under it; `shell`: the page without its data.
 */
export function keptWorker(page: {
  readonly home: string;
  readonly name: string;
  readonly shell: string;
  readonly files: readonly string[];
}): Reply {
  const kept = [page.shell, ...page.files.map(asset)];
  const lines = [
    `self.HOME=${JSON.stringify(page.home)};`,
    `self.NAME=${JSON.stringify(page.name)};`,
    `self.KEPT=${JSON.stringify(kept)};`,
    `importScripts(${JSON.stringify(asset('keptWorker.js'))});`,
  ];
  return {
    status: 200,
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'no-cache',
      'service-worker-allowed': page.home,
    },
    cookies: [],
    body: lines.join('\n'),
  };
}
