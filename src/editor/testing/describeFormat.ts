import type { z } from 'zod';
import { type AnyWords, ENTRIES, looksOf, type Mails, SHELVES } from '../../catalogue/index.ts';
import { capital } from '../../platform/french/french.ts';
import { type Control, controlOf, keysOf, shapeOf, valuesOf } from '../form/shape.ts';

const SORTS: Readonly<Record<Control, string>> = {
  line: 'texte',
  lines: 'liste de textes',
  number: 'nombre entier',
  yesNo: 'true ou false',
  tick: 'true',
  choice: 'un de',
  ticks: 'liste, parmi',
  instant: 'instant',
  moment: 'instant, 2023-12-01T17:00',
  day: 'jour, 2024-06-03',
  condition: 'condition',
  group: 'ensemble',
  list: "liste d'ensembles",
  yaml: 'YAML',
};

/** The description of the files of rules, in Markdown, from the schemas and the words of their forms. */
export function describeFormat(mails: Mails): string {
  const kinds = SHELVES.flatMap(({ kind, usual, many }) => {
    const { schema, words } = ENTRIES[kind];
    const [one, several] = words.counted;
    const title = `## ${capital(several)}`;
    const place = many ? `\`${usual}\`, une liste.` : `\`${usual}\`, un fichier par ${one}.`;
    const sent = kind === 'mails' ? [mailsInWords(mails)] : [];
    return [[title, place, rowsOf(schema.shape, words.fields, ''), ...sent].join('\n\n')];
  });
  return [INTRODUCTION, ...kinds].join('\n\n');
}

/** What the software sends, with the variables of each; those without which its words aren't taken in bold. */
function mailsInWords(mails: Mails): string {
  const lines = [...mails.values()].map(({ code, name, given, needs }) => {
    const variables = given.map((one) => (needs[one] === undefined ? `\`${one}\`` : `**\`${one}\`**`));
    return `- \`${code}\` ${name}\u00a0: ${variables.join(', ')}`;
  });
  return [
    'Les mails que le logiciel envoie, et leurs variables. Celles en gras sont obligatoires.',
    lines.join('\n'),
  ].join('\n\n');
}

const INTRODUCTION = `# Les fichiers de règles

Écrit par \`npm run catalogue\` à partir des schémas et de leurs mots (\`src/catalogue/schema\`). Les clés sont dans
l'ordre des fichiers. « null » dit qu'aucune source ne le dit.`;

function rowsOf(
  keys: Readonly<Record<string, z.core.$ZodType>>,
  words: Readonly<Record<string, AnyWords>>,
  above: string,
): string {
  return Object.entries(keys)
    .flatMap(([key, schema]) => {
      const shape = shapeOf(schema);
      const control = controlOf(shape.schema);
      const looks = looksOf(words[key] ?? key);
      const path = `${above}${key}${control === 'list' ? '[]' : ''}`;
      const values = valuesOf(shape.schema).map((value) => `\`${value}\``);
      const value = [SORTS[control], values.join(', ')].filter((text) => text !== '').join(' ');
      const needed = shape.empty === 'required' ? '' : shape.empty === 'null' ? ' ou null' : ', facultatif';
      const row = `- \`${path}\` (${value}${needed}) ${looks.label}${looks.help === undefined ? '' : `. ${looks.help}`}`;
      const inside =
        control === 'group' || control === 'list' ? rowsOf(keysOf(shape.schema), looks.fields ?? {}, `${path}.`) : '';
      return inside === '' ? [row] : [row, inside];
    })
    .join('\n');
}
