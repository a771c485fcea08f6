/** A step of a pipeline that waits for a gate, for any shell with curl and jq. It is the one of the docs, with this server in it. */
export const gateScript = ({ origin, serverId }: { origin: string; serverId: string }): string => `set -eu
api() {
  curl -fsS --retry 5 --retry-connrefused -H "Authorization: Bearer $ALIVEMCP_API_KEY" -H 'Content-Type: application/json' "$@"
}
of() { printf '%s' "$gate" | jq -r "$1"; }

gate=$(api "${origin}/api/v1/gates" -H "Idempotency-Key: $DEPLOY" \\
  -d "{\\"serverId\\":\\"${serverId}\\",\\"timeoutMs\\":300000,\\"expectVersion\\":\\"$VERSION\\"}")
echo "${origin}/gates/$(of .id)"
while [ "$(of .state)" = waiting ]; do
  sleep 3
  gate=$(api "${origin}/api/v1/gates/$(of .id)")
done
of .summary
test "$(of .state)" = passed
`;
