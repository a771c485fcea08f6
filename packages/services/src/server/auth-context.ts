/** What a server's sealed credential is bound to. */
export const authContext = (workspaceId: string, serverId: string) => `server/${workspaceId}/${serverId}/auth`;
