/** What the API asks of a password, in characters; checked here too so that the form says it before sending. */
export const PASSWORD_MIN_LENGTH = 8;
export const PASSWORD_MAX_LENGTH = 200;
