import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { ObjectPlace } from './presigned-address';
import type { S3Target } from './s3-target';

/** Where the SDK would ask for an object: it knows how servers name their buckets. Nothing is sent. */
export async function placeOf(client: S3Client, target: S3Target): Promise<ObjectPlace> {
  const command = new GetObjectCommand(target);
  let place: ObjectPlace | null = null;
  command.middlewareStack.add(
    () => async (args) => {
      const { protocol, hostname, port, path } = args.request as HttpPlace;
      place = { protocol, host: port ? `${hostname}:${port}` : hostname, path };
      return { response: undefined, output: { $metadata: {} } };
    },
    { step: 'build', name: 'placeOf', priority: 'high' },
  );
  await client.send(command);
  if (!place) throw new Error('The SDK did not say where an object is.');
  return place;
}

/** What is read of the SDK's own request. */
interface HttpPlace {
  protocol: string;
  hostname: string;
  port?: number;
  path: string;
}
