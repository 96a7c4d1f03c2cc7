import { exampleAttribute, exampleRef } from './physical-ids.ts';
import { ROOT, readTemplates, type Templates } from './read-templates.ts';
import { givenNameOf, type ResolvedResource, resolveStack, type Stack } from './resolve-stack.ts';

/** A resource and where it stands. */
export interface Place extends ResolvedResource {
  stack: Stack;
  logicalId: string;
  /** Such as StorageStack/ImageBucket. */
  name: string;
}

/** What an operator types, per way of using the system. High availability is what samconfig.toml says. */
const PROFILES = {
  default: {},
  'high availability': highAvailability,
  certificate: {
    Https: 'certificate',
    DomainName: 'gallery.example.org',
    CertificateArn: 'arn:aws:acm:eu-central-1:111122223333:certificate/12345678-1234-1234-1234-123456789012',
  },
  'without HTTPS': { Https: 'none' },
  'with a bastion': { SshCidr: '203.0.113.0/24', SshKeyPair: 'operator' },
  x86_64: {
    Architecture: 'x86_64',
    WebInstanceType: 't3.micro',
    ApiInstanceType: 't3.small',
    DatabaseInstanceType: 't3.small',
  },
} satisfies Record<string, Record<string, string> | ((templates: Templates) => Record<string, string>)>;

export type Profile = keyof typeof PROFILES;

export const PROFILE_NAMES = Object.keys(PROFILES) as Profile[];

export function parametersOf(templates: Templates, profile: Profile): Record<string, string> {
  const given = PROFILES[profile];
  return { AdminEmail: 'ada@example.org', ...(typeof given === 'function' ? given(templates) : given) };
}

function highAvailability(templates: Templates): Record<string, string> {
  const overrides = templates.environments['high-availability']?.deploy.parameters.parameter_overrides ?? [];
  return Object.fromEntries(overrides.map((pair) => pair.split(/=(.*)/s).slice(0, 2)));
}

/** The whole system as it would be made for a profile. */
export interface System {
  root: Stack;
  places: Place[];
  ofType(type: string): Place[];
  /** @param name such as StorageStack/ImageBucket */
  place(name: string): Place;
  /** What Ref gives for it, by which other resources name it. */
  idOf(place: Place): string;
  /** The resource with this id or ARN. */
  withId(id: string): Place;
  stack(logicalId: string): Stack;
}

/** @param also parameters beside those of the profile */
export function makeSystem(
  templates: Templates,
  profile: Profile,
  also: Record<string, string> = {},
): System {
  const root = resolveStack(templates.translated, ROOT, { ...parametersOf(templates, profile), ...also });
  const places = placesOf(root);
  return {
    root,
    places,
    ofType: (type) => places.filter((place) => place.Type === type),
    place: (name) =>
      expected(
        `a resource ${name}`,
        places.find((place) => place.name === name),
      ),
    idOf,
    withId: (id) =>
      expected(
        `a resource with the id ${id}`,
        places.find((place) => idOf(place) === id || arnOf(place) === id),
      ),
    stack: (logicalId) => expected(`a stack ${logicalId}`, root.stacks[logicalId]),
  };
}

function expected<T>(what: string, found: T | undefined): T {
  if (found === undefined) throw new Error(`expected ${what}`);
  return found;
}

function idOf(place: Place): string {
  return exampleRef(place.stack.path, place.logicalId, place.Type, givenNameOf(place));
}

function arnOf(place: Place): string {
  return exampleAttribute(place.stack.path, place.logicalId, place.Type, 'Arn', givenNameOf(place));
}

let templates: Promise<Templates> | undefined;

export function loadTemplates(): Promise<Templates> {
  templates ??= readTemplates();
  return templates;
}

export async function loadSystem(profile: Profile = 'default'): Promise<System> {
  return makeSystem(await loadTemplates(), profile);
}

function placesOf(stack: Stack): Place[] {
  const within = stack.path.split('/').slice(1);
  const own = Object.entries(stack.resources).map(([logicalId, resource]) => ({
    ...resource,
    stack,
    logicalId,
    name: [...within, logicalId].join('/'),
  }));
  return [...own, ...Object.values(stack.stacks).flatMap(placesOf)];
}
