import type { RouteOptionsResponse } from '@hapi/hapi';
import Joi from 'joi';

export const errorSchema = Joi.object({
  statusCode: Joi.number().integer().required(),
  error: Joi.string().required(),
  message: Joi.string().required().description('A sentence for people: what was expected and what came.'),
  code: Joi.string().required().description('A stable kebab-case word for programs.'),
}).label('Error');

/** The body of an answer that has none. */
export const nothing = Joi.any().valid(null, '').empty('').description('No body.');

/**
 * The answers of a route, which its documentation and the tests' checks share.
 *
 * @param answers schema by status code
 * @param refusals status codes that carry an error
 */
export function answers(answers: Record<number, Joi.Schema>, refusals: number[]): RouteOptionsResponse {
  const errors = Object.fromEntries(refusals.map((status) => [status, errorSchema]));
  return { status: { ...answers, ...errors } };
}
