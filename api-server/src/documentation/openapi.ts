import type { Server } from '@hapi/hapi';
import Vision from '@hapi/vision';
import HapiSwagger from 'hapi-swagger';

export const DOCUMENT_PATH = '/api/openapi.json';
export const PAGE_PATH = '/api/docs';

/** Swagger UI starts from a script in the page. */
export const PAGE_POLICY =
  "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; frame-ancestors 'none'";

const BEARER = { type: 'http', scheme: 'bearer' };
/** What a route that says nothing else needs. */
export const BEARER_NEEDED = { bearer: [] };

/** The OpenAPI document, made from the routes and their schemas, and a page to read it. */
export async function addDocumentation(server: Server): Promise<void> {
  await server.register(Vision);
  await server.register({
    plugin: HapiSwagger,
    options: {
      OAS: 'v3.0',
      info: {
        title: 'movieFlix Gallery',
        version: '1',
        description: 'Upload, look at and manage images. Errors are `{statusCode, error, message, code}`.',
      },
      jsonPath: DOCUMENT_PATH,
      jsonRoutePath: DOCUMENT_PATH,
      documentationPath: PAGE_PATH,
      swaggerUIPath: `${PAGE_PATH}/ui/`,
      routesBasePath: `${PAGE_PATH}/ui/`,
      pathPrefixSize: 2,
      grouping: 'tags',
      definitionPrefix: 'useLabel',
      auth: false,
      securityDefinitions: { bearer: BEARER },
      security: [BEARER_NEEDED],
    },
  });
}
