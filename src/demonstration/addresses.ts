/** Where every mail that was written is read. */
export const MAILS_ADDRESS = '/demo/courrier';
