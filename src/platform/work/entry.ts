/**
 * The address of a module that runs in a thread or a process of its own, from the one that asks: `./readThread` beside it, as a
 * source or as it was built. The build (scripts/build.mjs) makes a program of each that is asked for by this name.
 */
export function workEntry(name: string, from: string): URL {
  return new URL(`${name}${from.endsWith('.ts') ? '.ts' : '.js'}`, from);
}
