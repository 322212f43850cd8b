import * as z from 'zod';
import { LONGEST } from './budgets.ts';
import { texts } from './texts.ts';

/** A mark may come as text (`12.5`, `12,5`) or as a number. */
export const Mark = z.union([z.string().max(LONGEST.mark), z.number().transform(String)], { error: texts.markShape });
