import type { Lifecycle } from '@hapi/hapi';
import Joi from 'joi';
import { Refusal } from './refusal.ts';

const SECRET_FIELDS = new Set(['password', 'currentPassword']);
const MAX_SHOWN_CHARACTERS = 80;
const MAX_SHOWN_DETAILS = 5;

/** Turns a failed validation into a sentence that says what was expected and what came. */
export const refuseInvalidInput: Lifecycle.Method = (_request, _h, error) => {
  if (!Joi.isError(error)) throw error;
  const details = error.details.slice(0, MAX_SHOWN_DETAILS);
  const code = details.find((detail) => detail.context?.['code'])?.context?.['code'];
  const message = details.map(sentence).join(' ');
  throw new Refusal(400, typeof code === 'string' ? code : 'invalid-input', message);
};

/** Gives a schema's failures a code of their own, for programs that tell one bad input from another. */
export function withCode(schema: Joi.Schema, code: string): Joi.Schema {
  return schema.error((errors) => {
    for (const error of errors) error.local['code'] = code;
    return errors;
  });
}

function sentence(detail: Joi.ValidationErrorItem): string {
  const field = detail.path.at(-1);
  const isSecret = typeof field === 'string' && SECRET_FIELDS.has(field);
  const isSelfEvident = detail.type === 'any.required' || detail.type === 'object.unknown';
  if (isSecret || isSelfEvident) return `${detail.message}.`;
  return `${detail.message}, but received ${shown(detail.context?.['value'])}.`;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > MAX_SHOWN_CHARACTERS ? `${text.slice(0, MAX_SHOWN_CHARACTERS)}...` : text;
}
