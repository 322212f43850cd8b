import { ok, refuse } from '../../platform/result.ts';
import { type Field, type Option, oneOf, textCheck, textOnly } from '../../ui/index.ts';
import { texts } from '../texts/common.ts';

/** Fields whose names and labels depend on what is edited. `missing` makes a field obligatory. */
type Looks = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly example?: string;
  readonly missing?: string;
};

const LONGEST_LINE = 500;

function looks({ name, label, hint, example, missing }: Looks): Omit<Field, 'control' | 'check'> {
  return {
    name,
    label,
    ...(hint === undefined ? {} : { hint }),
    ...(example === undefined ? {} : { example }),
    optional: missing === undefined,
    missing: missing ?? '',
  };
}

export function lineField(
  declared: Looks & { readonly width?: number; readonly shape?: { readonly is: RegExp; readonly message: string } },
): Field {
  const { width = 48, shape } = declared;
  return {
    ...looks(declared),
    control: 'text',
    width,
    check: textOnly((text) => {
      if ([...text].length > LONGEST_LINE) return refuse(texts.tooLong(LONGEST_LINE));
      return shape === undefined || shape.is.test(text) ? ok(text) : refuse(shape.message);
    }),
  };
}

/** A whole number; an empty optional one is unknown, never 0. */
export function numberField(
  declared: Looks & { readonly min: number; readonly max: number; readonly message: string; readonly width?: number },
): Field {
  const { min, max, message } = declared;
  return {
    ...looks(declared),
    control: 'number',
    width: declared.width ?? 6,
    check: textCheck((text) => {
      const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
      return value >= min && value <= max ? ok(value) : refuse(message);
    }, String),
  };
}

export function choiceField(
  declared: Looks & { readonly options: readonly Option[]; readonly control?: 'radio' | 'select' },
): Field {
  return {
    ...looks(declared),
    control: declared.control ?? 'radio',
    options: declared.options,
    check: oneOf(declared.options),
  };
}
