import type { Server, ServerInjectResponse } from '@hapi/hapi';
import { errorSchema } from '@movieflix/api-server/documentation/answers.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What the tests read of answers of any kind. The server checks their whole shape. */
export interface Body {
  code: string;
  message: string;
  token: string;
  duplicate?: boolean;
  user: { id: string; email: string; displayName: string; isAdmin: boolean; usage: Usage };
  usage: Usage;
  image: ImageBody;
  upload: {
    url: string;
    headers: Record<string, string>;
    uploadId: string;
    partCount: number;
    partBytes: number;
  };
  url: string;
  headers: Record<string, string>;
  items: ImageBody[];
  nextCursor: string | null;
  previousCursor: string | null;
}

export interface Usage {
  images: number;
  bytes: number;
}

export interface ImageBody {
  id: string;
  filename: string;
  title: string;
  description: string;
  tags: string[];
  status: string;
  visibility: string;
  movieId: string | null;
  contentType: string;
  width: number | null;
  height: number | null;
  isAnimated: boolean;
  failure: { reason: string; message: string; canRetry: boolean } | null;
  exif: Record<string, unknown> | null;
  takenAt: string | null;
  trashedAt: string | null;
  createdAt: string;
  originalUrl: string | null;
  downloadUrl: string | null;
  thumbnails: { width: number; height: number; url: string }[];
  owner: { id: string };
  partNumber: number;
  bytes: number;
}

/** What of an image does not change by itself: its URLs do with every hour. */
export function lastingFacts({ originalUrl: _, downloadUrl: __, thumbnails, ...facts }: ImageBody) {
  return { ...facts, thumbnails: thumbnails.map(({ width, height }) => ({ width, height })) };
}

export interface Answer {
  status: number;
  headers: ServerInjectResponse['headers'];
  text: string;
  body: Body;
}

/** Somebody who calls the API: a visitor, or with a token a member. */
export interface Caller {
  call(method: Method, url: string, payload?: object): Promise<Answer>;
}

export function callerOf(server: Server, token?: string): Caller {
  return {
    async call(method, url, payload) {
      const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
      const answer = await server.inject({ method, url, headers, ...(payload && { payload }) });
      const isJson = String(answer.headers['content-type']).startsWith('application/json');
      if (answer.statusCode >= 400) checkError(answer.payload);
      return {
        status: answer.statusCode,
        headers: answer.headers,
        text: answer.payload,
        body: isJson && answer.payload !== '' ? JSON.parse(answer.payload) : {},
      };
    },
  };
}

/** Every error has one shape, says something, and shows nothing of the insides. */
function checkError(payload: string): void {
  const { error } = errorSchema.required().validate(JSON.parse(payload));
  if (error)
    throw new Error(`Expected an error of the documented shape, but got ${payload}: ${error.message}`);
  if (/select |insert |\.ts:|node_modules/.test(payload))
    throw new Error(`This shows the insides: ${payload}`);
}

export interface MemberCaller extends Caller {
  id: string;
  token: string;
  email: string;
}

export const PASSWORD = 'correct horse';

/** Signs up somebody new. */
export async function signUp(server: Server, name = 'ada'): Promise<MemberCaller> {
  const email = `${name}-${crypto.randomUUID()}@example.org`;
  const answer = await callerOf(server).call('POST', '/api/users', {
    email,
    password: PASSWORD,
    displayName: name,
  });
  const { token, user } = answer.body;
  return { ...callerOf(server, token), id: user.id, token, email };
}
