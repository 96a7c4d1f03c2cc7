import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Gallery, startGallery } from './gallery/start-gallery.ts';

interface Operation {
  summary?: string;
  security?: object[];
  responses: Record<
    string,
    { description?: string; content?: Record<string, { schema: { $ref?: string } }> }
  >;
}

interface Document {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
}

let gallery: Gallery;
let text: string;
let document: Document;

beforeAll(async () => {
  gallery = await startGallery();
  text = (await gallery.server.inject('/api/openapi.json')).payload;
  document = JSON.parse(text);
});
afterAll(() => gallery.close());

function operations(): [string, Operation][] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, Operation] => [
      `${method} ${path}`,
      operation,
    ]),
  );
}

test('the document has every route of the API', () => {
  const routes = gallery.server
    .table()
    .filter(({ path }) => path.startsWith('/api/') && !/^\/api\/(docs|openapi)/.test(path))
    .map(({ method, path }) => `${method} ${path}`);
  expect(
    operations()
      .map(([name]) => name)
      .sort(),
  ).toEqual(routes.sort());
  expect(document.openapi).toBe('3.0.0');
});

test('every route says what it does and what it answers, with names that exist', () => {
  for (const [name, { summary, responses }] of operations()) {
    expect([name, summary]).toEqual([name, expect.stringMatching(/.{5,}/)]);
    for (const response of Object.values(responses)) expect(response.description).toEqual(expect.any(String));
  }
  const names = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(50);
  for (const name of names) expect(document.components.schemas).toHaveProperty(name ?? '');
  expect(text).not.toContain('x-alt-definitions');
});

test('every error is documented in the one shape', () => {
  for (const [, { responses }] of operations()) {
    for (const [status, response] of Object.entries(responses)) {
      if (Number(status) < 400 || Number(status) === 503) continue;
      expect(response.content?.['application/json']?.schema.$ref).toBe('#/components/schemas/Error');
    }
  }
});

test('the page loads with its own content policy', async () => {
  const page = await gallery.server.inject('/api/docs');
  expect(page.statusCode).toBe(200);
  expect(page.headers['content-security-policy']).toContain("script-src 'self' 'unsafe-inline'");
  const script = /src="([^"]+swagger-ui-bundle.js)"/.exec(page.payload)?.[1];
  expect((await gallery.server.inject(script ?? '')).statusCode).toBe(200);
});

test('it says which routes need a token, which take one, and which have no use for it', () => {
  const security = Object.fromEntries(operations().map(([name, operation]) => [name, operation.security]));
  expect(security).toMatchObject({
    'get /api/health': [],
    'post /api/sessions': [],
    'get /api/images': [{}, { bearer: [] }],
    'get /api/images/{id}/original': [{}, { bearer: [] }],
    'post /api/images': undefined,
  });
  expect(JSON.parse(text).security).toEqual([{ bearer: [] }]);
});

test('it says that events are a stream of events', () => {
  const content = document.paths['/api/events']?.['get']?.responses['200']?.content;
  expect(Object.keys(content ?? {})).toContain('text/event-stream');
});
