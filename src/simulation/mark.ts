import * as z from 'zod';
import { texts } from './texts.ts';

/** A mark may come as text (`12.5`, `12,5`) or as a number. */
export const Mark = z.union([z.string(), z.number().transform(String)], { error: texts.markShape });
