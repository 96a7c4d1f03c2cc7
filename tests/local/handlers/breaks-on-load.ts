/** Not what a function module exports. */
export const handler = 'no function';
