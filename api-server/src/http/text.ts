import Joi from 'joi';

/** Text that a person typed. PostgreSQL holds any character but U+0000. */
export function text(maxCharacters: number): Joi.StringSchema {
  return Joi.string()
    .trim()
    .max(maxCharacters)
    .pattern(/^[^\0]*$/u, 'text without the character U+0000');
}
