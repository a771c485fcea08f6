export function ServerList() {
  return <h1>ServerList</h1>;
}
