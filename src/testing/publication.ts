/** The room of results published, for the tests of the doors above it. */
export { aVerdict, COIFFURE, openSpace, publicationRoom, ROOMS, SESSION, type Space } from '../publication/testing.ts';
