import { STATUS_CODES } from 'node:http';
import type { RouteOptions } from '@hapi/hapi';
import Joi from 'joi';

export const errorSchema = Joi.object({
  statusCode: Joi.number().integer().required(),
  error: Joi.string().required(),
  message: Joi.string().required().description('A sentence for people: what was expected and what came.'),
  code: Joi.string().required().description('A stable kebab-case word for programs.'),
}).label('Error');

/** An answer without a body. */
export const nothing = 'No body';

/**
 * The answers of a route, for its options: what its documentation says and the tests check.
 *
 * @param bodies by status code a schema, or a few words where the body is not JSON
 * @param refusals status codes that carry an error
 * @param mediaTypes what the bodies are, where they are not all JSON
 */
export function answers(
  bodies: Readonly<Record<number, Joi.Schema | string>>,
  refusals: number[],
  mediaTypes?: string[],
): Pick<RouteOptions, 'response' | 'plugins'> {
  const status: Record<number, Joi.Schema> = {};
  const described: Record<number, object> = {};
  for (const [code, schema] of Object.entries(bodies)) {
    if (typeof schema === 'string') described[Number(code)] = { description: schema };
    else status[Number(code)] = schema;
  }
  // Only described: Hapi would check errors before they have their shape.
  for (const code of refusals) described[code] = { description: STATUS_CODES[code], schema: errorSchema };
  const produces = mediaTypes && { produces: mediaTypes };
  return { response: { status }, plugins: { 'hapi-swagger': { responses: described, ...produces } } };
}
