import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

/**
 * Writes the API's types for the web app from the OpenAPI document that the API itself prints: into the app, or
 * into the file that is named.
 */
const target = process.argv[2] ?? new URL('../src/app/core/api/schema.ts', import.meta.url);
const printer = fileURLToPath(import.meta.resolve('@movieflix/api-server/openapi-document.ts'));
const document = execFileSync(process.execPath, [printer], { encoding: 'utf8', maxBuffer: 16 * 1024 * 1024 });
const types = astToString(await openapiTS(document, { alphabetize: true }));
writeFileSync(target, `// Made by \`npm run api-types\` from the API's OpenAPI document.\n\n${types}`);
