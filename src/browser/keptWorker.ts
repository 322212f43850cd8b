/**
 * Opens a page that a device keeps without a network: the frame of the page and what it is made of, never a list nor a name. Its `travailleur.js`
 * says at which address, under which name, and what is kept, by names that change with what they hold.
 */
type Waits = { readonly waitUntil: (work: Promise<unknown>) => void };
type Asked = Waits & { readonly request: Request; readonly respondWith: (answer: Promise<Response>) => void };
type Scope = {
  readonly HOME: string;
  readonly NAME: string;
  readonly KEPT: readonly string[];
  readonly skipWaiting: () => Promise<void>;
  readonly clients: { readonly claim: () => Promise<void> };
  readonly addEventListener: ((name: 'install' | 'activate', act: (event: Waits) => void) => void) &
    ((name: 'fetch', act: (event: Asked) => void) => void);
};
const scope = self as unknown as Scope;
const [shell = '', ...files] = scope.KEPT;
const NAME = `${scope.NAME} ${files.join(' ')}`;
/** A network that neither answers nor refuses. */
const PATIENCE_MS = 5_000;

scope.addEventListener('install', (event) => {
  event.waitUntil(keepAll().then(() => scope.skipWaiting()));
});

scope.addEventListener('activate', (event) => {
  event.waitUntil(forgetOthers().then(() => scope.clients.claim()));
});

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate' && pathname === scope.HOME) event.respondWith(openPage(request));
  else if (files.includes(pathname)) event.respondWith(fromCache(request));
});

async function keepAll(): Promise<void> {
  const cache = await caches.open(NAME);
  await cache.addAll(files);
  // The frame of a signed-in keeper's device: an answer that leads elsewhere isn't one.
  const page = await fetch(shell, { redirect: 'error', cache: 'no-store' });
  if (!page.ok) throw new Error('no page to keep');
  await cache.put(shell, page);
}

async function forgetOthers(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith(`${scope.NAME} `) && name !== NAME).map((name) => caches.delete(name)),
  );
}

async function openPage(request: Request): Promise<Response> {
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (answer.status < 500) return answer;
  } catch {
    // No network: what is kept.
  }
  return (await caches.match(shell)) ?? Response.error();
}

async function fromCache(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}
