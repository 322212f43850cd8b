export { type About, aboutOf, readAbout } from './about.ts';
export type { PostDeps } from './deps.ts';
export {
  asList,
  asRead,
  bodyOf,
  LOSES,
  type Mail,
  type MailValues,
  OF_ENROLMENT,
  post,
  valuesOf,
  type WrittenTold,
} from './post.ts';
