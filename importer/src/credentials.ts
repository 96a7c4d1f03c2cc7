import { UsageError } from './command-line.ts';
import { callGallery, type Gallery } from './gallery.ts';
import { ask, askHidden } from './prompt.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export type Credentials = { token: string } | { email: string; password: string };

/**
 * The token or the e-mail address and password from the environment; what is missing is asked for where a person
 * sits at the terminal.
 *
 * @throws UsageError where nobody can be asked
 */
export async function findCredentials(
  environment: Environment,
  isInteractive: boolean,
): Promise<Credentials> {
  const { MOVIEFLIX_TOKEN: token, MOVIEFLIX_EMAIL, MOVIEFLIX_PASSWORD } = environment;
  if (token) return { token };
  if (!isInteractive && !(MOVIEFLIX_EMAIL && MOVIEFLIX_PASSWORD)) {
    throw new UsageError(
      'Expected MOVIEFLIX_EMAIL and MOVIEFLIX_PASSWORD, or MOVIEFLIX_TOKEN, in the environment',
    );
  }
  const email = MOVIEFLIX_EMAIL || (await ask('E-mail address: '));
  return { email, password: MOVIEFLIX_PASSWORD || (await askHidden('Password: ')) };
}

/**
 * Signs in where that is needed.
 *
 * @returns the gallery with a token, and how to sign out again
 * @throws RefusedRequest where the credentials are wrong
 */
export async function signIn(
  gallery: Gallery,
  credentials: Credentials,
): Promise<{ gallery: Gallery; signOut(): Promise<void> }> {
  if ('token' in credentials) {
    const known = { ...gallery, token: credentials.token };
    await callGallery(known, 'GET', 'api/users/me');
    return { gallery: known, signOut: async () => {} };
  }
  const { token } = await callGallery<{ token: string }>(gallery, 'POST', 'api/sessions', credentials);
  const known = { ...gallery, token };
  // The signal of a stopped import is aborted, and a session that cannot be ended now ends by itself.
  const signOut = () =>
    callGallery<void>(
      { ...known, signal: AbortSignal.timeout(3000) },
      'DELETE',
      'api/sessions/current',
    ).catch(() => {});
  return { gallery: known, signOut };
}
