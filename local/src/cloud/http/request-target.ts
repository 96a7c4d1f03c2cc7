import { CloudError } from '../cloud-error.ts';

/** The first line's target, decoded. `parameters` keeps repeated names, which the signature counts. */
export interface RequestTarget {
  path: string;
  parameters: [name: string, value: string][];
}

/** @throws CloudError 400 where the target is not an absolute path of percent-encoded UTF-8 */
export function parseRequestTarget(target: string): RequestTarget {
  if (!target.startsWith('/')) throw invalid(target);
  const question = target.indexOf('?');
  const rawPath = question < 0 ? target : target.slice(0, question);
  const rawQuery = question < 0 ? '' : target.slice(question + 1);
  return {
    path: decode(rawPath),
    parameters: rawQuery
      .split('&')
      .filter((pair) => pair !== '')
      .map((pair) => {
        const equals = pair.indexOf('=');
        return equals < 0
          ? [decode(pair), '']
          : [decode(pair.slice(0, equals)), decode(pair.slice(equals + 1))];
      }),
  };
}

/** The value of a parameter, or `undefined` where it is absent. */
export function parameterOf(target: RequestTarget, name: string): string | undefined {
  return target.parameters.find(([candidate]) => candidate === name)?.[1];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw invalid(text);
  }
}

function invalid(text: string): CloudError {
  return new CloudError(
    400,
    'InvalidURI',
    `Expected an absolute path of percent-encoded UTF-8 but received ${text.slice(0, 200)}`,
  );
}
