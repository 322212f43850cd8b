import { Worker } from 'node:worker_threads';
import { workEntry } from '../work/entry.ts';

/** One PDF to make: a Typst template (an absolute path) and its data, read there as `json(bytes(sys.inputs.data))`. */
export type PdfOrder = {
  readonly template: string;
  readonly data: unknown;
  /** Texts to draw as square codes: one a page in their order, or one for all. The template finds them as `sys.inputs.squares`. */
  readonly squares?: readonly string[];
  /** Texts to draw as square codes within the page, in the order in which the template asks for them: `sys.inputs.figures`. */
  readonly figures?: readonly string[];
};

export type PdfRenderer = {
  /** A tagged PDF/UA-1. Throws with the compiler's words when the template or a character of the data can't be set. */
  readonly render: (order: PdfOrder) => Promise<Buffer>;
  readonly close: () => Promise<void>;
};

type Waiting = { readonly resolve: (pdf: Buffer) => void; readonly reject: (error: Error) => void };

/** Typst compiles synchronously: in a thread of its own, made at the first order and again after a crash. */
export function createPdfRenderer(): PdfRenderer {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let last = 0;

  const hire = (): Worker => {
    const hired = new Worker(workEntry('./compileWorker', import.meta.url));
    hired.unref();
    hired.on('message', ({ id, pdf, error }: { id: number; pdf?: Uint8Array; error?: string }) => {
      const order = waiting.get(id);
      waiting.delete(id);
      if (pdf !== undefined) order?.resolve(Buffer.from(pdf));
      else order?.reject(new Error(`Typst: ${error}`));
    });
    hired.on('error', (error: Error) => {
      worker = null;
      for (const order of waiting.values()) order.reject(error);
      waiting.clear();
    });
    return hired;
  };

  return {
    render: (order) =>
      new Promise((resolve, reject) => {
        worker ??= hire();
        last += 1;
        waiting.set(last, { resolve, reject });
        worker.postMessage({ id: last, ...order });
      }),
    close: async () => {
      await worker?.terminate();
      worker = null;
    },
  };
}
