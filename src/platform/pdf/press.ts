import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { workEntry } from '../work/entry.ts';
import type { PdfRenderer } from './renderPdf.ts';

type Waiting = { readonly resolve: (pdf: Buffer) => void; readonly reject: (error: Error) => void };

/**
 * Prints beside the site: in a process of the lowest priority with one thread, made at the first order and given up after a minute
 * without any. What it was at when it broke is refused, and the next order makes another.
 */
export function createPress(idleMs = 60_000): PdfRenderer {
  const waiting = new Map<number, Waiting>();
  let press: ChildProcess | null = null;
  let leave: NodeJS.Timeout | undefined;
  let last = 0;

  const hire = (): ChildProcess => {
    const hired = fork(fileURLToPath(workEntry('./pressProcess', import.meta.url)), [], {
      env: { RAYON_NUM_THREADS: '1', MALLOC_ARENA_MAX: '2' },
      execArgv: ['--max-old-space-size=200'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    hired.on('message', ({ id, pdf, error }: { id: number; pdf?: Uint8Array; error?: string }) => {
      const order = waiting.get(id);
      waiting.delete(id);
      if (pdf !== undefined) order?.resolve(Buffer.from(pdf));
      else order?.reject(new Error(`Typst: ${error}`));
      if (waiting.size > 0) return;
      clearTimeout(leave);
      leave = setTimeout(() => dismiss(hired), idleMs).unref();
      rest(hired);
    });
    const gone = (): void => {
      if (press !== hired) return;
      press = null;
      for (const order of waiting.values()) order.reject(new Error('The press ended'));
      waiting.clear();
    };
    hired.once('exit', gone).once('error', gone);
    return hired;
  };
  const dismiss = (hired: ChildProcess): void => {
    if (press === hired) press = null;
    if (hired.connected) hired.disconnect();
  };

  return {
    render: (order) =>
      new Promise((resolve, reject) => {
        clearTimeout(leave);
        press ??= hire();
        press.ref();
        press.channel?.ref();
        last += 1;
        waiting.set(last, { resolve, reject });
        press.send({ id: last, ...order }, (error) => (error === null ? undefined : reject(error)));
      }),
    close: async () => {
      clearTimeout(leave);
      const hired = press;
      if (hired === null) return;
      const exit = new Promise((resolve) => hired.once('exit', resolve));
      hired.kill('SIGKILL');
      await exit;
    },
  };
}

/** Nobody waits for it: it keeps no process alive. */
function rest(hired: ChildProcess): void {
  hired.unref();
  hired.channel?.unref();
}
