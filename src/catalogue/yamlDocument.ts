import { Composer, type CST, type Document, isScalar, Lexer, LineCounter, Parser, visit, YAMLParseError } from 'yaml';
import { ok, type Result, refuse } from '../platform/result.ts';
import { FILE } from './budgets.ts';

/** Which budget of a file is spent. */
export type Excess = keyof typeof FILE;

export type YamlDocument = {
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
  /** Where a key stands that an earlier one of its map bears already. The last one counts. */
  readonly twice: readonly number[];
};

/** Reads one YAML text within the budget of a file. What is beyond it is refused before it costs anything. */
export function openYaml(text: string): Result<YamlDocument, Excess> {
  if (text.length > FILE.characters) return refuse('characters');
  const lines = new LineCounter();
  const tokens = tokensOf(text, lines);
  if (!tokens.ok) return tokens;
  // The library compares each key with each other one of its map: a map of 20,000 keys would take a minute.
  const composer = new Composer({ prettyErrors: false, uniqueKeys: false });
  const documents = composer.compose(tokens.value, true, text.length);
  const [document, second] = [documents.next().value, documents.next().value];
  if (document === undefined) throw new Error('The composer was asked for a document, whatever it reads');
  if (second !== undefined)
    document.errors.push(new YAMLParseError([second.range[0], second.range[1]], 'MULTIPLE_DOCS', 'several documents'));
  return ok({ document, lines, twice: keysTwice(document) });
}

/** The values of a document; refused where aliases make too many of them. */
export function valuesOf(document: Document): Result<unknown, Excess> {
  let root: unknown;
  try {
    root = document.toJS();
  } catch {
    // Aliases that multiply without end are refused by the library.
    return refuse('values');
  }
  const things: readonly unknown[] = Array.isArray(root) ? root : [root];
  if (things.length > FILE.things) return refuse('things');
  let values = 0;
  for (const thing of things) {
    const its = countValues(thing, FILE.valuesOfOne);
    if (its > FILE.valuesOfOne) return refuse('valuesOfOne');
    values += its;
    if (values > FILE.values) return refuse('values');
  }
  return ok(root);
}

/** Counts no further than one beyond the most. */
function countValues(root: unknown, most: number): number {
  const waiting: unknown[] = [root];
  let count = 0;
  while (waiting.length > 0 && count + waiting.length <= most + 1) {
    const value = waiting.pop();
    count += 1;
    if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) waiting.push(item);
  }
  return count + waiting.length;
}

/** The tokens of a text, as long as its lines, signs and levels are within the budget. */
function tokensOf(text: string, lines: LineCounter): Result<readonly CST.Token[], Excess> {
  const tokens: CST.Token[] = [];
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  let signs = 0;
  for (const sign of new Lexer().lex(text)) {
    signs += 1;
    if (signs > FILE.signs) return refuse('signs');
    tokens.push(...parser.next(sign));
    if (parser.stack.length > FILE.levels) return refuse('levels');
    if (lines.lineStarts.length > FILE.lines) return refuse('lines');
  }
  tokens.push(...parser.end());
  return ok(tokens);
}

function keysTwice(document: Document.Parsed): readonly number[] {
  const twice: number[] = [];
  visit(document, {
    Map: (_, { items }) => {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value) && key.range) twice.push(key.range[0]);
        seen.add(key.value);
      }
    },
  });
  return twice;
}
