import { PutParameterCommand, type SSMClient } from '@aws-sdk/client-ssm';

/** The AMIs that Debian names in public parameters of every region, which the emulator does not have. */
export const DEBIAN_IMAGES = {
  '/aws/service/debian/release/13/latest/arm64': 'ami-0de61a4130000a400',
  '/aws/service/debian/release/13/latest/amd64': 'ami-0de61a4130000a800',
};

export async function publishDebianImages(ssm: SSMClient): Promise<void> {
  for (const [Name, Value] of Object.entries(DEBIAN_IMAGES))
    await ssm.send(new PutParameterCommand({ Name, Value, Type: 'String', DataType: 'aws:ec2:image' }));
}
