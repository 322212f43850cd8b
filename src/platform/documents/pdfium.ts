import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';

/** A PDFium of its own for one file: what a file broke, or left in its memory, ends with it. */
export type Pdfium = {
  readonly api: WrappedPdfiumModule;
  /** Bytes of its memory, to be read or copied at once: it moves when it grows. */
  readonly bytesAt: (address: number, length: number) => Uint8Array;
  readonly allocate: (length: number) => number;
  readonly free: (address: number) => void;
};

const LARGEST_HEAP = 384 * 1024 * 1024;

let compiled: WebAssembly.Module | null = null;
function library(): WebAssembly.Module {
  compiled ??= new WebAssembly.Module(
    readFileSync(fileURLToPath(import.meta.resolve('@embedpdf/pdfium/pdfium.wasm'))) as BufferSource,
  );
  return compiled;
}

type Environment = { env: { emscripten_resize_heap: (size: number) => number } };
type Exports = { readonly memory: WebAssembly.Memory };

/** Memory beyond the limit is refused to it, as by a small machine; it then gives up the file. */
export async function openPdfium(): Promise<Pdfium> {
  let memory: WebAssembly.Memory | null = null;
  const overrides = {
    print: () => undefined,
    printErr: () => undefined,
    instantiateWasm: (imports: WebAssembly.Imports & Environment, given: (instance: WebAssembly.Instance) => void) => {
      const grow = imports.env.emscripten_resize_heap;
      const env = { ...imports.env, emscripten_resize_heap: (size: number) => (size > LARGEST_HEAP ? 0 : grow(size)) };
      const instance = new WebAssembly.Instance(library(), { ...imports, env });
      memory = (instance.exports as Exports & WebAssembly.Exports).memory;
      given(instance);
      return instance.exports;
    },
  };
  const api = await init(overrides as Parameters<typeof init>[0]);
  api.PDFiumExt_Init();
  const { wasmExports } = api.pdfium;
  return {
    api,
    bytesAt: (address, length) => {
      if (memory === null) throw new Error('PDFium has no memory');
      return new Uint8Array(memory.buffer, address, length);
    },
    allocate: (length) => {
      const address = wasmExports.malloc(length);
      if (address === 0) throw new Error('PDFium has no memory left');
      return address;
    },
    free: (address) => wasmExports.free(address),
  };
}
