/**
 * Stands for the SDK's own search for credentials in what is bundled (bundle.ts): on Lambda they are always in
 * the environment, and looking for profiles, single sign-on and other machines' metadata is a third of the
 * SDK that each cold start would load. Lambda renews them with the function's instance.
 */
export const defaultProvider = () => async () => {
  const {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
  } = process.env;
  if (accessKeyId === undefined || secretAccessKey === undefined) {
    // As the SDK names it: nothing has left this machine.
    throw Object.assign(new Error('there are no credentials in the environment'), {
      name: 'CredentialsProviderError',
    });
  }
  return { accessKeyId, secretAccessKey, ...(sessionToken !== undefined && { sessionToken }) };
};
