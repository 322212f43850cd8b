export { answered, handedOver, leftOut } from '../hearings/testing.ts';
export { readSitters } from '../sitters/readSitters.ts';
