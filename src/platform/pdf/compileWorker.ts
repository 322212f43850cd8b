import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** The thread that compiles: one compiler per folder of templates, with our own font and nothing of the machine's. */
const compilers = new Map<string, NodeCompiler>();
const FONTS = [
  '400Regular/SourceSans3_400Regular.ttf',
  '600SemiBold/SourceSans3_600SemiBold.ttf',
  '700Bold/SourceSans3_700Bold.ttf',
];

function compilerFor(workspace: string): NodeCompiler {
  const known = compilers.get(workspace);
  if (known !== undefined) return known;
  const fonts = path.dirname(fileURLToPath(import.meta.resolve('@expo-google-fonts/source-sans-3')));
  const made = NodeCompiler.create({
    workspace,
    fontArgs: [{ fontPaths: FONTS.map((file) => path.join(fonts, file)) }],
  });
  compilers.set(workspace, made);
  return made;
}

function compile(template: string, data: unknown): Buffer {
  const compiler = compilerFor(path.dirname(template));
  const result = compiler.compile({ mainFilePath: template, inputs: { data: JSON.stringify(data) } });
  if (result.hasError() || result.result === null) {
    const error = result.takeError();
    throw new Error(error === null ? 'no document' : JSON.stringify(error.shortDiagnostics));
  }
  // The enum of the package is declared `const`-like; its values are the standards' names.
  const pdf = compiler.pdf(result.result, { pdfStandard: 'ua-1' as never });
  compiler.evictCache(10);
  return pdf;
}

parentPort?.on('message', ({ id, template, data }: { id: number; template: string; data: unknown }) => {
  try {
    parentPort?.postMessage({ id, pdf: compile(template, data) });
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
});
