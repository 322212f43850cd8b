export { danglingReferences, repeatedIds } from '../ui/markup.ts';
