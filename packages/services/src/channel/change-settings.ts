import { AppError, type ChannelSettings, createChannelBody, type UpdateChannelBody } from '@alivemcp/contracts';

/** Settings with some of their fields changed; null takes one away. Throws `invalid` at the fields that do not fit the type. */
export function changeSettings(
  present: ChannelSettings,
  change: Omit<UpdateChannelBody, 'name' | 'events' | 'enabled'>,
): ChannelSettings {
  const kept = Object.entries({ ...present, ...change }).filter(([, value]) => value !== null && value !== undefined);
  const { error, data } = createChannelBody.safeParse(Object.fromEntries(kept));
  if (!error) return data;
  const errors = error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ pointer: `/${key}`, message: `is not a field of a ${present.type} channel` }))
      : [{ pointer: `/${issue.path.join('/')}`, message: issue.message }],
  );
  throw new AppError('invalid', 'Some fields are not valid.', errors);
}
