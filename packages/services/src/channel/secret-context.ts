/** What a channel's sealed signing secret is bound to. */
export const channelSecretContext = (workspaceId: string, channelId: string) =>
  `channel/${workspaceId}/${channelId}/secret`;
