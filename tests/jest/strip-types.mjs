import { stripTypeScriptTypes } from 'node:module';

// The same stripping as Node's own loader, so tests run exactly the code that production runs.
export default {
  process: (source) => ({ code: stripTypeScriptTypes(source) }),
};
