import Joi from 'joi';

export const uuid = Joi.string().guid({ separator: '-' }).lowercase();

export const isoDate = Joi.string().isoDate();

/** As clients write it: of either case, 64 digits. */
export const sha256Hex = Joi.string()
  .pattern(/^[0-9a-fA-F]{64}$/, '64 hexadecimal digits')
  .lowercase()
  .description('SHA-256 of the bytes in hexadecimal.');
