import Joi from 'joi';

export const uuid = Joi.string().guid({ separator: '-' }).lowercase();

/** BCP 47's tag of a language, with script and region where they matter: of the shape that browsers can name. */
export const languageTag = Joi.string()
  .pattern(/^[a-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?$/)
  .messages({ 'string.pattern.base': '{{#label}} must be a language tag such as "en" or "pt-BR"' });

export const isoDate = Joi.string().isoDate();

/** As clients write it: of either case, 64 digits. */
export const sha256Hex = Joi.string()
  .pattern(/^[0-9a-fA-F]{64}$/, '64 hexadecimal digits')
  .lowercase()
  .description('SHA-256 of the bytes in hexadecimal.');
