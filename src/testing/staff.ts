/** Members of staff who are signed in, for the tests of every room. */
export { aStaffMember, signedIn } from '../marks/testing.ts';
