/** One request to a vendor, for the guarded sender; the method is always POST. The URL can hold a secret: it is not for logs. */
export type ChannelRequest = {
  method: 'POST';
  url: string;
  headers: Record<string, string>;
  body: string;
};

export function jsonRequest(url: string, body: unknown): ChannelRequest {
  return { method: 'POST', url, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
