import { constants, setPriority } from 'node:os';
import { compile } from './compile.ts';
import type { PdfOrder } from './renderPdf.ts';

/** The process that compiles what nobody waits for: the machine gives it what the others leave. */
setPriority(constants.priority.PRIORITY_LOW);
// The site decides when it ends: by closing the channel.
process.on('SIGTERM', () => undefined);
process.on('SIGINT', () => undefined);
process.on('disconnect', () => process.exit());

process.on('message', ({ id, ...order }: PdfOrder & { readonly id: number }) => {
  try {
    process.send?.({ id, pdf: compile(order) });
  } catch (error) {
    process.send?.({ id, error: error instanceof Error ? error.message : String(error) });
  }
});
