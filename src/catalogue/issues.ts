import type * as z from 'zod';
import type { Path } from './located.ts';
import { PATTERNS, type PatternName } from './schema/shape.ts';
import { texts } from './texts.ts';

type Issue = z.core.$ZodIssue;
type FrenchIssue = { readonly path: Path; readonly message: string };

/**
 * What zod found, in French and without a word of its own: one sentence per kind of issue. `root` is what was
 * validated, which tells a missing key from one of another kind; `rootName` is its key or its position in a list; `nameAt`
 * names a place in the words of a form.
 */
export function issuesInFrench(
  issues: readonly Issue[],
  root: unknown,
  rootName: string | number,
  above: Path = [],
  nameAt: (path: Path) => string | undefined = () => undefined,
): readonly FrenchIssue[] {
  return issues.flatMap((issue): readonly FrenchIssue[] => {
    const path: Path = [...above, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))];
    const field = nameAt(path) ?? path.at(-1) ?? rootName;
    const say = (message: string): readonly FrenchIssue[] => [{ path, message }];
    switch (issue.code) {
      case 'invalid_type': {
        const found = valueAt(root, path);
        return say(
          found === undefined ? texts.missing(field) : texts.wrongType(field, issue.expected, typeName(found)),
        );
      }
      case 'unrecognized_keys':
        return issue.keys.map((key) => ({ path: [...path, key], message: texts.unknownKey(key) }));
      case 'invalid_value':
        return valueAt(root, path) === undefined
          ? say(texts.missing(field))
          : say(texts.notAmong(field, issue.values.map(String)));
      case 'too_small':
        return say(texts.tooSmall(field, issue.origin, Number(issue.minimum), issue.inclusive !== false));
      case 'too_big':
        return say(texts.tooBig(field, issue.origin, Number(issue.maximum)));
      case 'invalid_format':
        return say(texts.wrongFormat(field, isPatternName(issue.message) ? issue.message : issue.format));
      case 'invalid_union':
        return unionInFrench(issue.errors, root, rootName, path, nameAt);
      default:
        return say(texts.refused(field));
    }
  });
}

/** Of the forms a thing may take, speak of the one it nearly has; if none stands out, list the forms. */
function unionInFrench(
  branches: readonly (readonly Issue[])[],
  root: unknown,
  rootName: string | number,
  path: Path,
  nameAt: (path: Path) => string | undefined,
): readonly FrenchIssue[] {
  const fewest = Math.min(...branches.map((branch) => branch.length));
  const nearest = branches.filter((branch) => branch.length === fewest);
  const [only] = nearest;
  if (only !== undefined && nearest.length === 1) return issuesInFrench(only, root, rootName, path, nameAt);
  return [{ path, message: texts.unreadableCondition }];
}

function isPatternName(name: string): name is PatternName {
  return Object.hasOwn(PATTERNS, name);
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => {
    if (Array.isArray(value)) return value[Number(step)];
    return typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined;
  }, root);
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
