export { type About, aboutOf, readAbout } from './about.ts';
export type { PostDeps } from './deps.ts';
export { letter } from './letter.ts';
export { asRead, bodyOf, listed, type Mail, type MailValues, post, valuesOf } from './post.ts';
export type { ToldTemplate } from './told.ts';
