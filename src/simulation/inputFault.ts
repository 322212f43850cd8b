/** What is impossible in a question, in words, and where: `units[2].mark`. */
export type InputFault = { readonly path: string; readonly message: string };
