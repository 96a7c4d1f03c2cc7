import {
  GetSecretValueCommand,
  paginateListSecrets,
  type SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';

/** Every secret's value. */
export async function secretsOf(client: SecretsManagerClient): Promise<string[]> {
  const values: string[] = [];
  for await (const page of paginateListSecrets({ client }, {})) {
    for (const { ARN } of page.SecretList ?? []) {
      const { SecretString = '' } = await client.send(new GetSecretValueCommand({ SecretId: ARN }));
      values.push(SecretString);
    }
  }
  return values;
}
